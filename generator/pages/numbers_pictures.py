"""The pictures of the page of numbers, from the values of the views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.intervals import Interval, intervals
from generator.pages.picture.lapses import lapses
from generator.pages.picture.year_bars import Bars, year_bars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from generator.record.record import Record
    from generator.views.depth import Depth
    from generator.views.figures import Reported
    from generator.views.numbers import YearTable
    from generator.views.silences import Quiet

_TALL = 40
"""Columns of the chart of coverage, which has the largest numbers, in pixels."""


def year_table(table: YearTable, name: Callable[[str], str], until: date, width: float, words: str) -> str:
    """Draw a table of years, a row for each thing counted, all to one height."""
    most = max((number for row in table.rows for number in row.numbers), default=0)
    rows = [Bars(name(row.key), row.numbers, str(row.total), most) for row in table.rows]
    return year_bars(table.years[0], until, rows, width, words)


def silences(found: Sequence[Quiet], until: date, width: float, words: str) -> str:
    """Draw the longest and the present silence of each channel."""
    return lapses(found, until, width, words)


def counts(record: Record, found: Sequence[Reported], width: float, words: str) -> str:
    """Draw reported counts with their bounds."""
    return intervals([_interval(record, one) for one in found], width, words)


def depth(found: Sequence[Depth], until: date, width: float, words: str) -> str:
    """Draw what the record holds of each year: numbers of events to one height, the two others each to its own."""
    most = max(one.events for one in found)
    events, citations = sum(one.events for one in found), sum(one.citations for one in found)
    each = tuple(round(one.per_event, 1) for one in found)
    gaps = tuple(one.gaps for one in found)
    rows = [
        Bars("Events", tuple(one.events for one in found), str(events), most),
        Bars("Contacts held", tuple(one.contacts for one in found), _sum(one.contacts for one in found), most),
        Bars("Both accounts", tuple(one.both for one in found), _sum(one.both for one in found), most),
        Bars("One secondary source", tuple(one.single for one in found), _sum(one.single for one in found), most),
        Bars("Sources per event", each, f"mean {citations / events:.1f}" if events else "", max(each)),
        Bars("Known gaps", gaps, "", max(gaps)),
    ]
    return year_bars(found[0].year, until, rows, width, words, tall=_TALL)


def _sum(numbers: Iterable[int]) -> str:
    return str(sum(numbers))


def _interval(record: Record, one: Reported) -> Interval:
    party = record.parties.get(one.figure.by or "")
    by = party.short if party else one.figure.by
    said = f"{one.figure.value}, {by}" if by else one.figure.value
    return Interval(one.event.date.anchor.year, one.figure.label, said, one.low, one.high)
