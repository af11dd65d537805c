"""Events as a table: RFC 4180 in UTF-8, one header, made harmless for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from generator.exports.cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.models import Event
    from generator.record.record import Record

COLUMNS = (
    "id", "date", "earliest", "latest", "title", "kind", "family", "status", "declined_by", "channels", "place",
    "people", "topics", "summary", "standing", "significance", "sources", "added",
)  # fmt: skip


def events_csv(record: Record, events: Iterable[Event]) -> str:
    """Give a table with a row an event; several values of a cell are separated by a space."""
    out = StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([harmless(cell) for cell in _row(record, event)] for event in events)
    return out.getvalue()


def _row(record: Record, event: Event) -> tuple[str, ...]:
    people = (part.person for parts in event.participants.values() for part in parts if part.person)
    return (
        event.id,
        event.date.text,
        event.date.earliest.isoformat() if event.date.earliest else "",
        event.date.latest.isoformat() if event.date.latest else "",
        event.title,
        event.kind.value,
        event.kind.family.value,
        event.outcome.value if event.outcome else "",
        event.declined_by or "",
        " ".join(event.channels),
        event.place or "",
        " ".join(people),
        " ".join(event.topics),
        event.summary,
        event.standing.value,
        event.significance.value,
        " ".join(source.url for source in record.sources_of(event)),
        event.added.isoformat(),
    )
