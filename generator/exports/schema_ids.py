"""Which ids a record has, as editors complete them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.record.record import Record


def id_schemas(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the ids of each kind as a schema, with what each one stands for."""
    yield "parties", _words((party.id, party.name, party.native) for party in record.parties.values())
    yield (
        "offices",
        _words((office.id, office.titles[-1].title, office.titles[-1].native) for office in record.offices.values()),
    )
    yield "channels", _words((channel.id, channel.name, channel.native) for channel in record.channels.values())
    yield "people", _words((person.id, person.name, person.native) for person in record.people.values())
    places = ((place.id, place.name, place.native) for place in record.places.values())
    yield "places", _words([*((id_, words, None) for id_, words in BUILT_IN_PLACES.items()), *places])
    yield "topics", _words((topic.id, topic.name, topic.native) for topic in record.topics.values())
    yield "publishers", _words((one.id, one.name, one.native) for one in record.publishers.values())
    sides = [*((party.id, party.name, party.native) for party in record.parties.values())]
    yield "sides", _words([*sides, *((side.value, side.definition, None) for side in Side)])
    yield "shared-sources", _words((source.id, source.title, None) for source in record.sources.values())
    yield "events", _words((event.id, event.title, None) for event in record.events)


def _words(entries: Iterable[tuple[str, str, str | None]]) -> dict[str, Any]:
    """Make a schema of ids with their names, native ones beside them; `enumDescriptions` is what editors show."""
    listed = sorted(entries)
    names = [f"{name} · {native}" if native else name for _, name, native in listed]
    return {"type": "string", "enum": [id_ for id_, _, _ in listed], "enumDescriptions": names}
