"""Which channels were in which state on a day, and what one event did to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.record.vocabulary import DerivedState, State
from generator.views.changes import Change, changes
from generator.views.contacts import last_contact
from generator.views.levels import channels_in_order
from generator.views.months import whole_months
from generator.views.once import once
from generator.views.spans import Span, spans, state_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel

__all__ = [
    "BoardRow",
    "Change",
    "Span",
    "Turn",
    "answer",
    "board",
    "changes",
    "open_counts",
    "spans",
    "state_on",
    "tally",
    "turns",
    "turns_by_event",
]

GONE = frozenset({State.ENDED, DerivedState.NONE})
"""States in which a channel does not exist on a day, as far as is known."""
ORDER: tuple[State | DerivedState, ...] = (
    State.OPEN,
    State.SUSPENDED,
    DerivedState.DORMANT,
    State.AGREED,
    State.PROPOSED,
    State.ENDED,
    DerivedState.NONE,
)
"""The order in which states are counted and said."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A channel on a day."""

    channel: Channel
    """The channel."""
    span: Span | None
    """The time in one state in which the day lies; absent before the first word of the channel."""
    last_held: Event | None
    """The last contact held in it up to that day."""

    @property
    def state(self) -> State | DerivedState:
        """The state on the day; `none` where there is no span."""
        return self.span.state if self.span else DerivedState.NONE


@dataclass(frozen=True, slots=True)
class Turn:
    """What one event did to one channel."""

    event: Event
    """The event."""
    channel: Channel
    """The channel."""
    before: State | DerivedState
    """Its state just before; `none` where nothing was known of it."""
    after: State
    """The state that the event brought."""
    disputed: bool
    """Whether one side denies it."""
    not_open_since: date | None
    """Where the event opened the channel again: the day from which it had not been open. Absent otherwise."""
    months: int | None
    """Whole months from that day to the event; absent with it."""


def board(record: Record, day: date) -> tuple[BoardRow, ...]:
    """Give every channel with its state on a day, by level, then by id; after the last day checked, as on that day."""
    asked = min(day, record.checked or day)
    return tuple(
        BoardRow(channel, state_on(record, channel.id, asked), last_contact(record, channel.id, asked))
        for channel in channels_in_order(record)
    )


def tally(rows: Iterable[BoardRow]) -> Mapping[str, int]:
    """Count channels by state. Every state has its entry, 0 included, in the order in which they are said."""
    return _counted(row.state for row in rows)


def answer(rows: Iterable[BoardRow], *, past: bool = False) -> str:
    """Say in one line how many channels are open: `5 of 12 channels are open, 4 are suspended, 3 are dormant`.

    Of a past day it is said that they were. Channels that have ended, or of which nothing is known on that day, are
    not counted.
    """
    numbers = {state: number for state, number in tally(rows).items() if state not in GONE}
    total = sum(numbers.values())
    if not total:
        return "No channel was on record" if past else "No channel is on record"
    of = f"{numbers[State.OPEN] or 'None'} of {total} channel{'s' if total > 1 else ''}"
    first = f"{of} {_be(numbers[State.OPEN] or 1, past=past)} open"
    others = (f"{number} {_be(number, past=past)} {state}" for state in ORDER[1:] if (number := numbers.get(state)))
    return ", ".join((first, *others))


def open_counts(record: Record, until: date) -> tuple[tuple[date, Mapping[str, int]], ...]:
    """Give the number of channels in each state from each day on which something changed, up to a day.

    The numbers are as in `tally`; they hold until the next entry's day, the last ones until the horizon.
    """
    every = [spans(record, channel_id, until) for channel_id in record.channels]
    starts: dict[date, list[tuple[str, State | DerivedState]]] = {}
    for found in every:
        for span in found:
            starts.setdefault(span.start, []).append((span.channel, span.state))
    now: dict[str, State | DerivedState] = dict.fromkeys(record.channels, DerivedState.NONE)
    counted = []
    for day in sorted(starts):
        now.update(starts[day])
        counted.append((day, _counted(now.values())))
    return tuple(counted)


def turns(record: Record, event: Event, until: date) -> tuple[Turn, ...]:
    """Give what an event did to channels up to a day, in the order of its effects, then of its channels.

    A contact that opened a channel without a written effect stands here too. Left out are unknown channels and
    effects that do not count (see `changes`).
    """
    return turns_by_event(record, until).get(event.id, ())


@once
def turns_by_event(record: Record, until: date) -> Mapping[str, tuple[Turn, ...]]:
    """Give the turns of all events at once, by the event's id: as `turns`, for each event that made one."""
    found: defaultdict[str, list[Turn]] = defaultdict(list)
    for channel in record.channels.values():
        for turn in _turns(record, channel, until):
            found[turn.event.id].append(turn)
    return {id_: tuple(sorted(made, key=_as_written)) for id_, made in found.items()}


def _as_written(turn: Turn) -> int:
    """Give the place at which a turn's channel first stands in its event."""
    written = [*(effect.channel for effect in turn.event.effects), *turn.event.channels]
    return written.index(turn.channel.id)


def _turns(record: Record, channel: Channel, until: date) -> Iterator[Turn]:
    through_time = spans(record, channel.id, until)
    for step in _steps(record, channel.id, through_time, until):
        yield _turn(channel, through_time, step)


class _Step(NamedTuple):
    """A change of a channel, and the state that an earlier change of the same day had left."""

    change: Change
    left: State | None


def _steps(record: Record, channel_id: str, through_time: Sequence[Span], until: date) -> Iterator[_Step]:
    """Give the written changes of a channel, then those that contacts brought about without being written."""
    written = [change for change in changes(record, channel_id) if change.start <= until]
    for previous, change in zip((None, *written), written, strict=False):
        yield _Step(change, previous.state if previous and previous.start == change.start else None)
    named = {change.cause.id for change in written}
    for span in through_time:
        if span.cause and span.cause.id not in named and span.state is State.OPEN:
            yield _Step(Change(channel_id, State.OPEN, span.start, span.sure_from, span.cause, span.disputed), None)


def _turn(channel: Channel, through_time: Sequence[Span], step: _Step) -> Turn:
    change = step.change
    earlier = [span for span in through_time if span.start < change.start]
    before = step.left or (earlier[-1].state if earlier else DerivedState.NONE)
    since = _not_open_since(earlier) if change.state is State.OPEN else None
    months = whole_months(since, change.start) if since else None
    return Turn(change.cause, channel, before, change.state, change.disputed, since, months)


def _not_open_since(earlier: Sequence[Span]) -> date | None:
    """Give the first day after the last open span; nothing where the channel was open, or never had been."""
    since = None
    for span in reversed(earlier):
        if span.state is State.OPEN:
            return since
        since = span.start
    return None


def _counted(states: Iterable[State | DerivedState]) -> Mapping[str, int]:
    numbers = Counter(states)
    return {state.value: numbers[state] for state in ORDER}


def _be(number: int, *, past: bool) -> str:
    if past:
        return "was" if number == 1 else "were"
    return "is" if number == 1 else "are"
