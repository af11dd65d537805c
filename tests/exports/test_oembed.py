"""oEmbed: the pages that say how to frame them, and what they answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.exports.oembed import oembeds
from generator.pages.page import Settings
from tests.pages.full_record import FULL, SETTINGS, made, written
from tests.pages.reading_html import Tree, parts
from tests.pages.test_escaping import HOSTILE, poisoned
from tests.views.making import channel, event, person, record

if TYPE_CHECKING:
    from generator.pages.site import Page
    from generator.record.record import Record

SMALL = record(
    event("2023-02-01-talks", channel="line", participants={"us": [{"person": "ann"}]}),
    event("2023-03-01-halt", "suspension", effects=[{"channel": "other", "state": "suspended"}]),
    channel("line"), channel("other"), channel("idle"), person("ann"), person("bob"),
)  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the record with every kind of entry."""
    return written(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def pages(full: Record) -> dict[str, Page]:
    """Give its pages."""
    return made(full)


def answers(made: Record) -> dict[str, dict[str, Any]]:
    """Give the answers by address."""
    return {file.address: json.loads(file.content) for file in oembeds(made, SETTINGS)}


def frame(answer: dict[str, Any]) -> dict[str, str]:
    """Give the attributes of the one frame that an answer holds."""
    [(tag, attributes)] = Tree(answer["html"]).elements
    assert tag == "iframe"
    return attributes


def test_what_has_events_can_be_framed() -> None:
    """The timeline, every event, and each channel, person and topic with events has an answer."""
    assert list(answers(SMALL)) == [
        f"{place}/oembed.json"
        for place in ("timeline", "events/2023-02-01-talks", "events/2023-03-01-halt", "channels/line",
                      "channels/other", "people/ann")
    ]  # fmt: skip


def test_answers_are_whole() -> None:
    """Every answer has the fields that oEmbed 1.0 asks of the type, and its frame shows what the page is about."""
    for answer in answers(SMALL).values():
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert {"html", "width", "height", "title", "provider_name", "provider_url"} <= set(answer)
        assert frame(answer)["src"].startswith("https://timeline.example/embed/")

    asked = {place: parse_qs(urlsplit(frame(one)["src"]).query) for place, one in answers(SMALL).items()}
    assert asked["timeline/oembed.json"] == {}
    assert asked["events/2023-02-01-talks/oembed.json"]["event"] == ["2023-02-01-talks"]
    assert asked["events/2023-02-01-talks/oembed.json"]["channel"] == ["line"]
    assert asked["people/ann/oembed.json"]["person"] == ["ann"]
    assert asked["channels/other/oembed.json"]["channel"] == ["other"]


@pytest.mark.slow
def test_pages_lead_to_their_answers(full: Record, pages: dict[str, Page]) -> None:
    """The answers that pages name among their forms are those that are there; an event has the code to copy."""
    named = {form["href"] for page in pages.values() for form in parts(page)[0].get("forms", ())}

    assert {one for one in named if one.endswith("oembed.json")} == set(answers(full))
    assert 'data-copy="oembed.json"' in pages[f"events/{FULL}.md"].text


def test_nothing_breaks_out(full: Record) -> None:
    """Whatever a title holds stays inside the frame's attributes."""
    for answer in answers(poisoned(full)).values():
        assert set(frame(answer)) == {"src", "title", "width", "height", "style", "loading"}
        assert answer["title"] in {"Every event", HOSTILE}


@pytest.mark.slow
def test_without_an_address_of_the_site(full: Record) -> None:
    """A frame takes a whole address: where it is not known, nothing is said of frames."""
    settings = Settings("A timeline")

    assert list(oembeds(full, settings)) == []
    assert all("oembed" not in page.text for page in made(full, settings).values())
