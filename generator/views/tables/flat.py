"""Tables for spreadsheets: what a reader asks for in one row, several values in a cell with a space between."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family
from generator.views.holders import posts_on
from generator.views.tables.table import DATES, Cell, Chosen, Column, Holds, Table, days_of, joined, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.models import Event, Participant

Row = tuple[Cell, ...]

_TITLE = Column("title", "The title", needed=True)
_KIND = Column("kind", "What it was", needed=True)
_CHANNELS = Column("channels", "The channels of which it was a round", Holds.IDS)
_PLACE = Column("place", "The place, or `virtual` or `by-telephone`")
_DECLINED = Column("declined_by", "The party that refused or cancelled")


def _event(chosen: Chosen, event: Event) -> Row:
    people = (part.person for part in chain.from_iterable(event.participants.values()) if part.person)
    return (event.id, *days_of(event.date), event.title, event.kind, event.kind.family, event.outcome,
            event.declined_by, joined(event.channels), event.place, joined(event.participants), joined(people),
            joined(event.topics), event.summary, joined(sorted(event.accounts)), event.standing, event.significance,
            joined(source.url for source in chosen.record.sources_of(event)), event.added, event.changed)  # fmt: skip


def _contacts(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        if event.kind.family is Family.CONTACT:
            parts = [(party, part) for party, listed in event.participants.items() for part in listed]
            yield from (_contact(chosen, event, *pair) for pair in parts)
            if not parts:
                yield _contact(chosen, event, None, None)


def _contact(chosen: Chosen, event: Event, party: str | None, part: Participant | None) -> Row:
    person = chosen.record.people.get(part.person or "") if part else None
    offices = [post.office.id for post in posts_on(chosen.record, person.id, event.date.anchor)] if person else []
    named = [part.office] if part and part.office else []
    return (event.id, *days_of(event.date), event.title, event.kind, event.outcome, event.declined_by,
            joined(event.channels), event.place, party, person.id if person else None,
            person.name if person else None, joined([*named, *offices]), part.role if part else None)  # fmt: skip


EVENTS = Table(
    "events", "An event of the record",
    (own(), *DATES, _TITLE, _KIND, Column("family", "The family of the kind", needed=True),
     Column("status", "What became of a contact; empty for what is none"), _DECLINED, _CHANNELS, _PLACE,
     Column("parties", "The parties that took part", Holds.IDS),
     Column("people", "The people who took part", Holds.IDS),
     Column("topics", "What it was about", Holds.IDS), Column("summary", "What happened", Holds.PROSE, needed=True),
     Column("accounts", "The parties whose account is recorded", Holds.IDS),
     Column("standing", "How well it is established", needed=True),
     Column("significance", "How much it matters", needed=True),
     Column("sources", "The addresses of its sources", Holds.IDS),
     Column("added", "The day on which it entered the record", Holds.DAY, needed=True),
     Column("changed", "The day on which the entry was added or last corrected", Holds.DAY, needed=True)),
    lambda chosen: (_event(chosen, event) for event in chosen.events), ("id",),
)  # fmt: skip
CONTACTS = Table(
    "contacts", "Somebody who took part in a contact or was to; a contact of which nobody is named has one row",
    (Column("event", "The contact", needed=True, refers="events"), *DATES, _TITLE, _KIND,
     Column("status", "What became of it", needed=True), _DECLINED, _CHANNELS, _PLACE,
     Column("party", "The party of the one who took part"), Column("person", "The person", refers="people"),
     Column("name", "The person's name"), Column("offices", "The offices held or named on that day", Holds.IDS),
     Column("role", "The role on that day, where the offices do not say it")), _contacts,
)  # fmt: skip
