"""Numbers by year: a row of columns for each thing counted, all on one calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.pages.picture.axis import grid, horizon, tick_labels
from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.scale import Scale
from generator.pages.picture.svg import block, drawing, element, line, text

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = 600
_LABELS = 168
"""Room for the names of rows beside them, in pixels."""
_SUMS = 52
"""Room for what is said at the right end, where names stand beside the rows."""
COLUMNS = 26
"""The height of the highest column, where none is asked for."""
_NUMERAL = 14
"""Room for a number over a column."""
_FOOT = 20
_APART = 10
"""What is said stands so far behind a name above a row: the right end is the last years' own."""
_ROOMY = 8
"""Columns of so many pixels can stand apart by two."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A row: a name, a number for each year, and what is said of them together."""

    name: str
    numbers: tuple[float, ...]
    said: str
    most: float
    """The number that a column of full height stands for."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the columns of a row stand."""

    scale: Scale
    first: int
    """The first year."""
    zero: float
    """The height on which they stand, in pixels."""
    tall: float
    """The height of the highest, in pixels."""
    until: date
    """The last day that is known: the column of its year ends there."""


def year_bars(first: int, until: date, rows: Sequence[Bars], width: float, words: str, *,  # noqa: PLR0913  its contract
              tall: float = COLUMNS) -> str:  # fmt: skip
    """Draw rows of columns from a first year to that of a day as one SVG element, `width` px wide.

    Names stand beside the rows where there is room, above them on a phone. Screen readers get `words`.
    """
    wide = width >= _WIDE
    left, right = (_LABELS, width - _SUMS) if wide else (0, width)
    scale = Scale(date(first, 1, 1), date(until.year + 1, 1, 1), left, right)
    height = tall + _NUMERAL + (8 if wide else 22)
    bottom = len(rows) * height + 4
    drawn = "".join(
        _row(row, Ground(scale, first, number * height + height - 1, tall, until), width, wide=wide)
        for number, row in enumerate(rows)
    )
    top = 6 if wide else 18
    foot = tick_labels(scale, (bottom + 14,)) + (text("all years", width, bottom + 14, "tick", "end") if wide else "")
    parts = (grid(scale, top, bottom), horizon(scale, until, top, bottom), drawn, foot)
    return drawing(parts, width, bottom + _FOOT, role="img", aria_label=words)


def _row(row: Bars, ground: Ground, width: float, *, wide: bool) -> str:
    scale, zero = ground.scale, ground.zero
    slot = (scale.right - scale.left) / max(len(row.numbers), 1)
    columns = [(number, _place(ground, index), number / (row.most or 1) * ground.tall)
               for index, number in enumerate(row.numbers) if number]  # fmt: skip
    gap = 4 if slot >= _NUMERAL else 2 if slot > _ROOMY else 1
    last = scale.x(ground.until)
    shapes = "".join(block(x + gap / 2, zero - high, max(min(slot, last - x) - gap, 1), high) for _, x, high in columns)
    drawn = line("base", "M", scale.left, zero + 0.5, "H", scale.right)
    drawn += element("path", class_="col", d=shapes) if shapes else ""
    top = max(columns, key=lambda column: column[2], default=None)
    for column in columns:
        number, x, high = column
        label = f"{number:g}"
        if column is top or text_width(label) + 2 < slot:
            drawn += text(
                label,
                max(x + min(slot, last - x) / 2, scale.left + text_width(label) / 2),
                zero - high - 3,
                "t",
                "middle",
            )
    return drawn + _names(row, ground, width, wide=wide)


def _names(row: Bars, ground: Ground, width: float, *, wide: bool) -> str:
    if wide:
        name = text(fitted(row.name, _LABELS - 12), 0, ground.zero - 2, "lane")
        return name + text(row.said, width, ground.zero - 2, "now", "end")
    above = ground.zero - ground.tall - _NUMERAL + 1
    name = fitted(row.name, width - text_width(row.said, bold=True) - _APART)
    return text(name, 0, above, "lane") + text(row.said, text_width(name) + _APART, above, "now")


def _place(ground: Ground, index: int) -> float:
    return ground.scale.x(date(ground.first + index, 1, 1))
