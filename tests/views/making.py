"""Records in memory, for the tests of views: each entry with what matters and fillers for the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from generator.record.models import Event
from generator.record.record import Record
from generator.record.registry import Channel, Gap, Office, Party, Person, Publisher
from generator.record.source import SharedSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.entry import Entry
    from generator.views.spans import Span

E = TypeVar("E", bound="Entry")
ORIGIN = {"path": "events/registry/made.yml"}


def day(text: str) -> date:
    """Give a day written as `2024-01-08`."""
    return date.fromisoformat(text)


def event(id_: str, kind: str = "talks", **fields: Any) -> Event:  # noqa: ANN401  whatever a file may hold
    """Make an event; its date is the one its id begins with where none is given."""
    filled = {
        "title": id_[11:].replace("-", " "),
        "date": id_[:10],
        "kind": kind,
        "summary": "It happened.",
        "sources": [],
        "added": "2026-11-22",
    } | fields
    return Event.model_validate({"id": id_, "origin": ORIGIN, **filled})


def turned(id_: str, kind: str = "suspension", **fields: Any) -> Event:  # noqa: ANN401  as above
    """Make an event from its effects: `turned(id, dpct="suspended")`; the id's date may be overridden by `date`."""
    own = {name: fields.pop(name) for name in tuple(fields) if name in Event.model_fields or name == "channel"}
    effects = [{"channel": channel.replace("_", "-"), "state": state} for channel, state in fields.items()]
    return event(id_, kind, effects=effects, **own)


def channel(id_: str, **fields: Any) -> Channel:  # noqa: ANN401  as above
    """Make a channel on the level of policy."""
    filled = {"name": id_, "short": id_, "level": "policy", "purpose": "Talks."} | fields
    return Channel.model_validate({"id": id_, "origin": ORIGIN, **filled})


def office(id_: str, **fields: Any) -> Office:  # noqa: ANN401  as above
    """Make an office; its party is what its id begins with."""
    filled = {"party": id_.partition("-")[0], "level": "ministers", "titles": [{"title": id_}]} | fields
    return Office.model_validate({"id": id_, "origin": ORIGIN, **filled})


def person(id_: str, *posts: dict[str, Any], **fields: Any) -> Person:  # noqa: ANN401  as above
    """Make a person with posts."""
    filled = {"name": id_, "family_name": id_, "party": "us", "posts": list(posts)} | fields
    return Person.model_validate({"id": id_, "origin": ORIGIN, **filled})


def post(office_id: str, first: str | None = None, last: str | None = None, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    """Make a post as it is written."""
    bounds = {name: value for name, value in (("from", first), ("until", last)) if value}
    return {"office": office_id, **bounds, **fields}


def publisher(id_: str, side: str) -> Publisher:
    """Make a publisher that speaks for a side."""
    return Publisher.model_validate({"id": id_, "origin": ORIGIN, "name": id_, "side": side, "language": "en"})


def source(id_: str, publisher_id: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  as above
    """Make a source as it is written in an event."""
    return {"id": id_, "title": id_, "publisher": publisher_id, "url": "https://source.example/", **fields}


def gap(period: str, channel_id: str | None = None) -> Gap:
    """Make a gap."""
    return Gap.model_validate(
        {"id": "0", "origin": ORIGIN, "period": period, "channel": channel_id, "what": "Rounds.", "why": "Not entered."}
    )


def record(*entries: Entry, checked: str | None = None) -> Record:
    """Put entries of any kind together, with the parties `prc` and `us`, events in the order of time."""
    named = ({"id": id_, "origin": ORIGIN, "name": id_, "short": id_} for id_ in ("us", "prc"))
    events = sorted(_of(Event, entries).values(), key=lambda made: (*made.date.sort_key[:2], made.id))
    return Record(
        parties={party.id: party for party in map(Party.model_validate, named)},
        offices=_of(Office, entries), channels=_of(Channel, entries), people=_of(Person, entries),
        places={}, topics={}, publishers=_of(Publisher, entries), sources=_of(SharedSource, entries),
        gaps=tuple(entry for entry in entries if isinstance(entry, Gap)), tours={}, events=tuple(events),
        checked=day(checked) if checked else None,
    )  # fmt: skip


def told(found: Iterable[Span]) -> list[str]:
    """Say spans one a line: `suspended 2022-08-05`, with `?` and the day from which it is sure, `disputed`."""
    return [
        f"{span.state} {span.start}"
        + (f" ?{span.sure_from}" if span.sure_from != span.start else "")
        + (" disputed" if span.disputed else "")
        for span in found
    ]


def _of(kind: type[E], entries: Iterable[Entry]) -> dict[str, E]:
    return {entry.id: entry for entry in entries if isinstance(entry, kind)}
