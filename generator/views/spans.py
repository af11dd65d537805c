"""A channel's state through time, as spans without gap or overlap.

Written changes and held contacts are gone through in the order of time, the changes of a day before its
contacts. Beyond what is written:

- A proposal, made by one side alone, changes nothing in a channel that exists: it stays open, suspended or agreed.
  An agreement changes nothing in a channel that is open, for it is one to open or resume; but where no contact
  has followed it when the channel would fall dormant, the channel is agreed instead.
- A channel that was only proposed or agreed is open from the first held contact after that, since `agreed`
  means that none has followed. A contact that has a written effect on the channel itself says what it did.
- An open channel with rounds is dormant from the day on which the months of its registry entry have passed since
  the end of the last held contact, or of the event that opened it. The next held contact opens it again.
- Where the registry names a gap for the channel and a contact was held after that gap began, rounds may be missing
  between: such silence is the record's, and the months are counted from the gap's end. Silence after the last
  contact is taken as it is.
- A contact in a suspended or ended channel changes nothing: that takes a written effect.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING

from generator.record.registry import Gap
from generator.record.vocabulary import DerivedState, State
from generator.views.changes import Change, changes, sure_from
from generator.views.months import add_months, day_after
from generator.views.once import once

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel

_EXISTING = frozenset({State.OPEN, State.SUSPENDED, State.AGREED, DerivedState.DORMANT})
_NOT_YET_OPEN = frozenset({State.AGREED, State.PROPOSED})


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a channel was in one state."""

    channel: str
    """The channel's id."""
    state: State | DerivedState
    """The state, `none` excepted: where nothing is known there is no span."""
    start: date
    """The first day on which it can have been in that state."""
    sure_from: date
    """The first day on which it surely was: `start`, or later where the change has no certain day. Equal to
    `end` (to the day after the horizon in the last span) where it is never sure."""
    end: date | None
    """The first day of the next span; absent in the last, which runs to the horizon, that day included."""
    cause: Event | None
    """The event that brought it about; absent where a channel fell dormant."""
    disputed: bool
    """Whether one side denies it."""

    @property
    def began_that_day(self) -> bool:
        """Whether `start` is certain: not one of several possible days, nor the last one of an unknown many."""
        return self.start == self.sure_from and (self.cause is None or self.cause.date.earliest is not None)

    def includes(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.start <= day and (self.end is None or day < self.end)


@once
def spans(record: Record, channel_id: str, until: date) -> tuple[Span, ...]:
    """Give the states of a channel from its first written change to a day, that day included.

    Empty where the channel is unknown or nothing changed it by then. No span is empty: of several changes on
    one day the last stands. A state that is written again, disputed or not as before, makes no new span.
    """
    channel = record.channels.get(channel_id)
    if channel is None:
        return ()
    course = _Course(channel, until)
    for day, item in _in_time(record, channel_id, until):
        course.silence_before(day)
        course.take(item)
    course.silence_before(day_after(until))
    return tuple(_ended(span, after, until) for span, after in zip_longest(course.spans, course.spans[1:]))


def state_on(record: Record, channel_id: str, day: date) -> Span | None:
    """Give the span in which a day lies; nothing where the channel did not exist yet or nothing is known.

    A day after the last one checked is answered as that one is.
    """
    horizon = record.checked or day
    asked = min(day, horizon)
    return next((span for span in spans(record, channel_id, horizon) if span.includes(asked)), None)


def _in_time(record: Record, channel_id: str, until: date) -> list[tuple[date, Change | Event | Gap]]:
    """Give changes, held contacts and gaps between them that had begun by a day, with their first days."""
    contacts = [event for event in record.by_channel.get(channel_id, ()) if event.is_held_contact]
    last = max((event.date.anchor for event in contacts), default=date.min)
    items: list[tuple[date, Change | Event | Gap]] = [(change.start, change) for change in changes(record, channel_id)]
    items += [(event.date.anchor, event) for event in contacts]
    gaps = [(gap.period.earliest or date.min, gap) for gap in record.gaps if gap.channel == channel_id]
    items += [(begun, gap) for begun, gap in gaps if begun < last]
    return sorted((item for item in items if item[0] <= until), key=itemgetter(0))


def _ended(span: Span, after: Span | None, until: date) -> Span:
    """Set the end of a span, beyond which its beginning cannot be unsure."""
    end = after.start if after else None
    return replace(span, end=end, sure_from=min(span.sure_from, end or day_after(until)))


@dataclass(slots=True)
class _Course:
    """The way of one channel through its states, while it is gone through."""

    channel: Channel
    until: date
    spans: list[Span] = field(default_factory=list)
    """The spans so far, their ends not yet set."""
    last_sign: date = date.min
    """The last day on which a contact, or the event that opened the channel, showed it in use, or a gap hid that."""

    promise: Change | None = None
    """The last agreement made while the channel was open."""

    @property
    def state(self) -> State | DerivedState:
        return self.spans[-1].state if self.spans else DerivedState.NONE

    def take(self, item: Change | Event | Gap) -> None:
        """Go on by one change, held contact or gap."""
        if isinstance(item, Change):
            self._change(item)
        elif isinstance(item, Gap):
            self.last_sign = max(self.last_sign, self.until if item.period.open_end else item.period.end)
        else:
            self._contact(item)

    def _change(self, change: Change) -> None:
        if change.state is State.PROPOSED and self.state in _EXISTING:
            return
        if change.state is State.AGREED and self.state is State.OPEN:
            self.promise = change
            return
        if change.state is State.OPEN:
            self.last_sign = max(self.last_sign, change.cause.date.end)
        self._enter(
            Span(change.channel, change.state, change.start, change.sure_from, None, change.cause, change.disputed)
        )

    def _contact(self, event: Event) -> None:
        day = event.date.anchor
        self.last_sign = max(self.last_sign, self.until if event.date.open_end else event.date.end)
        spoken = any(effect.channel == self.channel.id for effect in event.effects)
        opens = self.state in _NOT_YET_OPEN and not spoken and self.spans[-1].start < day
        if opens or self.state is DerivedState.DORMANT:
            self._enter(Span(self.channel.id, State.OPEN, day, sure_from(event.date), None, event, disputed=False))

    def silence_before(self, day: date) -> None:
        """Let an open channel fall dormant where its months have passed before a day."""
        if self.state is not State.OPEN or not self.channel.rounds:
            return
        quiet_from = self._quiet_from()
        if quiet_from >= day:
            return
        quiet = replace(self.spans[-1], state=DerivedState.DORMANT, start=quiet_from, sure_from=quiet_from, cause=None)
        if self.promise and self.last_sign < self.promise.start:
            quiet = replace(quiet, state=State.AGREED, cause=self.promise.cause)
        self._enter(quiet)

    def _quiet_from(self) -> date:
        """Give the day from which the channel is dormant; never the day of the last sign itself."""
        months = self.channel.dormant_after_months
        return max(add_months(self.last_sign, months), day_after(self.last_sign))

    def _enter(self, span: Span) -> None:
        """Begin a state; what the same day had brought before is gone, and a state that goes on is one span."""
        if self.spans and self.spans[-1].start == span.start:
            self.spans.pop()
        if self.spans and (self.spans[-1].state, self.spans[-1].disputed) == (span.state, span.disputed):
            self.spans[-1] = replace(self.spans[-1], sure_from=min(self.spans[-1].sure_from, span.sure_from))
        else:
            self.spans.append(span)
