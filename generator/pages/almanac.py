"""What the pages of all days share: the calendar of states, who sat in which office, the chart of counts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.picture.counts import chart
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.seats import pair_name, seat
from generator.pages.widths import PAGE
from generator.views.days import calendar
from generator.views.holders import pairs
from generator.views.sittings import sittings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.pages.picture.counts import Chart
    from generator.pages.press import Press
    from generator.pages.seats import Seat
    from generator.record.registry import Office
    from generator.views.holders import Pair
    from generator.views.sittings import Sitting

_THUMB = 16
"""The width of the slider's thumb in pixels; its middle goes from end to end of the chart."""


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """Two counterpart offices on a day."""

    name: str
    seats: tuple[Seat, Seat]


@dataclass(frozen=True, slots=True)
class Scrub:
    """Where the slider lies over a chart: days since 1970 at its ends, pixels from the left and across."""

    first: int
    last: int
    left: float
    width: float


class Almanac:
    """Made once for all days: each of them is then a look-up."""

    def __init__(self, press: Press) -> None:
        """Go through the record up to the last day checked."""
        record, until = press.record, press.horizon
        self._press = press
        self.calendar = calendar(record, until)
        self.changes = self.calendar.days()
        """The days of change, in the order of time."""
        self.pairs: tuple[Pair, ...] = pairs(record)
        """The counterpart offices, by level."""
        offices = dict.fromkeys(office.id for pair in self.pairs for office in (pair.first, pair.second))
        self.sittings: Mapping[str, tuple[Sitting, ...]] = {id_: sittings(record, id_, until) for id_ in offices}
        """Who held each of those offices through time."""
        self._begun = {id_: [sitting.start for sitting in found] for id_, found in self.sittings.items()}
        self._lines: dict[tuple[int, int, int], OfficeLine] = {}
        self.charts = {name: chart(record, until, width, prefix=f"c{name[0]}") for name, width in PAGE.items()}
        """By the class of the width."""
        self.breaks = Markup(key_of_breaks(record, until))  # noqa: S704  drawn by us
        self.scrub = {name: _scrub(drawn) for name, drawn in self.charts.items()}

    def lines(self, day: date) -> list[OfficeLine]:
        """Give every pair of counterpart offices with who sat in them on a day: one line as long as nobody changes."""
        return [
            self._line(number, *(bisect_right(self._begun[office.id], day) for office in (pair.first, pair.second)))
            for number, pair in enumerate(self.pairs)
        ]

    def _line(self, number: int, first: int, second: int) -> OfficeLine:
        """Give the line of a pair of which so many sittings have begun."""
        if (number, first, second) not in self._lines:
            pair = self.pairs[number]
            seats = self._seat(pair.first, first), self._seat(pair.second, second)
            self._lines[number, first, second] = OfficeLine(pair_name(self._press, pair), seats)
        return self._lines[number, first, second]

    def _seat(self, office: Office, begun: int) -> Seat:
        return seat(self._press, office, self.sittings[office.id][begun - 1] if begun else None)


def _scrub(drawn: Chart) -> Scrub:
    scale = drawn.ground.scale
    first, last = (day.toordinal() - _EPOCH for day in (scale.first, scale.last))
    return Scrub(first, last, scale.left - _THUMB / 2, scale.right - scale.left + _THUMB)


_EPOCH = 719_163
"""The ordinal of 1 January 1970, from which scripts count days."""
