"""Entries whose addresses others cite: once published they lead somewhere for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel, Person


class Lasting(NamedTuple):
    """An entry that keeps its former ids."""

    kind: str
    """`event`, `channel` or `person`."""
    entry: Event | Channel | Person
    name: str
    """Its title or name."""


def lasting(record: Record) -> Iterator[Lasting]:
    """Give the events, then the channels, then the people of a record."""
    yield from (Lasting("event", event, event.title) for event in record.events)
    yield from (Lasting("channel", channel, channel.name) for channel in record.channels.values())
    yield from (Lasting("person", person, person.name) for person in record.people.values())


def ids_of(record: Record) -> frozenset[str]:
    """Give `event ID`, `channel ID` or `person ID` for every id that leads somewhere, former ones included."""
    return frozenset(f"{one.kind} {id_}" for one in lasting(record) for id_ in (one.entry.id, *one.entry.formerly))


def merged(record: Record, published: Iterable[str]) -> tuple[str, ...]:
    """Give the ids that were published with those of the record, in the order of letters."""
    return tuple(sorted({*published, *ids_of(record)}))
