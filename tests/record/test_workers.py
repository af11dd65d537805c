"""Work shared among processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator.record.workers import apart, begun, end_all, shared, streamed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_piece_is_done(tmp_path: Path, workers: int) -> None:
    """Whatever the number of processes, each piece is worked on."""
    shared(lambda number: (tmp_path / str(number)).touch(), range(601), workers)

    assert {path.name for path in tmp_path.iterdir()} == {str(number) for number in range(601)}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_order(workers: int) -> None:
    """Whoever did a piece, its answer stands in its place."""
    assert shared(lambda number: {"twice": 2 * number}, range(601), workers) == [{"twice": 2 * n} for n in range(601)]


def test_what_a_lost_process_left_is_done_here() -> None:
    """Where the system ends a doubled process, this one does its pieces."""
    this = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert shared(work, range(601), 2) == [*range(601)]


def test_an_error_of_another_process_is_raised_here() -> None:
    """What fails in a doubled process is told by this one, as its own."""

    def work(number: int) -> None:
        if number == 401:
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        shared(work, range(601), 2)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_piece_apart(workers: int) -> None:
    """Each piece has a process of its own, and its answer stands in its place."""
    found = apart(lambda number: (number, os.getpid()), range(7), workers)

    assert [number for number, _ in found] == [*range(7)]
    assert len({process for _, process in found}) == (1 if workers == 1 else 7)


def test_a_piece_whose_process_is_lost_is_done_here() -> None:
    """Where the system ends a process, its piece is done in this one."""
    this = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != this and number == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert apart(work, range(3), 2) == [0, 1, 2]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_own_pieces_are_done_here(workers: int) -> None:
    """Some pieces this process does while others do theirs, whether there are any of those or not."""
    for others in (range(3), range(0)):
        found = apart(lambda number: (number, os.getpid()), others, workers, range(10, 12))
        assert [number for number, _ in found] == [*others, 10, 11]
        assert [process for _, process in found[-2:]] == [os.getpid()] * 2


def test_an_error_in_an_own_piece_begins_nothing_more(tmp_path: Path) -> None:
    """It is raised when those that have begun are done, and nobody begins what is left."""

    def work(number: int) -> None:
        (tmp_path / str(number)).touch()
        if number == 9:
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        apart(work, range(4), 2, [9])
    assert {path.name for path in tmp_path.iterdir()} == {"0", "1", "9"}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_work_is_begun_beside(workers: int) -> None:
    """Its answer comes when it is waited for, of another process where there may be one."""
    answer = begun(os.getpid, workers)

    assert (answer() == os.getpid()) == (workers == 1)


def test_a_work_begun_beside_that_is_lost_is_done_here() -> None:
    """Where the system ends its process, this one does it."""
    this = os.getpid()

    def work() -> int:
        if os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    assert begun(work, 2)() == 1


def test_what_nobody_will_ask_for_is_ended() -> None:
    """After an error nothing goes on writing beside this process."""
    begun(partial(time.sleep, 60), 2)
    assert multiprocessing.active_children()

    end_all()

    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_as_they_are_made(workers: int) -> None:
    """Whoever did a piece, each is answered once, whether it is known beforehand how many there are or not."""
    twice = [2 * number for number in range(601)]

    assert sorted(streamed(lambda number: 2 * number, range(601), workers)) == twice
    assert sorted(streamed(lambda number: 2 * number, iter(range(601)), workers)) == twice


def test_this_process_only_listens() -> None:
    """What many pieces leave behind goes with the processes that worked on them."""
    assert os.getpid() not in set(streamed(lambda _: os.getpid(), iter(range(601)), 2))


@pytest.mark.parametrize("lost", [{7}, {7, 407}, {*range(601)}])
def test_what_lost_processes_left_is_done_here(lost: set[int]) -> None:
    """Where the system ends one process or all, this one does what is left."""
    this = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != this and number in lost:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert sorted(streamed(work, iter(range(601)), 2)) == [*range(601)]


def test_an_error_on_the_way_is_raised_here() -> None:
    """What fails in another process is told by this one after the answers, as its own."""

    def work(number: int) -> int:
        if number == 401:
            raise OSError("the disk is full")
        return number

    with pytest.raises(OSError, match="the disk is full"):
        list(streamed(work, iter(range(601)), 2))


def test_nobody_goes_on_unheard() -> None:
    """Where no more answers are asked for, the processes end, however much they would have had to say."""
    answers = streamed(lambda _: b"x" * 100_000, iter(range(601)), 3)
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # an iterator that is a generator

    assert multiprocessing.active_children() == []
