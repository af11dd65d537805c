"""Small signs for running text: the mark of an event, the texture of a state, from one state to another."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.pages.picture.bands import Piece, piece_shape
from generator.pages.picture.defs import PAGE
from generator.pages.picture.marks import FILLINGS, Look, look_class, look_of, shape, strokes
from generator.pages.picture.svg import drawing, line
from generator.record.vocabulary import DerivedState, Family, State, Status

if TYPE_CHECKING:
    from generator.record.models import Event

_SIZE = 16
_MIDDLE = (_SIZE / 2, _SIZE / 2)
_RADIUS, _RIM = 4.8, 0.5
"""Of a mark, and by how much less of it is filled: marks of the picture have a rim in the colour of the ground."""
_FULL = ""
_LINE = "fill='none' stroke='#000' stroke-width='1.6'"
_DASH = "fill='none' stroke='#000' stroke-width='1.5' stroke-dasharray='2 1.5'"
_PLAIN = " ='/:,.-"
"""What an address in a stylesheet may hold as it is, besides letters and digits."""
_SIGNED = ":is(.sym,.signed)"
_WIDTH, _HEIGHT = 22, 12


def mark_sign(event: Event) -> str:
    """Give the mark of an event, 16 px square, to stand before its title. It says nothing to screen readers."""
    return _sign(look_of(event))


def family_sign(family: Family, status: Status = Status.HELD, *, doubtful: bool = False) -> str:
    """Give the mark of a family in a status, as legends and tables show it."""
    return _sign(Look(family, status, doubtful))


def sign_class(event: Event) -> str:
    """Give the classes of an element that begins with the mark of an event."""
    return f"signed {look_class(look_of(event))}"


def sheet() -> str:
    """Write the stylesheet of marks in running text: the colour and outlines of a family, those that a status takes.

    A list of a thousand events has a thousand marks: styles cost a browser less than as many drawings.
    """
    families = (
        f"{_SIGNED}.{family}{{--sign:var(--{family});--full:{_image(_FULL, shape(family, *_MIDDLE, _RADIUS - _RIM))};"
        f"--line:{_image(_LINE, drawn)};--dash:{_image(_DASH, drawn)}}}"
        for family in Family for drawn in (shape(family, *_MIDDLE, _RADIUS),)
    )  # fmt: skip
    fillings = (f"{_SIGNED}.{filling}{{--mark:{_outlines(status)}}}" for status, filling in FILLINGS.items())
    return "\n".join(dict.fromkeys((*families, *fillings, f"{_SIGNED}.doubt{{--full:var(--dash);--line:var(--dash)}}")))


def _sign(look: Look) -> str:
    return f'<i class="sym {look_class(look)}"></i>'


def _outlines(status: Status) -> str:
    if FILLINGS[status] == "held":
        return "var(--full)"
    struck = strokes(status, *_MIDDLE, _RADIUS)
    return f"var(--line),{_image(_LINE, struck)}" if struck else "var(--line)"


def _image(style: str, content: str) -> str:
    """Give a drawing, in one colour, as an address for a stylesheet."""
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_SIZE} {_SIZE}'><g {style}>{content}</g></svg>"
    return f'url("data:image/svg+xml,{quote(svg.replace(chr(34), chr(39)), safe=_PLAIN)}")'


def state_sign(state: State | DerivedState, prefix: str = PAGE) -> str:
    """Draw the texture of a state, 22 by 12 px; the hatch is that of the page unless another prefix is given."""
    return drawing(_texture(state, prefix), _WIDTH, _HEIGHT, "tl glyph", aria_hidden="true")


def effect_sign(before: State | DerivedState, after: State | DerivedState, prefix: str = PAGE) -> str:
    """Draw what an event did to a channel: a state, an arrow, another state. The words stand beside it."""
    return f'{state_sign(before, prefix)}<span class="to" aria-hidden="true"></span>{state_sign(after, prefix)}'


def _texture(state: State | DerivedState, prefix: str) -> tuple[str, ...]:
    middle = _HEIGHT / 2
    if state is State.ENDED:
        before = piece_shape(Piece(State.OPEN, 0, 9, 1, disputed=False), middle, _HEIGHT, prefix)
        stop = piece_shape(Piece(state, 9.5, _WIDTH, 1, disputed=False), middle, _HEIGHT, prefix)
        return (line("base", "M", 0, middle, "H", _WIDTH), before, stop)
    inset = 0.5 if state in (State.SUSPENDED, State.AGREED) else 0
    shape = piece_shape(Piece(state, inset, _WIDTH - inset, 1, disputed=False), middle, _HEIGHT, prefix)
    return (shape or line("base", "M", 0, middle, "H", _WIDTH),)
