"""Which lanes a picture has, and in which of them an event lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family, Kind
from generator.views.levels import channels_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel

_AT_SEA = frozenset({Kind.INCIDENT, Kind.TRANSIT})
_DECIDED = frozenset({Kind.ARMS_SALE, Kind.SANCTION, Kind.LAW, Kind.REPORT})
_IN_CHANNELS = 2
"""A decision about no more channels than this lies in their lanes, one about more among the decisions."""


class Around(StrEnum):
    """The lanes that are no channels, with the names that they bear."""

    OFFICES = "Appointments, removals"
    CONTACTS = "Other contacts"
    INCIDENTS = "Incidents at sea, in the air"
    DECISIONS = "Decisions"
    WORLD = "The world around"


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and its events."""

    id: str
    """The channel's id; the name of the lane where it is no channel."""
    name: str
    channel: Channel | None
    """Absent in the lanes around."""
    events: tuple[Event, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes of a picture, from the top."""

    offices: Lane | None
    """Who came and went; absent where it is not wanted."""
    channels: tuple[Lane, ...]
    """By level."""
    around: tuple[Lane, ...]
    """The lanes of context; other contacts only where there are any."""

    def __iter__(self) -> Iterator[Lane]:
        """Go through all lanes from the top."""
        if self.offices:
            yield self.offices
        yield from self.channels
        yield from self.around


def lanes(record: Record, starts_of_breaks: Collection[str]) -> Lanes:
    """Sort the events of a record into lanes; `starts_of_breaks` are the ids of events that began a break."""
    found: dict[str, list[Event]] = {}
    for event in record.events:
        for lane in lanes_of(event, record.channels, starts_of_breaks):
            found.setdefault(lane, []).append(event)
    channels = tuple(
        Lane(channel.id, channel.short, channel, tuple(found.get(channel.id, ())))
        for channel in channels_in_order(record)
    )
    offices, *around = (Lane(lane.value, lane.value, None, tuple(found.get(lane.value, ()))) for lane in Around)
    return Lanes(offices, channels, tuple(lane for lane in around if lane.events or lane.name != Around.CONTACTS))


def narrowed(found: Lanes, kept: Collection[str]) -> Lanes:
    """Give the same lanes with those of their events alone whose ids are kept."""

    def less(lane: Lane) -> Lane:
        return replace(lane, events=tuple(event for event in lane.events if event.id in kept))

    return Lanes(less(found.offices) if found.offices else None, *(tuple(map(less, some)) for some in (
        found.channels, found.around)))  # fmt: skip


def occupied(found: Lanes, holds: Callable[[Event], bool]) -> Lanes:
    """Give the lanes alone of which an event holds."""

    def some(lane: Lane) -> bool:
        return any(map(holds, lane.events))

    return Lanes(found.offices if found.offices and some(found.offices) else None,
                 tuple(filter(some, found.channels)), tuple(filter(some, found.around)))  # fmt: skip


def lanes_of(event: Event, channels: Mapping[str, Channel], starts_of_breaks: Collection[str]) -> tuple[str, ...]:
    """Give the lanes of an event.

    What began a break lies among the decisions, and who came or went above; a round in each of its channels, and a
    decision about one or two channels in theirs. All else lies around.
    """
    if event.id in starts_of_breaks:
        return (Around.DECISIONS.value,)
    if event.kind.family is Family.OFFICE:
        return (Around.OFFICES.value,)
    own = tuple(dict.fromkeys(id_ for id_ in event.channels if id_ in channels))
    if own:
        return own
    touched = tuple(dict.fromkeys(effect.channel for effect in event.effects if effect.channel in channels))
    if event.kind.family is Family.CHANNEL and 0 < len(touched) <= _IN_CHANNELS:
        return touched
    return (_around(event).value,)


def _around(event: Event) -> Around:
    if event.kind.family is Family.CONTACT:
        return Around.CONTACTS
    if event.kind in _AT_SEA:
        return Around.INCIDENTS
    if event.kind.family is Family.CHANNEL or event.kind in _DECIDED:
        return Around.DECISIONS
    return Around.WORLD
