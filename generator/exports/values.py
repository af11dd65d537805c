"""Entries of the record as plain values for JSON, under the names of the record's fields.

A field that holds nothing is left out. A date stands as EDTF under its field's name, and beside it under `…_dates`
(`dates` for the field `date`) as the first and last day that it can mean and in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator.record.dates import Edtf
from generator.record.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Values = dict[str, Any]


def values_of(shape: BaseModel) -> Values:
    """Give a mapping of the record as plain values; an entry's id comes first."""
    found: Values = {"id": shape.id} if isinstance(shape, Entry) else {}
    for name, key in _told(type(shape)):
        value = getattr(shape, name)
        if value is None or (not value and isinstance(value, (tuple, Mapping))):
            continue
        found[key] = _plain(value)
        if isinstance(value, Edtf):
            found[dates_key(key)] = dates_of(value)
        elif isinstance(value, tuple) and isinstance(value[0], Edtf):
            found[dates_key(key)] = [dates_of(one) for one in value]
    return found


@cache
def _told(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model that others are told, each with the name that they are told it under."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items() if not field.exclude)


def dates_key(field: str) -> str:
    """Give the name under which the days of a date's field stand."""
    return "dates" if field == "date" else f"{field}_dates"


def dates_of(value: Edtf) -> Values:
    """Give what a date can mean: EDTF, first and last day (absent where not known or open), words."""
    return {
        "edtf": value.text,
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
        "words": value.words(),
    }


def written(value: object) -> str:
    """Write values as JSON, for people too: indented, every script as it is."""
    # as `json.dumps` does, in a tenth of its time: that writes nothing in C that is to be indented
    return to_json(value, indent=1).decode() + "\n"


def listed(head: Values, name: str, items: Iterable[bytes]) -> Iterator[bytes]:
    """Give values with a list as their last one as `written` does, but item by item: all at once take much room."""
    yield written(head).removesuffix("\n}\n").encode()
    between = before = f',\n "{name}": ['.encode()
    for item in items:
        yield between + b"\n  " + item
        between = b","
    yield before + b"]\n}\n" if between == before else b"\n ]\n}\n"


def listed_item(item: Values) -> bytes:
    """Write an item as it stands in a list."""
    return to_json(item, indent=1).replace(b"\n", b"\n  ")


def _plain(value: Any) -> Any:  # noqa: ANN401  whatever a field can hold
    if isinstance(value, str):  # as most are
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, BaseModel):
        return values_of(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value.text if isinstance(value, Edtf) else value
