"""Who held an office through time, as a band: held, only seen in post, vacant, not known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.pages.picture.metrics import text_width
from generator.pages.picture.scale import Zoom
from generator.pages.picture.svg import block, clean, element, group, rect, text
from generator.pages.times import held_words
from generator.views.holders import HoldingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.pages.picture.scale import Scale
    from generator.views.holders import Holding

HEIGHT = 17
"""Of a row with a band, in pixels."""
_PAD = 2
_FOOT = 1.5
_STEPS = 4
_FADE = 12
"""The length of a fading end, in pixels."""
_AIR = 5
"""What a name needs beside it in its band, in pixels."""


def office_band(held: Iterable[Holding], scale: Scale, until: date, top: float) -> str:
    """Draw the holders of an office in a row below `top`, up to the last day that is known."""
    return "".join(_holding(holding, scale, until, top) for holding in held)


def _holding(holding: Holding, scale: Scale, until: date, top: float) -> str:
    first, last = holding.start or scale.first, holding.end or until
    if last < scale.first or first > min(scale.last, until):
        return ""
    start, end = scale.inside(first), scale.inside(min(last, until) + timedelta(days=1))
    inside = _vacant(start, end, top) if holding.person is None else _held(holding, start, end, top, scale)
    name = _name(holding, end - start - 2 * _AIR, scale)
    if name:
        inside += text(name, (start + end) / 2, top + HEIGHT - 5, "t", "middle")
    class_ = "vac" if holding.kind is HoldingKind.VACANT else None
    return group((element("title", clean(_words(holding))), inside), class_=class_)


def _vacant(start: float, end: float, top: float) -> str:
    return rect(None, start + 0.5, top + _PAD + 0.5, max(end - start - 1, 2), HEIGHT - 2 * _PAD - 1)


def _held(holding: Holding, start: float, end: float, top: float, scale: Scale) -> str:
    """Draw a holder's time; an end whose day is not certain fades in steps."""
    fade = min(_FADE, (end - start) / 3)
    left = start + (fade if not holding.sure_start and start > scale.left else 0)
    right = end - (fade if not holding.sure_end and end < scale.right else 0)
    foot = rect("postline", left + 0.7, top + HEIGHT - _PAD - _FOOT, max(right - left - 1.4, 1), _FOOT)
    pieces = [(left + 0.7, right - left - 1.4, 1.0), *_fading(left, start - left), *_fading(right, end - right)]
    return group((_piece(*piece, top) for piece in pieces), class_="post") + foot


def _fading(start: float, way: float) -> Iterator[tuple[float, float, float]]:
    """Cut a fading end into steps: place, width, opacity."""
    if not way:
        return
    cut = way / _STEPS
    for index in range(_STEPS):
        x = start + cut * (index + (cut < 0))
        yield x + 0.2, max(abs(cut) - 0.6, 0.6), 0.8 - 0.2 * index


def _piece(x: float, width: float, opacity: float, top: float) -> str:
    shape = block(x, top + _PAD, max(width, 1), HEIGHT - 2 * _PAD)
    return element("path", opacity=None if opacity == 1 else opacity, d=shape)


def _name(holding: Holding, room: float, scale: Scale) -> str:
    """Choose the name that fits: in full in a window, the family name else, or none."""
    if holding.person is None:
        return "vacant" if text_width("vacant") <= room else ""
    names = (holding.person.name, holding.person.family_name)
    return next((name for name in names[scale.zoom is Zoom.WHOLE :] if text_width(name) <= room), "")


def _words(holding: Holding) -> str:
    """Say a holding: `Bo South, from 29 December 2023`, `vacant, 24 October 2023 to 28 December 2023`."""
    who = "vacant" if holding.person is None else holding.person.name
    return ", ".join(part for part in (who, holding.role, held_words(holding)) if part)
