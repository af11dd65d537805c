"""The form's fields, read off the models: what each holds, what may be suggested for it, where it stands."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

from generator.pages.add.words import ADDED, FOLDED, HINTS, LABELS, USUAL
from generator.pages.field_types import name_of, parts_of, room_of, without_none
from generator.record.fields import Shape
from generator.record.form.outline import Holds, outline
from generator.record.models import Account, Figure, Report
from generator.record.referring import NAMED
from generator.record.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic.fields import FieldInfo

    from generator.record.form.outline import Outline

CITES = "cites"
"""What stands for the ids of an event's own sources, which the record has not yet."""
_CITING = (Account, Report, Figure)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a mapping, as the form asks for it."""

    name: str
    """As written in the record."""
    type: str
    """The type's name in `record.fields`, or `Word`, `mapping`, `list` of mappings, `sides` (by party)."""
    label: str
    about: str
    """What it means, from the model."""
    hint: str
    """The same for somebody who fills in the form; empty where the label says it all."""
    needed: bool
    most: int | None
    """The most characters that have room; absent where nothing limits them."""
    ids: str
    """The kind of the ids that may stand in it; empty where it holds none."""
    words: tuple[Word, ...]
    """The words of a closed vocabulary."""
    holds: Holds
    """What it is to whoever writes it into a file."""
    in_brackets: bool
    """Whether a list is written in brackets."""
    parts: tuple[Field, ...]
    """The fields of the mapping in it, or of each mapping in it."""
    folded: bool
    """Whether it is seldom needed."""
    default: str
    """The word that counts where nothing is written; empty where none does."""
    adds: str
    """What the button for one more says; empty where there is never more than one."""

    @property
    def is_several(self) -> bool:
        """Whether a side of `sides` holds a list, not one mapping."""
        return bool(self.adds)


def fields_of(model: type[Shape], only: Iterable[str] = ()) -> tuple[Field, ...]:
    """Give the fields of a mapping in the order in which files have them, all or some."""
    hints = get_type_hints(model, include_extras=True)
    infos = {info.alias or name: (name, info) for name, info in model.model_fields.items()}
    wanted = [name for name in outline(model).fields if not only or name in only]
    return tuple(_field(model, name, infos[name][1], hints[infos[name][0]]) for name in wanted)


def _field(model: type[Shape], name: str, info: FieldInfo, hint: Any) -> Field:  # noqa: ANN401  a type of any form
    hint, known = without_none(hint), outline(model).at(name)
    inner = [part for part in parts_of(hint) if issubclass(part, Shape)]
    ids = CITES if model in _CITING and name == "sources" else NAMED.get(model, {}).get(name, "")
    label = LABELS.get(model, {}).get(name, name.replace("_", " ").capitalize())
    about = inspect.cleandoc(info.description or "")
    return Field(
        name, _type(hint, ids), label, about, HINTS.get(model, {}).get(name, _unsaid(about, label)), info.is_required(),
        _room(hint), ids, _words(hint), _holds(known), known.in_brackets,
        fields_of(inner[0]) if inner else (), name in FOLDED.get(model, ()),
        USUAL.get(model, {}).get(name) or _default(info), ADDED.get(model, {}).get(name, ""),
    )  # fmt: skip


def _unsaid(about: str, label: str) -> str:
    """Give what a field means; nothing where its label has said that already."""
    return "" if about.rstrip(".").lower().removeprefix("the ") == label.lower().removeprefix("the ") else about


def _type(hint: Any, ids: str) -> str:  # noqa: ANN401  a type of any form
    origin = get_origin(hint)
    named = name_of(hint)
    if named:
        return named
    if origin is dict:
        return "sides"
    if origin is tuple:
        return "sources" if ids == "shared-sources" else "list"
    return "Word" if isinstance(hint, type) and issubclass(hint, Word) else "mapping"


def _room(hint: Any) -> int | None:  # noqa: ANN401  a type of any form
    return room_of(hint) if name_of(hint) else None


def _words(hint: Any) -> tuple[Word, ...]:  # noqa: ANN401  a type of any form
    return tuple(hint) if isinstance(hint, type) and issubclass(hint, Word) else ()


def _holds(known: Outline) -> Holds:
    return known.item.holds if known.item else known.holds


def _default(info: FieldInfo) -> str:
    return str(info.default) if isinstance(info.default, Word) else ""


def in_order(fields: Iterable[Field], names: Iterable[str]) -> tuple[Field, ...]:
    """Give some fields by name, in the order of the names."""
    by_name: Mapping[str, Field] = {field.name: field for field in fields}
    return tuple(by_name[name] for name in names if name in by_name)
