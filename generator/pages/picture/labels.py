"""Where labels stand: by rank, beside their marks, in rows, never over each other. Pixels alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = 7
"""Air between two labels, in pixels."""
ROW = 14
"""From a row of labels to the next, in pixels."""
_OVER = 4
"""How far a label begins before the middle of its mark, in pixels."""


class Candidate(NamedTuple):
    """A label that would like to be drawn."""

    key: int
    """Whose label it is; handed back with the place."""
    x: float
    """The middle of the mark."""
    width: float
    """The width of the text."""
    rank: int
    """Higher goes first."""


class Place(NamedTuple):
    """Where a label stands."""

    key: int
    row: int
    """0 is the row next to the marks."""
    left: float
    right: float
    from_right: bool
    """Whether the text ends at its mark and is set from its right edge."""
    x: float
    """The middle of the mark, to which a leader goes from rows above the first."""


def place(candidates: Iterable[Candidate], left: float, right: float, rows: int) -> tuple[Place, ...]:
    """Place labels between two edges in so many rows: left edge at the mark, else right edge, else the next row.

    What finds no room is left out. Highest rank first, then from left to right.
    """
    taken: list[Place] = []
    for candidate in sorted(candidates, key=lambda one: (-one.rank, one.x, one.key)):
        if found := _found(candidate, left, right, rows, taken):
            taken.append(found)
    return tuple(taken)


def _found(candidate: Candidate, left: float, right: float, rows: int, taken: Iterable[Place]) -> Place | None:
    for row in range(rows):
        for from_right in (False, True):
            start = candidate.x + _OVER - candidate.width if from_right else candidate.x - _OVER
            end = start + candidate.width
            if left <= start and end <= right and _free(row, start, end, taken):
                return Place(candidate.key, row, start, end, from_right, candidate.x)
    return None


def _free(row: int, start: float, end: float, taken: Iterable[Place]) -> bool:
    return all(row != other.row or end + GAP <= other.left or other.right + GAP <= start for other in taken)
