"""Calendars, read back with the library that reads other people's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from generator.exports.calendars import calendars, events_ical, headline
from generator.pages.page import Settings
from generator.record.vocabulary import Status
from tests.views.making import channel, event, record

SITE = Settings("A timeline", "https://timeline.example/")
RECORD = record(
    event("2024-01-08-talks", date="2024-01-08/2024-01-09", channel="talks", place="virtual",
          title="Talks; first, *held*", revised=[{"date": "2026-11-23", "note": "A word."}]),
    event("2024-02-01-halt", "suspension", effects=[{"channel": "talks", "state": "suspended"}]),
    event("2024-09-00-visit", date="2024-09", status="planned", standing="unconfirmed"),
    event("2024-10-01-call", "call", status="cancelled", declined_by="us"),
    channel("talks", name="Yearly talks"), channel("line"), checked="2024-03-01",
)  # fmt: skip


def parsed(content: str | bytes) -> Any:  # noqa: ANN401  the library's values have a type for each property
    """Read a calendar."""
    return Calendar.from_ical(content)


def read(place: str, settings: Settings = SITE) -> Any:  # noqa: ANN401  as above
    """Read the calendar at an address."""
    return parsed({file.address: file.content for file in calendars(RECORD, settings)}[place])


def ids(place: str) -> list[str]:
    """Give the part of each UID before the sign, which is the event's id."""
    return [str(entry["uid"]).partition("@")[0] for entry in read(place).events]


def test_each_calendar_holds_its_events() -> None:
    """Everything, what lies ahead, and for each channel its rounds and the events that changed its state."""
    assert ids("calendar/all.ics") == [made.id for made in RECORD.events]
    assert ids("calendar/planned.ics") == ["2024-09-00-visit", "2024-10-01-call"]
    assert ids("calendar/channels/talks.ics") == ["2024-01-08-talks", "2024-02-01-halt"]
    assert ids("calendar/channels/line.ics") == []


def test_an_empty_calendar_is_a_calendar() -> None:
    """A calendar without an event still has the one component that RFC 5545 asks for."""
    assert [part.name for part in read("calendar/channels/line.ics").subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize(
    ("written", "first", "last", "said"),
    [
        ("2024-01-08", "2024-01-08", "2024-01-09", "t"),
        ("2024-01-08/2024-01-09", "2024-01-08", "2024-01-10", "t"),
        ("2024-01", "2024-01-01", "2024-02-01", "t (January 2024)"),
        ("2024-01-08~", "2024-01-08", "2024-01-09", "t (about 8 January 2024)"),
        ("[2024-01-08..2024-01-12]", "2024-01-08", "2024-01-13", "t (between 8 January 2024 and 12 January 2024)"),
        ("[..2024-01-08]", "2024-01-08", "2024-01-09", "t (on or before 8 January 2024)"),
        ("2024-01-08/..", "2024-01-08", "2024-01-09", "t (from 8 January 2024 on)"),
        ("2024", "2024-01-01", "2025-01-01", "t (2024)"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "t"),
    ],
)
def test_dates_become_whole_days(written: str, first: str, last: str, said: str) -> None:
    """An event fills the days that its date can mean, the end excluded; what they do not tell stands in the title."""
    made = event("2024-01-08-t", date=written)

    [entry] = parsed(events_ical(record(made), [made], SITE)).events

    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date.fromisoformat(first), date.fromisoformat(last))
    assert entry["summary"] == said
    assert entry["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("status", "word", "said"),
    [
        (None, "CONFIRMED", "t"),
        (Status.HELD, "CONFIRMED", "t"),
        (Status.PLANNED, "CONFIRMED", "Planned: t"),
        (Status.PROPOSED, "TENTATIVE", "Proposed: t"),
        (Status.POSTPONED, "CANCELLED", "Postponed: t"),
        (Status.REFUSED, "CANCELLED", "Refused: t"),
        (Status.CANCELLED, "CANCELLED", "Cancelled: t"),
    ],
)
def test_what_became_of_it(status: Status | None, word: str, said: str) -> None:
    """A calendar knows three states; the title says which of ours it was."""
    made = event("2024-01-08-t", status=status)

    [entry] = parsed(events_ical(record(made), [made], SITE)).events

    assert (entry["status"], entry["summary"]) == (word, said)
    assert headline(made) == said


def test_an_entry_in_full() -> None:
    """An entry says when it was entered and corrected, in plain words what happened, and where its page is."""
    entry = read("calendar/all.ics").events[0]

    assert str(entry["uid"]) == "2024-01-08-talks@timeline"
    assert entry["sequence"] == 1
    assert entry["created"].dt.isoformat() == "2026-11-22T00:00:00+00:00"
    assert entry["dtstamp"].dt == entry["last-modified"].dt
    assert entry["dtstamp"].dt.isoformat() == "2026-11-23T00:00:00+00:00"
    assert entry["location"] == "By video"
    assert entry.categories == ["talks", "talks"]
    assert entry["url"] == "https://timeline.example/events/2024-01-08-talks/"
    assert str(entry["description"]).splitlines() == [
        "It happened.", "Date: 8 to 9 January 2024.", "https://timeline.example/events/2024-01-08-talks/",
    ]  # fmt: skip


def test_doubt_and_refusal_are_said() -> None:
    """The description says who called a contact off, and how well an event is established."""
    visit, call = read("calendar/planned.ics").events

    assert "Standing: unconfirmed." in str(visit["description"])
    assert "Cancelled by us." in str(call["description"])


def test_without_an_address_of_the_site() -> None:
    """Where the site stands at no known address, addresses are left out, and the rest is the same."""
    calendar = read("calendar/all.ics", Settings("A timeline"))

    assert "source" not in calendar
    assert all("url" not in entry for entry in calendar.events)
    assert b"http" not in calendar.to_ical()
    assert [entry["uid"] for entry in calendar.events] == [entry["uid"] for entry in read("calendar/all.ics").events]


def test_names_of_calendars() -> None:
    """A calendar is named after the site and its channel, and tells where it can be had anew, and how often."""
    calendar = read("calendar/channels/talks.ics")

    assert calendar["name"] == calendar["x-wr-calname"] == "A timeline: Yearly talks"
    assert calendar["source"] == "https://timeline.example/calendar/channels/talks.ics"
    assert calendar["refresh-interval"].dt == timedelta(days=1)
    assert calendar["method"] == "PUBLISH"
