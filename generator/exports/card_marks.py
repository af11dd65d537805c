"""The marks of cards: the shapes of `pages/picture/marks.py` as masks, for pictures made of pixels."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from generator.pages.picture.marks import FILLINGS
from generator.record.vocabulary import Family, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 48
"""The side of a mask, in pixels; what it shows is in its middle."""
FINE = 4
"""How much finer than the picture shapes with round or slanting edges are drawn."""
_RADIUS = 9.5
_HOLE = 0.6
"""How much of a hollow mark is empty."""
_MIDDLE = SIZE * FINE / 2


@contextmanager
def finely(size: tuple[int, int]) -> Iterator[tuple[Image.Image, ImageDraw.ImageDraw]]:
    """Give an empty mask that is finer than the picture, and the pen for it."""
    mask = Image.new("L", (size[0] * FINE, size[1] * FINE))
    yield mask, ImageDraw.Draw(mask)


@cache
def disc(radius: float) -> Image.Image:
    """Give a disc of a radius in pixels."""
    with finely((SIZE, SIZE)) as (fine, pen):
        reach = radius * FINE
        pen.ellipse((_MIDDLE - reach, _MIDDLE - reach, _MIDDLE + reach, _MIDDLE + reach), 255)
    return _sized(fine)


@cache
def shape(family: Family, status: Status) -> Image.Image:
    """Give the shape of a family: filled when held, hollow when planned, struck out when it did not take place."""
    filling = FILLINGS[status]
    with finely((SIZE, SIZE)) as (fine, pen):
        _fill(pen, family, 1, 255)
        if filling != "held":
            _fill(pen, family, _HOLE, 0)
        reach = _RADIUS * FINE * 1.1
        if filling in ("crossed", "slashed"):
            pen.line((_MIDDLE - reach, _MIDDLE + reach, _MIDDLE + reach, _MIDDLE - reach), 255, 2 * FINE)
        if filling == "crossed":
            pen.line((_MIDDLE - reach, _MIDDLE - reach, _MIDDLE + reach, _MIDDLE + reach), 255, 2 * FINE)
    return _sized(fine)


def _fill(pen: ImageDraw.ImageDraw, family: Family, share: float, value: int) -> None:
    """Draw a family's shape around the middle, as large as a share of a whole mark."""
    reach = _RADIUS * FINE * share
    if family is Family.CONTACT:
        pen.ellipse((_MIDDLE - reach, _MIDDLE - reach, _MIDDLE + reach, _MIDDLE + reach), value)
        return
    pen.polygon([(_MIDDLE + x * reach, _MIDDLE + y * reach) for x, y in _CORNERS[family]], value)


_CORNERS = {
    Family.CHANNEL: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    Family.FRICTION: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    Family.OFFICE: ((-0.5, -1.15), (0.5, -1.15), (0.5, 1.15), (-0.5, 1.15)),
    Family.WORD: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
}


def _sized(fine: Image.Image) -> Image.Image:
    return fine.resize((fine.width // FINE, fine.height // FINE), Image.Resampling.BOX)
