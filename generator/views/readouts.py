"""The accounts of one event: what each gives that no other does, as far as the record's fields show it.

Topics are compared for contacts that were held, and only where each account rests on a publication of the
government that gives it: of an account that is known through others, one cannot say what it left out. What the
title or the summary of an entry names counts as common, since a summary holds what is common to all.
Nothing is weighed: that a text names a topic is all that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Standing
from generator.views.accounts import sides
from generator.views.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Topic
    from generator.views.accounts import Side


@dataclass(frozen=True, slots=True)
class Readout:
    """An event of which every party that it concerns gave an account."""

    event: Event
    sides: tuple[Side, ...]
    """In the order of the parties' ids, each with its account."""
    compared: bool
    """Whether the topics of the accounts are compared."""
    common: tuple[Topic, ...]
    """Topics that every account names, or that one names and the entry's title or summary too; by name."""
    alone: Mapping[str, tuple[Topic, ...]]
    """By party the topics that its account names and no other does; by name."""

    @property
    def dates(self) -> Mapping[str, Edtf]:
        """By party the date that it gives, where that is not the entry's; empty where none differs."""
        given = {side.party.id: side.account.date for side in self.sides if side.account}
        return {id_: date for id_, date in given.items() if date and date.text != self.event.date.text}

    @property
    def disputed(self) -> bool:
        """Whether the record says that one side denies the event, or what it did to a channel."""
        return self.event.standing is Standing.DISPUTED or any(effect.disputed for effect in self.event.effects)


@dataclass(frozen=True, slots=True)
class TopicShare:
    """Where a topic stands in the accounts that are compared."""

    topic: Topic
    common: tuple[Readout, ...]
    alone: Mapping[str, tuple[Readout, ...]]
    """By party."""

    @property
    def total(self) -> int:
        """Events in whose accounts it is named."""
        return len(self.common) + sum(map(len, self.alone.values()))


def readouts(record: Record) -> tuple[Readout, ...]:
    """Give every event with an account of each party that it concerns, in the order of time."""
    naming = Naming(record)
    return tuple(
        _readout(record, event, naming)
        for event in record.events
        if set(record.concerned(event)) <= set(event.accounts)
    )


def one_sided(record: Record) -> Mapping[str, tuple[tuple[Event, Side], ...]]:
    """Give by party the events of which it alone gave an account, with its side."""
    found: dict[str, list[tuple[Event, Side]]] = {id_: [] for id_ in sorted(record.parties)}
    for event in record.events:
        told = [id_ for id_ in record.concerned(event) if id_ in event.accounts]
        if len(told) == 1 and len(record.parties) > 1:
            found[told[0]] += ((event, side) for side in sides(record, event) if side.account)
    return {id_: tuple(events) for id_, events in found.items()}


def shares(record: Record, found: Iterable[Readout]) -> tuple[TopicShare, ...]:
    """Give every topic that a compared account names, the one in most events first, then by name."""
    compared = [readout for readout in found if readout.compared]
    topics = (_share(record, topic, compared) for topic in record.topics.values())
    return tuple(sorted((share for share in topics if share.total), key=lambda share: (-share.total, share.topic.name)))


def _share(record: Record, topic: Topic, compared: list[Readout]) -> TopicShare:
    alone = {
        id_: tuple(readout for readout in compared if topic in readout.alone.get(id_, ()))
        for id_ in sorted(record.parties)
    }
    return TopicShare(topic, tuple(readout for readout in compared if topic in readout.common), alone)


def _readout(record: Record, event: Event, naming: Naming) -> Readout:
    told = sides(record, event)
    compared = event.is_held_contact and not any(side.quoted_by_press or side.told_by_other for side in told)
    if not compared:
        return Readout(event, told, compared=False, common=(), alone={})
    named = {side.party.id: naming.named(side.account.text) for side in told if side.account}
    shared = naming.named(f"{event.title}. {event.summary}")
    once = {id_: found - shared - frozenset().union(*_others(named, id_)) for id_, found in named.items()}
    common = frozenset().union(*named.values()) - frozenset().union(*once.values())
    alone = {id_: _by_name(naming, ids) for id_, ids in once.items() if ids}
    return Readout(event, told, compared=True, common=_by_name(naming, common), alone=alone)


def _others(named: Mapping[str, frozenset[str]], party_id: str) -> list[frozenset[str]]:
    return [found for id_, found in named.items() if id_ != party_id]


def _by_name(naming: Naming, ids: Iterable[str]) -> tuple[Topic, ...]:
    return tuple(sorted((naming.topics[id_] for id_ in ids), key=lambda topic: topic.name))
