"""JSON Schema 2020-12 of the record's files, for editors: fields and words from the models, ids from the record.

A schema describes a file as YAML 1.2 reads it, where a year is a number. What no schema can say (dates that the
calendar lacks, sources that nothing cites) is said by `timeline check`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.exports.schema_examples import examples
from generator.exports.schema_fields import definitions
from generator.exports.schema_ids import id_schemas
from generator.exports.values import written
from generator.record.loading import EVENTS, FOLDERS, MAPPINGS, REGISTRY
from generator.record.models import Event
from generator.record.registry import Coverage, Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.record.entry import Entry
    from generator.record.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".schema"
"""Where editors find the schemas, below the project's folder; never committed."""

_ONE = {"channels": "channel", "people": "person", "sources": "source", "tours": "tour"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file of the record."""

    model: type[Entry]
    """The entry that the file holds, or each of those in it."""
    files: str
    """Which files are of this kind: a glob, relative to the project's folder."""
    holds: str = "entry"
    """Whether a file is an `entry`, a `mapping` of ids to entries, or a `list` of them."""


KINDS: Mapping[str, Kind] = {
    "event": Kind(Event, f"{EVENTS}/[0-9][0-9][0-9][0-9]/*.yml"),
    **{_ONE[name]: Kind(model, f"{REGISTRY}/{name}/*.yml") for name, model in FOLDERS.items()},
    **{name: Kind(model, f"{REGISTRY}/{name}.yml", "mapping") for name, model in MAPPINGS.items()},
    "gaps": Kind(Gap, f"{REGISTRY}/gaps.yml", "list"),
    "coverage": Kind(Coverage, f"{REGISTRY}/coverage.yml"),
}
"""Every kind of file, by the name of its schema."""


def schemas(record: Record, names: Iterable[str] = KINDS) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the schemas of kinds of files, with the ids that a record has. Raises KeyError for an unknown kind."""
    ids, written = dict(id_schemas(record)), examples(record)
    for name in names:
        kind = KINDS[name]
        defs = {**definitions(kind.model, tuple(record.parties), written), **ids}
        yield name, _schema(kind, defs)


def schema_files(record: Record) -> Iterator[tuple[str, str]]:
    """Give the name of each schema's file, and its text."""
    for name, schema in schemas(record):
        yield f"{name}.json", written(schema)


def _schema(kind: Kind, defs: dict[str, Any]) -> dict[str, Any]:
    own = kind.model.__name__
    about = {"$schema": DIALECT, "title": own, "description": defs[own]["description"]}
    entry = {"$ref": f"#/$defs/{own}"}
    if kind.holds == "mapping":
        body = {"type": "object", "additionalProperties": entry, "minProperties": 1}
    elif kind.holds == "list":
        body = {"type": "array", "items": entry}
    else:
        body = {key: value for key, value in defs[own].items() if key not in about}
    return {**about, **body, "$defs": _used(body, defs)}


def schema_from(path: str) -> str:
    """Give the way from a file of the record to the schema that editors find; empty where there is none for it."""
    folder, _, file = path.rpartition("/")
    if path.startswith(f"{REGISTRY}/"):
        place = folder.removeprefix(REGISTRY).strip("/")
        name = _ONE.get(place, "") if place else file.removesuffix(".yml")
    else:
        name = "event"
    return f"{'../' * path.count('/')}{FOLDER}/{name}.json" if name in KINDS else ""


def _used(body: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """Keep the definitions that a schema refers to, and those that they refer to."""
    used: dict[str, Any] = {}
    left = [body]
    while left:
        text = json.dumps(left.pop())
        found = {name: one for name, one in defs.items() if name not in used and f'"#/$defs/{name}"' in text}
        used |= found
        left += found.values()
    return {name: used[name] for name in sorted(used)}
