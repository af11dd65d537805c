"""E6: what events say of a channel against the state that earlier ones left it in."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.broken import broken_files
from generator.checks.check import Check
from generator.record.faults import Code, Severity
from generator.record.vocabulary import Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.record.faults import Fault
    from generator.record.loading import Reading
    from generator.record.models import Event
    from generator.record.record import Record

NOT_OPEN = Code(
    "E605",
    "contact in a channel that was not open",
    "Either the contact opened the channel, or it was no round of it; the site would show a round in a closed channel.",
    "Add an effect that opens the channel, or remove `channel` where it was an exception.",
    "# an earlier event suspended the channel, or only agreed to open it\nkind: talks\nchannel: policy\neffects: []",
    "kind: talks\nchannel: policy\neffects:\n  - channel: policy\n    state: open",
    Severity.WARNING,
)
WAS_OPEN = Code(
    "E606",
    "resumption of an open channel",
    "What was open cannot be taken up again: an event in between is missing, or a date is wrong.",
    "Record the event that closed the channel, or correct the effect.",
    "# events/2024/2024-01-20-resumption.yml\n# the talks of 8 January have opened the channel\n"
    "date: 2024-01-20\nkind: resumption\neffects:\n  - channel: policy\n    state: open",
    "# events/2024/2024-01-05-resumption.yml\n# while the channel was closed\n"
    "date: 2024-01-05\nkind: resumption\neffects:\n  - channel: policy\n    state: open",
)


def not_open(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find contacts held in a channel that earlier events had left closed, and that say nothing of it."""
    if _is_partial(reading):
        return
    causes = _Causes(reading.record)
    for event in reading.record.events:
        for number, channel in enumerate(event.channels if event.is_held_contact else ()):
            cause = causes.before(channel, event)
            state = _state_after(cause, channel)
            if cause and state is not State.OPEN and all(effect.channel != channel for effect in event.effects):
                message = f"by the record `{channel}` was `{state}` then, since `{cause.id}`"
                hint = f"Add `state: open` for `{channel}` to `effects`, or remove `channel` where it was an exception."
                yield reading.fault(NOT_OPEN, event, ("channel", number), message, hint)


def was_open(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find resumptions of channels that were open already, and in use."""
    if _is_partial(reading):
        return
    causes = _Causes(reading.record)
    for event in reading.record.events:
        if event.kind is not Kind.RESUMPTION:
            continue
        for number, effect in enumerate(event.effects):
            cause = causes.before(effect.channel, event)
            was = _state_after(cause, effect.channel)
            in_use = cause and not _is_dormant(reading.record, effect.channel, event.date.anchor)
            if cause and in_use and effect.state is was is State.OPEN:
                message = f"by the record `{effect.channel}` was already open, since `{cause.id}`"
                yield reading.fault(WAS_OPEN, event, ("effects", number, "state"), message)


def _is_partial(reading: Reading) -> bool:
    """Whether an event is missing or has lost a field: the states would be guesses."""
    return any(not path.startswith("events/registry/") for path in broken_files(reading))


class _Causes:
    """Which event last changed a channel before another event; each is found in a few steps, however many there are."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._known: dict[str, tuple[list[date], list[Event]]] = {}

    def before(self, channel: str, event: Event) -> Event | None:
        """Give the event that last changed a channel; nothing where it is not certain which came first."""
        if channel not in self._known:
            self._known[channel] = _latest_so_far(self._record.by_effect.get(channel, ()))
        anchors, latest = self._known[channel]
        events = self._record.by_effect.get(channel, ())
        at = bisect_right(anchors, event.date.end)
        while at and latest[at - 1].date.end >= event.date.anchor:
            at -= 1
            if events[at] is not event and events[at].date.end >= event.date.anchor:
                return None
        return latest[at - 1] if at else None


def _latest_so_far(events: Sequence[Event]) -> tuple[list[date], list[Event]]:
    """Give the days by which events are in order, and for each the one among it and all before it that ends last."""
    latest: list[Event] = []
    for event in events:
        latest.append(latest[-1] if latest and latest[-1].date.end > event.date.end else event)
    return [event.date.anchor for event in events], latest


def _state_after(event: Event | None, channel: str) -> State | None:
    effects = reversed(event.effects) if event else ()
    return next((effect.state for effect in effects if effect.channel == channel), None)


def _is_dormant(record: Record, channel: str, day: date) -> bool:
    """Whether no contact was held in a channel for as long as its entry allows."""
    entry = record.channels.get(channel)
    if entry is None or not entry.rounds:
        return False
    contacts = [event.date.end for event in record.by_channel.get(channel, ()) if event.is_held_contact]
    changes = [event.date.end for event in record.by_effect.get(channel, ())]
    last = max((when for when in (*contacts, *changes) if when < day), default=date.min)
    months = (day.year - last.year) * 12 + day.month - last.month - (day.day < last.day)
    return months >= entry.dormant_after_months


CHECKS = (Check(not_open, (NOT_OPEN,)), Check(was_open, (WAS_OPEN,)))
