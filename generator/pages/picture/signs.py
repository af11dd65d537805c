"""Small signs for running text: the mark of an event, the texture of a state, from one state to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.bands import Piece, piece_shape
from generator.pages.picture.defs import PAGE
from generator.pages.picture.marks import Look, look_of, mark
from generator.pages.picture.svg import drawing, line
from generator.record.vocabulary import DerivedState, Family, State, Status

if TYPE_CHECKING:
    from generator.record.models import Event

_SIZE = 16
_WIDTH, _HEIGHT = 22, 12


def mark_sign(event: Event) -> str:
    """Draw the mark of an event, 16 px square, to stand before its title. Hidden from screen readers."""
    return look_sign(look_of(event))


def family_sign(family: Family, status: Status = Status.HELD, *, doubtful: bool = False) -> str:
    """Draw the mark of a family in a status, as legends and tables show it."""
    return look_sign(Look(family, status, doubtful))


def look_sign(look: Look) -> str:
    """Draw a mark by its look, 16 px square."""
    return drawing((mark(look, _SIZE / 2, _SIZE / 2, 4.8),), _SIZE, _SIZE, "tl sym", aria_hidden="true")


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
