"""From the models to the schemas of what is written in files: a text for a list of one, a number for a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.checks.ids import WELL_FORMED
from generator.record import vocabulary
from generator.record.fields import Shape
from generator.record.referring import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.exports.schema_examples import Examples
    from generator.record.entry import Entry

Schema = dict[str, Any]

ID = f"^{WELL_FORMED.pattern}$"
DATE = "^[0-9X?~%./-]+$|^\\[[0-9X?~%.-]+\\]$"
"""The letters of a date; what they say is for the checks."""

_LEFT_OUT = ("title", "default", "description")


def definitions(model: type[Entry], parties: Sequence[str], written: Examples) -> dict[str, Schema]:
    """Give the schemas of a mapping and of all that it refers to, by the names of their classes."""
    made = model.model_json_schema(by_alias=True)
    raw = {**made.pop("$defs", {}), model.__name__: made}
    models = {found.__name__: found for found in _shapes(Shape)}
    return {
        name: _words(name, one) if "enum" in one else _mapping(models[name], one, parties, written)
        for name, one in raw.items()
    }


def _shapes(base: type[Shape]) -> Iterator[type[Shape]]:
    for found in base.__subclasses__():
        yield found
        yield from _shapes(found)


def _words(name: str, one: Schema) -> Schema:
    """Add to the words of a vocabulary what each means."""
    words: type[vocabulary.Word] = getattr(vocabulary, name)
    return {
        "description": one["description"],
        "type": "string",
        "enum": [word.value for word in words],
        "enumDescriptions": [word.definition for word in words],
    }


def _mapping(model: type[Shape], one: Schema, parties: Sequence[str], written: Examples) -> Schema:
    named, shown = NAMED.get(model, {}), written.get(model, {})
    fields = {
        name: {
            **_field(name, field, named.get(name, ""), parties),
            **({} if name in named else _shown(name, field, shown)),
        }
        for name, field in one["properties"].items()
    }
    if "id" in fields:
        fields = {"id": fields.pop("id"), **fields}
    kept = {"description": one["description"], "type": "object", "properties": fields}
    return {**kept, "required": one.get("required", []), "additionalProperties": False}


def _shown(name: str, field: Schema, written: Mapping[str, Sequence[str]]) -> Schema:
    """Give examples of a text, where the model has none."""
    is_text = any(part.get("type") == "string" for part in (field, *field.get("anyOf", ())))
    return {"examples": list(written[name])} if is_text and name in written else {}


def _field(name: str, field: Schema, ids: str, parties: Sequence[str]) -> Schema:
    """Give the schema of a field; `ids` names the ids that may stand in it."""
    about = {"description": field["description"]} if "description" in field else {}
    default = {"default": field["default"]} if field.get("default") not in (None, [], {}) else {}
    plain = next((part for part in field.get("anyOf", ()) if part.get("type") != "null"), field)
    if plain.get("type") == "object":
        return {**about, **_by_party(name, plain, parties)}
    if "items" in plain:
        return {**about, **_list(plain, ids)}
    return {**(_reference(ids) if ids else _scalar(plain)), **default, **about}


def _by_party(name: str, plain: Schema, parties: Sequence[str]) -> Schema:
    value = plain["additionalProperties"]
    if name == "participants":
        value = {"type": "array", "items": {"anyOf": [_reference("people"), value["items"]]}}
    return {"type": "object", "properties": dict.fromkeys(parties, value), "additionalProperties": False}


def _list(plain: Schema, ids: str) -> Schema:
    items = plain["items"]
    if "oneOf" in items:  # sources: shared ones by their ids, others in place
        return {"type": "array", "items": {"anyOf": [_reference(ids), items["oneOf"][1]]}}
    if "$ref" in items:
        return {"type": "array", "items": items}
    if "examples" in items:
        bounds: Schema = {key: plain[key] for key in ("minItems", "maxItems") if key in plain}
        return {"type": "array", "items": _scalar(items), **bounds}
    item = _reference(ids) if ids else _scalar(items)
    return {"anyOf": [item, {"type": "array", "items": item, "uniqueItems": True}]}


def _reference(ids: str) -> Schema:
    return {"$ref": f"#/$defs/{ids}"}


def _scalar(plain: Schema) -> Schema:
    """Give the schema of a value that is no list: YAML reads a year and a count as numbers."""
    kept = {key: value for key, value in plain.items() if key not in _LEFT_OUT}
    if "examples" in plain:
        one = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 1}
        return {"anyOf": [{"type": ["string", "integer"], "pattern": DATE}, one], "examples": plain["examples"]}
    if kept.get("format") == "id":
        return {"type": "string", "pattern": ID, "minLength": 1, "maxLength": kept["maxLength"]}
    if kept.get("type") != "string" or "format" in kept or "pattern" in kept:
        return kept
    return {**kept, "type": ["string", "number"]}
