"""Work shared among processes, where the system can double one without starting anew."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LEAST = 200
"""How many pieces of work make a further process worth its start."""
_MOST = 4
_AT_ONCE = 40
"""So many pieces, one behind the other, are taken at a time: what they have in common is then made once."""

Piece = TypeVar("Piece")


def processors() -> int:
    """Give how many processes can work beside each other here; 1 where a process cannot be doubled."""
    if "fork" not in get_all_start_methods() or sys.platform == "darwin":  # macOS forbids much to a doubled process
        return 1
    return min(os.cpu_count() or 1, _MOST)


def shared(work: Callable[[Piece], object], pieces: Sequence[Piece], workers: int) -> None:
    """Do a work for each piece, with so many processes at most, of which this one is the first.

    Each takes the next pieces when it is done with its last ones. A doubled process has all that this one has read,
    and gives nothing back but what it has written. Where one fails, this one does all once more, so that the error is
    raised where it can be told.
    """
    workers = max(1, min(workers, len(pieces) // _LEAST))
    with _untouched():
        if workers == 1:
            _each(work, pieces)
            return
        turn = get_context("fork").Value("l", 0)

        def next_part() -> Sequence[Piece]:
            with turn:
                first, turn.value = turn.value, turn.value + _AT_ONCE
            return pieces[first : first + _AT_ONCE]

        others = [get_context("fork").Process(target=_quietly, args=(work, next_part)) for _ in range(workers - 1)]
        for other in others:
            other.start()
        try:
            _parts(work, next_part)
        finally:
            for other in others:
                other.join()
    if any(other.exitcode for other in others):
        _each(work, pieces)


@contextmanager
def _untouched() -> Iterator[None]:
    """Keep the collector of garbage from looking through all that was read: it would find none, and copy memory."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _parts(work: Callable[[Piece], object], next_part: Callable[[], Sequence[Piece]]) -> None:
    while part := next_part():
        _each(work, part)


def _each(work: Callable[[Piece], object], pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        work(piece)


def _quietly(work: Callable[[Piece], object], next_part: Callable[[], Sequence[Piece]]) -> None:
    try:
        _parts(work, next_part)
    except Exception:  # noqa: BLE001  it is raised again where it can be told
        sys.exit(1)
