"""Choosing events: the filters that the site, the address of the timeline and the exports have in common."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for. Within a field one match is enough; every field that is given must match."""

    channels: tuple[str, ...] = ()
    """Ids of channels of which the event was a round, or whose state it changed."""
    kinds: tuple[str, ...] = ()
    """Kinds or families."""
    parties: tuple[str, ...] = ()
    """Parties that took part or gave an account."""
    people: tuple[str, ...] = ()
    """People who took part."""
    topics: tuple[str, ...] = ()
    """Topics."""
    levels: tuple[str, ...] = ()
    """Levels of its channels."""
    statuses: tuple[str, ...] = ()
    """What became of a contact, `held` where none is written."""
    standings: tuple[str, ...] = ()
    """How well it is established."""
    since: date | None = None
    """The first day; an event counts when it may reach into the time from here on."""
    until: date | None = None
    """The last day; an event counts when it may have begun by then."""
    text: str = ""
    """Words that must all stand in what `text_of` gives, in any case and anywhere in a word."""


def select(record: Record, wanted: Selection) -> tuple[Event, ...]:
    """Give the events of a record that match, in the order of time."""
    words = wanted.text.casefold().split()
    return tuple(
        event for event in record.events
        if _matches(record, event, wanted) and (not words or _says(text_of(record, event), words))
    )  # fmt: skip


def channels_of(event: Event) -> tuple[str, ...]:
    """Give the channels of which an event was a round, or whose state it changed."""
    return tuple(dict.fromkeys((*event.channels, *(effect.channel for effect in event.effects))))


def by_channel(record: Record) -> dict[str, tuple[Event, ...]]:
    """Give for each channel the events that were a round of it or changed its state, in the order of time."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in record.events:
        for id_ in channels_of(event):
            found[id_].append(event)
    return {id_: tuple(events) for id_, events in found.items()}


def parties_of(event: Event) -> tuple[str, ...]:
    """Give the parties that took part in an event or gave an account of it."""
    return tuple(dict.fromkeys((*event.participants, *event.accounts)))


def people_of(event: Event) -> tuple[str, ...]:
    """Give the people who took part in an event."""
    parts = chain.from_iterable(event.participants.values())
    return tuple(dict.fromkeys(part.person for part in parts if part.person))


def levels_of(record: Record, event: Event) -> tuple[str, ...]:
    """Give the levels of an event's channels."""
    known = (record.channels.get(id_) for id_ in channels_of(event))
    return tuple(dict.fromkeys(channel.level for channel in known if channel))


def text_of(record: Record, event: Event) -> str:
    """Give what the words of a filter are looked for in: its titles, and the names of its people and channels.

    People are named in their own script, too, and channels by their short names, as the lanes of the timeline are:
    its script (`theme/assets/js/timeline/shown.js`) looks in the same.
    """
    people = (record.people.get(id_) for id_ in people_of(event))
    channels = (record.channels.get(id_) for id_ in channels_of(event))
    names = (name for one in people if one for name in (one.name, one.native))
    lanes = (one.short for one in channels if one)
    return " ".join(name for name in (event.title, event.short, *lanes, *names) if name)


def _matches(record: Record, event: Event, wanted: Selection) -> bool:
    return (
        _meets(wanted.channels, channels_of(event))
        and _meets(wanted.kinds, (event.kind, event.kind.family))
        and _meets(wanted.parties, parties_of(event))
        and _meets(wanted.people, people_of(event))
        and _meets(wanted.topics, event.topics)
        and _meets(wanted.levels, levels_of(record, event))
        and _meets(wanted.statuses, (event.outcome,) if event.outcome else ())
        and _meets(wanted.standings, (event.standing,))
        and (wanted.since is None or event.date.open_end or event.date.end >= wanted.since)
        and (wanted.until is None or event.date.anchor <= wanted.until)
    )


def _meets(asked: tuple[str, ...], found: Iterable[str]) -> bool:
    return not asked or not set(found).isdisjoint(asked)


def _says(text: str, words: list[str]) -> bool:
    text = text.casefold()
    return all(word in text for word in words)
