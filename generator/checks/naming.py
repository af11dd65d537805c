"""Where the record names something by its id, and where that thing is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from generator.record.models import Event
from generator.record.registry import Channel, Gap, Office, Party, Person, Place, Publisher, Topic, Tour
from generator.record.source import SharedSource
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.record.entry import Entry
    from generator.record.reading import Path
    from generator.record.source import Citation


class Naming(NamedTuple):
    """An id at a place of an entry that names another entry."""

    entry: Entry
    """The entry that names the other."""
    way: Path
    """Where in the entry the id stands."""
    id: str
    """The id as written."""
    target: type[Entry]
    """What it has to be the id of."""
    key: bool = False
    """Whether the id is the name of a field, not its value."""


def namings(entry: Entry) -> tuple[Naming, ...]:
    """Give every id by which an entry names another, apart from those by which its statements cite its own sources."""
    if _Last.entry is not entry:  # a check asks, and then who keeps what it found
        _Last.entry, _Last.named = entry, tuple(_NAMED.get(type(entry), _nothing)(entry))
    return _Last.named


class _Last:
    """The entry that was asked for last, and what it names."""

    entry: ClassVar[Entry | None] = None
    named: ClassVar[tuple[Naming, ...]] = ()


def _nothing(entry: Entry) -> Iterator[Naming]:  # noqa: ARG001  it stands where others look at one
    yield from ()


def _of_office(office: Office) -> Iterator[Naming]:
    yield Naming(office, ("party",), office.party, Party)
    yield from _one(office, ("counterpart",), office.counterpart, Office)
    yield from _each(office, ("sources",), office.sources, SharedSource)


def _of_channel(channel: Channel) -> Iterator[Naming]:
    yield from _each(channel, ("offices",), channel.offices, Office)
    yield from _each(channel, ("sources",), channel.sources, SharedSource)


def _of_publisher(publisher: Publisher) -> Iterator[Naming]:
    if publisher.side not in list(Side):
        yield from _one(publisher, ("side",), publisher.side, Party)


def _of_source(source: SharedSource) -> Iterator[Naming]:
    return _cited(source, (), source)


def _of_gap(gap: Gap) -> Iterator[Naming]:
    yield from _one(gap, ("channel",), gap.channel, Channel)


def _of_tour(tour: Tour) -> Iterator[Naming]:
    for number, step in enumerate(tour.steps):
        yield from _one(tour, ("steps", number, "event"), step.event, Event)


def _of_event(event: Event) -> Iterator[Naming]:
    yield from _each(event, ("channel",), event.channels, Channel)
    if event.place not in BUILT_IN_PLACES:
        yield from _one(event, ("place",), event.place, Place)
    yield from _one(event, ("declined_by",), event.declined_by, Party)
    yield from _each(event, ("topics",), event.topics, Topic)
    for field, sides in (("participants", event.participants), ("accounts", event.accounts)):
        for party in sides:
            yield Naming(event, (field, party), party, Party, key=True)
    for party, side in event.participants.items():
        for number, part in enumerate(side):
            # a person written alone stands at the way itself: the place of the deepest part that is there is taken
            yield from _one(event, ("participants", party, number, "person"), part.person, Person)
            yield from _one(event, ("participants", party, number, "office"), part.office, Office)
    for number, effect in enumerate(event.effects):
        yield Naming(event, ("effects", number, "channel"), effect.channel, Channel)
    for number, link in enumerate(event.related):
        yield Naming(event, ("related", number, "event"), link.event, Event)
    for number, source in enumerate(event.sources):
        if isinstance(source, str):
            yield Naming(event, ("sources", number), source, SharedSource)
        else:
            yield from _cited(event, ("sources", number), source)


def _of_person(person: Person) -> Iterator[Naming]:
    yield Naming(person, ("party",), person.party, Party)
    yield from _each(person, ("sources",), person.sources, SharedSource)
    for number, post in enumerate(person.posts):
        yield Naming(person, ("posts", number, "office"), post.office, Office)
        yield from _each(person, ("posts", number, "sources"), post.sources, SharedSource)


def _cited(entry: Entry, way: Path, source: Citation) -> Iterator[Naming]:
    yield Naming(entry, (*way, "publisher"), source.publisher, Publisher)
    yield from _one(entry, (*way, "copy_of"), source.copy_of, Publisher)


# Tuples, since an event names thirty others, and a generator for each of them would take as long as all the rest.
def _one(entry: Entry, way: Path, id_: str | None, target: type[Entry]) -> tuple[Naming, ...]:
    return () if id_ is None else (Naming(entry, way, id_, target),)


def _each(entry: Entry, way: Path, ids: tuple[str, ...], target: type[Entry]) -> tuple[Naming, ...]:
    return tuple([Naming(entry, (*way, number), id_, target) for number, id_ in enumerate(ids)]) if ids else ()


_NAMED: Mapping[type[Entry], Callable[[Any], Iterator[Naming]]] = {
    Event: _of_event, Office: _of_office, Channel: _of_channel, Publisher: _of_publisher, SharedSource: _of_source,
    Person: _of_person, Gap: _of_gap, Tour: _of_tour,
}  # fmt: skip
"""Of each kind of entry that names others, where it does."""
