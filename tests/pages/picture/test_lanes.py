"""Events lie in the lanes to which the record assigns them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.pages.picture.lanes import lanes, lanes_of
from tests.pages.picture.made import records, small
from tests.views.making import channel, event, record, turned

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

CHANNELS = {id_: channel(id_) for id_ in ("dpct", "mmca", "dtl")}
AT = "2023-01-01-x"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (event(AT, "talks", channel="dpct"), ["dpct"]),
        (event(AT, "talks", channel=["mmca", "dpct"]), ["mmca", "dpct"]),
        (event(AT, "talks", channel="unknown"), ["Other contacts"]),
        (event(AT, "statement", channel="dpct"), ["dpct"]),
        (event(AT, "appointment", channel="dpct"), ["Appointments, removals"]),
        (turned(AT, "resumption", dpct="open"), ["dpct"]),
        (turned(AT, "suspension", dpct="suspended", mmca="suspended"), ["dpct", "mmca"]),
        (turned(AT, "suspension", dpct="suspended", mmca="suspended", dtl="suspended"), ["Decisions"]),
        (turned(AT, "statement", dpct="open"), ["The world around"]),
        (event(AT, "agreement"), ["Decisions"]),
        (event(AT, "arms-sale"), ["Decisions"]),
        (event(AT, "sanction"), ["Decisions"]),
        (event(AT, "incident"), ["Incidents at sea, in the air"]),
        (event(AT, "transit"), ["Incidents at sea, in the air"]),
        (event(AT, "drill"), ["The world around"]),
        (event(AT, "context"), ["The world around"]),
    ],
)
def test_an_event_lies_where_its_kind_and_channels_say(one: Event, expected: list[str]) -> None:
    """Rounds lie in their channels, all else by what it is."""
    assert list(lanes_of(one, CHANNELS, ())) == expected


def test_what_began_a_break_lies_among_the_decisions() -> None:
    """Even as a round of a channel, the event that broke off lies where all channels meet."""
    assert lanes_of(event(AT, "suspension", channel="dpct"), CHANNELS, {AT}) == ("Decisions",)


def test_other_contacts_have_a_lane_only_where_there_are_any() -> None:
    """Without a contact outside the channels the lane is not there."""
    names = [lane.name for lane in lanes(small(), ()).around]
    assert names == ["Incidents at sea, in the air", "Decisions", "The world around"]
    added = record(event(AT, "meeting"))
    assert next(lane.name for lane in lanes(added, ()).around) == "Other contacts"


def test_lanes_go_by_level() -> None:
    """Channels stand from the leaders down to the theatres."""
    assert [lane.id for lane in lanes(small(), ()).channels] == ["leaders", "dpct", "mmca", "theatre"]


@given(records())
def test_no_event_is_without_a_lane(made: Record) -> None:
    """Each event lies in one lane at least, and in none twice."""
    found = lanes(made, ())
    placed = [event for lane in found for event in lane.events]
    assert {event.id for event in placed} == {event.id for event in made.events}
    assert all(len({event.id for event in lane.events}) == len(lane.events) for lane in found)
