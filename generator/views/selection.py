"""Choosing events: the filters that the site, the address of the timeline and the exports have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    since: date | None = None
    """The first day; an event counts when it may reach into the time from here on."""
    until: date | None = None
    """The last day; an event counts when it may have begun by then."""
    text: str = ""
    """Words that must all stand in title, summary or accounts, in any case."""


def select(record: Record, wanted: Selection) -> tuple[Event, ...]:
    """Give the events of a record that match, in the order of time."""
    words = wanted.text.casefold().split()
    return tuple(event for event in record.events if _matches(event, wanted) and _says(event, words))


def _matches(event: Event, wanted: Selection) -> bool:
    channels = {*event.channels, *(effect.channel for effect in event.effects)}
    people = {part.person for parts in event.participants.values() for part in parts if part.person}
    return (
        _meets(wanted.channels, channels)
        and _meets(wanted.kinds, {event.kind, event.kind.family})
        and _meets(wanted.parties, {*event.participants, *event.accounts})
        and _meets(wanted.people, people)
        and _meets(wanted.topics, set(event.topics))
        and (wanted.since is None or event.date.open_end or event.date.end >= wanted.since)
        and (wanted.until is None or event.date.anchor <= wanted.until)
    )


def _meets(asked: tuple[str, ...], found: set[str]) -> bool:
    return not asked or not found.isdisjoint(asked)


def _says(event: Event, words: list[str]) -> bool:
    if not words:
        return True
    texts = [event.title, event.summary, *(account.text for account in event.accounts.values())]
    if event.zh:
        texts += [event.zh.title or "", event.zh.summary or ""]
    text = " ".join(texts).casefold()
    return all(word in text for word in words)
