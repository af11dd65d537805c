"""All years at a glance: contacts held upwards, friction, refusals and suspensions downwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.pages.picture.scale import Scale, Zoom, ticks
from generator.pages.picture.scene import Window, whole
from generator.pages.picture.svg import block, drawing, element, line, rect, text, uprights
from generator.pages.picture.words import years_word
from generator.views.years import YearTally, tallies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.record import Record

_TOP = 20
_BARS = 44
"""The height of all bars together, in pixels."""
_WORDS = 600
"""From this width on there is room for words beside the years, in pixels."""
_FINGER = 24
"""The least width of the frame in pixels: a script lets readers take it."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its two bars, in pixels."""

    tally: YearTally
    left: float
    width: float
    up: float
    down: float


def years(found: Sequence[YearTally], scale: Scale, height: float) -> tuple[Year, ...]:
    """Give the bars of years on one scale, upwards and downwards together no higher than a height."""
    most = max((tally.contacts for tally in found), default=0) + max(map(strain, found), default=0)
    unit = height / max(most, 1)
    out = []
    for tally in found:
        left, right = scale.inside(date(tally.year, 1, 1)), scale.inside(date(tally.year + 1, 1, 1))
        out.append(Year(tally, left + 0.6, max(right - left - 1.2, 0.5), tally.contacts * unit, strain(tally) * unit))
    return tuple(out)


def strain(tally: YearTally) -> int:
    """Count what strained relations in a year: friction, refusals, suspensions."""
    return tally.friction + tally.refusals + tally.suspensions


def overview(record: Record, until: date, width: float, *, prefix: str, window: Window | None = None) -> str:
    """Draw the numbers of all years as one SVG element, `width` px wide, with a frame around the window shown.

    A picture for the eye, whose bars of one kind are one path; screen readers get its one sentence. What a year counts
    is listed on its own page.
    """
    scale = Scale(*whole(record, until), *_margins(width))
    found = years(tallies(record, until), scale, _BARS)
    zero = _TOP + 15 + max((year.up for year in found), default=0)
    bottom = _TOP + 15 + _BARS + 4
    parts = [_grid(scale, bottom), _bars(found, zero), line(
        "axis", "M", scale.left, zero + 0.5, "H", scale.right), _highest(found, zero)]  # fmt: skip
    if width >= _WORDS:
        parts += [text("Contacts held, by year", scale.left - 16, zero - 4, "lane", "end"),
                  text("Friction, refusals", scale.left - 16, zero + 13, "lane", "end")]  # fmt: skip
    if window:
        parts.append(_frame(window, scale, bottom))
    return drawing(parts, width, bottom + 18, "tl ov", role="img", aria_label=_words(found, scale), id=f"{prefix}ov")


def _margins(width: float) -> tuple[float, float]:
    """Say where the years begin and end; a script's grips find room on both sides."""
    left, right = (222, 140) if width >= 960 else (168, 76) if width >= _WORDS else (26, 26)  # noqa: PLR2004  as the picture above has them
    return left, width - right


def _bars(found: Sequence[Year], zero: float) -> str:
    ups = "".join([block(year.left, zero - year.up, year.width, year.up) for year in found if year.up])
    downs = "".join([block(year.left, zero + 1, year.width, year.down) for year in found if year.down])
    return "".join([element("path", class_=name, d=d) for name, d in (("h-up", ups), ("h-down", downs)) if d])


def _highest(found: Sequence[Year], zero: float) -> str:
    top = max(found, key=lambda year: year.up, default=None)
    if top is None or not top.up:
        return ""
    return text(str(top.tally.contacts), top.left + top.width / 2, zero - top.up - 3, "t", "middle")


def _grid(scale: Scale, bottom: float) -> str:
    named = [
        (tick.label, scale.x(tick.day))
        for tick in ticks(scale)
        if tick.label and (tick.strong or scale.zoom is not Zoom.WHOLE)
    ]
    lines = element("path", class_="grid", d=uprights([x for _, x in named], _TOP, bottom)) if named else ""
    return lines + "".join([text(label, x, bottom + 14, "tick", "middle") for label, x in named])


def _frame(window: Window, scale: Scale, bottom: float) -> str:
    """Frame the time that the picture above shows, and dim the rest."""
    start, end = sides(scale, window)
    top, height = _TOP - 2.0, bottom - _TOP + 2
    return (
        rect("dim", scale.left, top, start - scale.left, height) + rect("dim", end, top, scale.right - end, height)
        + rect("win", start, top, end - start, height)
    )  # fmt: skip


def sides(scale: Scale, window: Window) -> tuple[float, float]:
    """Say where the frame of a window begins and ends, in pixels: wide enough to be taken, and within the axis."""
    start, end = scale.inside(window[0]), scale.inside(window[1])
    if end - start >= _FINGER:
        return start, end
    moved = min(max((start + end - _FINGER) / 2, scale.left), scale.right - _FINGER)
    return moved, moved + _FINGER


def _words(found: Sequence[Year], scale: Scale) -> str:
    held, strained = sum(year.tally.contacts for year in found), sum(strain(year.tally) for year in found)
    return (
        f"All years, {years_word(scale.first, scale.last)}: {held} contacts held, "
        f"{strained} times friction, refusal or suspension"
    )
