"""What the record has written in a field: a pattern for whoever writes the next entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.checks.walking import entries
from generator.views.bare import basis, digest, long_texts

if TYPE_CHECKING:
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
_Found = defaultdict[type["Shape"], dict[str, tuple[str, ...]]]


def examples(record: Record) -> Examples:
    """Give for each model and field, as written in files, some texts of the record: short ones, the latest first."""
    found: _Found = defaultdict(dict)
    for entry in reversed(tuple(entries(record))):
        _gather(entry, found)
    return found


def rest_on(record: Record) -> str:
    """Give what stands for all that examples are made of: of the long texts of events the few short ones."""
    short = [[text for text in long_texts(event) if len(text) <= _LENGTH] for event in record.events]
    return f"{basis(record, ())} {digest(short)}"


def _gather(value: object, found: _Found) -> None:
    """Note the texts in a value, a field after the other."""
    if isinstance(value, BaseModel):
        texts = found[type(value)]  # type: ignore[index]  # each model here is a Shape
        for name, key in _fields(type(value)):
            held = getattr(value, name)
            if not isinstance(held, str):
                _gather(held, found)
            elif name not in _NAMES:
                known = texts.get(key, ())
                if len(known) < _MOST and len(held) <= _LENGTH and held not in known:
                    texts[key] = (*known, str(held))
    elif isinstance(value, dict):
        for one in value.values():
            _gather(one, found)
    elif isinstance(value, tuple):
        for one in value:
            _gather(one, found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give the fields of a model that files have, each with its name there."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items() if name != "origin")
