"""The entries of the record as the search finds them: their texts, and the names of all that they refer to."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.pages.addresses import address
from generator.pages.search.found import Found, What
from generator.pages.search.unmarked import unmarked
from generator.record.vocabulary import BUILT_IN_PLACES
from generator.views.bare import basis
from generator.views.selection import channels_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.search.last import Last
    from generator.record.models import Account, Event, Participant
    from generator.record.record import Record
    from generator.record.registry import Channel, Office, Person, Place, Publisher, Topic, Tour
    from generator.views.chains import Break


def entries(record: Record, breaks: Iterable[Break], last: Last) -> Iterator[Found]:
    """Give every event, newest first, then the entries of the registry and the breaks."""
    names = _Names(record)
    for event in reversed(record.events):
        made_of = basis(record, (event,))
        yield last.of(made_of, partial(_event, names, event, made_of))
    yield from (_person(names, person) for person in record.people.values())
    yield from map(_channel, record.channels.values())
    yield from map(_office, record.offices.values())
    yield from map(_break, breaks)
    yield from map(_tour, record.tours.values())
    yield from map(_topic, record.topics.values())
    yield from map(_place, record.places.values())
    yield from map(_publisher, record.publishers.values())


class _Names:
    """The names of what events refer to, each made once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.people = {one.id: _both(one.name, one.native) for one in record.people.values()}
        self.offices = {one.id: "; ".join(_both(it.title, it.native) for it in one.titles)
                        for one in record.offices.values()}  # fmt: skip
        self.channels = {one.id: _both(one.name, one.native) for one in record.channels.values()}
        self.topics = {one.id: one.name for one in record.topics.values()}
        self.places = dict(BUILT_IN_PLACES) | {
            one.id: ", ".join(filter(None, (_both(one.name, one.native), one.within))) for one in record.places.values()
        }
        self.publishers = {one.id: _both(one.name, one.native) for one in record.publishers.values()}
        self.roles: defaultdict[str, list[str]] = defaultdict(list)
        """The roles in which people took part, by their ids, in the order of time."""
        for event in record.events:
            for part in chain.from_iterable(event.participants.values()):
                if part.person and part.role:
                    self.roles[part.person].append(part.role)

    def parts(self, parts: Iterable[Participant]) -> str:
        """Name participants with the role or the office in which they took part."""
        return "; ".join(
            ", ".join(filter(None, (
                self.people.get(part.person or "", ""), part.role, self.offices.get(part.office or "", ""),
            )))
            for part in parts
        )  # fmt: skip


def _event(names: _Names, event: Event, made_of: str) -> Found:
    title, summary = (event.zh.title or "", event.zh.summary or "") if event.zh else ("", "")
    when, channels = event.date.words(), tuple(channels_of(event))
    refers = (names.places.get(event.place or "", ""), *(names.channels.get(id_, "") for id_ in channels),
              *(names.topics.get(id_, "") for id_ in event.topics))  # fmt: skip
    parts = _parts(
        unmarked(event.summary), *chain.from_iterable(map(_account, event.accounts.values())),
        *(unmarked(report.text) for report in event.reported),
        *(f"{one.label}: {one.value} {one.unit or ''}".rstrip() for one in event.figures),
        unmarked(summary), names.parts(chain.from_iterable(event.participants.values())), "; ".join(_once(refers)),
        *_sources(names, event), *(unmarked(one.note) for one in event.revised),
    )  # fmt: skip
    return Found(
        What.EVENT, address("event", event.id), event.title, parts, title, _parts(event.short or "", event.id, when),
        when, event.date.anchor.year, event.kind, channels, made_of,
    )  # fmt: skip


def _account(account: Account) -> Iterator[str]:
    zh = account.zh
    yield unmarked(account.text)
    yield from filter(None, (account.quote, zh and unmarked(zh.text), zh and zh.quote))


def _sources(names: _Names, event: Event) -> Iterator[str]:
    for source in names.record.sources_of(event):
        yield f"{source.title}, {names.publishers.get(source.publisher, source.publisher)}"


def _person(names: _Names, person: Person) -> Found:
    party = names.record.parties.get(person.party)
    parts = (
        party.name if party else "", *(names.offices.get(post.office, "") for post in person.posts),
        *(rank.rank for rank in person.ranks), *names.roles.get(person.id, ()),
    )  # fmt: skip
    return Found(What.PERSON, address("person", person.id), person.name, _parts("; ".join(_once(parts))),
                 person.native or "", (person.family_name, person.id))  # fmt: skip


def _channel(channel: Channel) -> Found:
    return Found(What.CHANNEL, address("channel", channel.id), channel.name, (unmarked(channel.purpose),),
                 channel.native or "", (channel.short, channel.id), channels=(channel.id,))  # fmt: skip


def _office(office: Office) -> Found:
    *former, last = office.titles
    others = _parts(*chain.from_iterable((it.title, it.native or "") for it in former))
    return Found(What.OFFICE, address("office", office.id), last.title, _parts("; ".join(others)), last.native or "",
                 _parts(*others, office.short or "", office.id))  # fmt: skip


def _break(gap: Break) -> Found:
    return Found(What.BREAK, address("chain", gap.start.id), gap.name, (unmarked(gap.start.summary),),
                 when=gap.start.date.words(), year=gap.start.date.anchor.year, channels=gap.channels)  # fmt: skip


def _tour(tour: Tour) -> Found:
    texts = (unmarked(tour.intro), *(unmarked(step.text) for step in tour.steps))
    return Found(What.TOUR, address("tour", tour.id), tour.title, texts)


def _topic(topic: Topic) -> Found:
    return Found(What.TOPIC, address("topic", topic.id), topic.name, _parts(unmarked(topic.about or "")),
                 topic.native or "", topic.words)  # fmt: skip


def _place(place: Place) -> Found:
    return Found(What.PLACE, address("place", place.id), place.name, _parts(place.within or ""), place.native or "")


def _publisher(one: Publisher) -> Found:
    return Found(What.PUBLISHER, address("publisher", one.id), one.name, _parts(unmarked(one.about or "")),
                 one.native or "", (one.id,))  # fmt: skip


def _parts(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))


def _once(texts: Iterable[str]) -> Iterable[str]:
    return filter(None, dict.fromkeys(texts))


def _both(name: str, native: str | None) -> str:
    return f"{name} {native}" if native else name
