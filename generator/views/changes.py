"""What events have done to channels: every written change of state, with the days it can have come about.

Which effects count. What took place counts in full. A contact that lies ahead (planned, proposed) can only
propose or agree. A contact that was put off, refused or called off is an act of a side and may bring any
state but `open`: what was not held has opened nothing.

When. A change begins with its event: on the day that orders it, which is the earliest possible one, or the
latest where only that is known. It is sure from the latest day on which the event can have begun. A date
marked approximate or uncertain is sure one unit of its precision later. One "on or after" is never sure. A
contact that lies ahead changes a channel when it was disclosed, where the record says when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.record.dates import Form, Precision
from generator.record.vocabulary import State, Status
from generator.views.months import add_months, day_after
from generator.views.once import once

if TYPE_CHECKING:
    from generator.record.dates import Bound, Edtf
    from generator.record.models import Effect, Event
    from generator.record.record import Record

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.YEAR: 12, Precision.DECADE: 120}


@dataclass(frozen=True, slots=True)
class Change:
    """A written change of a channel's state."""

    channel: str
    """The channel's id."""
    state: State
    """The state from then on."""
    start: date
    """The earliest day on which it can have come about."""
    sure_from: date
    """The latest such day; equal to `start` for a certain day, the calendar's end where it is not known."""
    cause: Event
    """The event that brought it about."""
    disputed: bool
    """Whether one side denies it."""


def counts(event: Event, state: State) -> bool:
    """Tell whether an event can have brought a channel into a state, by what became of it."""
    if event.outcome in (None, Status.HELD):
        return True
    if event.outcome in _AHEAD:
        return state in (State.PROPOSED, State.AGREED)
    return state is not State.OPEN


@once
def changes(record: Record, channel_id: str) -> tuple[Change, ...]:
    """Give the changes of a channel that count, in the order of time, then of events and as written.

    Several of one day all stand here; the last of them is the state at the day's end.
    """
    found = [
        _change(event, effect)
        for event in record.by_effect.get(channel_id, ())
        for effect in event.effects
        if effect.channel == channel_id and counts(event, effect.state)
    ]
    return tuple(sorted(found, key=lambda change: change.start))


def _change(event: Event, effect: Effect) -> Change:
    when = event.disclosed if event.outcome in _AHEAD and event.disclosed else event.date
    return Change(effect.channel, effect.state, when.anchor, sure_from(when), event, effect.disputed)


def sure_from(when: Edtf) -> date:
    """Give the latest day on which something of that date can have begun; the calendar's end where none is known."""
    bound = when.upper if when.form is Form.SET else when.lower or when.upper
    return max(when.anchor, _latest(bound)) if bound else date.max


def _latest(bound: Bound) -> date:
    if not (bound.approximate or bound.uncertain):
        return bound.latest
    if bound.precision is Precision.DAY:
        return day_after(bound.latest)
    return add_months(day_after(bound.latest), _MONTHS[bound.precision]) - timedelta(days=1)
