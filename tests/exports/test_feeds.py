"""Feeds, read back as readers' programs read them."""

from __future__ import annotations

import json
from typing import Any

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest

from generator.exports.feeds import MOST, events_feed, feeds
from generator.pages.page import Settings
from tests.views.making import channel, event, person, record

SITE = Settings("A timeline", "https://timeline.example/")
TALKS = event(
    "2024-01-08-talks", channel="line", title="Talks & <more>", added="2024-02-01", standing="single-source",
    summary="They met after [the halt](event:2022-05-01-halt) & *spoke*.", participants={"us": [{"person": "ann"}]},
    revised=[{"date": "2024-03-01", "note": "The place, see [them](person:ann)."}],
)  # fmt: skip
RECORD = record(
    TALKS,
    event("2022-05-01-halt", "suspension", added="2024-02-02", effects=[{"channel": "line", "state": "suspended"}]),
    event("2023-05-01-law", "law", added="2024-02-03"), channel("line", name="The line"), channel("idle"),
    person("ann", name="Ann"), person("bob"),
)  # fmt: skip
FILES = {file.address: str(file.content) for file in feeds(RECORD, SITE)}
FORMS = ("atom", "rss", "json")


def read(name: str) -> Any:  # noqa: ANN401  the library has no types
    """Read a feed in Atom or RSS, which has to be well-formed."""
    found = feedparser.parse(FILES[name], response_headers={"content-type": "application/xml; charset=utf-8"})
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_there_is_a_feed_for_each() -> None:
    """The whole record and each channel with events have every form of feed, a person with events Atom; others none."""
    assert set(FILES) == {f"feeds/{name}.{form}" for name in ("changes", "channels/line") for form in FORMS} | {
        "feeds/people/ann.atom"
    }  # fmt: skip


def test_without_an_address_there_are_none() -> None:
    """Where it is not known where the site stands no feed is written: its links could lead nowhere."""
    assert list(feeds(RECORD, Settings("A timeline"))) == []


@pytest.mark.parametrize("name", ["feeds/changes.atom", "feeds/changes.rss"])
def test_a_feed_tells_what_is_new(name: str) -> None:
    """Items go by the days of the record, name their event's page, and say what was corrected."""
    found = read(name)

    assert found.feed.title == "A timeline"
    assert found.feed.link == "https://timeline.example/changes/"
    assert [(entry.title, entry.link) for entry in found.entries[:2]] == [
        ("Corrected: Talks & <more>", "https://timeline.example/events/2024-01-08-talks/"),
        ("law", "https://timeline.example/events/2023-05-01-law/"),
    ]
    days = [(entry.published_parsed.tm_mon, entry.published_parsed.tm_mday) for entry in found.entries]
    assert days == [(3, 1), (2, 3), (2, 2), (2, 1)]
    [itself] = [link.href for link in found.feed.links if link.rel == "self"]
    assert itself == f"https://timeline.example/{name}"


def test_texts_are_safe_html_with_whole_addresses() -> None:
    """Markup of the record's prose is kept, whatever else it holds is escaped, and links hold outside the site."""
    [item] = json.loads(FILES["feeds/channels/line.json"])["items"][:1]

    assert item["content_html"] == (
        '<p><b>Corrected:</b> The place, see <a rel="external noopener" href="https://timeline.example/people/ann/">them'
        "</a>.</p><p>8 January 2024, talks, held, one secondary source.</p><p>They met after "
        '<a rel="external noopener" href="https://timeline.example/events/2022-05-01-halt/">the halt</a> &amp; '
        "<em>spoke</em>.</p>"
    )
    assert item["tags"] == ["talks", "The line"]
    assert item["date_published"] == "2024-03-01T00:00:00Z"


def test_json_feed() -> None:
    """The JSON form names its version, itself, its page and its author, and its items' ids are those of the others."""
    made = json.loads(FILES["feeds/channels/line.json"])

    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert made["title"] == "A timeline: The line"
    assert made["feed_url"] == "https://timeline.example/feeds/channels/line.json"
    assert made["home_page_url"] == "https://timeline.example/channels/line/"
    assert made["authors"] == [{"name": "The contributors to A timeline"}]
    assert [item["id"] for item in made["items"]] == [entry.id for entry in read("feeds/channels/line.atom").entries]
    assert [item["id"] for item in made["items"]] == [entry.id for entry in read("feeds/channels/line.rss").entries]


def test_a_channel_has_its_rounds_and_changes() -> None:
    """The feed of a channel holds the events that were a round of it or changed its state, that of a person theirs."""
    assert [entry.title for entry in read("feeds/channels/line.atom").entries] == [
        "Corrected: Talks & <more>", "halt", "Talks & <more>",
    ]  # fmt: skip
    assert len(read("feeds/people/ann.atom").entries) == 2


def test_ids_outlive_the_host_and_the_name() -> None:
    """An item keeps its id when the site moves, and when its event is renamed."""
    moved = Settings("Another", "https://elsewhere.example/sub/")
    renamed = TALKS.model_copy(update={"id": "2024-01-08-renamed", "formerly": ("2024-01-08-talks", "2024-01-08-b")})

    def ids(events: list[Any], settings: Settings) -> list[str]:
        return [item["id"] for item in json.loads(events_feed(record(*events), events, settings, "json"))["items"]]

    known = ids([TALKS], SITE)
    assert len(set(known)) == 2
    assert all(id_.startswith("urn:uuid:") for id_ in known)
    assert known == ids([TALKS], moved) == ids([renamed], SITE)


def test_a_feed_ends_somewhere() -> None:
    """A feed holds the newest of many items, and tells the day of the newest as its own."""
    many = [event(f"2024-01-08-{number}", added=f"2024-02-{1 + number % 28:02}") for number in range(MOST + 5)]

    made = feedparser.parse(events_feed(record(*many), many, SITE, "atom"))

    assert len(made.entries) == MOST
    assert made.feed.updated == made.entries[0].updated == "2024-02-28T00:00:00Z"
