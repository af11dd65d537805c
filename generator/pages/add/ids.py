"""The ids of the record with their names, for the form alone: what it suggests while one types."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.checks.copies import document_of, host_of
from generator.checks.evidence import cited
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.record import Record

Row = tuple[str, str, str, str, str]
"""Id, name, native name, and two further texts that depend on the kind."""


def ids_json(record: Record) -> str:
    """Give a JSON object: by kind of id a list of [id, name, native name, …], what is empty at the end left out.

    `hosts` are no ids: each stands with the publisher whose sources are most often found there.

    The fourth is the party of a person or an office, for whom a publisher speaks, what a place lies in, the publisher
    of a shared source, the date of an event; the fifth the address of a shared source, an event's channels.
    """
    made = {kind: [_trimmed(row) for row in sorted(rows)] for kind, rows in _kinds(record)}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _kinds(record: Record) -> Iterator[tuple[str, Iterator[Row] | list[Row]]]:
    yield "parties", ((one.id, one.name, one.native or "", "", "") for one in record.parties.values())
    yield "people", ((one.id, one.name, one.native or "", one.party, "") for one in record.people.values())
    titles = ((one, one.titles[-1]) for one in record.offices.values())
    yield "offices", ((one.id, title.title, title.native or "", one.party, "") for one, title in titles)
    yield "channels", ((one.id, one.name, one.native or "", "", "") for one in record.channels.values())
    places = [(one.id, one.name, one.native or "", one.within or "", "") for one in record.places.values()]
    yield "places", [*((id_, words, "", "", "") for id_, words in BUILT_IN_PLACES.items()), *places]
    yield "topics", ((one.id, one.name, one.native or "", "", "") for one in record.topics.values())
    yield "publishers", ((one.id, one.name, one.native or "", one.side, "") for one in record.publishers.values())
    sides = [(one.id, one.name, one.native or "", "", "") for one in record.parties.values()]
    yield "sides", [*sides, *((side.value, side.definition, "", "", "") for side in Side)]
    shared = record.sources.values()
    yield "shared-sources", ((one.id, one.title, "", one.publisher, document_of(one.url)) for one in shared)
    yield "events", ((one.id, one.title, "", one.date.text, " ".join(one.channels)) for one in record.events)
    yield "hosts", ((host, publisher, "", "", "") for host, publisher in _owners(record))


def _owners(record: Record) -> Iterator[tuple[str, str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, _, source in cited(record):
        found[host_of(source.url)][source.publisher] += 1
    yield from ((host, counted.most_common(1)[0][0]) for host, counted in found.items() if host)


def _trimmed(row: Row) -> list[str]:
    kept = list(row)
    while not kept[-1]:
        kept.pop()
    return kept
