"""The record as one value: every entry, with the indexes by which it is asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.record.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.record.models import Event
    from generator.record.registry import Channel, Gap, Office, Party, Person, Place, Publisher, Topic, Tour
    from generator.record.source import SharedSource
    from generator.record.vocabulary import Relation

Index = dict[str, tuple["Event", ...]]
"""Events by the id of something they refer to, in the order of time."""


@dataclass(frozen=True, kw_only=True)
class Registry:
    """What events refer to, by id, each entry with its kind."""

    parties: Mapping[str, Party]
    offices: Mapping[str, Office]
    channels: Mapping[str, Channel]
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    publishers: Mapping[str, Publisher]
    sources: Mapping[str, SharedSource]
    gaps: tuple[Gap, ...]
    tours: Mapping[str, Tour]
    checked: date | None = None
    """The last day up to which the record was checked; absent where the registry does not say."""


@dataclass(frozen=True, kw_only=True)
class Record(Registry):
    """All entries of a record. Built once, then only asked."""

    events: tuple[Event, ...]
    """In the order of time, then of ids."""
    terms: Mapping[str, str] = field(default_factory=dict)
    """Words that explain themselves in texts, each with its anchor in the glossary."""
    files: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """By the ids of events what stands for each and the file it was read from, as far as that is known."""

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """What views have answered of this record: see `views/once.py`."""
        return {}

    @cached_property
    def changed(self) -> date | None:
        """The day of the newest change of an event; absent where there is none."""
        return max((event.changed for event in self.events), default=None)

    @cached_property
    def horizon(self) -> date:
        """The last day of which anything is known: the last checked, else that of the record's newest change."""
        return self.checked or self.changed or date.min

    @cached_property
    def by_id(self) -> Mapping[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def by_channel(self) -> Index:
        """Events by the channels of which they were a round."""
        return self._index(lambda event: event.channels)

    @cached_property
    def by_effect(self) -> Index:
        """Events by the channels whose state they changed."""
        return self._index(lambda event: (effect.channel for effect in event.effects))

    @cached_property
    def by_person(self) -> Index:
        """Events by the people who took part."""
        return self._index(
            lambda event: (part.person for part in chain.from_iterable(event.participants.values()) if part.person)
        )

    @cached_property
    def by_office(self) -> Index:
        """Events by the offices that took part: named, or held by a participant on that day."""
        return self._index(self._offices_of)

    @cached_property
    def by_topic(self) -> Index:
        """Events by topic."""
        return self._index(lambda event: event.topics)

    @cached_property
    def by_place(self) -> Index:
        """Events by place."""
        return self._index(lambda event: (event.place,) if event.place else ())

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Event, ...]]:
        """Events by the year of the day that orders them."""
        years: defaultdict[int, list[Event]] = defaultdict(list)
        for event in self.events:
            years[event.date.anchor.year].append(event)
        return {year: tuple(events) for year, events in years.items()}

    @cached_property
    def consequences(self) -> Mapping[str, tuple[tuple[Event, Relation], ...]]:
        """For each event the later ones that name it in `related`, with their relation to it."""
        found: defaultdict[str, list[tuple[Event, Relation]]] = defaultdict(list)
        for event in self.events:
            for link in event.related:
                found[link.event].append((event, link.relation))
        return {id_: tuple(links) for id_, links in found.items()}

    def sources_of(self, event: Event) -> tuple[Source, ...]:
        """Give the sources of an event in its order, shared ones filled in; unknown ids are left out."""
        resolved = (self._source(entry) for entry in event.sources)
        return tuple(source for source in resolved if source)

    def concerned(self, event: Event) -> tuple[str, ...]:
        """Give the parties whose accounts of an event can be asked for, by id.

        These are the ones that it names, where it names two or more; else all, for a file need not say who took part.
        """
        named = {*event.participants, *event.accounts} & set(self.parties)
        return tuple(sorted(named if len(named) > 1 else self.parties))

    def offices_on(self, person: str, day: date) -> tuple[str, ...]:
        """Give the offices that a person is known to have held on a day."""
        known = self.people.get(person)
        return tuple(post.office for post in known.posts if post.includes(day)) if known else ()

    def _source(self, entry: str | Source) -> Source | None:
        return entry if isinstance(entry, Source) else self._shared.get(entry)

    @cached_property
    def _shared(self) -> Mapping[str, Source]:
        """The shared sources by id, as those that stand in an event."""
        named = Source.model_fields
        return {
            id_: Source.model_construct(**{name: getattr(shared, name) for name in named})
            for id_, shared in self.sources.items()
        }

    def _offices_of(self, event: Event) -> Iterable[str]:
        for part in chain.from_iterable(event.participants.values()):
            if part.office:
                yield part.office
            if part.person:
                yield from self.offices_on(part.person, event.date.anchor)

    def _index(self, keys: Callable[[Event], Iterable[str]]) -> Index:
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for key in dict.fromkeys(keys(event)):
                found[key].append(event)
        return {key: tuple(events) for key, events in found.items()}
