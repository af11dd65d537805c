"""Breaks across channels: a tinted column, and a name above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.scale import Zoom
from generator.pages.picture.svg import line, rect, text
from generator.pages.picture.words import months_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.pages.picture.scale import Scale
    from generator.record.record import Record
    from generator.views.chains import Break

_ROWS = 4
"""Of names, at most."""
_ROW = 30
"""Of a name in two lines, in pixels."""
_FOOT = 20
"""From the first line of the lowest row down to the columns."""
_AIR = 6
_OVER = 4
_ROOMS = (210, 180, 150, 130, 110, 95, 80)
"""The longest name, in pixels, and how it is shortened where there is less room."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of a break that lies in a scale."""

    start: float
    end: float
    begins: bool
    """Whether it begins there; one that began earlier has no line at its beginning."""


@dataclass(frozen=True, slots=True)
class Column:
    """A break on a scale."""

    extent: Extent
    lines: tuple[str, ...]
    """Its name; who broke off and for how long. Empty where there is no room."""
    row: int
    """0 is the lowest row of names."""
    left: float
    """Where the name begins."""
    from_right: bool = False
    """Whether the name is set from its right edge."""

    @property
    def start(self) -> float:
        """Where the column begins."""
        return self.extent.start

    @property
    def end(self) -> float:
        """Where the column ends."""
        return self.extent.end

    @property
    def right(self) -> float:
        """Where the name ends."""
        return self.left + _width(self.lines)


def columns(found: Sequence[Break], record: Record, scale: Scale, until: date) -> tuple[Column, ...]:
    """Lay the breaks out that lie in a scale.

    Names stand in up to four rows, the lowest first; where one finds no room, all are shortened until it does, then
    each takes the widest place that the others leave it.
    """
    shown = [(extent, _lines(gap, record, scale)) for gap in found if (extent := _extent(gap, scale, until))]
    tries = [_row_by_row(shown, scale, _ROOMS[number:]) for number in range(len(_ROOMS))]
    chosen = list(max(tries, key=lambda columns: sum(1 for column in columns if column.lines)))
    for number, (extent, lines) in enumerate(shown):
        others = [*chosen[:number], *chosen[number + 1 :]]
        chosen[number] = _named(extent, lines, others, scale, _ROOMS)
    return tuple(chosen)


def height(found: Sequence[Column]) -> float:
    """Give the height of the rows of names, in pixels."""
    return max((36 + _ROW * column.row for column in found if column.lines), default=8)


def shades(found: Sequence[Column], top: float, bottom: float) -> str:
    """Draw the tinted columns under a picture."""
    return "".join(rect("brk", column.start, top, column.end - column.start, bottom - top) for column in found)


def edges(found: Sequence[Column], top: float, bottom: float) -> str:
    """Draw the line at each break's beginning, up to its name, and the bar over its column."""
    drawn = ""
    for column in found:
        begin = _baseline(column, top) - 10 if column.lines else top
        if column.extent.begins:
            drawn += line("brkline", "M", column.start, begin, "V", bottom)
        drawn += line("brktop", "M", column.start, top, "H", column.end)
    return drawn


def titles(found: Sequence[Column], top: float) -> str:
    """Write the names of breaks over the columns."""
    drawn = ""
    for column in found:
        x, anchor = (column.right, "end") if column.from_right else (column.left, None)
        for number, words in enumerate(column.lines):
            drawn += text(words, x, _baseline(column, top) + 14 * number, f"brk{number + 1}", anchor)
    return drawn


def _extent(gap: Break, scale: Scale, until: date) -> Extent | None:
    """Give where a break begins and ends; nothing where it lies outside."""
    begins, ends = gap.start.date.anchor, gap.end.date.anchor if gap.end else until
    if ends < scale.first or begins > scale.last:
        return None
    start = scale.inside(begins)
    return Extent(start, max(scale.inside(ends), start + 1), begins >= scale.first)


def _row_by_row(shown: Sequence[tuple[Extent, tuple[str, ...]]], scale: Scale,
                rooms: Sequence[float]) -> tuple[Column, ...]:  # fmt: skip
    out: list[Column] = []
    for extent, lines in shown:
        out.append(_named(extent, lines, out, scale, rooms))
    return tuple(out)


def _baseline(column: Column, top: float) -> float:
    """Give the baseline of a name's first line: the lowest row ends above the columns."""
    return top - _FOOT - _ROW * column.row


def _lines(gap: Break, record: Record, scale: Scale) -> tuple[str, ...]:
    party = record.parties[gap.party].short if gap.party and gap.party in record.parties else None
    short = scale.zoom is Zoom.WHOLE
    months = months_word(gap.months, short=short) + ("" if gap.end else " so far")
    who = (party if short else f"broken off by {party}") if party else None
    return (gap.name, ", ".join(part for part in (who, months) if part))


def _width(lines: Sequence[str]) -> float:
    return max((text_width(words, bold=not number) for number, words in enumerate(lines)), default=0)


def _named(extent: Extent, lines: tuple[str, ...], taken: Sequence[Column], scale: Scale,
           rooms: Sequence[float]) -> Column:  # fmt: skip
    """Find room for a name, in full or shortened: right of its line or left of it, in the lowest row that has some."""
    spots = (
        _at(extent, shortened, row, from_right=from_right)
        for shortened in (_short(lines, room) for room in rooms)
        for from_right in (False, True)
        for row in range(_ROWS)
    )
    free = (column for column in spots if _free(column, taken, scale))
    return next(free, Column(extent, (), 0, extent.start))


def _at(extent: Extent, lines: tuple[str, ...], row: int, *, from_right: bool) -> Column:
    left = extent.start - _OVER - _width(lines) if from_right else extent.start + _OVER
    return Column(extent, lines, row, left, from_right)


def _short(lines: tuple[str, ...], room: float) -> tuple[str, ...]:
    return tuple(fitted(words, room, bold=not number) for number, words in enumerate(lines))


def _free(column: Column, taken: Sequence[Column], scale: Scale) -> bool:
    if column.left < scale.left - _OVER or column.right > scale.right + _OVER:
        return False
    same = (other for other in taken if other.row == column.row and other.lines)
    return all(column.left > other.right + _AIR or column.right + _AIR < other.left for other in same)
