"""Events as JSON: every field of the record, dates as EDTF and as first and last possible day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.record.record import Record

LICENCE = "CC-BY-4.0"


def events_json(record: Record, events: Iterable[Event]) -> str:
    """Give a JSON object with `licence`, `checked` (ISO day or null), `count` and `events` (a list)."""
    listed = [event_data(record, event) for event in events]
    checked = record.checked.isoformat() if record.checked else None
    return _written({"licence": LICENCE, "checked": checked, "count": len(listed), "events": listed})


def event_json(record: Record, event: Event) -> str:
    """Give one event as a JSON object."""
    return _written(event_data(record, event))


def event_data(record: Record, event: Event) -> dict[str, Any]:
    """Give an event as plain values, under the names of the record's fields, with what is derived added.

    Added are `id`, `family`, `outcome` (the status of a contact), `dates` and the shared sources in full.
    """
    fields = event.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    sources = [source.model_dump(mode="json", exclude_none=True) for source in record.sources_of(event)]
    derived: dict[str, Any] = {
        "id": event.id,
        "family": event.kind.family.value,
        "outcome": event.outcome.value if event.outcome else None,
        "dates": _dates(event.date),
        "disclosed_dates": _dates(event.disclosed) if event.disclosed else None,
    }
    return {**derived, **fields, "sources": sources}


def _dates(value: Edtf) -> dict[str, str | None]:
    return {
        "edtf": value.text,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
        "words": value.words(),
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
