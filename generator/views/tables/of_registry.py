"""Tables of what events refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.vocabulary import BUILT_IN_PLACES
from generator.views import contacts, holders, spans
from generator.views.tables.table import Cell, Chosen, Column, Holds, Table, day, days_of, joined, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.registry import Channel, Person

Row = tuple[Cell, ...]

_NAME = Column("name", "The name in English", needed=True)
_NATIVE = Column("native", "The name in its own script")
_PARTY = Column("party", "The party", needed=True, refers="parties")
_LEVEL = Column("level", "The level on which it lies", needed=True)
_FROM = (
    Column("from_date", "From when, as EDTF"),
    day("from_earliest", "The first day that this can mean"),
    day("from_latest", "The last day that this can mean"),
)
_UNTIL = (
    Column("until_date", "Until when, as EDTF; empty while it lasts or where it is not known"),
    day("until_earliest", "The first day that this can mean"),
    day("until_latest", "The last day that this can mean"),
)


def _channel(chosen: Chosen, channel: Channel) -> Row:
    span = spans.state_on(chosen.record, channel.id, chosen.day)
    last = contacts.last_contact(chosen.record, channel.id, chosen.day)
    held = last.id if last and last.id in chosen.ids else None
    return (channel.id, channel.name, channel.short, channel.native, channel.level, channel.purpose,
            channel.interval_months, channel.rounds, channel.programme, channel.dormant_after_months,
            span.state if span else "none", span.start if span else None, held)  # fmt: skip


def _states(chosen: Chosen) -> Iterator[Row]:
    for id_ in chosen.record.channels:
        for number, span in enumerate(spans.spans(chosen.record, id_, chosen.day), start=1):
            cause = span.cause.id if span.cause and span.cause.id in chosen.ids else None
            yield (id_, number, span.state, span.start, span.sure_from, span.end, cause, span.disputed)


def _titles(chosen: Chosen) -> Iterator[Row]:
    for office in chosen.record.offices.values():
        for number, title in enumerate(office.titles, start=1):
            yield (office.id, number, title.title, title.native, *days_of(title.since), *days_of(title.until))


def _person(chosen: Chosen, person: Person) -> Row:
    taken = [event for event in chosen.record.by_person.get(person.id, ()) if event.id in chosen.ids]
    first, last = (taken[0].id, taken[-1].id) if taken else (None, None)
    return (person.id, person.name, person.native, person.family_name, person.party,
            holders.rank_on(person, chosen.day), joined(post.office for post in person.posts),
            len(taken), first, last)  # fmt: skip


def _posts(chosen: Chosen) -> Iterator[Row]:
    for person in chosen.record.people.values():
        for number, post in enumerate(person.posts, start=1):
            seen = (post.seen[0].text, post.seen[-1].text) if post.seen else (None, None)
            yield (person.id, number, post.office, post.role, *days_of(post.since), *days_of(post.until), *seen)


def _places(chosen: Chosen) -> Iterator[Row]:
    for it in chosen.record.places.values():
        yield (it.id, it.name, it.native, it.within)
    for id_, name in BUILT_IN_PLACES.items():
        if id_ not in chosen.record.places:
            yield (id_, name, None, None)


PARTIES = Table(
    "parties", "A side of the dialogue", (own(), _NAME, _NATIVE, Column("short", "A short name", needed=True)),
    lambda chosen: ((it.id, it.name, it.native, it.short) for it in chosen.record.parties.values()), ("id",),
)  # fmt: skip
OFFICES = Table(
    "offices", "A post that people hold one after another",
    (own(), Column("title", "Its title on the last day checked", needed=True), _PARTY, _LEVEL,
     Column("counterpart", "The office of another party that it deals with", refers="offices")),
    lambda chosen: ((it.id, holders.title_on(it, chosen.day).title, it.party, it.level, it.counterpart)
                    for it in chosen.record.offices.values()), ("id",),
)  # fmt: skip
OFFICE_TITLES = Table(
    "office_titles", "A title of an office, for the time in which it bore it",
    (Column("office", "The office", needed=True, refers="offices"),
     Column("number", "Its place among the titles of the office, from 1", Holds.NUMBER, needed=True),
     Column("title", "The title in English", needed=True), _NATIVE, *_FROM, *_UNTIL), _titles, ("office", "number"),
)  # fmt: skip
PEOPLE = Table(
    "people", "Somebody who takes part or held an office",
    (own(), Column("name", "The name in English, family name where its language puts it", needed=True), _NATIVE,
     Column("family_name", "The family name", needed=True),
     Column("party", "The party that the person serves", needed=True, refers="parties"),
     Column("rank", "The rank on the last day checked, where it is known"),
     Column("offices", "The offices held", Holds.IDS),
     Column("events", "The number of events in which the person took part or was to", Holds.NUMBER, needed=True),
     Column("first_event", "The first of them", refers="events"),
     Column("last_event", "The last of them", refers="events")),
    lambda chosen: (_person(chosen, it) for it in chosen.record.people.values()), ("id",),
)  # fmt: skip
POSTS = Table(
    "posts", "A time of a person in an office",
    (Column("person", "The person", needed=True, refers="people"),
     Column("number", "Its place among the posts of the person, from 1", Holds.NUMBER, needed=True),
     Column("office", "The office", needed=True, refers="offices"),
     Column("role", "How the person held it, where that needs saying"), *_FROM, *_UNTIL,
     Column("seen_first", "The first date on which the person was seen in post, where no more is known (EDTF)"),
     Column("seen_last", "The last such date (EDTF)")), _posts, ("person", "number"),
)  # fmt: skip
CHANNELS = Table(
    "channels", "A way in which the two sides talk again and again",
    (own(), _NAME, Column("short", "A short name", needed=True), _NATIVE, _LEVEL,
     Column("purpose", "What it is for", Holds.PROSE, needed=True),
     Column("interval_months", "The interval expected between rounds, in months", Holds.NUMBER),
     Column("rounds", "Whether it consists of rounds at all", Holds.FLAG, needed=True),
     Column("programme", "Whether it stands for the exchanges as a whole", Holds.FLAG, needed=True),
     Column("dormant_after_months", "After how many months without a contact it counts as dormant", Holds.NUMBER,
            needed=True),
     Column("state", "The state on the last day checked", needed=True),
     day("state_since", "The first day on which it can have been in that state"),
     Column("last_held", "The last contact held in it", refers="events")),
    lambda chosen: (_channel(chosen, it) for it in chosen.record.channels.values()), ("id",),
)  # fmt: skip
CHANNEL_STATES = Table(
    "channel_states", "A time in which a channel was in one state",
    (Column("channel", "The channel", needed=True, refers="channels"),
     Column("number", "Its place in time, from 1", Holds.NUMBER, needed=True),
     Column("state", "The state", needed=True),
     Column("start_day", "The first day on which it can have been in that state", Holds.DAY, needed=True),
     Column("sure_from", "The first day on which it surely was", Holds.DAY, needed=True),
     day("end_day", "The first day of the next state; empty in the last"),
     Column("cause", "The event that brought it about; empty where the channel fell dormant", refers="events"),
     Column("disputed", "Whether one side denies it", Holds.FLAG, needed=True)), _states, ("channel", "number"),
)  # fmt: skip
PLACES = Table(
    "places", "Where events happen; by video and by telephone are places too",
    (own(), _NAME, _NATIVE, Column("within", "What it lies in: a city, a country")),
    _places, ("id",),
)  # fmt: skip
TOPICS = Table(
    "topics", "What events are about", (own(), _NAME, _NATIVE, Column("about", "What is meant", Holds.PROSE)),
    lambda chosen: ((it.id, it.name, it.native, it.about) for it in chosen.record.topics.values()), ("id",),
)  # fmt: skip
PUBLISHERS = Table(
    "publishers", "Who publishes sources",
    (own(), _NAME, _NATIVE, Column("side", "The party that it speaks for, or press or research", needed=True),
     Column("language", "The language it publishes in (BCP 47)", needed=True)),
    lambda chosen: ((it.id, it.name, it.native, it.side, it.language) for it in chosen.record.publishers.values()),
    ("id",),
)  # fmt: skip
GAPS = Table(
    "gaps", "Something that is known to be missing from the record",
    (Column("period", "The time concerned, as EDTF", needed=True),
     day("earliest", "Its first day"), day("latest", "Its last day"),
     Column("channel", "The channel concerned", refers="channels"),
     Column("what", "What is missing", Holds.PROSE, needed=True),
     Column("why", "Why it is missing", Holds.PROSE, needed=True)),
    lambda chosen: ((*days_of(it.period), it.channel, it.what, it.why) for it in chosen.record.gaps),
)  # fmt: skip

REGISTRY_TABLES = (
    PARTIES, OFFICES, OFFICE_TITLES, PEOPLE, POSTS, CHANNELS, CHANNEL_STATES, PLACES, TOPICS, PUBLISHERS, GAPS,
)  # fmt: skip
