"""From plain values to models: pydantic's errors as faults with places, words and hints of the record."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

from generator.record.entry import Entry, Origin
from generator.record.reading import CODES
from generator.record.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from generator.record.faults import Fault
    from generator.record.reading import Document, Path, Plain

E = TypeVar("E", bound=Entry)

_DATED = re.compile(r"\d{4}(?:-(?!00)\d{2}){0,2}", re.ASCII)
"""The date that the id of an event begins with, as far as it is known."""
_SIGN = re.compile(r"<[a-z]+>")
"""How pydantic calls a choice, by the tags of our models."""
_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"'([^']+)'")
_NAMES = {list: "a list", dict: "a mapping", str: "text", type(None): "nothing"}
_FEW = 10
"""How many fields a hint lists."""
_LIKENESS = 60.0
"""How like, of 100, a known id or field must be to be offered."""
_LIKENESS_OF_WORDS = 72.0
"""The same for the words of a vocabulary: `major` is 60 like `minor`, and `discussion` 70 like `suspension`."""


def nearest(word: str, known: Iterable[str], likeness: float = _LIKENESS) -> str | None:
    """Give the known word most like a misspelt one, or nothing where none is like it."""
    found = process.extractOne(word, sorted(known), scorer=_alike, processor=str.lower, score_cutoff=likeness)
    return found[0] if found else None


def _alike(one: str, other: str, **_: object) -> float:
    """Give the likeness of two words, of 100: the share of letters in common order, two that changed places one slip.

    It takes all that scorers of rapidfuzz are given.
    """
    changed_places = Levenshtein.distance(one, other) - OSA.distance(one, other)
    return fuzz.ratio(one, other) + 100 * changed_places / (len(one) + len(other))


def did_you_mean(word: str, known: Iterable[str], likeness: float = _LIKENESS) -> tuple[str, str | None]:
    """Give a hint that names the nearest known word, and that word; both empty where there is none."""
    found = nearest(word, known, likeness)
    return (f"Did you mean `{found}`?", found) if found else ("", None)


def validate(
    model: type[E], plain: Plain, id_: str, document: Document, prefix: Path = ()
) -> tuple[E | None, list[Fault]]:
    """Make an entry from plain values.

    Gives the entry, or what could be saved of it so that it can still be checked, and all faults. The
    entry is None where too little could be saved.
    """
    if not isinstance(plain, dict):
        found = _NAMES.get(type(plain), "text")
        where = f"`{id_}`" if prefix else "the file"
        return None, [document.fault(CODES["E112"], prefix, f"{where} holds {found} where fields are expected")]
    origin = Origin(path=document.path, prefix=prefix)
    faults = [
        document.fault(CODES["E201"], (*prefix, name), f"unknown field `{name}`", hint, key=True)
        for name, hint in (("id", "The id comes from the file's name, or from the key."), ("origin", ""))
        if name in plain
    ]
    try:
        return model.model_validate({**plain, "id": id_, "origin": origin}), faults
    except ValidationError as error:
        details = error.errors(include_url=False)
    consequent = {*_misspelt(model, details), *_emptied(details)}
    faults += [_fault(model, detail, document, prefix) for detail in details if detail["loc"] not in consequent]
    return _saved(model, plain, details, id_, origin), faults


def _misspelt(model: type[E], details: list[ErrorDetails]) -> Iterator[Path]:
    """Give the ways to fields that are missing only because they are misspelt: the unknown field says so already."""
    missing = {detail["loc"] for detail in details if detail["type"] == "missing"}
    for detail in details:
        *way, name = detail["loc"]
        if missing and detail["type"] == "extra_forbidden":
            meant = nearest(str(name), _field_names(model, _steps(way)))
            yield (*way, str(meant))


def _emptied(details: list[ErrorDetails]) -> Iterator[Path]:
    """Give the ways to lists that are too short only because what stands in them is faulty itself."""
    yield from (detail["loc"] for detail in details if detail["type"] == "too_short" and detail["input"])


def _saved(model: type[E], plain: dict[str, Any], details: list[ErrorDetails], id_: str, origin: Origin) -> E | None:
    """Make the entry without its faulty parts, where they are optional or can be stood in for."""
    rest: dict[str, Any] = {**plain, "id": id_, "origin": origin}
    stand_ins = {"title": id_, "summary": id_, "added": "2000-01-01", "sources": (), "name": id_, "short": id_[:20]}
    if dated := _DATED.match(id_):
        stand_ins |= {"date": dated[0], "kind": _kind_meant(plain.get("kind"))}
    for detail in details:
        name = str(detail["loc"][0])
        rest.pop(name, None)
        if name in stand_ins:
            rest[name] = stand_ins[name]
    try:
        return model.model_validate(rest)
    except ValidationError:
        return None


def _kind_meant(typed: Plain) -> str:
    """Give the kind that an event is checked as where none can be read: the nearest, else a contact, of any status."""
    return (isinstance(typed, str) and nearest(typed, Kind, _LIKENESS_OF_WORDS)) or Kind.MEETING


def _fault(model: type[Entry], detail: ErrorDetails, document: Document, prefix: Path) -> Fault:
    way = _steps(detail["loc"])
    path = (*prefix, *way)
    name = next((str(step) for step in reversed(way) if isinstance(step, str)), "")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in CODES:
        return document.fault(
            CODES[kind], path, f"`{name}`: {context['message']}", context["hint"], suggestion=context["suggestion"]
        )
    if kind == "extra_forbidden":
        names = _field_names(model, way[:-1])
        hint, suggestion = did_you_mean(name, names)
        if not hint and len(names) <= _FEW:
            hint = f"The fields here are {', '.join(f'`{known}`' for known in names)}."
        return document.fault(CODES["E201"], path, f"unknown field `{name}`", hint, key=True, suggestion=suggestion)
    if kind == "missing":
        told = _described(model, way).rstrip(".")
        hint = f"Add a line `{name}: …`" + (f": {told[:1].lower()}{told[1:]}." if told else ".")
        return document.fault(CODES["E202"], path, f"the field `{name}` is missing", hint)
    return _value_fault(model, detail, document, path)


def _steps(location: Iterable[str | int]) -> Path:
    """Give the way in a file to where pydantic found an error, without its own signs for choices and keys."""
    return tuple(step for step in location if not _SIGN.fullmatch(str(step)) and step != "[key]")


def _value_fault(model: type[Entry], detail: ErrorDetails, document: Document, path: Path) -> Fault:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if value in ("", [], {}) or kind in ("string_too_short", "too_short"):
        what = f"`{name}`" if name else "the name of this field"
        return document.fault(CODES["E206"], path, f"{what} is empty")
    if kind == "enum" and isinstance(value, str):
        known = _QUOTED.findall(str(context["expected"]))
        hint, suggestion = did_you_mean(value, known, _LIKENESS_OF_WORDS)
        words = ", ".join(f"`{word}`" for word in known)
        message = f"`{value}` is no word for `{name}`; it is one of {words}"
        return document.fault(CODES["E204"], path, message, hint, suggestion=suggestion)
    if isinstance(value, str) and kind in ("string_too_long", "too_long"):
        most, length = context["max_length"], len(value)
        return document.fault(CODES["E205"], path, f"`{name}` has {length} characters; at most {most} have room")
    if kind == "string_pattern_mismatch":
        hint = "Write a BCP 47 code such as `en` or `zh`."
        return document.fault(CODES["E204"], path, f"`{value}` is no language code", hint)
    expected = {
        "string_type": "text",
        "enum": "one word",
        "tuple_type": "a list",
        "dict_type": "a mapping",
        "too_long": "a shorter list",
    }
    wanted = expected.get(kind, "a mapping of fields")
    found = _NAMES.get(type(value), "text")
    hint = _form_of(model, detail, wanted)
    if wanted == "a list" and _is_word(value):
        hint = "A space is missing behind the `-`." if value.startswith("-") else f"Write `[{value}]`."
    return document.fault(CODES["E203"], path, f"`{name}` holds {found} where {wanted} is expected", hint)


def _form_of(model: type[Entry], detail: ErrorDetails, wanted: str) -> str:
    """Say how what is wanted is written, and what it holds."""
    way = _steps(detail["loc"])
    told = _described(model, way)
    if wanted == "a mapping of fields":
        fields = ", ".join(f"`{name}: …`" for name in _field_names(model, way))
        return f"It has lines of its own: {fields}." if fields else ""
    form = {
        "a list": "Each entry of a list begins with `- `.",
        "a mapping": "Each part of it is a line `name: …`, two spaces further in.",
    }.get(wanted)
    return f"{form} {told}".strip() if form else ""


def _described(model: type[Entry], way: Path) -> str:
    """Give the sentence that says what a field holds; nothing for what is no field."""
    *above, name = way
    schema = _schema(model)
    field = _resolved(_at(schema, tuple(above)), schema).get("properties", {}).get(name, {})
    return str(field.get("description", ""))


def _is_word(value: Plain) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _field_names(model: type[Entry], way: Path) -> list[str]:
    """Give the names of the fields that may stand at a way into a model, as written in files."""
    schema = _schema(model)
    return list(_resolved(_at(schema, way), schema).get("properties", {}))


def _at(schema: dict[str, Any], way: Path) -> dict[str, Any]:
    """Give the schema of what stands at a way; an empty one where nothing can stand."""
    here = schema
    for step in way:
        here = _resolved(here, schema)
        here = (
            here.get("items", {})
            if isinstance(step, int)
            else here.get("properties", {}).get(step, here.get("additionalProperties", {}))
        )
        if not isinstance(here, dict):
            return {}
    return here


@cache
def _schema(model: type[Entry]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolved(here: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow references and choices to the form of a schema that has properties or items."""
    for option in (here, *here.get("oneOf", ()), *here.get("anyOf", ())):
        target: dict[str, Any] = schema["$defs"][option["$ref"].rpartition("/")[2]] if "$ref" in option else option
        if {"properties", "items", "additionalProperties"} & target.keys():
            return target
    return here
