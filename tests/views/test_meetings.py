"""Who met whom: counterpart offices with their holders, and the counterparts of a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.views.contacts import between, not_held, pair_rows
from generator.views.holders import pairs
from generator.views.meetings import Pause, encounters, longest, meetings, pauses
from tests.views.making import day, event, office, person, post, record

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

UNTIL = day("2024-01-31")
OFFICES = (office("prc-minister"), office("us-secretary", counterpart="prc-minister"))
AUSTIN = person("austin", post("us-secretary", "2021-01-22"))
WEI = person("wei", post("prc-minister", "2018-03-19", "2023-03-12"), party="prc")
AIDE = person("aide", party="prc")


def meeting(id_: str, prc: object, us: object = "austin", **fields: str) -> Event:
    """Make a meeting of one from each side."""
    return event(id_, "meeting", participants={"us": [us], "prc": [prc]}, **fields)


def made(*events: Event) -> Record:
    """Put events beside two ministers and their offices."""
    return record(*OFFICES, AUSTIN, WEI, AIDE, *events)


TWO_DAYS = meeting("2022-06-10-two-days", "wei", date="2022-06-10/2022-06-12")
UNNAMED = meeting("2022-11-22-unnamed", {"office": "prc-minister"})
REFUSED = meeting("2023-02-04-refused", "wei", status="refused", declined_by="prc")
PLANNED = meeting("2024-05-31-planned", {"office": "prc-minister"}, status="planned")
RETIRED = meeting("2023-06-02-retired", "wei")
LATER = meeting("2024-02-20-later", {"office": "prc-minister"})


def test_each_meeting_names_who_sat_there() -> None:
    """By name where one is recorded, else the office; after the holder left, nobody met as the holder."""
    world = made(TWO_DAYS, UNNAMED, REFUSED, RETIRED, LATER)
    found = meetings(world, pairs(world)[0], UNTIL)

    assert [(one.event, one.first[0].person, one.second[0].person, one.days_since_previous) for one in found] == [
        (TWO_DAYS, "wei", "austin", None), (UNNAMED, None, "austin", 163)]  # fmt: skip


def test_what_was_not_held_stands_apart() -> None:
    """What was refused and what is planned are no meetings, and are not lost."""
    world = made(TWO_DAYS, REFUSED, PLANNED, event("2023-03-01-word", "statement", participants={"prc": ["wei"]}))
    pair = pairs(world)[0]

    assert not_held(world, pair) == (REFUSED, PLANNED)
    assert between(world, pair) == (TWO_DAYS,)


def test_the_longest_silence() -> None:
    """It lies between two meetings or lasts; without a meeting there is none."""
    world = made(TWO_DAYS, UNNAMED)
    found = pauses(meetings(world, pairs(world)[0], UNTIL), UNTIL)

    assert [(one.days, one.lasts) for one in found] == [(163, False), (435, True)]
    assert longest(found) == Pause(day("2022-11-22"), UNTIL, lasts=True)
    assert longest(pauses((), UNTIL)) is None


def test_meetings_that_overlap_have_no_silence_between() -> None:
    """A meeting within a longer one comes no days after it."""
    world = made(TWO_DAYS, meeting("2022-06-11-within", "wei"))

    between_, _ = pauses(meetings(world, pairs(world)[0], UNTIL), UNTIL)
    assert between_.days == 0


def test_the_counterparts_of_a_person() -> None:
    """Everybody of another party in the same held contacts, the most frequent first, each contact once."""
    both = event("2022-06-10-both", "talks", participants={"us": ["austin"], "prc": ["aide", "wei", "wei"]})
    world = made(both, meeting("2022-07-01-wei", "wei"), REFUSED, LATER, meeting("2024-02-21-after", "wei"))

    assert [(one.person.id, len(one.events)) for one in encounters(world, "austin", UNTIL)] == [("wei", 2), ("aide", 1)]
    assert [(one.person.id, len(one.events)) for one in encounters(world, "aide", UNTIL)] == [("austin", 1)]
    assert encounters(world, "unknown", UNTIL) == ()


@given(st.lists(st.dates(date(2021, 2, 1), date(2023, 3, 1)), max_size=8))
def test_the_last_silence_is_that_of_the_board(days: list[date]) -> None:
    """The time since the last meeting begins where the board of pairs has the end of the last contact."""
    world = made(*(meeting(f"{when}-{number}", "wei") for number, when in enumerate(days)))
    [row] = pair_rows(world, UNTIL)
    found = pauses(meetings(world, row.pair, UNTIL), UNTIL)

    assert (found[-1].since if found else None) == (row.last and row.last.date.end)
    assert len(found) == len(days)
