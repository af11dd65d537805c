"""What may stand at each place of a file, read off the models: the order of fields, and what a text is."""

from __future__ import annotations

import types
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.record.entry import Entry
from generator.record.fields import Note, Prose, Shape, Summary, Text, Url, is_stripped
from generator.record.loading import FOLDERS, MAPPINGS, REGISTRY
from generator.record.models import Event
from generator.record.registry import Coverage, Gap

if TYPE_CHECKING:
    from collections.abc import Mapping

_FROM_THE_FILE = frozenset({"id", "origin"})


class Holds(Enum):
    """What a scalar is, as far as its writing depends on it."""

    PROSE = "a text that is folded where it is too long for a line"
    LINE = "a text that stays on one line"
    ADDRESS = "an address on the web"
    OTHER = "a word, an id, a date, a number"
    UNKNOWN = "something under a field that no model has"


@dataclass(frozen=True, slots=True)
class Outline:
    """What may stand at a place of a file, and below it."""

    holds: Holds = Holds.OTHER
    """What a scalar at this place is."""
    fields: Mapping[str, Outline] = field(default_factory=dict)
    """The fields of a mapping, by their names in files and in the canonical order."""
    any_field: Outline | None = None
    """What stands under a field that is an id itself; absent where the fields have names."""
    item: Outline | None = None
    """What stands in a list at this place."""
    in_brackets: bool = False
    """Whether a list is written in brackets where nobody has written it otherwise."""

    def at(self, key: str) -> Outline:
        """Give what may stand under a field; an unknown one may hold anything."""
        return self.fields.get(key) or self.any_field or NOTHING_KNOWN

    def of_item(self) -> Outline:
        """Give what may stand in a list, which is also what stands there where a list of one is left out."""
        return self.item or NOTHING_KNOWN

    def rank(self, key: str) -> int:
        """Give the place of a field in the canonical order; unknown ones come last, as they were written."""
        return list(self.fields).index(key) if key in self.fields else len(self.fields)


NOTHING_KNOWN = Outline(Holds.UNKNOWN)


def outline_of_file(path: str) -> Outline:
    """Give the outline of a file of the record by its path, relative to the project's root."""
    name = path.removeprefix(f"{REGISTRY}/")
    if name == path:
        return outline(Event)
    folder, _, file = name.rpartition("/")
    if folder in FOLDERS:
        return outline(FOLDERS[folder])
    stem = file.removesuffix(".yml")
    if stem in MAPPINGS:
        return Outline(any_field=outline(MAPPINGS[stem]))
    return {"gaps": Outline(item=outline(Gap)), "coverage": outline(Coverage)}.get(stem, NOTHING_KNOWN)


@cache
def outline(model: type[Shape]) -> Outline:
    """Give the outline of a mapping: its fields as declared, an id that is written in the file before them."""
    hints = get_type_hints(model, include_extras=True)
    left_out = _FROM_THE_FILE if issubclass(model, Entry) else frozenset()
    names = [name for name in model.model_fields if name not in left_out]
    names.sort(key=lambda name: name != "id")
    return Outline(fields={model.model_fields[name].alias or name: _outline(hints[name]) for name in names})


def _outline(hint: Any) -> Outline:  # noqa: ANN401  a type of any form
    kinds = [_bare(part) for part in _choices(hint)]
    shape = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Shape)), None)
    if shape:
        return outline(shape)
    several = next((kind for kind in kinds if get_origin(kind) in (tuple, dict)), None)
    if several is None:
        return Outline(holds=_holds(hint))
    if get_origin(several) is dict:
        return Outline(any_field=_outline(get_args(several)[1]))
    item = _outline(get_args(several)[0])
    return Outline(item=item, in_brackets=not item.fields and item.holds is Holds.OTHER)


def _choices(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401  as above
    """Give the types of which a value may be one, nothing left out."""
    if get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) in _UNIONS:
        return _choices(get_args(hint)[0])
    if get_origin(hint) in _UNIONS:
        return tuple(choice for part in get_args(hint) if part is not type(None) for choice in _choices(part))
    return (hint,)


def _bare(hint: Any) -> Any:  # noqa: ANN401  as above
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _holds(hint: Any) -> Holds:  # noqa: ANN401  as above
    for choice in _choices(hint):
        marks = list(get_args(choice)[1:])
        if any(marks[: len(own)] == own for own in _PROSE):
            return Holds.PROSE
        if is_stripped(marks):
            return Holds.LINE
        if marks and marks == _ADDRESS:
            return Holds.ADDRESS
    return Holds.OTHER


_UNIONS = (Union, types.UnionType)
_PROSE = tuple(list(get_args(kind)[1:]) for kind in (Summary, Prose, Note, Text))
_ADDRESS = list(get_args(Url)[1:])
