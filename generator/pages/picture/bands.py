"""A channel's state through time as the texture of a band."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.picture.defs import hatch_of
from generator.pages.picture.scale import month_name
from generator.pages.picture.svg import clean, element, line, rect, way
from generator.record.vocabulary import DerivedState, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.pages.picture.scale import Scale
    from generator.views.states import Span

HEIGHT = 13
"""Of a band in the timeline, in pixels."""
_SEEN = 2
"""A change within fewer pixels than this is drawn as sudden, as nobody could see it fade."""
_STEPS = 4
_KEPT = 2_048
"""So many spans are remembered in words: every picture of a channel says the same."""


class Piece(NamedTuple):
    """A piece of a band in one state."""

    state: State | DerivedState
    start: float
    end: float
    opacity: float
    """Less than 1 where it is not known whether the state had begun."""
    disputed: bool


def pieces(spans: Sequence[Span], scale: Scale, until: date) -> tuple[Piece, ...]:
    """Cut a channel's spans into the pieces that lie in a scale, up to a day, that day included."""
    last = min(until + timedelta(days=1), scale.last)
    found = (piece for span in spans if _touches(span, scale, last) for piece in _pieces(span, scale, last))
    return tuple(piece for piece in found if piece.end > piece.start)


def band(spans: Sequence[Span], scale: Scale, until: date, middle: float, *, prefix: str,  # noqa: PLR0913  three numbers, three things
         height: float = HEIGHT) -> str:  # fmt: skip
    """Draw a channel's states around a middle line; each says its words to who points at it."""
    last = min(until + timedelta(days=1), scale.last)
    drawn = []
    for span in spans:
        if not _touches(span, scale, last):
            continue
        shapes = "".join([piece_shape(piece, middle, height, prefix) for piece in _pieces(span, scale, last)])
        if shapes:
            drawn.append(element("g", element("title", clean(span_words(span))) + shapes))
    return "".join(drawn)


def span_words(span: Span) -> str:
    """Say a span: `suspended, Aug 2022 to Jan 2024`."""
    return _words(span.state, span.start, span.end, span.disputed)


@lru_cache(_KEPT)
def _words(state: State | DerivedState, start: date, end: date | None, disputed: bool) -> str:  # noqa: FBT001  as in a span
    words = f"{state}, {month_name(start)}"
    words += f" to {month_name(end - timedelta(days=1))}" if end else " on"
    return f"{words}, disputed" if disputed else words


def _touches(span: Span, scale: Scale, last: date) -> bool:
    """Tell whether a span lies in a scale that is drawn up to a day, that day not included."""
    return span.start < last and (span.end is None or max(scale.first, span.start) < span.end) and scale.first < last


def _pieces(span: Span, scale: Scale, last: date) -> Iterator[Piece]:
    """Give a span's pieces: light ones while its beginning is not sure, then the rest."""
    end = min(span.end or last, last)
    start, finish = scale.inside(span.start), scale.inside(end)
    sure = min(scale.inside(min(span.sure_from, end)), finish)
    if sure - start < _SEEN:
        sure = start
    for index in range(_STEPS if sure > start else 0):
        cut = (sure - start) / _STEPS
        yield Piece(span.state, start + cut * index, start + cut * (index + 1), 0.2 * (index + 1), span.disputed)
    if finish > sure:
        yield Piece(span.state, sure, finish, 1, span.disputed)


def piece_shape(piece: Piece, middle: float, height: float, prefix: str) -> str:
    """Draw a piece of a band around a middle line."""
    shape = _shape(piece, middle, height, prefix)
    return element("g", shape, opacity=piece.opacity) if shape and piece.opacity < 1 else shape


def _shape(piece: Piece, middle: float, height: float, prefix: str) -> str:
    top, width = middle - height / 2, piece.end - piece.start
    dashes = "4 3" if piece.disputed else None
    if piece.state is State.OPEN:
        edges = way("M", piece.start, top + 0.5, "h", width, "M", piece.start, top + height - 0.5, "h", width)
        return rect("s-open", piece.start, top, width, height) + element(
            "path", class_="s-edge", stroke_dasharray=dashes, d=edges)  # fmt: skip
    if piece.state is State.SUSPENDED:
        return element("rect", class_="s-sus", fill=hatch_of(prefix), x=piece.start, y=top + 0.5,
                       width=max(width, 2), height=height - 1, stroke_dasharray=dashes)  # fmt: skip
    if piece.state is State.AGREED:
        return rect("s-agreed", piece.start, top + 0.5, width, height - 1)
    return _thin_shape(piece, middle, height)


def _thin_shape(piece: Piece, middle: float, height: float) -> str:
    """Draw the states that fill no band: a line, a dotted line, or the stop at which a channel ended."""
    if piece.state is DerivedState.DORMANT:
        return rect("s-dormant", piece.start, middle - 1.5, piece.end - piece.start, 3)
    if piece.state is State.PROPOSED:
        return line("s-agreed", "M", piece.start, middle, "H", piece.end)
    if piece.state is State.ENDED and piece.opacity == 1:
        return line("s-edge", "M", piece.start, middle - height / 2, "v", height)
    return ""
