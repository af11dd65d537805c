"""The file of an event to copy, with what each field means: for whom the form does not run."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

from generator.pages.add.fields import CITES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.add.fields import Field

_WIDTH = 96
_MARKED = re.compile(r"(?<!`)`([^`]+)`(?!`)")


def template(fields: tuple[Field, ...]) -> str:
    """Give the lines of an event's file: what is needed as fields, the rest as comments that become fields."""
    return "\n".join(line for field in fields for line in (*_about(field), *_field(field))) + "\n"


def _about(field: Field) -> Iterator[str]:
    words = f" One of: {', '.join(field.words)}." if field.words else ""
    yield from (f"# {line}" for line in wrap(_MARKED.sub(r"\1", field.about) + words, _WIDTH, break_on_hyphens=False))


def _field(field: Field) -> Iterator[str]:
    sign = "" if field.needed else "#"
    yield from (f"{sign}{line}" for line in _lines(field, 0))


def _lines(field: Field, indent: int) -> Iterator[str]:
    margin = " " * indent
    if field.type == "sides":
        yield f"{margin}{field.name}:"
        yield f"{margin}  <party>:"
        yield from _items(field, indent + 4) if field.is_several else _inner(field, indent + 4)
    elif field.parts:
        yield f"{margin}{field.name}:"
        yield from _inner(field, indent + 2) if field.type == "mapping" else _items(field, indent + 2)
    else:
        yield f"{margin}{field.name}: {_stand_in(field)}"


def _inner(field: Field, indent: int) -> Iterator[str]:
    for part in field.parts:
        if not part.folded or part.needed:
            yield from _lines(part, indent)


def _items(field: Field, indent: int) -> Iterator[str]:
    first, *rest = _inner(field, indent + 2)
    yield f"{' ' * indent}- {first.lstrip()}"
    yield from rest


def _stand_in(field: Field) -> str:
    """Give what stands in the place of a value, so that it cannot be taken for one."""
    if field.ids == CITES:
        return "[<id of a source below>]"
    if field.type == "Ids":
        return "[<id>]"
    if field.type in ("Date", "Day"):
        return "<2024-01-08>"
    return "<word>" if field.words else f"<{field.label.lower()}>"
