"""The days of change, and every channel on any of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.views.days import calendar
from generator.views.states import board, open_counts
from tests.views.making import channel, day, event, record, turned
from tests.views.test_spans_properties import DAYS, LAST, records

if TYPE_CHECKING:
    from generator.record.entry import Entry
    from generator.record.record import Record

UNTIL = day("2024-01-31")
TWO = (channel("dpct", rounds="false"), channel("mmca", rounds="false"))


def told(*entries: Entry, until: date = UNTIL) -> list[str]:
    """Say what changed, a line a channel and day: `2022-08-05 dpct none suspended`."""
    found = calendar(record(*entries), until).days()
    return [f"{one.day} {shift.channel.id} {shift.left} {shift.after.state}" for one in found for shift in one.shifts]


CASES: dict[str, tuple[list[Entry], list[str]]] = {
    "nothing": ([], []),
    "a channel that was never spoken of": ([*TWO], []),
    "two on one day": (
        [*TWO, turned("2022-08-05-halt", mmca="suspended", dpct="suspended")],
        ["2022-08-05 dpct none suspended", "2022-08-05 mmca none suspended"],
    ),
    "one suspension over another changes nothing": (
        [*TWO, turned("2022-08-05-halt", dpct="suspended"), turned("2022-10-01-again", dpct="suspended", mmca="open"),
         turned("2023-11-15-end", "resumption", dpct="open")],
        ["2022-08-05 dpct none suspended", "2022-10-01 mmca none open", "2023-11-15 dpct suspended open"],
    ),
    "one channel goes on under another name": (
        [*TWO, turned("2010-01-01-first", "talks", dpct="open"),
         turned("2014-05-06-renamed", "agreement", dpct="ended", mmca="open")],
        ["2010-01-01 dpct none open", "2014-05-06 dpct open ended", "2014-05-06 mmca none open"],
    ),
    "the last change of a day is the state at its end": (
        [*TWO, turned("2022-08-05-a", dpct="suspended"), turned("2022-08-05-b", "resumption", dpct="open")],
        ["2022-08-05 dpct none open"],
    ),
    "what has no day counts from the first that is possible": (
        [*TWO, turned("2022-08-00-halt", dpct="suspended", date="2022-08")], ["2022-08-01 dpct none suspended"]),
    "silence makes a day of change": (
        [channel("dpct", dormant_after_months="12"), turned("2020-01-14-talks", "talks", dpct="open")],
        ["2020-01-14 dpct none open", "2021-01-14 dpct open dormant"],
    ),
    "what comes later is not known": ([*TWO, turned("2024-02-01-later", "talks", dpct="open")], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_days_of_change(case: str) -> None:
    """Each day on which a channel's state became another has what it was and what it became."""
    entries, expected = CASES[case]

    assert told(*entries) == expected


def test_a_day_before_anything() -> None:
    """Every channel has its row on a day on which none of them existed yet."""
    made = calendar(record(*TWO, turned("2022-08-05-halt", dpct="suspended")), UNTIL)

    assert [(row.channel.id, row.state, row.last_held) for row in made.board(day("1971-07-09"))] == [
        ("dpct", "none", None), ("mmca", "none", None)]  # fmt: skip


def test_a_day_after_the_last_one_checked() -> None:
    """It is answered as that day is, and what happened in between is not known."""
    later = event("2024-06-01-later", channel="dpct", effects=[{"channel": "dpct", "state": "open"}])
    made = calendar(record(*TWO, later, checked="2024-01-31"), day("2026-11-22"))

    assert made.until == UNTIL
    assert made.board(day("2026-11-22")) == made.board(UNTIL)
    assert [row.state for row in made.board(UNTIL)] == ["none", "none"]


@pytest.mark.parametrize(("asked", "last"), [
    ("2022-01-07", None), ("2022-01-08", "2022-01-08-first"), ("2023-01-07", "2022-01-08-first"),
    ("2023-01-08", "2023-01-08-second"), ("2024-01-31", "2023-01-08-second"),
])  # fmt: skip
def test_the_last_contact_of_a_day(asked: str, last: str | None) -> None:
    """A row has the last contact held that had begun by the day."""
    rounds = (
        event("2022-01-08-first", channel="dpct", date="2022-01-08/2022-01-10"),
        event("2023-01-08-second", channel="dpct"), event("2023-06-01-no", channel="dpct", status="refused"),
    )  # fmt: skip
    [row] = calendar(record(channel("dpct"), *rounds), UNTIL).board(day(asked))

    assert (row.last_held and row.last_held.id) == last


@given(records(), DAYS)
def test_the_calendar_answers_as_the_board_does(made: Record, asked: date) -> None:
    """On any day the calendar's rows are those of the board, and its days are those on which the counts are given."""
    known = calendar(made, LAST)

    assert known.board(asked) == board(made, asked)
    assert [one.day for one in known.days()] == [start for start, _ in open_counts(made, LAST)]


@given(records())
def test_each_day_of_change_leads_from_one_board_to_the_next(made: Record) -> None:
    """What a day of change names is the whole difference between its board and that of the day of change before."""
    known = calendar(made, LAST)
    spans = {row.channel.id: row.span for row in known.board(date.min)}

    for one in known.days():
        now = {row.channel.id: row.span for row in known.board(one.day)}
        changed = {shift.channel.id: (shift.before, shift.after) for shift in one.shifts}
        assert changed == {id_: (spans[id_], now[id_]) for id_ in now if now[id_] != spans[id_]}
        spans = now
