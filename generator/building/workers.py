"""Work shared among processes, where the system can double one without starting anew."""

from __future__ import annotations

import os
import sys
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEAST = 200
"""How many pieces of work make a further process worth its start."""
_MOST = 4

Piece = TypeVar("Piece")


def processors() -> int:
    """Give how many processes can work beside each other here; 1 where a process cannot be doubled."""
    if "fork" not in get_all_start_methods() or sys.platform == "darwin":  # macOS forbids much to a doubled process
        return 1
    return min(os.cpu_count() or 1, _MOST)


def shared(work: Callable[[Piece], object], pieces: Sequence[Piece], workers: int) -> None:
    """Do a work for each piece, with so many processes at most, of which this one is the first.

    A doubled process has all that this one has read, and gives nothing back but what it has written. What one of them
    could not do is done here once more, so that its error is raised where it can be told.
    """
    workers = max(1, min(workers, len(pieces) // _LEAST))
    parts = [pieces[nth::workers] for nth in range(workers)]
    others = [get_context("fork").Process(target=_quietly, args=(work, part)) for part in parts[1:]]
    for other in others:
        other.start()
    try:
        _each(work, parts[0])
    finally:
        for other in others:
            other.join()
    for other, part in zip(others, parts[1:], strict=True):
        if other.exitcode:
            _each(work, part)


def _each(work: Callable[[Piece], object], pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        work(piece)


def _quietly(work: Callable[[Piece], object], pieces: Sequence[Piece]) -> None:
    try:
        _each(work, pieces)
    except Exception:  # noqa: BLE001  it is raised again where it can be told
        sys.exit(1)
