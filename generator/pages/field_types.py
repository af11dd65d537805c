"""What a field of the record may hold, in words, read off the models' own types."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.record import fields
from generator.record.fields import Shape
from generator.record.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = {
    "Date": "date (EDTF)", "Day": "day, such as 2024-01-08", "Flag": "`true` or `false`", "Number": "whole number",
    "Id": "id", "Ids": "id, or list of ids", "Url": "web address", "Language": "language, such as `en` or `zh-Hans`",
    "Title": "line of text without a full stop", "Name": "line of text", "Headline": "line of text",
    "Note": "line of text", "Label": "line of text", "LaneLabel": "line of text",
    "Summary": "text of one to four sentences", "Prose": "text", "Quote": "text of at most 25 words", "Text": "text",
}  # fmt: skip
"""What is said of each type that `fields` declares."""
_SAID_OTHERWISE = frozenset({"Id", "Ids", "Url", "Quote", "Text"})
"""Types whose greatest length says nothing to a contributor."""


def type_words(hint: Any) -> str:  # noqa: ANN401  a type of any form
    """Say what a type of a field admits: `list of ids`, `line of text, at most 90 characters`."""
    hint = without_none(hint)
    named = name_of(hint)
    if named:
        room = None if named in _SAID_OTHERWISE else room_of(hint)
        return f"{NAMED[named]}, at most {room:,} characters" if room else NAMED[named]
    origin = get_origin(hint)
    if origin is Annotated:
        return type_words(get_args(hint)[0])
    if origin is tuple:
        inner = type_words(get_args(hint)[0])
        return "list of mappings" if inner == "mapping" else f"list: {inner}"
    if origin is dict:
        return f"by party: {type_words(get_args(hint)[1])}"
    if origin in (Union, types.UnionType):
        return ", or ".join(type_words(part) for part in get_args(hint))
    return "word" if _is(hint, Word) else "mapping" if _is(hint, Shape) else "text"


def parts_of(hint: Any) -> Iterator[type]:  # noqa: ANN401  a type of any form
    """Give the mappings and vocabularies that a type refers to, the outermost first."""
    if _is(hint, Word) or _is(hint, Shape):
        yield hint
    else:
        for part in get_args(hint):
            yield from parts_of(part)


def _is(hint: Any, kind: type) -> bool:  # noqa: ANN401  a type of any form
    return isinstance(hint, type) and issubclass(hint, kind)


def without_none(hint: Any) -> Any:  # noqa: ANN401  a type of any form
    """Give what a field holds where it is written at all."""
    if get_origin(hint) is Annotated and type(None) in get_args(get_args(hint)[0]):
        return without_none(get_args(hint)[0])
    kept = [part for part in get_args(hint) if part is not type(None)]
    return kept[0] if get_origin(hint) in (Union, types.UnionType) and len(kept) == 1 else hint


def name_of(hint: Any) -> str | None:  # noqa: ANN401  a type of any form
    """Give the name under which `fields` declares a type: the one whose marks it begins with, the longest first."""
    if get_origin(hint) is not Annotated:
        return None
    base, *marks = get_args(hint)
    known = [(name, *get_args(getattr(fields, name))) for name in NAMED]
    fitting = [(len(own), name) for name, kind, *own in known if kind == base and marks[: len(own)] == own]
    return max(fitting)[1] if fitting else None


def room_of(hint: Any) -> int | None:  # noqa: ANN401  a type of any form
    """Give the most characters that have room in a text; None where nothing limits them."""
    lengths = [
        limit.max_length
        for mark in get_args(hint)[1:] if isinstance(mark, FieldInfo)
        for limit in mark.metadata if hasattr(limit, "max_length")
    ]  # fmt: skip
    return lengths[-1] if lengths else None
