"""Going through a record: every entry, and every date in it with its way in the file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.record.dates import Edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.entry import Entry
    from generator.record.reading import Path
    from generator.record.record import Record


def entries(record: Record) -> Iterator[Entry]:
    """Give every entry of a record: the registry first, then the events in the order of time."""
    for table in (
        record.parties,
        record.offices,
        record.channels,
        record.people,
        record.places,
        record.topics,
        record.publishers,
        record.sources,
        record.tours,
    ):
        yield from table.values()
    yield from record.gaps
    yield from record.events


def dates(entry: Entry) -> Iterator[tuple[Path, Edtf | date]]:
    """Give every date of an entry with the way to it."""
    yield from _dates(entry, ())


def _dates(value: Any, way: Path) -> Iterator[tuple[Path, Edtf | date]]:  # noqa: ANN401  whatever a field holds
    if isinstance(value, (Edtf, date)):
        yield way, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in ("id", "origin"):
                yield from _dates(getattr(value, name), (*way, field.alias or name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _dates(item, (*way, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _dates(item, (*way, key))
