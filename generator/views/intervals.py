"""Intervals: how long a channel usually waits between rounds, and when it waited long.

The usual interval is the median of the days between rounds, where at least three such times are known without a
gap of the record in them; else the interval that the registry expects. A time between two rounds, or since the last,
is long where it is more than one and a half times that, and than half a year: rounds a few days apart make no silence
of a month. Where no interval is known, the months count after which the channel is dormant.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.views.silences import lapses_of

if TYPE_CHECKING:
    from datetime import date

    from generator.record.record import Record
    from generator.views.silences import Lapse

FACTOR = 1.5
"""So many usual intervals make a time long."""
LEAST = 180
"""Shorter times than this are not, in days."""
_KNOWN = 3
"""So many times between rounds make an interval usual."""
_MONTH = 365.2425 / 12


@dataclass(frozen=True, slots=True)
class Usual:
    """How long a channel usually waits between rounds."""

    days: int
    """In days, rounded."""
    known: int
    """The number of times between rounds whose median it is; 0 where the registry expects it."""


def usual_interval(record: Record, channel_id: str, until: date) -> Usual | None:
    """Give how long a channel usually waits between rounds, by those that had begun by a day; nothing if not known."""
    lapses = lapses_of(record, channel_id, until)
    known = [lapse.days for lapse in lapses if lapse.ended_by and not lapse.across_gap]
    if len(known) >= _KNOWN:
        return Usual(round(median(known)), len(known))
    expected = record.channels[channel_id].interval_months
    return Usual(round(expected * _MONTH), 0) if expected else None


def long_lapses(record: Record, channel_id: str, until: date) -> tuple[Lapse, ...]:
    """Give the long times without a round up to a day, in the order of time; none for a channel without rounds."""
    channel, usual = record.channels[channel_id], usual_interval(record, channel_id, until)
    if not channel.rounds:
        return ()
    limit = max(FACTOR * usual.days, LEAST) if usual else channel.dormant_after_months * _MONTH
    return tuple(lapse for lapse in lapses_of(record, channel_id, until) if lapse.days > limit)
