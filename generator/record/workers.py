"""Work shared among processes, where the system can double one without starting anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Sized
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from generator.record.uncollected import give_back, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
    workers, at_once = _dealt(pieces, workers)
    if workers == 1:
        return [work(piece) for piece in pieces]
    from multiprocessing import get_context  # noqa: PLC0415  where nothing is shared its import takes longest

    turn = get_context("fork").Value("l", 0)

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

    others = _Other.several(workers - 1, lambda: [own()])
    try:
        found = own()
    finally:
        theirs = [other.answers() for other in others]
    for answers in theirs:
        found |= answers
    return [found[number] if number in found else work(piece) for number, piece in enumerate(pieces)]


def streamed(work: Callable[[Piece], Answer], pieces: Iterable[Piece], workers: int) -> Iterator[Answer]:
    """Do a work for each of very many pieces, in so many processes beside this one, and give answers as they come.

    Each process goes through the pieces by itself and passes over what others have taken: so none has to hold them all,
    and this one, which waits for the others, stays as small as it was. What one that fails has left undone it does.
    """
    workers, at_once = _dealt(pieces, workers)
    if workers == 1:
        yield from map(work, pieces)
        return
    from multiprocessing import get_context  # noqa: PLC0415  as above

    turn, done, every = get_context("fork").Value("l", 0), set[int](), -1
    others = _Other.several(workers, partial(_portions, work, pieces, at_once, turn))
    for number, answers in _as_they_come(others):
        if answers is None:
            every = number
        else:
            done.add(number)
            yield from answers
    for number, part in enumerate(_parts(pieces, at_once)) if len(done) != every else ():
        yield from map(work, () if number in done else part)


def _portions(
    work: Callable[[Piece], Answer],
    pieces: Iterable[Piece],
    at_once: int,
    turn: Any,  # noqa: ANN401  a number in common
) -> Iterator[tuple[int, list[Answer] | None]]:
    """Work on the next pieces as long as there are any; give the answers by number of their portion, and how many."""
    mine, number = -1, -1
    for number, part in enumerate(_parts(pieces, at_once)):
        if mine < number:
            with turn:
                mine, turn.value = turn.value, turn.value + 1
        if mine == number:
            yield number, [work(piece) for piece in part]
            give_back()
    yield number + 1, None


def _parts(pieces: Iterable[Piece], at_once: int) -> Iterator[Sequence[Piece]]:
    left = iter(pieces)
    while part := tuple(islice(left, at_once)):
        yield part


def _dealt(pieces: Iterable[object], workers: int) -> tuple[int, int]:
    """Give how many processes are worth their start, and how many pieces each takes at a time."""
    if not isinstance(pieces, Sized):
        return workers, _AT_ONCE
    workers = max(1, min(workers, len(pieces) // _LEAST))
    return workers, max(1, min(_AT_ONCE, len(pieces) // (workers * _TURNS)))


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
    running: list[_Other] = []
    for _ in pieces[:workers]:
        running.append(_begun(work, waiting, running))
    mine: list[Answer] = []
    try:
        mine += map(work, own)
    finally:
        while running:
            ready = wait([other.back for other in running])
            done = next(other for other in running if other.back in ready)
            running.remove(done)
            found |= done.answers()
            running += [_begun(work, waiting, running) for _ in waiting[:1] if len(mine) == len(own)]
    return [found[number] if number in found else work(piece) for number, piece in enumerate(pieces)] + mine


def _begun(work: Callable[[Piece], Answer], waiting: list[tuple[int, Piece]], beside: Iterable[_Other]) -> _Other:
    """Begin a work for the last of what is waiting, in a process of its own beside others."""
    return _Other(partial(_alone, work, *waiting.pop()), beside)


def begun(work: Callable[[], Answer], workers: int) -> Callable[[], Answer]:
    """Begin a work in a process of its own, where there may be more than one, and give what waits for its answer."""
    if workers == 1:
        return work
    other = _Other(lambda: [{0: work()}])

    def answer() -> Answer:
        found = other.answers()
        return found[0] if found else work()

    return answer


def end_all() -> None:
    """End what works beside this process and nobody will ask for, as after an error: it writes no more."""
    from multiprocessing import active_children  # noqa: PLC0415  as above

    for other in active_children():
        other.terminate()
        other.join()


def _alone(work: Callable[[Piece], Answer], number: int, piece: Piece) -> Iterator[_Answers]:
    with uncollected():  # what is left goes with its process
        yield {number: work(piece)}


def _as_they_come(others: Iterable[_Other]) -> Iterator[Any]:
    """Give what processes tell, till each is done or lost; where nobody asks for more, they end."""
    from multiprocessing.connection import wait  # noqa: PLC0415  as above

    running = list(others)
    try:
        while running:
            ready = wait([other.back for other in running])
            for other in [other for other in running if other.back in ready]:
                try:
                    yield other.back.recv()
                except (EOFError, OSError):
                    running.remove(other)
                    other.end()
    finally:
        for other in running:
            other.end()


class _Other:
    """A doubled process that works beside this one."""

    def __init__(self, own: Callable[[], Iterable[object]], beside: Iterable[_Other] = ()) -> None:
        """Take what it is to do and to tell piece by piece, and the processes that are running already."""
        from multiprocessing import get_context  # noqa: PLC0415  as above

        self.back, there = get_context("fork").Pipe(duplex=False)
        heard = [self.back, *(other.back for other in beside)]
        self._process = get_context("fork").Process(target=_quietly, args=(own, there, heard), daemon=True)
        self._process.start()
        there.close()

    @classmethod
    def several(cls, number: int, own: Callable[[], Iterable[object]]) -> list[_Other]:
        """Give so many that do the same."""
        others: list[_Other] = []
        for _ in range(number):
            others.append(cls(own, others))
        return others

    def answers(self) -> _Answers:
        """Give its answers when it is done; none where it failed."""
        answers: _Answers = {}
        with suppress(EOFError, OSError):
            answers = self.back.recv()
        self._process.join()
        return answers

    def end(self) -> None:
        """Listen no more, and wait till it is done."""
        self.back.close()
        self._process.join()


def _quietly(own: Callable[[], Iterable[object]], there: Connection, heard: Iterable[Connection]) -> None:
    for back in heard:  # where all have closed it who only inherited it, nobody goes on talking to one that is gone
        back.close()
    with suppress(Exception):  # the other process meets it, too, and can tell it
        for told in own():
            there.send(told)
    there.close()
