"""The face of cards: how one is drawn, in the site's colours, as a paletted PNG of 1200 × 630 pixels.

Text is laid out without a shaping library, since Pillow finds or misses one by the machine: the same card gives the
same bytes wherever the locked versions are installed. Its fonts have Latin letters alone, so no name in another
script stands on a card.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont, __version__

from generator.exports.card_marks import FINE, SIZE, disc, finely, shape
from generator.pages.cards import HEIGHT, MARGIN, WIDTH
from generator.record.vocabulary import DerivedState, Family, State, Status

if TYPE_CHECKING:
    from generator.pages.cards import Band, Card, Spot
    from generator.pages.picture.bands import Piece

EDITION = f"2 {__version__}"
"""Which drawing this is: what was kept of another is drawn anew."""
_GROUND = "#fdfcfa"
_COLOURS = {
    "ink": "#1b1e23", "ink-2": "#474c55", "ink-3": "#63676f", "rule": "#dcd7cc", "halo": "#ffd02e",
    "open": "#b5d8d2", "open-edge": "#2f7f7b", "sus-bg": "#fbe6c8", "sus-line": "#a65a00", "dorm": "#62908c",
    Family.CONTACT: "#0b514f", Family.CHANNEL: "#1b1e23", Family.FRICTION: "#a34a00", Family.OFFICE: "#5a4691",
    Family.WORD: "#5b616b",
}  # fmt: skip
"""The light palette of `theme/assets/css/tokens.css`; a test compares the two."""
_STEPS = 6
"""Shades of each colour on the ground, from faint to full."""
_SERIF, _SANS = "fontpkg_source_serif_4/SourceSerif4[opsz,wght].ttf", "fontpkg_source_sans_3/SourceSans3[wght].ttf"
_TITLES = (76, 68, 62, 56, 50, 46)
"""Sizes of a title, in pixels: the largest that its room has is taken."""
_LEADING = 1.16
_ROOM = 250
"""The height for a title where one band or a few lines follow, in pixels."""
_TALL = 20
"""From this height on a band has stronger edges."""
_KEPT = 64
"""So many pictures that cards have in common are kept, of 0.8 MB each: a record has about as many channels."""
_PACKED = 6
"""How hard the file is packed: three steps more would cost six times the time for a tenth of the bytes."""


def draw(card: Card) -> bytes:
    """Give the picture of a card."""
    sheet = _Sheet(_under(card.site, card.under, card.bands, card.ticks))
    top = sheet.paragraph(card.over, 136, _Type("sans", 32, 400), "ink-2", 1) + 8 if card.over else 150
    top = sheet.title(card.title, top, 1 if len(card.bands) > 1 else 3)
    if card.lede:
        sheet.paragraph(card.lede, top + 22, _Type("sans", 32, 400), "ink-2", 2)
    if card.spot:
        sheet.spot(card.spot)
    return sheet.png()


@lru_cache(_KEPT)
def _under(site: str, under: str, bands: tuple[Band, ...], ticks: tuple[tuple[str, float], ...]) -> Image.Image:
    """Draw what the cards of a channel's events have in common: the sign of the site, the bands, and the axis."""
    sheet = _Sheet(_ground())
    sheet.brand(site)
    for band in bands:
        sheet.band(band)
    if bands:
        sheet.axis(under, bands, ticks)
    return sheet.image


def _ground() -> Image.Image:
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette(_palette())
    return image


class _Type(NamedTuple):
    """A cut of type."""

    face: str
    """`serif` or `sans`."""
    size: int
    """In pixels."""
    weight: int


class _Sheet:
    """A picture that is being drawn. Each pixel is the number of a shade."""

    def __init__(self, under: Image.Image) -> None:
        self.image = under.copy()
        self._draw = ImageDraw.Draw(self.image)

    def brand(self, site: str) -> None:
        """Draw the sign of the site, and its name."""
        unit = 2 * FINE
        with finely((60, 32)) as (lines, pen):
            for x, y in ((0, 4.5), (19, 4.5), (0, 11.5), (19, 11.5)):
                pen.line((x * unit, y * unit, (x + 11) * unit, y * unit), 255, 3 * unit)
        with finely((60, 32)) as (gap, pen):
            for left in (12.5, 15.5):
                pen.line((left * unit, 14 * unit, (left + 2) * unit, 2 * unit), 255, round(1.8 * unit))
        for mask, colour in ((lines, "open-edge"), (gap, "sus-line")):
            self._stamp(mask.resize((60, 32), Image.Resampling.BOX), (MARGIN, 62), colour)
        self._text(site, (MARGIN + 78, 57), _Type("sans", 32, 600), "ink")

    def title(self, text: str, top: int, most: int) -> int:
        """Write a title as large as its room allows; gives where it ends."""
        sizes = (_Type("serif", size, 600) for size in _TITLES)
        fitting = (one for one in sizes if len(_wrapped(text, one)) <= min(most, _ROOM // (one.size * _LEADING)))
        return self.paragraph(text, top, next(fitting, _Type("serif", _TITLES[-1], 600)), "ink", most)

    def paragraph(self, text: str, top: int, type_: _Type, colour: str, most: int) -> int:
        """Write a text in at most some lines, cut where it is longer; gives where it ends."""
        lines = _wrapped(text, type_)
        kept = lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1].rstrip(',;:. ')}…"]
        step = type_.size * _LEADING
        for number, line in enumerate(kept):
            self._text(line, (MARGIN, top + round(number * step)), type_, colour)
        return top + round(len(kept) * step)

    def band(self, band: Band) -> None:
        """Draw a channel's states."""
        middle, half = band.middle, band.height / 2
        self._draw.line((MARGIN, round(middle), WIDTH - MARGIN, round(middle)), _shade("rule"), 1)
        for piece in band.pieces:
            box = (round(piece.start), round(middle - half), max(round(piece.end) - 1, round(piece.start)),
                   round(middle + half) - 1)  # fmt: skip
            self._piece(piece, box, 2 if band.height > _TALL else 1)

    def _piece(self, piece: Piece, box: tuple[int, int, int, int], edge: int) -> None:
        left, top, right, bottom = box
        if piece.state is State.OPEN:
            self._draw.rectangle(box, _shade("open", piece.opacity))
            self._draw.rectangle((left, top, right, top + edge - 1), _shade("open-edge", piece.opacity))
            self._draw.rectangle((left, bottom - edge + 1, right, bottom), _shade("open-edge", piece.opacity))
        elif piece.state is State.SUSPENDED:
            self._draw.rectangle(box, _shade("sus-bg", piece.opacity))
            hatch = _hatch().crop((left, top, right + 1, bottom + 1))
            self._stamp(hatch.point(lambda value: round(value * piece.opacity)), (left, top), "sus-line")
            self._draw.rectangle(box, outline=_shade("sus-line", piece.opacity), width=edge)
        elif piece.state is DerivedState.DORMANT:
            middle = (top + bottom + 1) // 2
            self._draw.rectangle((left, middle - edge + 1, right, middle + edge - 1), _shade("dorm", piece.opacity))
        elif piece.state is State.AGREED:
            for x in range(left, right, 8):
                for y in (top, bottom - edge + 1):
                    self._draw.rectangle((x, y, min(x + 3, right), y + edge - 1), _shade("open-edge", piece.opacity))

    def spot(self, spot: Spot) -> None:
        """Draw where the event lies: a halo, and its mark."""
        at = (round(spot.x - SIZE / 2), round(spot.y - SIZE / 2))
        shades, seen = _mark(spot.look.family, spot.look.status)
        self.image.paste(shades, at, seen)

    def axis(self, under: str, bands: tuple[Band, ...], ticks: tuple[tuple[str, float], ...]) -> None:
        """Draw the years under the bands, and what they are over them."""
        bottom = round(bands[-1].middle + bands[-1].height / 2) + 16
        self._draw.rectangle((MARGIN, bottom, WIDTH - MARGIN, bottom), _shade("rule"))
        for year, x in ticks:
            self._draw.rectangle((round(x), bottom, round(x), bottom + 8), _shade("ink-3"))
            self._text(year, (round(x) + 6, bottom + 6), _Type("sans", 24, 400), "ink-3")
        if under:
            top = round(bands[0].middle - bands[0].height / 2)
            self._text(under, (MARGIN, top - 56), _Type("sans", 28, 600), "ink-2")

    def png(self) -> bytes:
        """Give the picture as a file."""
        out = BytesIO()
        self.image.save(out, "PNG", compress_level=_PACKED)
        return out.getvalue()

    def _text(self, text: str, at: tuple[int, int], type_: _Type, colour: str) -> None:
        font = _font(type_)
        mask = Image.new("L", (min(round(font.getlength(text)) + 8, WIDTH), round(type_.size * 1.5)))
        ImageDraw.Draw(mask).text((0, 0), text, 255, font)
        self._stamp(mask, at, colour)

    def _stamp(self, mask: Image.Image, at: tuple[int, int], colour: str) -> None:
        """Lay a colour on the picture through a mask."""
        shades, seen = _stamped(mask, colour)
        self.image.paste(shades, at, seen)


def _stamped(mask: Image.Image, colour: str | None) -> tuple[Image.Image, Image.Image]:
    """Give a colour's shades through a mask, the ground for none, and where it is seen: faint edges are light."""
    shades = mask.point(_ramp(colour)) if colour else Image.new("L", mask.size, 0)
    return shades, mask.point(_SEEN)


@cache
def _mark(family: Family, status: Status) -> tuple[Image.Image, Image.Image]:
    """Give the mark of an event in its halo, and where it is seen."""
    whole, covered = Image.new("L", (SIZE, SIZE)), Image.new("L", (SIZE, SIZE))
    discs = ((disc(21.0), "ink"), (disc(19.5), "halo"), (disc(14.0), None))
    for mask, colour in (*discs, (shape(family, status), family)):
        shades, seen = _stamped(mask, colour)
        whole.paste(shades, (0, 0), seen)
        covered.paste(255, (0, 0), seen)
    return whole, covered


_SEEN = [0 if value < 255 / _STEPS / 2 else 255 for value in range(256)]


@cache
def _names() -> tuple[str, ...]:
    return tuple(_COLOURS)


def _shade(colour: str, opacity: float = 1) -> int:
    """Give the number of a colour's shade."""
    return 1 + _names().index(colour) * _STEPS + max(round(opacity * _STEPS), 1) - 1


@cache
def _ramp(colour: str) -> list[int]:
    return [_shade(colour, value / 255) for value in range(256)]


@cache
def _palette() -> bytes:
    ground = _parts(_GROUND)
    made = [*ground]
    for name in _names():
        full = _parts(_COLOURS[name])
        for step in range(1, _STEPS + 1):
            made += [round(base + (part - base) * step / _STEPS) for base, part in zip(ground, full, strict=True)]
    return bytes(made)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


@cache
def _font(type_: _Type) -> ImageFont.FreeTypeFont:
    package, _, name = (_SERIF if type_.face == "serif" else _SANS).partition("/")
    with (files(package) / "files" / name).open("rb") as file:
        font = ImageFont.truetype(BytesIO(file.read()), type_.size, layout_engine=ImageFont.Layout.BASIC)
    # the serif has a cut of its own for large sizes
    font.set_variation_by_axes([type_.weight, 60] if type_.face == "serif" else [type_.weight])
    return font


@cache
def _width(word: str, type_: _Type) -> float:
    return _font(type_).getlength(word)


def _wrapped(text: str, type_: _Type) -> list[str]:
    """Break a text into lines of the card's width, between words alone."""
    lines, ends = [""], 0.0
    for word in text.split():
        ends += _width(" ", type_) + _width(word, type_)
        if lines[-1] and ends > WIDTH - 2 * MARGIN:
            lines.append(word)
            ends = _width(word, type_)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@cache
def _hatch() -> Image.Image:
    """Draw lines at 45 degrees over a whole picture, once."""
    made = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(made)
    for x in range(-HEIGHT, WIDTH, 10):
        pen.line((x, HEIGHT, x + HEIGHT, 0), 255, 3)
    return made
