"""Reported counts with what their words leave open: the least and the most that each can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from generator.record.models import Event, Figure
    from generator.record.record import Record

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reported:
    """A count, an amount or a distance that somebody reported."""

    event: Event
    figure: Figure
    low: int | None
    """The least that it can mean; absent where nothing bounds it below."""
    high: int | None
    """The most that it can mean; absent where nothing bounds it above."""

    @property
    def is_count(self) -> bool:
        """Whether it counts things, and has a bound: then it can stand on one scale with other counts."""
        bounded = self.low is not None or self.high is not None
        return bounded and self.figure.unit is None

    @property
    def is_exact(self) -> bool:
        """Whether the least and the most are the same."""
        return self.low is not None and self.low == self.high


def reported(record: Record, until: date) -> tuple[Reported, ...]:
    """Give every figure of the events up to a day, in the order of time, then as written.

    A value written in digits alone bounds itself; any other has the bounds that its entry gives.
    """
    return tuple(
        _bounded(event, figure) for event in record.events if event.date.anchor <= until for figure in event.figures
    )


def _bounded(event: Event, figure: Figure) -> Reported:
    if figure.low is None and figure.high is None and _PLAIN.fullmatch(figure.value):
        number = int(figure.value.replace(",", ""))
        return Reported(event, figure, number, number)
    return Reported(event, figure, figure.low, figure.high)
