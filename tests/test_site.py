"""The built site as files: every link leads somewhere, and nothing comes from elsewhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from generator.views.published import lasting
from tests.conftest import real_reading

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

OWN = "https://open-channel.example/"
BELOW = "https://a.example/sub/"
WRITTEN = {".atom", ".bib", ".ics", ".json", ".ris", ".rss", ".xml"}
"""Endings of texts, but pages, that name addresses of the site."""
ADDRESS = re.compile(rf"{re.escape(OWN)}[\w/.~#?=&%-]*")
LOADS = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src")}


class Links(HTMLParser):
    """Collects what a page refers to and the anchors that it offers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep addresses and ids."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif value and (tag, name) in LOADS and ("rel", "canonical") not in attrs:
                self.loads.append(value)
            elif value and tag == "a" and name in ("href", "xlink:href"):
                self.links.append(value)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Links]:
    """Give every page of the built site by its address."""
    found = {}
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found[address] = Links(path.read_text(encoding="utf-8"))
    return found


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Links]) -> None:
    """Every link to the site itself names a file that is there, and every anchor one that its page has."""
    dead = set()
    for address, page in pages.items():
        for link in page.links + page.loads:
            target = urlsplit(urljoin(OWN + address, link))
            if f"{target.scheme}://{target.netloc}/" != OWN:
                continue
            path = unquote(target.path).lstrip("/")
            known = pages[path].ids if path in pages else [target.fragment]
            if not (site / (path or ".")).exists() or (target.fragment and unquote(target.fragment) not in known):
                dead.add((address, link))

    assert dead == set()


def _unfolded(path: Path) -> str:
    """Give the text of a file; calendars fold their lines."""
    return path.read_bytes().decode().replace("\r\n ", "")


def test_addresses_in_data_lead_somewhere(site: Path) -> None:
    """Every address of the site in feeds, calendars, citations, the sitemap and JSON names a file of it."""
    dead, asked = set(), set()
    for path in (path for path in site.rglob("*") if path.suffix in WRITTEN):
        text = _unfolded(path)
        for address in ADDRESS.findall(text):
            asked.add(path.suffix)
            target = unquote(urlsplit(address.rstrip(".")).path).lstrip("/")
            if not (site / (target or ".")).exists():
                dead.add((path.relative_to(site).as_posix(), address))

    assert dead == set()
    assert asked == WRITTEN


def test_below_a_path_nothing_else_changes(site: Path, sub_site: Path) -> None:
    """A site below a path differs from one at a host's root by its address alone: every link holds there too."""
    texts = [path.relative_to(site) for path in site.rglob("*") if path.suffix in WRITTEN | {".html", ".js", ".css"}]
    differing = []
    for name in texts:
        below = _unfolded(sub_site / name).replace(BELOW, OWN).replace(BELOW[8:], OWN[8:])
        if name.name == "404.html":  # shown at any address, so that its own are whole
            below = re.sub(r'(href|src|action)="/sub/', r'\1="/', below)
        searched = name.parts[0] == "search" and name.suffix == ".json"  # finds the words of the address, too
        if below != _unfolded(site / name) and not searched:
            differing.append(name.as_posix())

    assert differing == []


def test_ids_are_unique(pages: dict[str, Links]) -> None:
    """No page uses an id twice."""
    assert [address for address, page in pages.items() if len(set(page.ids)) != len(page.ids)] == []


def test_titles_are_unique(site: Path) -> None:
    """Two pages in two tabs, or in the results of a search, are told apart by their titles."""
    titles = [
        re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"), re.DOTALL) for path in site.rglob("*.html")
    ]
    counted = Counter(found[1].strip() for found in titles if found)

    assert len(titles) > 1
    assert None not in titles
    assert [title for title, times in counted.items() if times > 1] == []


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Links]) -> None:
    """No page asks another host for a script, a style, a picture or a frame."""
    loads = {load for page in pages.values() for load in page.loads}
    foreign = {load for load in loads if not urljoin(OWN, load).startswith(OWN)}

    assert foreign == set()


def test_every_entry_has_its_page(site: Path) -> None:
    """Every event, channel, person, office, topic, place and publisher of the record has a page at its address."""
    record = real_reading().record
    wanted = [f"events/{event.id}" for event in record.events]
    for section in ("channels", "people", "offices", "topics", "places"):
        wanted += [f"{section}/{id_}" for id_ in getattr(record, section)]
    wanted += [f"sources/{id_}" for id_ in record.publishers] + [f"years/{year}" for year in record.by_year]

    assert [address for address in wanted if not (site / address / "index.html").is_file()] == []


def test_no_former_address_is_lost(site: Path, pages: dict[str, Links]) -> None:
    """Every former id of an event still has its address, with a link to the present one."""
    moved = [(former, event.id) for event in real_reading().record.events for former in event.formerly]

    assert moved
    for former, present in moved:
        assert (site / f"events/{present}/index.html").is_file()
        assert f"../{present}/" in pages[f"events/{former}/"].links


def test_every_page_has_a_picture(site: Path) -> None:
    """Every page but those for frames names a picture by its whole address, with its words, and the file is there."""
    for path in site.rglob("index.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        told = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]+)">', head))
        if "og:title" in told:
            assert (site / told["og:image"].removeprefix(OWN)).is_file(), path
            assert told["og:image:alt"], path
            assert told["twitter:card"] == "summary_large_image", path


def test_the_sitemap_names_every_page(site: Path, pages: dict[str, Links]) -> None:
    """The sitemap names every page that stands for itself, an event's with the day of its entry's last change."""
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {
        (one.findtext(f"{space}loc") or "").removeprefix(OWN): one.findtext(f"{space}lastmod")
        for one in ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314  our own file
    }
    record = real_reading().record
    moved = {f"{kind}s/{former}/" if kind != "person" else f"people/{former}/"
             for kind, entry, _ in lasting(record) for former in entry.formerly}  # fmt: skip

    assert set(found) == set(pages) - moved - {"404.html", "embed/"}
    assert {event.id: found[f"events/{event.id}/"] for event in record.events} == {
        event.id: str(event.changed) for event in record.events
    }
    assert found["explained/hotlines/"] is None
    assert f"Sitemap: {OWN}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_the_api_holds_every_event(site: Path) -> None:
    """`/api/v1/events.json` holds every event of the record, and each one alone is the same."""
    events = json.loads((site / "api/v1/events.json").read_text(encoding="utf-8"))["events"]

    assert [event["id"] for event in events] == [event.id for event in real_reading().record.events]
    for event in events:
        alone = json.loads((site / f"api/v1/events/{event['id']}.json").read_text(encoding="utf-8"))
        assert alone == event
