"""The reference of all fields and words, from the models and the vocabulary themselves."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_type_hints

from pydantic_core import PydanticUndefined

from generator.pages.addresses import FIELDS
from generator.pages.field_types import parts_of, type_words
from generator.record import vocabulary
from generator.record.entry import Entry
from generator.record.fields import Shape
from generator.record.loading import FOLDERS, MAPPINGS, REGISTRY
from generator.record.models import Event
from generator.record.registry import Coverage, Gap
from generator.record.vocabulary import BUILT_IN_PLACES, Family, Kind, Relation, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from generator.pages.page import Page
    from generator.pages.press import Press

_FROM_THE_FILE = frozenset({"id", "origin"})
_BY_PARTY = "events/<year>/<YYYY-MM-DD>-<slug>.yml"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a mapping."""

    name: str
    """As written in the record."""
    required: bool
    holds: str
    """What it may hold, in words."""
    about: str
    default: str
    """What counts where it is missing; empty where nothing does."""
    parts: tuple[type, ...]
    """The mappings and vocabularies that it refers to."""


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping with its fields."""

    title: str
    anchor: str
    about: str
    path: str
    """Where such files or entries lie; empty for a mapping inside another."""
    fields: tuple[Field, ...]


def pages(press: Press) -> Iterator[Page]:
    """Give the reference's page."""
    yield press.page(
        "reference", FIELDS, "Fields and words", "Every field of the record and every word that a field can hold.",
        event=_sections(Event, _BY_PARTY, "An event file"), registry=registry_sections(), words=vocabularies(),
        places=BUILT_IN_PLACES, anchor=anchor_of, title_of=title_of, is_words=lambda part: issubclass(part, Word),
        family_of=lambda word: word.family if isinstance(word, Kind) else None, families=tuple(Family),
        kinds=Kind, relations=Relation, of=(),
    )  # fmt: skip


def registry_sections() -> list[Section]:
    """Give the registry's files, each followed by the mappings that only it holds."""
    found = []
    for name, model in MAPPINGS.items():
        found += _sections(model, f"{REGISTRY}/{name}.yml, by id", "")
    for name, model in FOLDERS.items():
        found += _sections(model, f"{REGISTRY}/{name}/<id>.yml", "")
    found += _sections(Gap, f"{REGISTRY}/gaps.yml, a list", "")
    return found + _sections(Coverage, f"{REGISTRY}/coverage.yml", "")


def vocabularies() -> list[type[Word]]:
    """Give the closed vocabularies in the order of their declaration."""
    classes = (value for value in vars(vocabulary).values() if inspect.isclass(value))
    return [value for value in classes if issubclass(value, Word) and value is not Word]


def anchor_of(part: type) -> str:
    """Give the fragment under which a mapping or vocabulary stands."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in part.__name__).lstrip("-")


def title_of(part: type) -> str:
    """Give the heading of a mapping or vocabulary: `In chinese` for `InChinese`."""
    return anchor_of(part).replace("-", " ").capitalize().replace("chinese", "Chinese")


def _sections(model: type[Shape], path: str, title: str) -> list[Section]:
    """Give a mapping and, behind it, those inside it."""
    own = _section(model, path, title or title_of(model))
    inner = dict.fromkeys(part for field in own.fields for part in field.parts if issubclass(part, Shape))
    return [own, *(section for part in inner for section in _sections(part, "", ""))]


def _section(model: type[Shape], path: str, title: str) -> Section:
    hints = get_type_hints(model, include_extras=True)
    known = model.model_fields.items()
    skipped = _FROM_THE_FILE if issubclass(model, Entry) else frozenset()
    made = tuple(_field(name, info, hints[name]) for name, info in known if name not in skipped)
    return Section(title, anchor_of(model), inspect.getdoc(model) or "", path, made)


def _field(name: str, info: FieldInfo, hint: object) -> Field:
    parts = tuple(dict.fromkeys(parts_of(hint)))
    about = info.description or ""
    return Field(info.alias or name, info.is_required(), type_words(hint), about, _default(info), parts)


def _default(info: FieldInfo) -> str:
    value = info.default
    if value is PydanticUndefined or value is None or value in ((), {}):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
