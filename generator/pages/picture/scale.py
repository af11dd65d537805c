"""From days to pixels and back to the calendar: where a day lies, which ticks an axis has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = 365.2425
_KEPT = 64
"""So many scales are remembered with what is chosen for them: one picture asks often."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_MIN_LABEL = 34
"""The room that the label of a tick needs, in pixels: four digits or a month, and some air."""


class Zoom(IntEnum):
    """How close the picture looks; each allows what the one before it does, and more."""

    WHOLE = 0
    """Less than 40 px a year: labels in the context lanes alone."""
    WINDOW = 40
    """From 40 px a year: quarters, labels in all lanes, full names of holders."""
    MONTHS = 150
    """From 150 px a year: months."""


@dataclass(frozen=True)
class Scale:
    """A stretch of days laid out between two positions. Without slots: what follows from it is worked out once."""

    first: date
    """The day at the left end."""
    last: date
    """The day at the right end, later than the first."""
    left: float
    """In pixels."""
    right: float
    """In pixels."""

    def x(self, day: date) -> float:
        """Give the position of a day's beginning, in pixels; days outside lie outside."""
        return self.left + (day - self.first).days / self.days * (self.right - self.left)

    @cached_property
    def days(self) -> int:
        """Days from one end to the other, one at least."""
        return max((self.last - self.first).days, 1)

    def inside(self, day: date) -> float:
        """Give the position of a day, moved to the nearer end where it lies outside."""
        return self.x(min(max(day, self.first), self.last))

    @cached_property
    def per_year(self) -> float:
        """Pixels to a year."""
        return (self.right - self.left) / (self.days / _YEAR)

    @cached_property
    def zoom(self) -> Zoom:
        """How close the picture looks."""
        return max(zoom for zoom in Zoom if zoom <= self.per_year)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the calendar."""

    day: date
    label: str
    """Empty where it is a line alone."""
    strong: bool
    """A year; without it, a part of one or a year between two that are named."""


@lru_cache(_KEPT)
def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Choose the ticks of an axis: decades, five years, years with quarters, or months, as there is room.

    Where no year would be named, the first month is named with its year.
    """
    found = _months(scale) if scale.zoom is not Zoom.WHOLE else _years(scale)
    shown = [tick for tick in found if scale.first <= tick.day <= scale.last]
    named = any(tick.strong and scale.x(tick.day) + _MIN_LABEL <= scale.right for tick in shown)
    first = next((number for number, tick in enumerate(shown) if tick.label), None)
    if first is not None and not named and not shown[first].strong:
        shown[first] = replace(shown[first], label=month_name(shown[first].day))
    return tuple(shown)


def month_name(day: date) -> str:
    """Give the month of a day in short: `Sept 2024`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def day_name(day: date) -> str:
    """Give a day in short: `15 May 2026`."""
    return f"{day.day} {month_name(day)}"


def _years(scale: Scale) -> Iterator[Tick]:
    step = next(years for years in (1, 2, 5, 10, 20, 50, 100, 1000) if years * scale.per_year >= _MIN_LABEL * 1.5)
    for year in range(scale.first.year, scale.last.year + 1):
        named = year % step == 0
        if named or scale.per_year >= _MIN_LABEL / 4:
            yield Tick(date(year, 1, 1), str(year) if named else "", named)


def _months(scale: Scale) -> Iterator[Tick]:
    every = 1 if scale.per_year / 12 >= _MIN_LABEL else 3
    named = scale.zoom is Zoom.MONTHS
    for year in range(scale.first.year, scale.last.year + 1):
        yield from _months_of(year, every, named=named)


@cache
def _months_of(year: int, every: int, *, named: bool) -> tuple[Tick, ...]:
    months = range(1 + every, 13, every)
    parts = (Tick(date(year, month, 1), _MONTHS[month - 1] if named else "", strong=False) for month in months)
    return (Tick(date(year, 1, 1), str(year), strong=True), *parts)
