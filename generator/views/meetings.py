"""Who met whom: the contacts of two counterpart offices with their holders, and the counterparts of a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.views.contacts import between, held, of_person, parts_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.record.models import Event, Participant
    from generator.record.record import Record
    from generator.record.registry import Person
    from generator.views.holders import Pair


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact held between two counterpart offices."""

    event: Event
    first: tuple[Participant, ...]
    """Who took part for the first office; without a person where the office alone is named."""
    second: tuple[Participant, ...]
    """As `first`, for the second office."""
    days_since_previous: int | None
    """Days from the last day of the one before to the first of this, at least 0; absent for the first."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A time without a recorded contact between two offices."""

    since: date
    """The last day of the contact before it."""
    until: date
    """The first day of the contact after it, or the last day that is known."""
    lasts: bool
    """Whether it still went on then."""

    @property
    def days(self) -> int:
        """Its length, at least 0."""
        return max(0, (self.until - self.since).days)


@dataclass(frozen=True, slots=True)
class Encounter:
    """Somebody of another party whom a person met."""

    person: Person
    events: tuple[Event, ...]
    """The held contacts in which both took part, in the order of time."""


def meetings(record: Record, pair: Pair, until: date) -> tuple[Meeting, ...]:
    """Give the contacts of two offices that had begun by a day, in the order of time."""
    events = held(between(record, pair), until)
    return tuple(
        Meeting(
            event, parts_for(record, event, pair.first.id), parts_for(record, event, pair.second.id),
            max(0, (event.date.anchor - before.date.end).days) if before else None,
        )
        for before, event in zip((None, *events), events, strict=False)
    )  # fmt: skip


def pauses(found: Sequence[Meeting], until: date) -> tuple[Pause, ...]:
    """Give the times between meetings, and the one since the last of them, in the order of time."""
    events = [meeting.event for meeting in found]
    between_ = [Pause(one.date.end, other.date.anchor, lasts=False) for one, other in pairwise(events)]
    since = [Pause(events[-1].date.end, until, lasts=True)] if events else []
    return (*between_, *since)


def longest(found: Sequence[Pause]) -> Pause | None:
    """Give the longest of some times, the first of equal ones; nothing among none."""
    return max(found, key=lambda pause: pause.days, default=None)


def encounters(record: Record, person_id: str, until: date) -> tuple[Encounter, ...]:
    """Give those of other parties whom a person met by a day: the most frequent first, then by name."""
    person = record.people.get(person_id)
    met: defaultdict[str, list[Event]] = defaultdict(list)
    for event in held(of_person(record, person_id), until) if person else ():
        for id_ in dict.fromkeys(part.person for parts in event.participants.values() for part in parts if part.person):
            other = record.people.get(id_)
            if person and other and other.party != person.party:
                met[id_].append(event)
    found = (Encounter(record.people[id_], tuple(events)) for id_, events in met.items())
    return tuple(sorted(found, key=lambda one: (-len(one.events), one.person.family_name.lower(), one.person.id)))
