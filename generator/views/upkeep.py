"""What the keepers of a record can look at next: what nobody has read for long, what is a copy, what lacks a name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.silences import quiet_channels

if TYPE_CHECKING:
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record


@dataclass(frozen=True, slots=True)
class Unread:
    """An event that nobody has read for some time."""

    event: str
    """Its id."""
    read: date
    """The day of its last review or change."""
    days: int
    """How long ago that was."""


@dataclass(frozen=True, slots=True)
class OneAccount:
    """A held contact of which some sides' accounts are recorded and others are not."""

    event: str
    """Its id."""
    lacks: tuple[str, ...]
    """The parties whose account was not found, by id."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that is cited by somebody else's copy of it."""

    source: str
    """The id of a shared source, or the event's and the source's with a slash between them."""
    publisher: str
    """Who carries the copy."""
    copy_of: str
    """The publisher of the original."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A time without a held contact in a channel that has rounds."""

    channel: str
    """The channel's id."""
    since: str
    """The id of the contact before it."""
    days: int
    """Its length, from the end of that contact."""
    lasts: bool
    """Whether it still went on on the last day checked."""
    across_gap: bool
    """Whether contacts are known to be missing from it."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What can be looked at, each list in the order in which it is worth looking."""

    unread: tuple[Unread, ...]
    """Every event, the one first that nobody has read for longest, then the earliest."""
    one_account: tuple[OneAccount, ...]
    """Held contacts that lack an account, the latest first: its document is the easiest to find."""
    copies: tuple[Copy, ...]
    """Documents cited by a copy, by the publisher of the original, then by id."""
    unnamed: tuple[str, ...]
    """People without a name in another script, of the parties most of whose people have one, by id."""
    silences: tuple[Silence, ...]
    """The longest silence of each channel, the longest first."""


def upkeep(record: Record, until: date, today: date) -> Upkeep:
    """Say what can be looked at: silences are measured up to a day, the time since a review up to today."""
    return Upkeep(
        unread=_unread(record, today), one_account=_one_account(record), copies=_copies(record),
        unnamed=_unnamed(record), silences=_silences(record, until),
    )  # fmt: skip


def _unread(record: Record, today: date) -> tuple[Unread, ...]:
    """Give the events by the day on which they were read last; those of one day in the order of time."""
    ordered = sorted(record.events, key=lambda event: event.read)
    return tuple(Unread(event.id, event.read, (today - event.read).days) for event in ordered)


def _one_account(record: Record) -> tuple[OneAccount, ...]:
    told = [event for event in record.events if event.is_held_contact and event.accounts]
    lacking = ((event, _lacking(record, event)) for event in reversed(told))
    return tuple(OneAccount(event.id, parties) for event, parties in lacking if parties)


def _lacking(record: Record, event: Event) -> tuple[str, ...]:
    return tuple(party for party in record.concerned(event) if party not in event.accounts)


def _copies(record: Record) -> tuple[Copy, ...]:
    shared = [Copy(id_, it.publisher, it.copy_of) for id_, it in record.sources.items() if it.copy_of]
    written = [
        Copy(f"{event.id}/{it.id}", it.publisher, it.copy_of)
        for event in record.events
        for it in event.sources
        if not isinstance(it, str) and it.copy_of
    ]
    return tuple(sorted((*shared, *written), key=lambda copy: (copy.copy_of, copy.source)))


def _unnamed(record: Record) -> tuple[str, ...]:
    people = record.people.values()
    named = Counter(person.party for person in people if person.native)
    scripts = {
        party for party, number in Counter(person.party for person in people).items() if 2 * named[party] > number
    }
    return tuple(sorted(person.id for person in people if person.native is None and person.party in scripts))


def _silences(record: Record, until: date) -> tuple[Silence, ...]:
    """Give the longest silence of each channel with rounds that had a contact, the longest first."""
    found = ((quiet.channel.id, quiet.longest) for quiet in quiet_channels(record, until))
    silences = (
        Silence(id_, lapse.after.id, lapse.days, lasts=lapse.ended_by is None, across_gap=lapse.across_gap)
        for id_, lapse in found
    )
    return tuple(sorted(silences, key=lambda one: (-one.days, one.channel)))
