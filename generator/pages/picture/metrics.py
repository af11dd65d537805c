"""How wide a text is, without a browser: advance widths of the usual system sans faces at 12 px.

The table holds, for each character, the wider of Roboto and Liberation Sans (which has the widths of Arial and
Helvetica), in thousandths of an em; the margin on top covers the other faces of the stack. Han, kana, hangul and
full-width forms take a whole em.
"""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import combining, east_asian_width

SIZE = 12
"""The size of every text in a picture, in pixels."""

_MARGIN = 1.03
_BOLD = 1.08
_OTHER = 640
_ADVANCES = {
    200: "'", 220: "’‘", 240: "ijl", 260: "|", 280: "I .,;:![]·", 320: "t", 340: "fr()-", 360: '“”"', 420: "/",
    440: "*", 500: "kvxyz", 520: "cs", 560: "abdeghnpquJL0123456789?$", 580: "o+=", 620: "FTZ#", 660: "ABEKPSVXY–&",
    680: "~", 720: "CDHNRU", 760: "w", 780: "GOQ", 880: "mM%", 940: "W", 1000: "—…", 1020: "@",
}  # fmt: skip
_OF = {character: advance for advance, characters in _ADVANCES.items() for character in characters}


@lru_cache(10_000)
def text_width(text: str, *, bold: bool = False) -> float:
    """Give the width of a line of text at 12 px, in pixels, on the safe side."""
    return _width(sum(map(_advance, text)), bold=bold)


def fitted(text: str, room: float, *, bold: bool = False) -> str:
    """Shorten a text with an ellipsis until it fits into a room in pixels; empty where not even two letters do."""
    if text_width(text, bold=bold) <= room:
        return text
    advance = seen = _advance("…")
    fits = 0
    for end, character in enumerate(text[:-1], 1):
        advance += _advance(character)
        if not character.isspace():
            seen = advance
        if _width(seen, bold=bold) > room:
            break
        fits = end
    return f"{text[:fits].rstrip()}…" if fits > 1 else ""


def _width(advance: int, *, bold: bool) -> float:
    """Give the width of what advances by so many thousandths of an em, in pixels, on the safe side."""
    return advance * SIZE / 1000 * _MARGIN * (_BOLD if bold else 1)


@cache
def _advance(character: str) -> int:
    if combining(character):
        return 0
    return _OF.get(character) or (1000 if east_asian_width(character) in "WF" else _OTHER)
