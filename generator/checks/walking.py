"""Going through a record: every entry, and every date in it with its way in the file."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

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


@cache
def _dated(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model that hold dates, or other shapes with dates in them: name, and name in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if name != "origin" and any(_holds_dates(part) for part in _parts(field.annotation))
    )


def _holds_dates(part: Any) -> bool:  # noqa: ANN401  a type of any form
    if not isinstance(part, type):
        return False
    return issubclass(part, (Edtf, date)) or (issubclass(part, BaseModel) and bool(_dated(part)))


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401  a type of any form
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _dates(value: Any, way: Path) -> Iterator[tuple[Path, Edtf | date]]:  # noqa: ANN401  whatever a field holds
    if isinstance(value, (Edtf, date)):
        yield way, value
    elif isinstance(value, BaseModel):
        for name, written in _dated(type(value)):
            yield from _dates(getattr(value, name), (*way, written))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _dates(item, (*way, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _dates(item, (*way, key))
