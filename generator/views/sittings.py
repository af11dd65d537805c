"""Who held an office on any of many days: one answer after another, each from the day on which it begins."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.views.holders import holdings
from generator.views.once import once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.record import Record
    from generator.views.holders import Holding


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is known of the holder of an office from a day on, until the next such answer."""

    start: date
    """The first day of which it is true."""
    holding: Holding | None
    """Who held the office, or that it was vacant; absent where it is not known."""
    last: Holding | None
    """The same or, where it is not known, the last that is known to have been before."""


@once
def sittings(record: Record, office_id: str, until: date) -> tuple[Sitting, ...]:
    """Give the answers for an office up to a day, in the order of time: each that of `holder_on`.

    Before the first of them nothing is known. Empty for an unknown office.
    """
    every = holdings(record, office_id, until)
    begun = (holding.start or holding.end for holding in every)
    over = (holding.end + timedelta(days=1) for holding in every if holding.end and holding.end < until)
    days = sorted({day for day in (*begun, *over) if day and day <= until})
    found: list[Sitting] = []
    for day in days:
        sitting = _sitting(every, day)
        if not found or (found[-1].holding, found[-1].last) != (sitting.holding, sitting.last):
            found.append(sitting)
    return tuple(found)


def sitting_on(found: Sequence[Sitting], day: date) -> Sitting | None:
    """Give the answer that holds on a day; nothing before the first."""
    place = bisect_right(found, day, key=lambda sitting: sitting.start)
    return found[place - 1] if place else None


def _sitting(every: Sequence[Holding], day: date) -> Sitting:
    holders = [holding for holding in every if holding.includes(day)]
    begun = [holding for holding in every if (holding.start or holding.end or date.max) <= day]
    holder = holders[-1] if holders else None
    return Sitting(day, holder, holder or (begun[-1] if begun else None))
