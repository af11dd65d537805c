"""The API: every entry of the record as JSON, whole lists and single entries, with what is derived."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.exports.files import DataFile
from generator.exports.pieces import Pieces
from generator.exports.shapes import (
    ChannelAnswer,
    Consequence,
    CounterpartsAnswer,
    EventAnswer,
    Holder,
    OfficeAnswer,
    PersonAnswer,
    PlaceAnswer,
    StateSpan,
    TopicAnswer,
    answer,
)
from generator.exports.values import listed, listed_item, values_of, written
from generator.pages.addresses import API
from generator.pages.page import horizon_of
from generator.record.registry import Gap, Party, Publisher, Tour
from generator.record.source import SharedSource
from generator.views import contacts, holders, states
from generator.views.bare import LEFT_OUT, bare, basis, digest
from generator.views.recollection import Recollection

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from pydantic import BaseModel

    from generator.exports.values import Values
    from generator.pages.page import Settings
    from generator.record.entry import Entry
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Office

LICENCE = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class Resource:
    """A list of the API."""

    name: str
    """Its file without `.json`, and the key of the list in it."""
    about: str
    """What it holds, without a full stop."""
    model: type[BaseModel]
    """The shape of its items."""
    found: Callable[[Record, date], Iterable[Any]]
    """From a record and the last day that is known to what its items tell of."""
    answer: Callable[[Record, date, Any], BaseModel]
    """Makes the item of one of these: when it is written, for all at once take as much room as the record."""
    single: Callable[[Any], str] | None = None
    """Gives the id of what an item tells of, where each stands at an address of its own, too."""
    texts: bool = False
    """Whether items tell long texts of events, each those of the event that it is; all others are made of the bare
    record."""


def event_answer(record: Record, event: Event) -> EventAnswer:
    """Give an event with its family, outcome, sources in full, and consequences."""
    later = record.consequences.get(event.id, ())
    return answer(
        EventAnswer, event, family=event.kind.family, outcome_=event.outcome, sources=record.sources_of(event),
        consequences=tuple(Consequence(event=other.id, relation=relation) for other, relation in later),
    )  # fmt: skip


def _channel(record: Record, day: date, row: states.BoardRow) -> ChannelAnswer:
    id_ = row.channel.id
    return answer(
        ChannelAnswer, row.channel, state=row.state, last_held=row.last_held.id if row.last_held else None,
        states=tuple(_span(span) for span in states.spans(record, id_, day)),
        events=_ids(record.by_channel.get(id_, ())), changed_by=_ids(record.by_effect.get(id_, ())),
    )  # fmt: skip


def _span(span: states.Span) -> StateSpan:
    cause = span.cause.id if span.cause else None
    return StateSpan(state=span.state, start=span.start, sure_from=span.sure_from, end=span.end, cause=cause,
                     disputed=span.disputed)  # fmt: skip


def _office(record: Record, day: date, office: Office) -> OfficeAnswer:
    return answer(OfficeAnswer, office, holders=tuple(map(_holder, holders.holdings(record, office.id, day))))


def _holder(held: holders.Holding) -> Holder:
    return Holder(
        kind=held.kind, person=held.person.id if held.person else None, role=held.role, start=held.start, end=held.end,
        sure_start=held.sure_start, sure_end=held.sure_end,
    )  # fmt: skip


def _counterparts(record: Record, day: date, row: contacts.PairRow) -> CounterpartsAnswer:  # noqa: ARG001  as all
    return CounterpartsAnswer(
        offices=(row.pair.first.id, row.pair.second.id), last=row.last.id if row.last else None, months=row.months,
        contacts=_ids(contacts.between(record, row.pair)),
    )  # fmt: skip


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


def _with_events(model: type[Entry], index: str) -> Callable[[Record, date, Any], BaseModel]:
    """Give what makes an answer of an entry and the events that an index of the record has for it."""
    return lambda record, _, one: answer(model, one, events=_ids(getattr(record, index).get(one.id, ())))


def _as_it_is(record: Record, day: date, one: BaseModel) -> BaseModel:  # noqa: ARG001  as all
    return one


RESOURCES = (
    Resource("events", "Every event, in the order of time", EventAnswer, lambda record, _: record.events,
             lambda record, _, event: event_answer(record, event), single=attrgetter("id"), texts=True),
    Resource("channels", "Every channel with each change of its state", ChannelAnswer, states.board, _channel,
             single=attrgetter("channel.id")),
    Resource("people", "Everybody who took part or held an office", PersonAnswer,
             lambda record, _: record.people.values(), _with_events(PersonAnswer, "by_person"),
             single=attrgetter("id")),
    Resource("offices", "Every office with its holders and vacancies", OfficeAnswer,
             lambda record, _: record.offices.values(), _office),
    Resource("counterparts", "Each pair of offices that face each other, with their contacts", CounterpartsAnswer,
             contacts.pair_rows, _counterparts),
    Resource("topics", "What events are about", TopicAnswer,
             lambda record, _: record.topics.values(), _with_events(TopicAnswer, "by_topic")),
    Resource("places", "Where events happened", PlaceAnswer,
             lambda record, _: record.places.values(), _with_events(PlaceAnswer, "by_place")),
    Resource("sources", "The documents that several entries cite; all others stand in their event", SharedSource,
             lambda record, _: record.sources.values(), _as_it_is),
    Resource("publishers", "Who publishes the sources, and for whom they speak", Publisher,
             lambda record, _: record.publishers.values(), _as_it_is),
    Resource("parties", "The sides of the dialogue", Party, lambda record, _: record.parties.values(), _as_it_is),
    Resource("gaps", "What is known to be missing from the record", Gap, lambda record, _: record.gaps, _as_it_is),
    Resource("tours", "Guided walks through the timeline", Tour, lambda record, _: record.tours.values(), _as_it_is),
)  # fmt: skip
"""The lists of the API. A further one is one more entry."""


def api(
    record: Record, settings: Settings, pieces: Pieces | None = None, recalled: Recollection | None = None,
    telling: Collection[str] | None = None,
) -> Iterator[DataFile]:  # fmt: skip
    """Give the files of the API: the index, each list, and each entry that has an address of its own.

    What each event gives to the list of events is kept among pieces. Those alone may be asked for that are `telling`
    long texts of events with some ids.
    """
    pieces, recalled = pieces or Pieces(), recalled or Recollection(record)
    day, counts = horizon_of(record, settings), dict[str, int]()
    for resource in RESOURCES if telling is None else filter(attrgetter("texts"), RESOURCES):
        made_of = record if resource.texts else bare(record)
        found = cache(partial(_found, made_of, day, resource))
        counts[resource.name] = recalled.of(resource.name, (), partial(_count, found))
        drawn = partial(_listed, made_of, day, resource, pieces)
        yield DataFile(f"{API}{resource.name}.json", drawn, basis(record, record.events if resource.texts else ()))
        if resource.single:
            for id_, one in zip(map(resource.single, found()), found(), strict=True):
                if telling is not None and id_ not in telling:
                    continue
                told = partial(_told, made_of, day, resource, one)
                rests_on = recalled.of(f"{resource.name} {id_}", (id_,) if resource.texts else (), told)
                yield DataFile(f"{API}{resource.name}/{id_}.json", _single, rests_on, (made_of, day, resource, one))
    if telling is None:
        yield DataFile.ready(f"{API}index.json", written(_index(record, settings, counts)))


def events_json(record: Record, events: Collection[Event]) -> str:
    """Give chosen events as the list of events does: `licence`, `checked`, `count` and `events`."""
    items = (listed_item(values_of(event_answer(record, event))) for event in events)
    return b"".join(listed({**_head(record), "count": len(events)}, "events", items)).decode()


def _found(record: Record, day: date, resource: Resource) -> tuple[Any, ...]:
    return tuple(resource.found(record, day))


def _count(found: Callable[[], Collection[object]]) -> int:
    return len(found())


def _told(record: Record, day: date, resource: Resource, one: object) -> str:
    return digest(resource.answer(record, day, one))


def _single(record: Record, day: date, resource: Resource, one: object) -> bytes:
    return _wordless(written(values_of(resource.answer(record, day, one))).encode(), resource)


def _listed(record: Record, day: date, resource: Resource, pieces: Pieces) -> Iterator[bytes]:
    found = _found(record, day, resource)

    def item(one: Any) -> bytes:  # noqa: ANN401  of whatever the resource finds
        made = partial(_item, record, day, resource, one)
        return pieces.of(basis(record, (one,)), made) if resource.texts else made()

    yield from listed({**_head(record), "count": len(found)}, resource.name, map(item, found))
    if resource.texts:
        pieces.keep()


def _item(record: Record, day: date, resource: Resource, one: object) -> bytes:
    return _wordless(listed_item(values_of(resource.answer(record, day, one))), resource)


def _wordless(made: bytes, resource: Resource) -> bytes:
    if LEFT_OUT.encode() in made:
        raise ValueError(f"{resource.name} tell texts that the bare record has not: say so in RESOURCES")
    return made


def _head(record: Record) -> Values:
    return {"licence": LICENCE, "checked": record.checked.isoformat() if record.checked else None}


def _index(record: Record, settings: Settings, counts: dict[str, int]) -> Values:
    lists = [
        {"address": f"{one.name}.json", "about": one.about, "count": counts[one.name]}
        | ({"each": f"{one.name}/{{id}}.json"} if one.single else {})
        for one in RESOURCES
    ]  # fmt: skip
    site = {"name": settings.site_name, "site": settings.site_url or "../../"}
    return {**site, **_head(record), "changed": record.changed.isoformat() if record.changed else None,
            "description": "openapi.json", "lists": lists}  # fmt: skip
