"""What the record has written in a field: a pattern for whoever writes the next entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.checks.walking import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.fields import Shape
    from generator.record.record import Record

_MOST = 2
"""How many examples of a field are shown."""
_LENGTH = 90
"""The longest text that still shows at a glance what belongs there."""
_NAMES = frozenset({"id", "origin", "url", "archived"})
"""Fields of which no other entry's content is a pattern."""

Examples = Mapping[type["Shape"], Mapping[str, tuple[str, ...]]]
"""Texts by model and field."""


def examples(record: Record) -> Examples:
    """Give for each model and field, as written in files, some texts of the record: short ones, the latest first."""
    found: defaultdict[type[Shape], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for model, name, text in chain.from_iterable(_texts(entry) for entry in reversed(tuple(entries(record)))):
        known = found[model].get(name, ())
        if len(known) < _MOST and len(text) <= _LENGTH and text not in known:
            found[model][name] = (*known, text)
    return found


def _texts(value: object) -> Iterator[tuple[type[Shape], str, str]]:
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            held = getattr(value, name)
            if isinstance(held, str) and name not in _NAMES:
                yield type(value), info.alias or name, str(held)  # type: ignore[misc]  # each model here is a Shape
            elif name != "origin":
                yield from _texts(held)
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_texts, value.values()))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_texts, value))
