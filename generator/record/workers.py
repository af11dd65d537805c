"""Work shared among processes, where the system can double one without starting anew."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from generator.record.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

_LEAST = 10
"""How many pieces of work make a further process worth its start."""
_MOST = 4
_AT_ONCE = 40
"""So many pieces, one behind the other, are taken at a time: what they have in common is then made once."""
_TURNS = 32
"""So often each process takes some at least, where there are enough: no other then waits for one that took too many."""

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
_Answers = dict[int, Any]
"""Of some pieces, by their number."""


def processors() -> int:
    """Give how many processes can work beside each other here; 1 where a process cannot be doubled."""
    if not hasattr(os, "fork") or sys.platform == "darwin":  # macOS forbids much to a doubled process
        return 1
    return min(os.cpu_count() or 1, _MOST)


def shared(work: Callable[[Piece], Answer], pieces: Sequence[Piece], workers: int) -> list[Answer]:
    """Do a work for each piece, with so many processes at most, of which this one is the first; give the answers.

    Each takes the next pieces when it is done with its last ones. A doubled process has all that this one has read, and
    gives back its answers, which are to be small. What one that fails has left undone, or not told, this one does once
    more, so that the error is raised where it can be told.
    """
    workers = max(1, min(workers, len(pieces) // _LEAST))
    if workers == 1:
        return [work(piece) for piece in pieces]
    from multiprocessing import get_context  # noqa: PLC0415  where nothing is shared its import takes longest

    turn, at_once = get_context("fork").Value("l", 0), max(1, min(_AT_ONCE, len(pieces) // (workers * _TURNS)))

    def own() -> _Answers:
        """Work on the next pieces as long as there are any, and give the answers by number."""
        found: _Answers = {}
        while True:
            with turn:
                first, turn.value = turn.value, turn.value + at_once
            part = pieces[first : first + at_once]
            if not part:
                return found
            found |= {number: work(piece) for number, piece in enumerate(part, start=first)}

    others = [_Other(own) for _ in range(workers - 1)]
    try:
        found = own()
    finally:
        theirs = [other.answers() for other in others]
    for answers in theirs:
        found |= answers
    return [found[number] if number in found else work(piece) for number, piece in enumerate(pieces)]


def apart(
    work: Callable[[Piece], Answer], pieces: Sequence[Piece], workers: int, own: Sequence[Piece] = ()
) -> list[Answer]:
    """Do a work for each piece as `shared` does, but each in a process of its own, so many at a time.

    What a work needs and leaves goes with its process, and this one stays as small as it was. It does its `own` pieces
    meanwhile, of which the answers come last.
    """
    if workers == 1:
        return [work(piece) for piece in (*pieces, *own)]
    from multiprocessing.connection import wait  # noqa: PLC0415  as above

    waiting, found = list(enumerate(pieces))[::-1], _Answers()
    running = [_begun(work, waiting) for _ in pieces[:workers]]
    mine: list[Answer] = []
    try:
        mine += map(work, own)
    finally:
        while running:
            ready = wait([other.back for other in running])
            done = next(other for other in running if other.back in ready)
            running.remove(done)
            found |= done.answers()
            running += [_begun(work, waiting) for _ in waiting[:1] if len(mine) == len(own)]
    return [found[number] if number in found else work(piece) for number, piece in enumerate(pieces)] + mine


def _begun(work: Callable[[Piece], Answer], waiting: list[tuple[int, Piece]]) -> _Other:
    """Begin a work for the last of what is waiting, in a process of its own."""
    return _Other(partial(_alone, work, *waiting.pop()))


def begun(work: Callable[[], Answer], workers: int) -> Callable[[], Answer]:
    """Begin a work in a process of its own, where there may be more than one, and give what waits for its answer."""
    if workers == 1:
        return work
    other = _Other(lambda: {0: work()})

    def answer() -> Answer:
        found = other.answers()
        return found[0] if found else work()

    return answer


def _alone(work: Callable[[Piece], Answer], number: int, piece: Piece) -> _Answers:
    with uncollected():  # what is left goes with its process
        return {number: work(piece)}


class _Other:
    """A doubled process that works beside this one."""

    def __init__(self, own: Callable[[], _Answers]) -> None:
        from multiprocessing import get_context  # noqa: PLC0415  as above

        self.back, there = get_context("fork").Pipe(duplex=False)
        self._process = get_context("fork").Process(target=_quietly, args=(own, there), daemon=True)
        self._process.start()
        there.close()

    def answers(self) -> _Answers:
        """Give its answers when it is done; none where it failed."""
        answers: _Answers = {}
        with suppress(EOFError, OSError):
            answers = self.back.recv()
        self._process.join()
        return answers


def _quietly(own: Callable[[], _Answers], there: Connection) -> None:
    with suppress(Exception):  # the other process meets it, too, and can tell it
        there.send(own())
    there.close()
