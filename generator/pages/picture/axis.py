"""The calendar behind a picture: lines, their labels above and below, and the last day that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.metrics import text_width
from generator.pages.picture.scale import Zoom, ticks
from generator.pages.picture.svg import line, rect, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.pages.picture.scale import Scale, Tick


def grid(scale: Scale, top: float, bottom: float) -> str:
    """Draw the lines of the calendar: years whole, what lies between dotted."""
    return "".join(
        line("grid" if tick.strong else "grid minor", "M", scale.x(tick.day), top, "V", bottom) for tick in ticks(scale)
    )


def tick_labels(scale: Scale, baselines: Sequence[float]) -> str:
    """Write the labels of the ticks on each baseline; one that would run out of the picture is left out."""
    return "".join(_label(tick, scale, baseline) for baseline in baselines for tick in _readable(scale))


def horizon(scale: Scale, until: date, top: float, bottom: float) -> str:
    """Draw the last day that is known: a dashed line, and a veil over what lies after it."""
    if not scale.first <= until < scale.last:
        return ""
    x = scale.x(until)
    return rect("after", x, top, scale.right - x, bottom - top) + line("checked", "M", x, top, "V", bottom)


def _readable(scale: Scale) -> list[Tick]:
    """Give the ticks with labels that have room: none over the one before, none beyond the right end."""
    found: list[Tick] = []
    clear = min(scale.left - 5, 16)
    for tick in ticks(scale):
        left, right = _extent(tick, scale)
        if tick.label and left >= clear and right <= scale.right + (0 if scale.zoom else 16):
            found.append(tick)
            clear = right + 4
    return found


def _extent(tick: Tick, scale: Scale) -> tuple[float, float]:
    x, width = scale.x(tick.day), text_width(tick.label)
    return (x + 4, x + 4 + width) if scale.zoom is not Zoom.WHOLE else (x - width / 2, x + width / 2)


def _label(tick: Tick, scale: Scale, baseline: float) -> str:
    class_ = "tick" if tick.strong else "tick minor"
    if scale.zoom is Zoom.WHOLE:
        return text(tick.label, scale.x(tick.day), baseline, class_, "middle")
    return text(tick.label, scale.x(tick.day) + 4, baseline, class_)
