"""What pages tell machines within themselves: JSON-LD that can be read, true to the record, and cannot break out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.page import Settings
from generator.pages.press import Press
from generator.pages.schema_org import event_nodes, person_nodes, script
from tests.conftest import real_reading
from tests.pages.full_record import FULL, SETTINGS, made
from tests.pages.reading_html import parts
from tests.pages.test_escaping import HOSTILE, poisoned
from tests.views.making import event, office, person, post, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.site import Page
    from generator.record.record import Record

HELD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
THING = {"name", "alternateName", "description", "identifier", "url", "mainEntityOfPage", "subjectOf"}
WORK = {"publisher", "datePublished", "dateModified", "inLanguage", "license", "about", "keywords", "creator",
        "isAccessibleForFree", "temporalCoverage", "version", "encodingFormat"}  # fmt: skip
HAPPENING = {"startDate", "endDate", "eventStatus", "location", "attendee", "superEvent", "about"}
PROPERTIES = {
    "Event": THING | HAPPENING, "EventSeries": THING | HAPPENING,
    "Person": THING | {"familyName", "honorificPrefix", "affiliation", "hasOccupation"},
    "Organization": THING, "Place": THING | {"containedInPlace"}, "VirtualLocation": THING, "Occupation": THING,
    "Role": THING | {"startDate", "endDate", "hasOccupation"}, "CreativeWork": THING | WORK,
    "WebPage": THING | WORK, "WebSite": THING | WORK, "Dataset": THING | WORK | {"distribution"},
    "DataDownload": THING | WORK | {"contentUrl"}, "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"}, "Thing": THING,
}  # fmt: skip
"""Types of schema.org (29.0) with those of their properties, own and inherited, that this site uses."""


def told(page: Page) -> list[dict[str, Any]]:
    """Give what a page tells, as a reader of JSON-LD sees it; nothing where it tells nothing."""
    found = HELD.findall(page.text)
    assert len(found) <= 1
    graph: dict[str, Any] = json.loads(found[0]) if found else {"@graph": []}
    nodes: list[dict[str, Any]] = graph.get("@graph", [graph])
    return nodes


def every(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON of any shape
    """Give a node and those within it."""
    if isinstance(node, list):
        for one in node:
            yield from every(one)
    elif isinstance(node, dict):
        yield node
        for value in node.values():
            yield from every(value)


def node_of(*entries: Any, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  entries of any kind
    """Give the node of an event in a small record."""
    made = record(event("2023-02-01-it", **fields), *entries)
    return event_nodes(Press(made, SETTINGS), made.events[0], [])[0]


@pytest.mark.slow
def test_the_words_are_those_of_schema_org() -> None:
    """Every node of every page of the real record has a type of schema.org and properties that the type has."""
    pages = made(real_reading().record)
    kinds = set()
    for page in pages.values():
        for node in every(told(page)):
            unknown = set(node) - PROPERTIES[node["@type"]] - {"@type", "@id", "@context"}
            assert not unknown, (page.src_uri, node["@type"])
            kinds.add(node["@type"])

    assert kinds == set(PROPERTIES)


def test_kinds_of_pages_say_what_they_are_about(pages: dict[str, Page]) -> None:
    """Pages of events, channels, people and publishers, home and data say first what they are about."""
    wanted = {
        f"events/{FULL}.md": "Event", "channels/talks.md": "EventSeries", "people/an-bei.md": "Person",
        "sources/north-ministry.md": "Organization", "index.md": "WebSite", "data/index.md": "Dataset",
    }  # fmt: skip

    assert {name: told(pages[name])[0]["@type"] for name in wanted} == wanted


def test_an_event(pages: dict[str, Page]) -> None:
    """An event tells days, place, who took part, its channel and its sources, each under its whole address."""
    it, way = told(pages[f"events/{FULL}.md"])

    assert (it["startDate"], it["endDate"]) == ("2024-01-08", "2024-01-09")
    assert it["@id"] == f"https://timeline.example/events/{FULL}/#event"
    assert it["eventStatus"] == "https://schema.org/EventScheduled"
    assert it["location"]["@type"] == "Place"
    assert [one["@id"] for one in it["attendee"]] == [
        f"https://timeline.example/people/{id_}/#person" for id_ in ("bo-dong", "carl-south", "dora-guest")
    ]
    assert it["superEvent"][0]["@id"] == "https://timeline.example/channels/talks/#channel"
    assert len(it["subjectOf"]) == 3
    assert it["mainEntityOfPage"]["license"].startswith("https://creativecommons.org/")
    assert [step["item"] for step in way["itemListElement"]][:2] == [
        "https://timeline.example/timeline/", "https://timeline.example/years/2024/",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023-02-01", "2023-02-01", None),
        ("2023-02-01/2023-02-03", "2023-02-01", "2023-02-03"),
        ("2023-02", "2023-02", None),
        ("2023-02-XX", "2023-02", None),
        ("2023", "2023", None),
        ("2023-02-01/..", "2023-02-01", None),
        ("../2023-02-01", None, "2023-02-01"),
        ("2023-02-01?", None, None),
        ("2023-02~/2023-03", None, "2023-03"),
        ("[2023-02-01..2023-02-05]", None, None),
        ("2023-21", None, None),
    ],
)
def test_only_certain_days_are_told(written: str, start: str | None, end: str | None) -> None:
    """A date is told as far as ISO 8601 can tell it, and what is doubtful is left out."""
    node = node_of(kind="incident", date=written)

    assert (node.get("startDate"), node.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("status", "told_as"),
    [(None, "EventScheduled"), ("planned", "EventScheduled"), ("postponed", "EventPostponed"),
     ("cancelled", "EventCancelled"), ("refused", None), ("proposed", None)],
)  # fmt: skip
def test_what_became_of_a_contact(status: str | None, told_as: str | None) -> None:
    """A contact tells what became of it where the vocabulary has a word for it, and who attended only where held."""
    node = node_of(person("ann"), kind="call", status=status, place="by-telephone",
                   participants={"us": [{"person": "ann"}]})  # fmt: skip

    assert node.get("eventStatus") == (told_as and f"https://schema.org/{told_as}")
    assert ("attendee" in node) == (status is None)
    assert node["location"] == {"@type": "VirtualLocation", "name": "By telephone"}


def test_an_event_that_is_no_contact_has_no_status() -> None:
    """An incident was not scheduled, and nobody attended it."""
    assert "eventStatus" not in node_of(kind="incident")


def test_a_person_tells_posts() -> None:
    """A person tells each post with its days, as far as they are certain."""
    made = record(office("us-head"), person("ann", post("us-head", "2020-01-01", "2022-12~")))
    ann = made.people["ann"]
    node = person_nodes(Press(made, SETTINGS), ann, [("Head", one) for one in ann.posts], "General")[0]

    assert node["hasOccupation"] == [
        {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": "Head"}, "startDate": "2020-01-01"}
    ]
    assert node["honorificPrefix"] == "General"


def test_without_an_address_of_the_site(full: Record) -> None:
    """Where it is not known where the site stands, addresses lead from the page."""
    it = told(made(full, Settings("A timeline"))[f"events/{FULL}.md"])[0]

    assert it["@id"] == f"../../events/{FULL}/#event"


def test_nothing_breaks_out(full: Record) -> None:
    """Whatever a contributor writes stays inside the element, and reads as it was typed."""
    page = made(poisoned(full))[f"events/{FULL}.md"]

    assert told(page)[0]["name"] == HOSTILE
    body = parts(page)[1]
    assert body.count("<script") == body.count("</script") == 1
    assert script([{"@type": "Thing", "name": "</script><!--\u2028&"}]).count("<") == 2
