"""E6: what events say of a channel against the state that earlier ones left it in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.check import Comparison
from generator.record.faults import Code, Severity
from generator.record.vocabulary import Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.record.around import Reading
    from generator.record.faults import Fault
    from generator.record.outline import EventOutline
    from generator.record.registry import Channel

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
    causes = _Causes(reading.events)
    for event in reading.events:
        for number, channel in enumerate(event.channels if event.is_held_contact else ()):
            cause = causes.before(channel, event)
            state = _state_after(cause, channel)
            if cause and state is not State.OPEN and all(changed != channel for changed, _ in event.effects):
                message = f"by the record `{channel}` was `{state}` then, since `{cause.id}`"
                hint = f"Add `state: open` for `{channel}` to `effects`, or remove `channel` where it was an exception."
                yield reading.fault(NOT_OPEN, event, ("channel", number), message, hint)


def was_open(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find resumptions of channels that were open already, and in use."""
    if _is_partial(reading):
        return
    causes, used = _Causes(reading.events), _used(reading.events)
    for event in reading.events:
        if event.kind is not Kind.RESUMPTION:
            continue
        for number, (channel, state) in enumerate(event.effects):
            cause = causes.before(channel, event)
            was = _state_after(cause, channel)
            in_use = cause and not _is_dormant(reading.registry.channels.get(channel), used[channel], event.first)
            if cause and in_use and state is was is State.OPEN:
                message = f"by the record `{channel}` was already open, since `{cause.id}`"
                yield reading.fault(WAS_OPEN, event, ("effects", number, "state"), message)


def _is_partial(reading: Reading) -> bool:
    """Whether an event is missing or has lost a field: the states would be guesses."""
    return any(not path.startswith("events/registry/") for path in reading.broken)


class _Causes:
    """Which event last changed a channel before another event; each is found in a few steps, however many there are."""

    def __init__(self, events: Iterable[EventOutline]) -> None:
        self._by_channel: defaultdict[str, list[EventOutline]] = defaultdict(list)
        for event in events:
            for channel in dict.fromkeys(channel for channel, _ in event.effects):
                self._by_channel[channel].append(event)
        self._known: dict[str, tuple[list[date], list[EventOutline]]] = {}

    def before(self, channel: str, event: EventOutline) -> EventOutline | None:
        """Give the event that last changed a channel; nothing where it is not certain which came first."""
        events = self._by_channel.get(channel, [])
        if channel not in self._known:
            self._known[channel] = _latest_so_far(events)
        anchors, latest = self._known[channel]
        at = bisect_right(anchors, event.last)
        while at and latest[at - 1].last >= event.first:
            at -= 1
            if events[at] is not event and events[at].last >= event.first:
                return None
        return latest[at - 1] if at else None


def _latest_so_far(events: Sequence[EventOutline]) -> tuple[list[date], list[EventOutline]]:
    """Give the days by which events are in order, and for each the one among it and all before it that ends last."""
    latest: list[EventOutline] = []
    for event in events:
        latest.append(latest[-1] if latest and latest[-1].last > event.last else event)
    return [event.first for event in events], latest


def _state_after(event: EventOutline | None, channel: str) -> State | None:
    effects = reversed(event.effects) if event else ()
    return next((state for changed, state in effects if changed == channel), None)


def _used(events: Iterable[EventOutline]) -> Mapping[str, list[date]]:
    """Give for each channel the days of its contacts and of the changes of its state, in order."""
    days: defaultdict[str, list[date]] = defaultdict(list)
    for event in events:
        for channel in {*(event.channels if event.is_held_contact else ()), *(changed for changed, _ in event.effects)}:
            days[channel].append(event.last)
    for found in days.values():
        found.sort()
    return days


def _is_dormant(channel: Channel | None, used: Sequence[date], day: date) -> bool:
    """Whether no contact was held in a channel for as long as its entry allows."""
    if channel is None or not channel.rounds:
        return False
    at = bisect_left(used, day)
    last = used[at - 1] if at else date.min
    months = (day.year - last.year) * 12 + day.month - last.month - (day.day < last.day)
    return months >= channel.dormant_after_months


CHECKS = (Comparison(not_open, (NOT_OPEN,)), Comparison(was_open, (WAS_OPEN,)))
