"""Where the record names something by its id, and where that thing is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.record.models import Event
from generator.record.registry import Channel, Office, Party, Person, Place, Publisher, Topic
from generator.record.source import SharedSource
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.record.entry import Entry
    from generator.record.reading import Path
    from generator.record.record import Record


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


def namings(record: Record) -> Iterator[Naming]:
    """Give every id by which an entry of the record names another, apart from the sources of an event's own list."""
    for event in record.events:
        yield from _of_event(event)
    yield from _of_offices(record)
    yield from _of_publishing(record)
    for person in record.people.values():
        yield from _of_person(person)
    for gap in record.gaps:
        yield from _named(gap, ("channel",), [gap.channel], Channel)
    for tour in record.tours.values():
        for number, step in enumerate(tour.steps):
            yield from _named(tour, ("steps", number, "event"), [step.event], Event)


def citing_entries(record: Record) -> Iterator[Office | Channel | Person]:
    """Give the entries of the registry that cite shared sources."""
    yield from record.offices.values()
    yield from record.channels.values()
    yield from record.people.values()


def _of_offices(record: Record) -> Iterator[Naming]:
    for office in record.offices.values():
        yield from _named(office, ("party",), [office.party], Party)
        yield from _named(office, ("counterpart",), [office.counterpart], Office)
    for channel in record.channels.values():
        yield from _named(channel, ("offices",), channel.offices, Office, several=True)


def _of_publishing(record: Record) -> Iterator[Naming]:
    for publisher in record.publishers.values():
        if publisher.side not in list(Side):
            yield from _named(publisher, ("side",), [publisher.side], Party)
    for source in record.sources.values():
        yield from _named(source, ("publisher",), [source.publisher], Publisher)
        yield from _named(source, ("copy_of",), [source.copy_of], Publisher)
    for citing in citing_entries(record):
        yield from _named(citing, ("sources",), citing.sources, SharedSource, several=True)


def _of_event(event: Event) -> Iterator[Naming]:
    yield from _named(event, ("channel",), event.channels, Channel, several=True)
    if event.place not in BUILT_IN_PLACES:
        yield from _named(event, ("place",), [event.place], Place)
    yield from _named(event, ("declined_by",), [event.declined_by], Party)
    yield from _named(event, ("topics",), event.topics, Topic, several=True)
    for field, sides in (("participants", event.participants), ("accounts", event.accounts)):
        yield from (Naming(event, (field, party), party, Party, key=True) for party in sides)
    for party, side in event.participants.items():
        for number, part in enumerate(side):
            yield from _of_participant(event, ("participants", party, number), part.person, part.office)
    for number, effect in enumerate(event.effects):
        yield from _named(event, ("effects", number, "channel"), [effect.channel], Channel)
    for number, link in enumerate(event.related):
        yield from _named(event, ("related", number, "event"), [link.event], Event)
    for number, source in enumerate(event.sources):
        if isinstance(source, str):
            yield Naming(event, ("sources", number), source, SharedSource)
        else:
            yield from _named(event, ("sources", number, "publisher"), [source.publisher], Publisher)
            yield from _named(event, ("sources", number, "copy_of"), [source.copy_of], Publisher)


def _of_participant(event: Event, way: Path, person: str | None, office: str | None) -> Iterator[Naming]:
    # a person written alone stands at the way itself: the place of the deepest part that is there is taken
    yield from _named(event, (*way, "person"), [person], Person)
    yield from _named(event, (*way, "office"), [office], Office)


def _of_person(person: Person) -> Iterator[Naming]:
    yield from _named(person, ("party",), [person.party], Party)
    for number, post in enumerate(person.posts):
        yield from _named(person, ("posts", number, "office"), [post.office], Office)
        yield from _named(person, ("posts", number, "sources"), post.sources, SharedSource, several=True)


def _named(
    entry: Entry, way: Path, ids: Iterable[str | None], target: type[Entry], *, several: bool = False
) -> Iterator[Naming]:
    for number, id_ in enumerate(ids):
        if id_ is not None:
            yield Naming(entry, (*way, number) if several else way, id_, target)
