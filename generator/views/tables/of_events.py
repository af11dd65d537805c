"""Tables of events and of all that hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.accounts import speaks_for
from generator.views.tables.table import DATES, Cell, Chosen, Column, Holds, Table, day, days_of, own, to_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.models import Event

Row = tuple[Cell, ...]

_ORDER = Column("number", "Its place in the event, from 1", Holds.NUMBER, needed=True)
_CITED = Column("sources", "The ids of its sources in the event", Holds.IDS)


def _event(event: Event) -> Row:
    zh = event.zh
    return (event.id, event.title, event.short, zh.title if zh else None, *days_of(event.date), event.date.words(),
            event.kind, event.kind.family, event.outcome, event.declined_by, event.place, event.summary,
            zh.summary if zh else None, event.standing, event.significance, event.added, event.changed)  # fmt: skip


def _participants(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        for party, parts in event.participants.items():
            for number, part in enumerate(parts, start=1):
                yield (event.id, party, number, part.person, part.office, part.role)


def _accounts(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        for party, account in sorted(event.accounts.items()):
            own_date = account.date.text if account.date else None
            yield (event.id, party, account.text, account.quote, own_date, " ".join(account.sources) or None,
                   account.zh.text if account.zh else None)  # fmt: skip


def _sources(chosen: Chosen) -> Iterator[Row]:
    record = chosen.record
    for event in chosen.events:
        for it in record.sources_of(event):
            publisher = record.publishers.get(it.publisher)
            yield (event.id, it.id, it.title, it.described, it.publisher, publisher.name if publisher else None,
                   speaks_for(record, it) or None, it.url, *days_of(it.published), it.archived, it.accessed,
                   it.language or (publisher.language if publisher else None), it.attribution, it.copy_of,
                   it.supports)  # fmt: skip


def _figures(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events:
        for number, it in enumerate(event.figures, start=1):
            yield (event.id, number, it.label, it.value, it.unit, it.low, it.high, *days_of(it.period), it.by,
                   " ".join(it.sources) or None)  # fmt: skip


EVENTS = Table(
    "events", "Something that happened, or was to happen, in the dialogue",
    (own(), Column("title", "The title", needed=True), Column("short", "A short title"),
     Column("title_zh", "The title in Simplified Chinese"), *DATES,
     Column("date_words", "The date in English words", needed=True), Column("kind", "What it was", needed=True),
     Column("family", "The family of the kind", needed=True),
     Column("status", "What became of a contact; empty for what is none"),
     Column("declined_by", "The party that refused or cancelled", refers="parties"),
     Column("place", "The place", refers="places"),
     Column("summary", "What happened", Holds.PROSE, needed=True),
     Column("summary_zh", "The same in Simplified Chinese", Holds.PROSE),
     Column("standing", "How well it is established", needed=True),
     Column("significance", "How much it matters", needed=True),
     Column("added", "The day on which it entered the record", Holds.DAY, needed=True),
     Column("changed", "The day on which the entry was added or last corrected", Holds.DAY, needed=True)),
    lambda chosen: map(_event, chosen.events), ("id",),
)  # fmt: skip
EVENT_CHANNELS = Table(
    "event_channels", "A channel of which an event was a round",
    (to_event(), Column("channel", "The channel", needed=True, refers="channels")),
    lambda chosen: ((event.id, id_) for event in chosen.events for id_ in event.channels), ("event", "channel"),
)  # fmt: skip
EVENT_TOPICS = Table(
    "event_topics", "A topic of an event",
    (to_event(), Column("topic", "The topic", needed=True, refers="topics")),
    lambda chosen: ((event.id, id_) for event in chosen.events for id_ in event.topics), ("event", "topic"),
)  # fmt: skip
PARTICIPANTS = Table(
    "participants", "Somebody who took part in an event or was to",
    (to_event(), Column("party", "The party", needed=True, refers="parties"),
     Column("number", "The place among those of the party, from 1", Holds.NUMBER, needed=True),
     Column("person", "The person; empty where nobody is named", refers="people"),
     Column("office", "The office, where its holder is not named", refers="offices"),
     Column("role", "The role on that day, where the post does not say it")),
    _participants, ("event", "party", "number"),
)  # fmt: skip
ACCOUNTS = Table(
    "accounts", "What one government says of an event",
    (to_event(), Column("party", "The party", needed=True, refers="parties"),
     Column("text", "Its account in the record's words", Holds.PROSE, needed=True),
     Column("quote", "A quotation in its own words"),
     Column("date", "The date that this side gives, where it differs (EDTF)"), _CITED,
     Column("text_zh", "The account in Simplified Chinese", Holds.PROSE)), _accounts, ("event", "party"),
)  # fmt: skip
REPORTS = Table(
    "reports", "What only the press reported of an event",
    (to_event(), _ORDER, Column("text", "What was reported", Holds.PROSE, needed=True), _CITED),
    lambda chosen: ((event.id, number, it.text, " ".join(it.sources) or None) for event in chosen.events
                    for number, it in enumerate(event.reported, start=1)), ("event", "number"),
)  # fmt: skip
EFFECTS = Table(
    "effects", "What an event did to a channel",
    (to_event(), Column("channel", "The channel", needed=True, refers="channels"),
     Column("state", "Its state from then on", needed=True),
     Column("disputed", "Whether one side denies it", Holds.FLAG, needed=True)),
    lambda chosen: ((event.id, it.channel, it.state, it.disputed) for event in chosen.events for it in event.effects),
    ("event", "channel"),
)  # fmt: skip
RELATIONS = Table(
    "relations", "How an event relates to an earlier one",
    (to_event("The later event"), Column("earlier", "The earlier event", needed=True, refers="events"),
     Column("relation", "How the later one relates to it", needed=True)),
    lambda chosen: ((event.id, it.event, it.relation) for event in chosen.events for it in event.related
                    if it.event in chosen.ids), ("event", "earlier"),
)  # fmt: skip
FIGURES = Table(
    "figures", "A count that somebody reported",
    (to_event(), _ORDER, Column("label", "What was counted", needed=True),
     Column("value", "The number or phrase as reported", needed=True),
     Column("unit", "The unit, where the label does not say it"),
     Column("low", "The least that the phrase can mean", Holds.NUMBER),
     Column("high", "The most that the phrase can mean", Holds.NUMBER),
     Column("period", "The time that the count covers (EDTF)"), day("period_earliest", "Its first day"),
     day("period_latest", "Its last day"), Column("counted_by", "Who counted: a party's id, or a name"), _CITED),
    _figures, ("event", "number"),
)  # fmt: skip
SOURCES = Table(
    "sources", "A document that an event cites: one that several cite stands here for each of them",
    (to_event("The event that cites it"), Column("id", "Its id, by which the event cites it", needed=True),
     Column("title", "The title as it stands on the page, or a description", needed=True),
     Column("described", "Whether the title is a description", Holds.FLAG, needed=True),
     Column("publisher", "The publisher's id", needed=True, refers="publishers"),
     Column("publisher_name", "The publisher's name"),
     Column("speaks_for", "The party for which its first publisher speaks, or press or research"),
     Column("url", "Where it can be read", needed=True), Column("published", "When it was published (EDTF)"),
     day("published_earliest", "The first day that this can mean"),
     day("published_latest", "The last day that this can mean"), Column("archived", "An archived copy"),
     day("accessed", "The day on which it was last read"), Column("language", "Its language (BCP 47)"),
     Column("attribution", "Who speaks in it"),
     Column("copy_of", "The first publisher, where the address is somebody else's copy", refers="publishers"),
     Column("supports", "What it supports, where not all", Holds.PROSE)), _sources, ("event", "id"),
)  # fmt: skip
REVISIONS = Table(
    "revisions", "A correction of an entry",
    (to_event(), _ORDER, Column("day", "The day of the correction", Holds.DAY, needed=True),
     Column("note", "What was corrected", Holds.PROSE, needed=True)),
    lambda chosen: ((event.id, number, it.date, it.note) for event in chosen.events
                    for number, it in enumerate(event.revised, start=1)), ("event", "number"),
)  # fmt: skip

EVENT_TABLES = (
    EVENTS, EVENT_CHANNELS, EVENT_TOPICS, PARTICIPANTS, ACCOUNTS, REPORTS, EFFECTS, RELATIONS, FIGURES, SOURCES,
    REVISIONS,
)  # fmt: skip
