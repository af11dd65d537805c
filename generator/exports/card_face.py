"""The face of cards: how one is drawn, in the site's colours, as a paletted PNG of 1200 × 630 pixels.

The same card gives the same bytes wherever the locked versions are installed, and Python's zlib packs alike.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, __version__

from generator.exports.card_file import STRIP, Strip, png, strips
from generator.exports.card_marks import FINE, SIZE, disc, finely, shape
from generator.exports.card_type import Type, letter, width, wrapped
from generator.pages.cards import HEIGHT, MARGIN, WIDTH
from generator.record.vocabulary import DerivedState, Family, State, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.cards import Band, Card, Spot
    from generator.pages.picture.bands import Piece

EDITION = f"5 {__version__}"
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
_TITLES = (76, 68, 62, 56, 50, 46)
"""Sizes of a title, in pixels: the largest that its room has is taken."""
_LEADING = 1.16
_ROOM = 250
"""The height for a title where one band or a few lines follow, in pixels."""
_TALL = 20
"""From this height on a band has stronger edges."""
_KEPT = 64
"""So many pictures that cards have in common are kept, of 0.2 MB each: a record has about as many channels."""
_LINE = WIDTH - 2 * MARGIN
"""The width of a line of text, in pixels."""


def draw(card: Card) -> bytes:
    """Give the picture of a card."""
    under = _under(card.site, card.under, card.bands, card.ticks)
    sheet = _Sheet(under.parts)
    top = sheet.paragraph(card.over, 136, Type("sans", 32, 400), "ink-2", 1) + 8 if card.over else 150
    top = sheet.title(card.title, top, 1 if len(card.bands) > 1 else 3)
    if card.lede:
        sheet.paragraph(card.lede, top + 22, Type("sans", 32, 400), "ink-2", 2)
    if card.spot:
        sheet.spot(card.spot)
    return png(sheet.image, _palette(), under.strips, sheet.changed)


class _Under(NamedTuple):
    """What cards have in common."""

    parts: tuple[Image.Image | None, ...]
    """Strip by strip; none where nothing is drawn, as in two of three."""
    strips: tuple[Strip, ...]
    """The same, packed."""


@lru_cache(_KEPT)
def _under(site: str, under: str, bands: tuple[Band, ...], ticks: tuple[tuple[str, float], ...]) -> _Under:
    """Draw what the cards of a channel's events have in common: the sign of the site, the bands, and the axis."""
    sheet = _Sheet(())
    sheet.brand(site)
    for band in bands:
        sheet.band(band)
    if bands:
        sheet.axis(under, bands, ticks)
    parts = (sheet.image.crop((0, top, WIDTH, top + STRIP)) for top in range(0, HEIGHT, STRIP))
    return _Under(tuple(part if part.getbbox() else None for part in parts), strips(sheet.image))


class _Sheet:
    """A picture that is being drawn. Each pixel is the number of a shade."""

    def __init__(self, parts: Iterable[Image.Image | None]) -> None:
        self.image = Image.new("L", (WIDTH, HEIGHT), 0)
        for number, part in enumerate(parts):
            if part:
                self.image.paste(part, (0, number * STRIP))
        self.changed = set[int]()
        """The strips in which something was stamped."""
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
            self._stamp(_stamped(mask.resize((60, 32), Image.Resampling.BOX), colour), (MARGIN, 62))
        self._text(site, (MARGIN + 78, 57), Type("sans", 32, 600), "ink")

    def title(self, text: str, top: int, most: int) -> int:
        """Write a title as large as its room allows; gives where it ends."""
        types = [Type("serif", size, 600) for size in _TITLES]
        fitting = (one for one in types if len(wrapped(text, one, _LINE)) <= min(most, _ROOM // (one.size * _LEADING)))
        return self.paragraph(text, top, next(fitting, types[-1]), "ink", most)

    def paragraph(self, text: str, top: int, type_: Type, colour: str, most: int) -> int:
        """Write a text in at most some lines, cut where it is longer; gives where it ends."""
        lines = wrapped(text, type_, _LINE)
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
            faint = hatch.point([round(value * piece.opacity) for value in range(256)])
            self._stamp(_stamped(faint, "sus-line"), (left, top))
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
        self._stamp(_mark(spot.look.family, spot.look.status), at)

    def axis(self, under: str, bands: tuple[Band, ...], ticks: tuple[tuple[str, float], ...]) -> None:
        """Draw the years under the bands, and what they are over them."""
        bottom = round(bands[-1].middle + bands[-1].height / 2) + 16
        self._draw.rectangle((MARGIN, bottom, WIDTH - MARGIN, bottom), _shade("rule"))
        for year, x in ticks:
            self._draw.rectangle((round(x), bottom, round(x), bottom + 8), _shade("ink-3"))
            self._text(year, (round(x) + 6, bottom + 6), Type("sans", 24, 400), "ink-3")
        if under:
            top = round(bands[0].middle - bands[0].height / 2)
            self._text(under, (MARGIN, top - 56), Type("sans", 28, 600), "ink-2")

    def _text(self, text: str, at: tuple[int, int], type_: Type, colour: str) -> None:
        x, y = at
        for sign in text:
            if drawn := _letter(sign, type_, colour):
                self._stamp(drawn.stamp, (x + drawn.at[0], y + drawn.at[1]))
            x += width(sign, type_)

    def _stamp(self, stamp: _Stamp, at: tuple[int, int]) -> None:
        self.image.paste(stamp.shades, at, stamp.seen)
        self.changed.update(range(at[1] // STRIP, (at[1] + stamp.seen.height - 1) // STRIP + 1))


class _Stamp(NamedTuple):
    """Something drawn that can be laid on a picture."""

    shades: Image.Image
    seen: Image.Image
    """Where it is seen: faint edges are light."""


def _stamped(mask: Image.Image, colour: str | None) -> _Stamp:
    """Give a colour's shades through a mask, the ground for none."""
    shades = mask.point(_ramp(colour)) if colour else Image.new("L", mask.size, 0)
    return _Stamp(shades, mask.point(_SEEN))


class _Drawn(NamedTuple):
    """A letter in its colour."""

    stamp: _Stamp
    at: tuple[int, int]
    """As of the letter."""


@cache
def _letter(sign: str, type_: Type, colour: str) -> _Drawn | None:
    found = letter(sign, type_)
    return found and _Drawn(_stamped(found.mask, colour), found.at)


@cache
def _mark(family: Family, status: Status) -> _Stamp:
    """Give the mark of an event in its halo."""
    whole, covered = Image.new("L", (SIZE, SIZE)), Image.new("L", (SIZE, SIZE))
    discs = ((disc(21.0), "ink"), (disc(19.5), "halo"), (disc(14.0), None))
    for mask, colour in (*discs, (shape(family, status), family)):
        shades, seen = _stamped(mask, colour)
        whole.paste(shades, (0, 0), seen)
        covered.paste(255, (0, 0), seen)
    return _Stamp(whole, covered)


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
def _hatch() -> Image.Image:
    """Draw lines at 45 degrees over a whole picture, once."""
    made = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(made)
    for x in range(-HEIGHT, WIDTH, 10):
        pen.line((x, HEIGHT, x + HEIGHT, 0), 255, 3)
    return made
