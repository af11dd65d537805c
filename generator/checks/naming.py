"""Where the record names something by its id, and where that thing is registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.record.models import Event
from generator.record.registry import Channel, Gap, Office, Party, Person, Place, Publisher, Topic, Tour
from generator.record.source import SharedSource
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.record.entry import Entry
    from generator.record.reading import Path


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


def namings(entry: Entry) -> Iterator[Naming]:
    """Give every id by which an entry names another, apart from those by which its statements cite its own sources."""
    for model, named in _NAMED.items():
        if isinstance(entry, model):
            yield from named(entry)


def _of_office(office: Office) -> Iterator[Naming]:
    yield from _named(office, ("party",), [office.party], Party)
    yield from _named(office, ("counterpart",), [office.counterpart], Office)
    yield from _named(office, ("sources",), office.sources, SharedSource, several=True)


def _of_channel(channel: Channel) -> Iterator[Naming]:
    yield from _named(channel, ("offices",), channel.offices, Office, several=True)
    yield from _named(channel, ("sources",), channel.sources, SharedSource, several=True)


def _of_publisher(publisher: Publisher) -> Iterator[Naming]:
    if publisher.side not in list(Side):
        yield from _named(publisher, ("side",), [publisher.side], Party)


def _of_source(source: SharedSource) -> Iterator[Naming]:
    yield from _named(source, ("publisher",), [source.publisher], Publisher)
    yield from _named(source, ("copy_of",), [source.copy_of], Publisher)


def _of_gap(gap: Gap) -> Iterator[Naming]:
    yield from _named(gap, ("channel",), [gap.channel], Channel)


def _of_tour(tour: Tour) -> Iterator[Naming]:
    for number, step in enumerate(tour.steps):
        yield from _named(tour, ("steps", number, "event"), [step.event], Event)


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
    yield from _named(person, ("sources",), person.sources, SharedSource, several=True)
    for number, post in enumerate(person.posts):
        yield from _named(person, ("posts", number, "office"), [post.office], Office)
        yield from _named(person, ("posts", number, "sources"), post.sources, SharedSource, several=True)


def _named(
    entry: Entry, way: Path, ids: Iterable[str | None], target: type[Entry], *, several: bool = False
) -> Iterator[Naming]:
    for number, id_ in enumerate(ids):
        if id_ is not None:
            yield Naming(entry, (*way, number) if several else way, id_, target)


_NAMED: Mapping[type[Entry], Callable[[Any], Iterator[Naming]]] = {
    Event: _of_event, Office: _of_office, Channel: _of_channel, Publisher: _of_publisher, SharedSource: _of_source,
    Person: _of_person, Gap: _of_gap, Tour: _of_tour,
}  # fmt: skip
"""Of each kind of entry that names others, where it does."""
