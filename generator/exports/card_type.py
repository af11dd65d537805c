"""The type of cards: open fonts, their letters as masks, and texts broken into lines.

Text is laid out without a shaping library, since Pillow finds or misses one by the machine. The fonts have Latin
letters alone, so no name in another script stands on a card.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

_SERIF, _SANS = "fontpkg_source_serif_4/SourceSerif4[opsz,wght].ttf", "fontpkg_source_sans_3/SourceSans3[wght].ttf"


class Type(NamedTuple):
    """A cut of type."""

    face: str
    """`serif` or `sans`."""
    size: int
    """In pixels."""
    weight: int


class Letter(NamedTuple):
    """A letter as a mask, cut to what is seen of it."""

    mask: Image.Image
    at: tuple[int, int]
    """Where it stands, from the place of the pen and the top of the line; some reach back over the letter before."""


@cache
def letter(sign: str, type_: Type) -> Letter | None:
    """Give a letter; None for one that shows nothing."""
    room = type_.size
    mask = Image.new("L", (width(sign, type_) + 2 * room, round(type_.size * 1.5)))
    ImageDraw.Draw(mask).text((room, 0), sign, 255, _font(type_))
    box = mask.getbbox()
    return Letter(mask.crop(box), (box[0] - room, box[1])) if box else None


@cache
def width(sign: str, type_: Type) -> int:
    """Give how far a letter moves the pen: whole pixels, since the fonts are hinted; no pair of letters is kerned."""
    return round(_font(type_).getlength(sign))


def wrapped(text: str, type_: Type, room: int) -> list[str]:
    """Break a text into lines of a width in pixels, between words alone."""
    lines, ends = [""], 0
    for word in text.split():
        wide = sum(width(sign, type_) for sign in word)
        ends += width(" ", type_) + wide
        if lines[-1] and ends > room:
            lines.append(word)
            ends = wide
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@cache
def _font(type_: Type) -> ImageFont.FreeTypeFont:
    package, _, name = (_SERIF if type_.face == "serif" else _SANS).partition("/")
    with as_file(files(package) / "files" / name) as path:  # Pillow reads what it needs; as bytes each is there twice
        font = ImageFont.truetype(path, type_.size, layout_engine=ImageFont.Layout.BASIC)
    # the serif has a cut of its own for large sizes
    font.set_variation_by_axes([type_.weight, 60] if type_.face == "serif" else [type_.weight])
    return font
