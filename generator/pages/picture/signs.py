"""Small signs for running text: the mark of an event, the texture of a state, from one state to another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.pages.picture.bands import Piece, piece_shape
from generator.pages.picture.defs import PAGE
from generator.pages.picture.marks import FILLINGS, Look, look_class, look_of, shape, strokes
from generator.pages.picture.svg import block, drawing, element, line
from generator.record.vocabulary import DerivedState, Family, State, Status

if TYPE_CHECKING:
    from generator.record.models import Event

_SIZE = 16
_MIDDLE = (_SIZE / 2, _SIZE / 2)
_RADIUS, _RIM = 4.8, 0.5
"""Of a mark, and by how much less of it is filled: marks of the picture have a rim in the colour of the ground."""
_FULL = ""
_LINE = " fill='none' stroke='#000' stroke-width='1.6'"
_DASH = " fill='none' stroke='#000' stroke-width='1.5' stroke-dasharray='2 1.5'"
_STRUCK = (Status.POSTPONED, Status.REFUSED)
"""Statuses that are told by strokes upon an outline."""
_OUTLINED, _DASHED, _STROKES = 1, 2, 3
"""The rows of the image of all signs below the filled ones."""
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
    """Write the stylesheet of marks in running text: what a family and a status show of one image of all signs.

    A list of a thousand events has a thousand marks: styles cost a browser less than as many drawings, and one image,
    which is a document of its own to it, less than one for each sign.
    """
    image = f'url("data:image/svg+xml,{quote(_signs().replace(chr(34), chr(39)), safe=_PLAIN)}")'
    sign, stroke = f"{image} var(--x) var(--y) no-repeat", f"{image} var(--stroke) no-repeat"
    struck = f":is({','.join(f'.{FILLINGS[status]}' for status in _STRUCK)})"
    families = (f"{_SIGNED}.{family}{{--sign:var(--{family});--x:{_away(x)}}}" for x, family in enumerate(Family))
    fillings = (
        f"{_SIGNED}.{filling}{{--y:{_away(0 if filling == 'held' else _OUTLINED)}}}" for filling in FILLINGS.values()
    )
    return "\n".join(
        (
            f".sym,.signed::before{{{_masked(sign)}}}",
            f".sym{struck},.signed{struck}::before{{{_masked(f'{sign},{stroke}')}}}",
            *families,
            *dict.fromkeys(fillings),
            *(
                f"{_SIGNED}.{FILLINGS[status]}{{--stroke:{_away(x)} {_away(_STROKES)}}}"
                for x, status in enumerate(_STRUCK)
            ),
            f"{_SIGNED}.doubt{{--y:{_away(_DASHED)}}}",
        )
    )


def _sign(look: Look) -> str:
    return f'<i class="sym {look_class(look)}"></i>'


def _signs() -> str:
    """Draw every sign in one colour: a family a column, filled, in outline and dashed; below the strokes."""
    rows = (
        (_FULL, (shape(family, *_MIDDLE, _RADIUS - _RIM) for family in Family)),
        (_LINE, (shape(family, *_MIDDLE, _RADIUS) for family in Family)),
        (_DASH, (shape(family, *_MIDDLE, _RADIUS) for family in Family)),
        (_LINE, (strokes(status, *_MIDDLE, _RADIUS) for status in _STRUCK)),
    )
    drawn = (
        f"<g transform='translate({x * _SIZE} {y * _SIZE})'{style}>{sign}</g>"
        for y, (style, signs) in enumerate(rows) for x, sign in enumerate(signs)
    )  # fmt: skip
    size = f"width='{len(Family) * _SIZE}' height='{len(rows) * _SIZE}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{''.join(drawn)}</svg>"


def _away(places: int) -> str:
    """Give where the image begins, by which a sign so many places into it is shown."""
    return f"{-places * _SIZE}px" if places else "0"


def _masked(by: str) -> str:
    return f"-webkit-mask:{by};mask:{by}"


@cache
def state_sign(state: State | DerivedState) -> str:
    """Draw the texture of a state, 22 by 12 px, with the hatch of the page."""
    return drawing(_texture(state), _WIDTH, _HEIGHT, "tl glyph", aria_hidden="true")


def area_sign(state: State | DerivedState) -> str:
    """Draw a state as the count of channels has it: there a dormant one is part of an area, no line."""
    if state != DerivedState.DORMANT:
        return state_sign(state)
    area = element("path", class_="a-dorm totline", d=block(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1))
    return drawing((area,), _WIDTH, _HEIGHT, "tl glyph", aria_hidden="true")


def effect_sign(before: State | DerivedState, after: State | DerivedState) -> str:
    """Draw what an event did to a channel: a state, an arrow, another state.

    The words beside it may say the second alone, so the arrow says both to whoever has the page read aloud.
    """
    first = "no recorded state" if before == DerivedState.NONE else before
    said = 'aria-hidden="true"' if before == after else f'role="img" aria-label="from {first} to {after}"'
    return f'{state_sign(before)}<span class="to" {said}></span>{state_sign(after)}'


def _texture(state: State | DerivedState) -> tuple[str, ...]:
    middle = _HEIGHT / 2
    if state is State.ENDED:
        before = piece_shape(Piece(State.OPEN, 0, 9, 1, disputed=False), middle, _HEIGHT, PAGE)
        stop = piece_shape(Piece(state, 9.5, _WIDTH, 1, disputed=False), middle, _HEIGHT, PAGE)
        return (line("base", "M", 0, middle, "H", _WIDTH), before, stop)
    inset = 0.5 if state in (State.SUSPENDED, State.AGREED) else 0
    shape = piece_shape(Piece(state, inset, _WIDTH - inset, 1, disputed=False), middle, _HEIGHT, PAGE)
    return (shape or line("base", "M", 0, middle, "H", _WIDTH),)
