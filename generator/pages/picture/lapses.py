"""Silences on the calendar: for each channel the longest and the present one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.pages.picture.axis import grid, horizon, tick_labels
from generator.pages.picture.metrics import fitted
from generator.pages.picture.scale import Scale
from generator.pages.picture.svg import clean, drawing, element, line, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.views.silences import Lapse, Quiet

_WIDE = 600
_LABELS = 168
_MONTHS = 72
"""The width of each of the two columns of months, in pixels."""
_ROW = 22
_ABOVE = 16
_HEAD = 22
_FOOT = 20
_BAR = 9


def lapses(found: Sequence[Quiet], until: date, width: float, words: str) -> str:
    """Draw a row for each channel as one SVG element, `width` px wide: the longest hollow, the present one solid.

    A dashed outline is a silence in which contacts are known to be missing from the record. The months of both
    stand at the right end.
    """
    wide = width >= _WIDE
    first = min((min(lapse.since for lapse in _of(quiet)) for quiet in found), default=until)
    left, right = (_LABELS, width - 2 * _MONTHS - 8) if wide else (0.5, width - 0.5)
    scale = Scale(date(first.year, 1, 1), date(until.year + 1, 1, 1), left, right)
    row = _ROW if wide else _ROW + _ABOVE
    bottom = _HEAD + len(found) * row + 2
    rows = (_row(quiet, scale, _HEAD + number * row, width, wide=wide) for number, quiet in enumerate(found))
    behind = grid(scale, _HEAD - 2, bottom) + horizon(scale, until, _HEAD - 2, bottom)
    parts = (behind, *rows, _heads(width), tick_labels(scale, (bottom + 14,)))
    return drawing(parts, width, bottom + _FOOT, role="img", aria_label=words)


def _of(quiet: Quiet) -> tuple[Lapse, ...]:
    """Give the longest and the present silence, once where they are the same."""
    if quiet.present is None or quiet.present is quiet.longest:
        return (quiet.longest,)
    return (quiet.longest, quiet.present)


def _heads(width: float) -> str:
    return text("longest, mo", width - _MONTHS, 12, "tick", "end") + text("now, mo", width, 12, "tick", "end")


def _row(quiet: Quiet, scale: Scale, top: float, width: float, *, wide: bool) -> str:
    middle = top + (_ROW if wide else 2 * _ABOVE + 10) / 2 + (0 if wide else 5)
    written = middle + 4 if wide else top + 13
    numbers = width - (_LABELS if wide else 0)
    name = fitted(quiet.channel.short, (_LABELS if wide else numbers - 2 * _MONTHS) - 12)
    shapes = [line("base", "M", scale.left, middle, "H", scale.right)]
    shapes += [_bar(lapse, scale, middle, present=lapse is quiet.present) for lapse in _of(quiet)]
    same = quiet.present is quiet.longest
    months = text(months_words(quiet.longest), width - _MONTHS, written, "lab" if not same else "now", "end")
    if quiet.present:
        months += text(months_words(quiet.present), width, written, "now" if same else "lab", "end")
    return "".join(shapes) + text(name, 0, written, "lane") + months


def _bar(lapse: Lapse, scale: Scale, middle: float, *, present: bool) -> str:
    start, end = scale.inside(lapse.since), scale.inside(lapse.until)
    classes = ("lapse", "now-on" if present else "", "unsure" if lapse.across_gap else "")
    shape = element("rect", class_=" ".join(filter(None, classes)), x=start, y=middle - _BAR / 2,
                    width=max(end - start, 1.5), height=_BAR)  # fmt: skip
    return element("g", element("title", clean(f"{lapse.months} months")) + shape)


def months_words(lapse: Lapse) -> str:
    """Say the months: at most so many, where contacts are known to be missing from them."""
    return f"≤ {lapse.months}" if lapse.across_gap and lapse.months else str(lapse.months)
