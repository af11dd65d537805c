"""The pages of a record as a whole: complete, connected, sound."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from mkdocs.utils.meta import get_data

from generator.pages.addresses import address as entry_address
from generator.pages.page import Settings
from generator.views.published import lasting
from tests.pages.full_record import ONE_EVENT, SETTINGS, address, data_files, made, written
from tests.pages.reading_html import ROOT, Tree, is_drawn, parts, rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.pages.site import Page
    from generator.record.record import Record

BASE = "https://site.example/"
_FILLED = re.compile(r'<ol></ol>(?=<template)|<ul role="listbox"[^>]* hidden></ul>')
"""Lists that a script fills: each has the template of its items beside it, or suggests while somebody types."""


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the smallest record."""
    return written(tmp_path_factory.mktemp("least"), ONE_EVENT)


@pytest.fixture(scope="module", params=[pytest.param("full", marks=pytest.mark.slow), "least"])
def any_record(request: pytest.FixtureRequest) -> Record:
    """Give a full record, then the smallest."""
    found: Record = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def any_pages(any_record: Record) -> dict[str, Page]:
    """Give the pages of a full record, then of the smallest."""
    return made(any_record)


def handwritten() -> set[str]:
    """Give the paths of the pages in content/."""
    return {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.md")}


def targets(pages: Mapping[str, Page]) -> dict[str, set[str]]:
    """Give the addresses of pages, and under each the fragments that it offers, as far as they are set."""
    found = {address(page.src_uri): set(Tree(rendered(page)).values("*", "id")) for page in pages.values()}
    texts = {name: (ROOT / "content" / name).read_text(encoding="utf-8") for name in handwritten()}
    return found | {address(name): set(re.findall(r"\{#([\w-]+)\}", text)) for name, text in texts.items()}


@pytest.mark.slow
def test_a_body_can_be_drawn_again(full: Record) -> None:
    """No page uses up what it is drawn from: asked for twice, its body is the same."""
    pages = made(full).values()

    assert [page.src_uri for page in pages if page.body != page.body] == []


@pytest.mark.slow
def test_every_link_leads_somewhere(any_record: Record, any_pages: dict[str, Page]) -> None:
    """Every link of every page names a page that is made or hand-written, and a fragment that it has, or a file."""
    known = targets(any_pages) | {file.address: set() for file in data_files(any_record)}
    dead = set()
    for page in any_pages.values():
        tree = Tree(rendered(page))
        for link in (*tree.values("a", "href"), *tree.values("a", "xlink:href")):
            place, fragment = urldefrag(urljoin(BASE + address(page.src_uri), link))
            if not place.startswith(BASE):
                assert link.startswith(("https://", "http://", "webcal://")), (page.src_uri, link)
                continue
            offered = known.get(place.removeprefix(BASE).partition("?")[0])
            if offered is None or (fragment and unquote(fragment) not in offered):
                dead.add((page.src_uri, link))

    assert dead == set()


@pytest.mark.slow
def test_every_other_form_is_a_file(any_record: Record) -> None:
    """Every form in which a page says that machines have it is a file of the site, with and without an address."""
    for settings in (SETTINGS, Settings()):
        files = {file.address for file in data_files(any_record, settings)}
        pages = made(any_record, settings).values()
        named = {(page.src_uri, form["href"]) for page in pages for form in get_data(page.text)[1].get("forms", ())}

        assert {"index.md", "timeline/index.md", "status/index.md", "data/index.md"} <= {page for page, _ in named}
        assert {pair for pair in named if pair[1] not in files} == set()


def test_each_address_has_one_source(pages: dict[str, Page], full: Record) -> None:
    """No two pages share an address, and none takes that of a hand-written page."""
    addresses = [address(page.src_uri) for page in made(full).values()]

    assert len(addresses) == len(set(addresses)) == len(pages)
    assert not set(pages) & handwritten()


def test_every_entry_has_its_page(pages: dict[str, Page], full: Record) -> None:
    """Every event, year, channel, person, office, topic, place, publisher and tour has a page."""
    folders: dict[str, Iterable[object]] = {
        "events": full.by_id, "years": full.by_year, "channels": full.channels, "people": full.people,
        "offices": full.offices, "topics": full.topics, "places": full.places, "sources": full.publishers,
        "tours": full.tours,
    }  # fmt: skip
    wanted = {f"{folder}/{id_}.md" for folder, ids in folders.items() for id_ in ids}

    assert wanted <= set(pages)


def test_an_office_names_its_last_known_holder(pages: dict[str, Page]) -> None:
    """The index of offices says who was last seen in one whose holder is not known, as the counterparts do."""
    assert "Carl South</a>, last seen in post 9 January 2024" in rendered(pages["offices/index.md"])


def test_the_channels_page_says_what_its_states_mean(pages: dict[str, Page]) -> None:
    """Each state that the table shows leads to its meaning above it."""
    known, table = pages["channels/index.md"].text.split("<table", 1)

    assert all(f"glossary/#{state}" in known for state in set(re.findall(r'class="st (\w+)"', table)))
    assert "glossary/#open" in known


def test_publishers_of_most_documents_come_first(pages: dict[str, Page]) -> None:
    """The index of sources begins with those that the record rests on most."""
    numbers = re.findall(r'data-name="Documents">(\d+)', pages["sources/index.md"].text)

    assert len(numbers) > 1
    assert numbers == sorted(numbers, key=int, reverse=True)


def test_every_event_is_reached(pages: dict[str, Page], full: Record) -> None:
    """The timeline's list and the year's page name every event, each under an anchor of its own."""
    timeline = Tree(rendered(pages["timeline/index.md"]))

    for event in full.events:
        year = Tree(rendered(pages[f"years/{event.date.anchor.year}.md"]))
        for tree in (timeline, year):
            assert f"e-{event.id}" in tree.values("*", "id")
            assert f"../{'../' if tree is year else ''}events/{event.id}/" in tree.values("a", "href")


def test_a_list_too_long_for_a_page_is_left_to_the_years(full: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of too many events the timeline lists the major ones, and leads to the pages of the years for the others."""
    monkeypatch.setattr("generator.pages.press._LISTED", len(full.events) - 1)
    page = made(full)["timeline/index.md"]
    timeline = Tree(rendered(page))

    major = {f"e-{event.id}" for event in full.events if event.significance == "major"}
    assert {id_ for id_ in timeline.values("tr", "id") if id_} == major
    assert "data-listed" not in page.text
    assert "#e-" not in "".join(href for href in timeline.values("a", "href") if not href.startswith("../years/"))
    assert {f"../years/{year}/" for year in full.by_year} <= set(timeline.values("a", "href"))


def test_a_list_of_the_major_ones_begins_where_it_is_not_too_long(
    full: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of too many major events the timeline lists those of the last years, one at least, and says since when."""
    monkeypatch.setattr("generator.pages.press._LISTED", len(full.events) - 1)
    major = [event for event in full.events if event.significance == "major"]
    last = major[-1].date.anchor.year
    for most in (0, 3, len(major) - 1):
        monkeypatch.setattr("generator.pages.timeline_page._LEADING", most)
        page = made(full)["timeline/index.md"]
        listed = [id_ for id_ in Tree(rendered(page)).values("tr", "id") if id_]
        since = major[-len(listed)].date.anchor.year
        assert listed == [f"e-{event.id}" for event in major if event.date.anchor.year >= since]
        assert len(listed) <= most or since == last
        assert f"of major significance since {since}." in page.text


@pytest.mark.slow
def test_making_again_gives_the_same(pages: dict[str, Page], full: Record) -> None:
    """Two runs over one record agree in every character and in their order."""
    again = made(full)

    assert [(uri, page.text) for uri, page in again.items()] == [(uri, page.text) for uri, page in pages.items()]


def test_pages_are_sound(any_pages: dict[str, Page]) -> None:
    """On every page elements close in order, ids are unique, and headings go down by one level at most."""
    for page in any_pages.values():
        tree = Tree(rendered(page))
        ids = tree.values("*", "id")
        assert (tree.open, tree.misnested) == ([], []), page.src_uri
        assert len(ids) == len(set(ids)), page.src_uri
        levels = tree.headings if is_drawn(page) else [1, *tree.headings]
        assert levels[0] == 1, page.src_uri
        assert levels.count(1) == 1, page.src_uri
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.src_uri


def test_every_page_says_what_it_is(any_pages: dict[str, Page]) -> None:
    """Every page has a title and a description in one line."""
    for page in any_pages.values():
        head, _ = parts(page)
        assert head["title"], page.src_uri
        assert head["description"], page.src_uri
        assert "\n" not in head["description"]


@pytest.mark.slow
def test_markdown_leaves_drawn_pages_alone(any_pages: dict[str, Page]) -> None:
    """The builder's Markdown, with its extensions, gives back the HTML of a drawn page as it is."""
    for page in any_pages.values():
        if is_drawn(page):
            assert rendered(page).strip() == parts(page)[1].strip(), page.src_uri


def test_no_section_is_empty(any_pages: dict[str, Page]) -> None:
    """No heading stands without something under it."""
    for page in any_pages.values():
        html = _FILLED.sub("", rendered(page))
        assert not re.search(r"<h([23])[^>]*>(?:(?!</h\1>).)*</h\1>\s*</(?:section|div|aside)>", html), page.src_uri
        assert not re.search(r"<(ul|ol|dl|tbody|table|section|aside)[^>]*>\s*</\1>", html), page.src_uri


def test_pages_can_be_edited(pages: dict[str, Page], tmp_path: Path) -> None:
    """The page of an entry names the file that holds it; a page of many names none."""
    written(tmp_path)
    named = {page.src_uri: page.edit_path for page in pages.values() if page.edit_path}

    assert named["events/2022-05-01-halt.md"] == "events/2022/2022-05-01-halt.yml"
    assert named["offices/south-minister.md"] == "events/registry/offices.yml"
    assert "index.md" not in named
    assert all((tmp_path / path).is_file() for path in named.values())


@pytest.mark.slow
def test_the_site_is_named_in_citations_alone(full: Record) -> None:
    """What pages say of the site comes from the settings, and stands where something is cited or home tells it."""
    with_name = {page.src_uri for page in made(full).values() if SETTINGS.site_name in page.text}

    assert with_name == {
        "index.md", "data/index.md",
        *(f"{entry_address(one.kind, one.entry.id).rstrip('/')}.md" for one in lasting(full)),
    }  # fmt: skip
