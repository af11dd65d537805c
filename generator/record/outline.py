"""What an entry is to others: all that a check of several entries compares, in plain values that load quickly.

The long texts are left out. Ten thousand outlines are there in less than a tenth of a second, as many events are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.record.dates import Edtf, parse_edtf
from generator.record.entry import Origin
from generator.record.registry import Channel, Office, Person
from generator.record.source import SharedSource, Source

if TYPE_CHECKING:
    from datetime import date as day

    from generator.record.entry import Entry
    from generator.record.models import Event
    from generator.record.reading import Path
    from generator.record.source import Citation
    from generator.record.vocabulary import Kind, Relation, State


class Cited(NamedTuple):
    """A source where it is written."""

    way: Path
    """The way to it in its entry."""
    url: str
    publisher: str
    copy_of: str | None


class Held(NamedTuple):
    """A post by the days on which it is certain to have been held, without a word on how."""

    office: str
    first: day
    last: day
    number: int
    """Its position among the person's posts."""


class Outline(NamedTuple):
    """An entry of the registry."""

    model: str
    """The name of its model."""
    id: str
    path: str
    """The file that it stands in."""
    prefix: Path
    """The way to it in that file."""
    cites: tuple[str, ...] = ()
    """The shared sources that it lists, by id."""
    written: tuple[Cited, ...] = ()
    """The sources that are written in it, or that it is."""
    formerly: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    """The posts of a person."""

    @property
    def origin(self) -> Origin:
        """Where the entry was read."""
        return Origin(path=self.path, prefix=self.prefix)


class EventOutline(NamedTuple):
    """An event."""

    id: str
    path: str
    first: day
    """The day by which it is put in order: the earliest possible one, where one is known."""
    last: day
    """The last day that its date names."""
    when: str
    """Its date as it was typed (EDTF)."""
    title: str
    kind: Kind
    is_held_contact: bool
    channels: tuple[str, ...]
    effects: tuple[tuple[str, State], ...]
    """Channels by id, each with its state from this event on."""
    related: tuple[tuple[str, Relation], ...]
    """Other events by id, each with how this one relates to it."""
    people: frozenset[str]
    """Who took part, by id."""
    cites: tuple[str, ...]
    """The shared sources that it lists, by id."""
    written: tuple[Cited, ...]
    """The sources that are written in it."""
    formerly: tuple[str, ...]

    @property
    def origin(self) -> Origin:
        """Where the event was read."""
        return Origin(path=self.path)

    @property
    def date(self) -> Edtf:
        """Its date."""
        return parse_edtf(self.when)


def outline(entry: Entry) -> Outline:
    """Give the outline of an entry of the registry."""
    return Outline(
        type(entry).__name__,
        entry.id,
        entry.origin.path,
        entry.origin.prefix,
        _cites(entry),
        (_cited((), entry),) if isinstance(entry, SharedSource) else (),
        entry.formerly if isinstance(entry, Channel | Person) else (),
        _held(entry) if isinstance(entry, Person) else (),
    )


def event_outline(event: Event) -> EventOutline:
    """Give the outline of an event."""
    return EventOutline(
        event.id,
        event.origin.path,
        event.date.anchor,
        event.date.end,
        event.date.text,
        event.title,
        event.kind,
        event.is_held_contact,
        event.channels,
        tuple((effect.channel, effect.state) for effect in event.effects),
        tuple((link.event, link.relation) for link in event.related),
        frozenset(part.person for side in event.participants.values() for part in side if part.person),
        tuple(source for source in event.sources if isinstance(source, str)),
        tuple(_cited(("sources", n), source) for n, source in enumerate(event.sources) if isinstance(source, Source)),
        event.formerly,
    )


def _cited(way: Path, source: Citation) -> Cited:
    return Cited(way, source.url, source.publisher, source.copy_of)


def _cites(entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry, Office | Channel | Person):
        return ()
    posts = entry.posts if isinstance(entry, Person) else ()
    return (*entry.sources, *(source for post in posts for source in post.sources))


def _held(person: Person) -> tuple[Held, ...]:
    certain = ((number, post, post.certain) for number, post in enumerate(person.posts) if not post.role)
    return tuple(Held(post.office, *days, number) for number, post, days in certain if days)
