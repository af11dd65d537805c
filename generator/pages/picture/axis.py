"""The calendar behind a picture: lines, their labels above and below, the last day that is known, a day asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.metrics import text_width
from generator.pages.picture.scale import Zoom, day_name, ticks
from generator.pages.picture.svg import element, line, number, rect, text, uprights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.pages.picture.scale import Scale, Tick


def grid(scale: Scale, top: float, bottom: float) -> str:
    """Draw the lines of the calendar: years whole, what lies between dotted."""
    found = ticks(scale)
    looks = (("grid", True), ("grid minor", False))
    ways = ((look, uprights([scale.x(tick.day) for tick in found if tick.strong is strong], top, bottom))
            for look, strong in looks)  # fmt: skip
    return "".join(element("path", class_=look, d=lines) for look, lines in ways if lines)


def tick_labels(scale: Scale, baselines: Sequence[float], asked: date | None = None) -> str:
    """Write the labels of the ticks on each baseline, the upper one first.

    One that would run out of the picture is left out, and above one that would lie under the day asked about.
    """
    return "".join(
        _label(tick, scale, baseline) for place, baseline in enumerate(baselines) for tick in _readable(scale)
        if place or asked is None or _clear(tick, scale, asked)
    )  # fmt: skip


def horizon(scale: Scale, until: date, top: float, bottom: float) -> str:
    """Draw the last day that is known: a dashed line, and a veil over what lies after it."""
    if not scale.first <= until < scale.last:
        return ""
    x = scale.x(until)
    return rect("after", x, top, scale.right - x, bottom - top) + line("checked", "M", x, top, "V", bottom)


def cursor(scale: Scale, day: date | None, baseline: float, top: float, bottom: float) -> str:
    """Draw the day asked about: a line with a knob, its date above; nothing for a day outside."""
    if day is None:
        return ""
    x, (left, right) = scale.x(day), _asked(scale, day)
    knob = element("path", class_="knob", d=f"M{number(x - 5)} {number(top - 1)}h10l-5 6z")
    return line("cursor", "M", x, top, "V", bottom) + knob + text(
        day_name(day), (left + right) / 2, baseline, "lab sel", "middle")  # fmt: skip


def _asked(scale: Scale, day: date) -> tuple[float, float]:
    """Give where the label of a day asked about stands."""
    half = text_width(day_name(day), bold=True) / 2
    x = min(max(scale.x(day), scale.left + half), scale.right - half)
    return x - half, x + half


def _clear(tick: Tick, scale: Scale, asked: date) -> bool:
    (left, right), (start, end) = _extent(tick, scale), _asked(scale, asked)
    return right + 6 < start or end + 6 < left


def _readable(scale: Scale) -> list[Tick]:
    """Give the ticks with labels that have room: none over the one before, none beyond the right end."""
    found: list[Tick] = []
    clear = min(scale.left - 5, 16)
    for tick in ticks(scale):
        if not tick.label:
            continue
        left, right = _extent(tick, scale)
        if left >= clear and right <= scale.right + (0 if scale.zoom else 16):
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
