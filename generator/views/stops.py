"""Stops: each time that a channel was not open any more, what brought it about, and what opened it again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

from generator.record.vocabulary import DerivedState, State
from generator.views.chains import led_here
from generator.views.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.record.record import Record
    from generator.views.chains import Tie

_STOPPED = frozenset({State.SUSPENDED, State.ENDED, DerivedState.DORMANT})


@dataclass(frozen=True, slots=True)
class Step:
    """A state on the way from a stop to the next opening."""

    span: Span
    answers: tuple[Tie, ...]
    """What the event that brought it names as its causes; none where no event did."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A time in which a channel was not open any more."""

    steps: tuple[Step, ...]
    """Its states, the first of them suspended, ended or dormant."""
    again: Step | None
    """The opening after it; absent while it lasts."""

    @property
    def start(self) -> date:
        """Its first day."""
        return self.steps[0].span.start


def stops(record: Record, channel_id: str, until: date) -> tuple[Stop, ...]:
    """Give each time up to a day in which a channel had stopped, in the order of time.

    Being proposed or agreed is no stop by itself: it counts only after the channel was suspended, dormant or ended.
    """
    return tuple(_stops(record, spans(record, channel_id, until)))


def _stops(record: Record, found: Sequence[Span]) -> Iterator[Stop]:
    runs = [(is_open, list(run)) for is_open, run in groupby(found, key=lambda span: span.state is State.OPEN)]
    for number, (is_open, run) in enumerate(runs):
        steps = [] if is_open else [*dropwhile(lambda span: span.state not in _STOPPED, run)]
        after = runs[number + 1][1][0] if number + 1 < len(runs) else None
        if steps:
            yield Stop(tuple(_step(record, span) for span in steps), _step(record, after) if after else None)


def _step(record: Record, span: Span) -> Step:
    return Step(span, led_here(record, span.cause) if span.cause else ())
