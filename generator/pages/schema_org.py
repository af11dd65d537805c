"""What pages tell machines within themselves: JSON-LD in the words of https://schema.org.

Nothing is said that the record does not say. The vocabulary has no words for a date that is doubtful, or for one
unknown day within a span, nor for a contact that was only proposed or that was refused: such things are left out.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from generator.pages.addresses import API, CHANNELS, DATA, DATABASE, HOME, PEOPLE, SOURCES, address, calendar, relative
from generator.pages.citations import LICENCE_URL, of_record
from generator.pages.phrases import listed
from generator.pages.text import plain
from generator.record.dates import Form, Precision
from generator.record.vocabulary import BUILT_IN_PLACES, Relation, Status
from generator.views.tables import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pages.press import Press
    from generator.record.dates import Bound, Edtf
    from generator.record.models import Event
    from generator.record.registry import Channel, Person, Post, Publisher
    from generator.record.source import Source

Node = dict[str, Any]
"""A thing with its properties, as JSON has it."""

_CONTEXT = "https://schema.org"
_STATUS = {
    Status.HELD: "EventScheduled", Status.PLANNED: "EventScheduled", Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
}  # fmt: skip
_SHEET, _BASE = "text/csv", "application/vnd.sqlite3"
_BREAKING = re.compile("[<>&\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What could end the element, or be taken for a line's end."""


def script(nodes: Sequence[Node]) -> str:
    """Give nodes as the element of a page that holds them: data, which no browser runs, in one line."""
    graph = nodes[0] if len(nodes) == 1 else {"@graph": list(nodes)}
    text = to_json({"@context": _CONTEXT, **graph}).decode()  # a fifth of the time of Python's own
    safe = _BREAKING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>\n'


def event_nodes(press: Press, event: Event, trail: Iterable[tuple[str, str]]) -> list[Node]:
    """Give an event, and the way to its page by name and address."""
    place = address("event", event.id)
    page = {
        "@type": "WebPage", "url": _url(press, place, place), "datePublished": event.added.isoformat(),
        "dateModified": event.changed.isoformat(), "inLanguage": "en", "license": LICENCE_URL,
    }  # fmt: skip
    node = {
        "@type": "Event", "@id": _id(press, place, "event", event.id), "identifier": event.id, "name": event.title,
        "alternateName": event.zh and event.zh.title, "description": plain(event.summary), **_days(event.date),
        "eventStatus": _status(event), "location": _location(press, event), "attendee": _attendees(press, event, place),
        "superEvent": list(_within(press, event, place)), "about": _topics(press, event, place),
        "subjectOf": [_work(press, source) for source in press.record.sources_of(event)], "mainEntityOfPage": page,
    }  # fmt: skip
    return [_said(node), _way(press, place, trail, event.title)]


def channel_nodes(press: Press, channel: Channel) -> list[Node]:
    """Give a channel as a series of events."""
    place = address("channel", channel.id)
    node = {
        "@type": "EventSeries", "@id": _id(press, place, "channel", channel.id), "name": channel.name,
        "alternateName": list(filter(None, (channel.short, channel.native))), "description": plain(channel.purpose),
        "mainEntityOfPage": _url(press, place, place),
    }  # fmt: skip
    return [_said(node), _way(press, place, [("Channels", CHANNELS)], channel.name)]


def person_nodes(press: Press, person: Person, posts: Iterable[tuple[str, Post]], rank: str) -> list[Node]:
    """Give a person with the posts held, each under the title that its office bore, and the rank today."""
    place = address("person", person.id)
    party = press.record.parties.get(person.party)
    node = {
        "@type": "Person", "@id": _id(press, place, "person", person.id), "name": person.name,
        "alternateName": person.native, "familyName": person.family_name, "honorificPrefix": rank,
        "affiliation": party and _said({"@type": "Organization", "name": party.name, "alternateName": party.native}),
        "hasOccupation": [_post(title, post) for title, post in posts], "mainEntityOfPage": _url(press, place, place),
    }  # fmt: skip
    return [_said(node), _way(press, place, [("People", PEOPLE)], person.name)]


def publisher_nodes(press: Press, publisher: Publisher) -> list[Node]:
    """Give a publisher."""
    place = address("publisher", publisher.id)
    node = {
        "@type": "Organization", "@id": _id(press, place, "publisher", publisher.id), "name": publisher.name,
        "alternateName": publisher.native, "description": plain(publisher.about or ""),
        "mainEntityOfPage": _url(press, place, place),
    }  # fmt: skip
    return [_said(node), _way(press, place, [("Sources", SOURCES)], publisher.name)]


def site_nodes(press: Press) -> list[Node]:
    """Give the site itself."""
    work = of_record(press.record, press.settings)
    return [_said({
        "@type": "WebSite", "name": work.title, "url": _url(press, HOME, HOME), "inLanguage": "en",
        "license": LICENCE_URL, "publisher": {"@type": "Organization", "name": work.author},
        "dateModified": work.version.isoformat(),
    })]  # fmt: skip


def dataset_nodes(press: Press, about: str) -> list[Node]:
    """Give the record as a set of data, with its files; what is said about their forms goes on from what it holds."""
    record, work = press.record, of_record(press.record, press.settings)
    first = min(event.date.anchor for event in record.events)
    names = listed(party.named for party in press.parties)
    return [_said({
        "@type": "Dataset", "@id": f"{_url(press, DATA, DATA)}#dataset", "name": f"{work.title}: the record as data",
        "description": f"What happened between {names} since {first.year}, and according to whom. {about}",
        "url": _url(press, DATA, DATA), "license": LICENCE_URL, "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": work.author}, "version": work.version.isoformat(),
        "dateModified": max(event.changed for event in record.events).isoformat(),
        "temporalCoverage": f"{first}/{press.horizon}", "inLanguage": ["en", "zh-Hans"],
        "keywords": [topic.name for topic in record.topics.values()], "distribution": list(_files(press)),
    })]  # fmt: skip


def _files(press: Press) -> Iterator[Node]:
    files = [(f"{table.name}.csv", _SHEET, f"{DATA}{table.name}.csv") for table in SHEETS]
    files += [
        ("SQLite", _BASE, DATABASE), ("JSON", "application/json", f"{API}events.json"),
        ("Calendar", "text/calendar", calendar()),
    ]  # fmt: skip
    for name, form, place in files:
        yield {"@type": "DataDownload", "name": name, "encodingFormat": form, "contentUrl": _url(press, DATA, place)}


def _status(event: Event) -> str | None:
    word = _STATUS.get(event.outcome) if event.outcome else None
    return word and f"{_CONTEXT}/{word}"


def _days(value: Edtf) -> Node:
    """Give first and last day, or the month or year, where they are certain."""
    if value.form is Form.SET:
        return {}
    last = value.upper if value.form is Form.INTERVAL else None
    return {"startDate": _iso(value.lower), "endDate": _iso(last)}


def _iso(bound: Bound | None) -> str | None:
    """Give a date by ISO 8601; nothing where it is doubtful or a time that the standard has no words for."""
    if bound is None or bound.approximate or bound.uncertain:
        return None
    size = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(bound.precision)
    return (size and bound.earliest.isoformat()[:size]) or None


def _location(press: Press, event: Event) -> Node | None:
    known = press.record.places.get(event.place or "")
    if known:
        within = known.within and {"@type": "Place", "name": known.within}
        return _said({"@type": "Place", "name": known.name, "alternateName": known.native, "containedInPlace": within})
    if event.place in BUILT_IN_PLACES:
        return {"@type": "VirtualLocation", "name": BUILT_IN_PLACES[event.place]}
    return None


def _attendees(press: Press, event: Event, place: str) -> list[Node]:
    """Give the people who took part in a contact that was held."""
    named = chain.from_iterable(event.participants.values()) if event.is_held_contact else ()
    known = [press.record.people[one.person] for one in named if one.person and one.person in press.record.people]
    return [{"@type": "Person", "@id": _id(press, place, "person", one.id), "name": one.name} for one in known]


def _within(press: Press, event: Event, place: str) -> Iterator[Node]:
    """Give the channels that the event was a round of, and the events within which it took place."""
    for id_ in event.channels:
        if id_ in press.record.channels:
            name = press.record.channels[id_].name
            yield {"@type": "EventSeries", "@id": _id(press, place, "channel", id_), "name": name}
    for tie in event.related:
        other = press.record.by_id.get(tie.event)
        if other and tie.relation is Relation.PART_OF:
            yield {"@type": "Event", "@id": _id(press, place, "event", other.id), "name": other.title}


def _topics(press: Press, event: Event, place: str) -> list[Node]:
    known = [press.record.topics[id_] for id_ in event.topics if id_ in press.record.topics]
    return [{"@type": "Thing", "name": one.name, "url": _url(press, place, address("topic", one.id))} for one in known]


def _work(press: Press, source: Source) -> Node:
    publisher = press.record.publishers.get(source.publisher)
    return _said({
        "@type": "CreativeWork", "description" if source.described else "name": source.title, "url": source.url,
        "publisher": publisher and {"@type": "Organization", "name": publisher.name},
        "datePublished": source.published and _days(source.published).get("startDate"),
    })  # fmt: skip


def _post(title: str, post: Post) -> Node:
    name = f"{title}, {post.role}" if post.role else title
    return _said({
        "@type": "Role", "hasOccupation": {"@type": "Occupation", "name": name},
        "startDate": post.since and _days(post.since).get("startDate"),
        "endDate": post.until and _days(post.until).get("startDate"),
    })  # fmt: skip


def _way(press: Press, place: str, trail: Iterable[tuple[str, str]], name: str) -> Node:
    steps = [*trail, (name, place)]
    return {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": number, "name": step, "item": _url(press, place, target)}
        for number, (step, target) in enumerate(steps, 1)
    ]}  # fmt: skip


def _id(press: Press, place: str, kind: str, id_: str) -> str:
    """Name a thing of the record by its page, of which it is not the same."""
    return f"{_url(press, place, address(kind, id_))}#{kind}"


def _url(press: Press, place: str, target: str) -> str:
    """Give a whole address, or the link from the page where it is not known where the site stands."""
    site = press.settings.site_url
    return site + target if site else relative(place, target)


def _said(node: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value}
