"""The description of the API: OpenAPI 3.1, its schemas made from the models that the answers are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from generator.exports.api import LICENCE, RESOURCES
from generator.exports.files import DataFile
from generator.exports.values import Values, dates_key, written
from generator.pages.addresses import API
from generator.record.entry import Entry
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.exports.api import Resource
    from generator.pages.page import Settings
    from generator.record.record import Record

VERSION = "1.0.0"
"""Of the API: the first number changes where a program that reads it might have to."""
_REF = "#/components/schemas/"
_DATES = {
    "title": "Dates",
    "description": "What a date can mean.",
    "type": "object",
    "properties": {
        "edtf": {"type": "string", "description": "The date as EDTF (ISO 8601-2)."},
        "earliest": {"type": ["string", "null"], "format": "date",
                     "description": "The first day that it can mean; null where only the latest is known."},
        "latest": {"type": ["string", "null"], "format": "date",
                   "description": "The last day that it can mean; null where the end is open or not known."},
        "words": {"type": "string", "description": "The date in English words."},
    },
    "required": ["edtf", "earliest", "latest", "words"],
    "additionalProperties": False,
}  # fmt: skip
_CHECKED = {"type": ["string", "null"], "format": "date", "description": "The last day up to which it was checked."}
_LICENCE = {"type": "string", "const": LICENCE, "description": "The licence of the record (SPDX)."}


def openapi(record: Record, settings: Settings) -> DataFile:
    """Give the description, with an entry of the record as the example wherever one can be asked for."""
    examples = {one.name: _first_id(record, one) for one in RESOURCES if one.single}
    return DataFile(f"{API}openapi.json", lambda: written(_described(settings, examples)), digest(examples))


def _described(settings: Settings, examples: Mapping[str, str]) -> Values:
    return {
        "openapi": "3.1.1",
        "info": {
            "title": f"{settings.site_name or 'Timeline'}: the record as data",
            "version": VERSION,
            "description": "Files, written with the site: each can be fetched as it is. There is no key and no limit. "
            "A field that holds nothing is left out.",
            "license": {"name": "Creative Commons Attribution 4.0 International", "identifier": LICENCE},
        },
        "servers": [{"url": ".", "description": "Beside this description."}],
        "security": [],
        "tags": [{"name": one.name, "description": f"{one.about}."} for one in RESOURCES],
        "paths": _paths(examples),
        "components": {"schemas": schemas()},
    }


def schemas() -> dict[str, Values]:
    """Give the JSON Schema (2020-12) of each shape of the answers, by name."""
    models = [one.model for one in RESOURCES]
    _, found = models_json_schema([(model, "serialization") for model in models], ref_template=_REF + "{model}")
    made = {name: _answered(schema) for name, schema in found["$defs"].items()}
    for model in models:
        if issubclass(model, Entry):
            made[model.__name__] = _with_id(made[model.__name__])
    return {**dict(sorted(made.items())), "Dates": _DATES}


def _paths(examples: Mapping[str, str]) -> dict[str, Values]:
    paths: dict[str, Values] = {"/index.json": _path("index", "What there is", {"type": "object"}, "index.json")}
    for one in RESOURCES:
        paths[f"/{one.name}.json"] = _path(one.name, one.about, _list_of(one), f"{one.name}.json")
        if one.single:
            paths[f"/{one.name}/{{id}}.json"] = _single(one, examples[one.name])
    return paths


def _path(name: str, about: str, schema: Values, example: str) -> Values:
    content: Values = {"schema": schema}
    if example:
        content["examples"] = {"now": {"summary": "As it is now", "externalValue": example}}
    tags = {} if name == "index" else {"tags": [name.partition("-")[0]]}
    answer = {"description": f"{about}.", "content": {"application/json": content}}
    return {"get": {"operationId": name, "summary": about, **tags, "responses": {"200": answer}}}


def _single(one: Resource, id_: str) -> Values:
    example = f"{one.name}/{id_}.json" if id_ else ""
    path = _path(f"{one.name}-one", f"One of {one.name}", {"$ref": _REF + one.model.__name__}, example)
    named: Values = {"name": "id", "in": "path", "required": True, "description": "The id, as in the list.",
                     "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}}  # fmt: skip
    path["get"]["parameters"] = [{**named, "example": id_} if id_ else named]
    path["get"]["responses"]["404"] = {"description": "There is no entry with this id."}
    return path


def _first_id(record: Record, one: Resource) -> str:
    entries = [event.id for event in record.events] if one.name == "events" else list(getattr(record, one.name))
    return next(iter(entries), "")


def _list_of(one: Resource) -> Values:
    items = {"type": "array", "items": {"$ref": _REF + one.model.__name__}}
    count = {"type": "integer", "minimum": 0}
    properties = {"licence": _LICENCE, "checked": _CHECKED, "count": count, one.name: items}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _with_id(schema: Values) -> Values:
    id_ = {"type": "string", "title": "Id", "description": "The id, which never changes."}
    return {**schema, "properties": {"id": id_, **schema["properties"]}, "required": ["id", *schema["required"]]}


def _answered(schema: Values) -> Values:
    """Give a shape as the answers write it: days beside each date; nothing required that is left out where empty."""
    if "properties" not in schema:
        return schema
    properties: Values = {}
    for name, field in schema["properties"].items():
        properties[name] = {key: value for key, value in field.items() if key != "default"}
        if _is_date(field):
            properties[dates_key(name)] = {"$ref": f"{_REF}Dates"}
        elif any(_is_date(part.get("items", {})) for part in (field, *field.get("anyOf", ()))):
            properties[dates_key(name)] = {"type": "array", "items": {"$ref": f"{_REF}Dates"}}
    return {**schema, "properties": properties, "required": schema.get("required", [])}


def _is_date(field: dict[str, Any]) -> bool:
    """Tell whether a field holds an EDTF date, as the format says."""
    return any(part.get("format") == "edtf" for part in (field, *field.get("anyOf", ())))
