"""Reported counts on one scale of powers of ten: a dot where the number is exact, a bar where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log10
from typing import TYPE_CHECKING

from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.svg import drawing, element, line, text

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = 1000
_YEAR = 38
_LABELS = 490
_VALUES = 260
_ONE_LINE = 600
_ROW = 22
_LINE = 17
_HEAD = 8
_FOOT = 20
_FADES = (0.85, 0.6, 0.4, 0.22, 0.1)
_REACH = 70
"""How far a bar fades where nothing bounds it, in pixels."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A count with its bounds and its words."""

    year: int
    """That of the event that reports it."""
    label: str
    """What was counted."""
    said: str
    """The count as reported, and by whom."""
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Powers:
    """A scale from 1 to a power of ten."""

    left: float
    right: float
    top: int
    """The exponent at the right end."""

    def x(self, number: int) -> float:
        """Give the position of a number; what is below 1 stands at the left end."""
        return self.left + log10(max(number, 1)) / self.top * (self.right - self.left)


def intervals(found: Sequence[Interval], width: float, words: str) -> str:
    """Draw a row for each count as one SVG element, `width` px wide; `words` are for screen readers.

    A bar fades where the report leaves the count open to that side. The words stand beside the bars where there is
    room, above them in one line or, on a phone, in two.
    """
    beside = width >= _WIDE
    most = max((max(one.low or 1, one.high or 1) for one in found), default=1)
    left, right = (_LABELS, width - _VALUES) if beside else (6.0, width - 6.0)
    scale = Powers(left, right, max(1, ceil(log10(most * 1.5))))
    row = _ROW if beside else _ROW + _LINE if width >= _ONE_LINE else _ROW + 2 * _LINE
    bottom = _HEAD + len(found) * row
    rows = (
        _row(one, scale, _HEAD + (number + 1) * row - _ROW / 2, width) + _words(one, _HEAD + number * row, width)
        for number, one in enumerate(found)
    )
    return drawing((_grid(scale, bottom), *rows), width, bottom + _FOOT, role="img", aria_label=words)


def _grid(scale: Powers, bottom: float) -> str:
    drawn = ""
    for power in range(scale.top + 1):
        x, label = scale.x(10**power), f"{10**power:,}"
        edge = text_width(label) / 2
        drawn += line("grid", "M", x, _HEAD, "V", bottom)
        drawn += text(label, min(max(x, scale.left - 6 + edge), scale.right + 6 - edge), bottom + 14, "tick", "middle")
    return drawn


def _row(one: Interval, scale: Powers, middle: float, width: float) -> str:
    at = middle if width >= _WIDE else middle - 2
    return line("base", "M", scale.left, at, "H", scale.right) + _mark(one, scale, at)


def _words(one: Interval, top: float, width: float) -> str:
    """Write year, label and count: beside the bar, or above it."""
    baseline = top + _ROW / 2 + 4
    year = text(str(one.year), 0, baseline, "party")
    if width >= _WIDE:
        label, said = fitted(one.label, _LABELS - _YEAR - 16), fitted(one.said, _VALUES - 16)
        return year + text(label, _YEAR, baseline, "lane") + text(said, width - _VALUES + 16, baseline, "t")
    if width >= _ONE_LINE:
        said = fitted(one.said, width / 2, bold=True)
        label = fitted(one.label, width - _YEAR - text_width(said, bold=True) - 12)
        return year + text(label, _YEAR, baseline, "lane") + text(said, width, baseline, "now", "end")
    label, said = fitted(one.label, width - _YEAR), fitted(one.said, width - _YEAR, bold=True)
    return year + text(label, _YEAR, baseline, "lane") + text(said, _YEAR, baseline + _LINE, "now")


def _mark(one: Interval, scale: Powers, y: float) -> str:
    low, high = one.low, one.high
    if low is not None and low == high:
        return element("circle", class_="dot", cx=scale.x(low), cy=y, r=4)
    start = scale.x(low) if low is not None else None
    end = scale.x(high) if high is not None else None
    if start is not None and end is not None:
        return element("rect", class_="dot", x=start, y=y - 3, width=end - start, height=6) + _ends(y, start, end)
    if start is not None:
        return _fading(start, min(_REACH, scale.right - start), y) + _ends(y, start)
    return _fading(end or scale.left, -min(_REACH, (end or scale.left) - scale.left), y) + _ends(y, end or scale.left)


def _ends(y: float, *places: float) -> str:
    return "".join(line("bound", "M", x, y - 6, "v", 12) for x in places)


def _fading(start: float, reach: float, y: float) -> str:
    step = reach / len(_FADES)
    return "".join(
        element("rect", class_="dot", opacity=fade, x=start + min(number * step, (number + 1) * step), y=y - 3,
                width=abs(step) - 1, height=6)
        for number, fade in enumerate(_FADES)
    )  # fmt: skip
