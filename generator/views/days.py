"""The days on which a channel changed its state, and all channels on any of many days.

`states.board` answers for one day. A calendar goes through the record once and answers the same for each day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.record.vocabulary import DerivedState
from generator.views.contacts import held
from generator.views.levels import channels_in_order
from generator.views.once import once
from generator.views.spans import Span, spans
from generator.views.states import BoardRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel
    from generator.record.vocabulary import State


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of a channel on a day."""

    channel: Channel
    """The channel."""
    before: Span | None
    """Its state until the day before; absent where nothing had been said of it."""
    after: Span
    """Its state from that day on."""

    @property
    def left(self) -> State | DerivedState:
        """The state until the day before; `none` where nothing had been said of the channel."""
        return self.before.state if self.before else DerivedState.NONE


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """A day on which something changed."""

    day: date
    """The day; the earliest possible one where it is not certain."""
    shifts: tuple[Shift, ...]
    """What changed, by level, then by channel id."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every channel through time, up to a day."""

    until: date
    """The last day that is known; a later one is answered as this."""
    channels: tuple[Channel, ...]
    """All channels, by level, then by id."""
    spans: Mapping[str, tuple[Span, ...]]
    """Their states through time, by channel id."""
    held: Mapping[str, tuple[Event, ...]]
    """The contacts held in each of them that had begun by the last day, in the order of time."""

    def board(self, day: date, of: Collection[str] | None = None) -> tuple[BoardRow, ...]:
        """Give every channel with its state on a day, as `states.board` does, or those with some ids."""
        asked = min(day, self.until)
        return tuple(
            BoardRow(channel, _last_span(self.spans[channel.id], asked), _last_held(self.held[channel.id], asked))
            for channel in self.channels
            if of is None or channel.id in of
        )

    def days(self) -> tuple[ChangeDay, ...]:
        """Give the days on which a channel changed, in the order of time; a state denied anew is a change too."""
        found: defaultdict[date, list[Shift]] = defaultdict(list)
        for channel in self.channels:
            through_time = self.spans[channel.id]
            for before, after in zip_longest((None, *through_time[:-1]), through_time):
                if after:
                    found[after.start].append(Shift(channel, before, after))
        return tuple(ChangeDay(day, tuple(found[day])) for day in sorted(found))


@once
def calendar(record: Record, until: date) -> Calendar:
    """Go through the channels of a record up to a day, or the last one checked where that is earlier."""
    last = min(until, record.checked or until)
    channels = channels_in_order(record)
    return Calendar(
        last, channels,
        {channel.id: spans(record, channel.id, last) for channel in channels},
        {channel.id: held(record.by_channel.get(channel.id, ()), last) for channel in channels},
    )  # fmt: skip


def _last_span(found: tuple[Span, ...], day: date) -> Span | None:
    place = bisect_right(found, day, key=lambda span: span.start)
    return found[place - 1] if place else None


def _last_held(found: tuple[Event, ...], day: date) -> Event | None:
    place = bisect_right(found, day, key=lambda event: event.date.anchor)
    return found[place - 1] if place else None
