"""The schemas that editors load: they agree with the checks, know every id, and take every file of the record."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from generator.checks.naming import namings
from generator.checks.walking import entries
from generator.exports import files_together
from generator.exports.schemas import DIALECT, KINDS, schema_files, schema_from, schemas
from generator.pages.page import Settings
from generator.record.form.canonical import canonical
from generator.record.loading import read_record
from tests.conftest import real_reading
from tests.world import REGISTRY, TALKS, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.record import Record

Schema = dict[str, Any]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Give the record of the tests."""
    return read_record(world(tmp_path)).record


def event_of(**fields: object) -> dict[str, object]:
    """Give an event as YAML reads it, with some fields otherwise."""
    plain = {"title": "A", "date": "2024-01-08", "kind": "talks", "summary": "They met.", "added": "2024-01-20"}
    return {**plain, "sources": ["ft-2024-01-10"], **fields}


GOOD = [
    {"date": 2024},
    {"date": ["..2023-11-15"]},
    {"channel": "dpct"},
    {"channel": ["dpct"]},
    {"place": "virtual"},
    {"participants": {"us": ["michael-chase", {"office": "policy-deputy", "role": "host"}]}},
    {"accounts": {"prc": {"text": "Well.", "sources": "ft"}}},
    {"effects": [{"channel": "dpct", "state": "open", "disputed": True}]},
    {"figures": [{"label": "Rounds", "value": 17, "low": 16}]},
    {"related": [{"event": "2023-11-15-woodside-summit", "relation": "follows"}]},
    {"sources": [{"id": "a", "title": "A", "publisher": "financial-times", "url": "https://a.org", "published": 2024}]},
]  # fmt: skip
BAD = [
    {"sumary": "They met."},
    {"kind": "talk"},
    {"date": "8 January 2024"},
    {"channel": "dpcd"},
    {"topics": ["taiwan", "taiwan"]},
    {"title": "x" * 91},
    {"participants": {"usa": ["michael-chase"]}},
    {"participants": {"us": ["micheal-chase"]}},
    {"participants": {"us": [{"person": "michael"}]}},
    {"effects": [{"channel": "dpct", "state": "dormant"}]},
    {"effects": [{"channel": "dpct"}]},
    {"related": [{"event": "2023-11-15", "relation": "follows"}]},
    {"sources": ["ft"]},
    {"sources": [{"id": "a", "title": "A", "publisher": "ft", "url": "https://www.ft.com/2"}]},
    {"zh": {"titel": "会晤"}},
    {"formerly": ["2024_01"]},
]  # fmt: skip


@pytest.mark.parametrize(("fields", "is_good"), [(row, True) for row in GOOD] + [(row, False) for row in BAD], ids=str)
def test_events(record: Record, fields: dict[str, object], is_good: bool) -> None:  # noqa: FBT001  a row's answer
    """What the checks take is taken, and what they refuse by fields, words and ids is refused."""
    schema = dict(schemas(record, ["event"]))["event"]

    assert Draft202012Validator(schema).is_valid(event_of(**fields)) is is_good


@pytest.mark.slow
def test_the_whole_record(tmp_path: Path) -> None:
    """The schemas are sound, and every file of the record passes that of its kind."""
    found = real_reading()
    for name, document in found.documents.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(canonical(name, document.text), encoding="utf-8")
    for file, text in schema_files(found.record):
        (tmp_path / file).write_text(text, encoding="utf-8")

    assert _check(tmp_path, "--check-metaschema", *(f"{name}.json" for name in KINDS)) == ""
    for name, kind in KINDS.items():
        files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.glob(kind.files)]
        assert files, name
        assert _check(tmp_path, "--schemafile", f"{name}.json", *files) == ""


def _check(folder: Path, *arguments: str) -> str:
    """Run check-jsonschema; gives what it finds wrong."""
    done = subprocess.run(  # noqa: S603  the interpreter that runs the tests, with files that it wrote
        [sys.executable, "-m", "check_jsonschema", *arguments],
        cwd=folder, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr if done.returncode else ""


def test_every_id_is_known() -> None:
    """Wherever the record names something by its id the schema lists the ids that there are."""
    record = real_reading().record
    made = dict(schemas(record))
    by_model = {kind.model: name for name, kind in KINDS.items()}
    ways = {(type(one.entry), _alike(one.way)): one for entry in entries(record) for one in namings(entry)}

    assert len(ways) > 30
    for (model, way), naming in ways.items():
        root = made[by_model[model]]
        place = [root["$defs"].get(model.__name__, root)]
        for step in way:
            place = [below for node in place for below in _below(node, step, root)]
        lists = [node["enum"] for node in place if "enum" in node]
        assert any(naming.id in ids for ids in lists) or (naming.key and place), (model, way)


def _alike(way: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Give the way that stands for all which differ by a position alone."""
    return tuple(0 if isinstance(step, int) else step for step in way)


def _below(node: Schema, step: str | int, root: Schema) -> Iterator[Schema]:
    """Give the schemas of what lies below a schema, references followed."""
    for one in _resolved(node, root):
        found = one.get("items") if isinstance(step, int) else one.get("properties", {}).get(step)
        yield from _resolved(found, root) if found else ()


def _resolved(node: Schema, root: Schema) -> Iterator[Schema]:
    if "$ref" in node:
        yield from _resolved(root["$defs"][node["$ref"].rpartition("/")[2]], root)
    else:
        yield node
        for choice in node.get("anyOf", ()):
            yield from _resolved(choice, root)


def test_what_editors_show(record: Record) -> None:
    """Fields have their meaning, words their definition, ids their names in both scripts, texts an example."""
    schema = dict(schemas(record, ["event"]))["event"]
    people, kinds = schema["$defs"]["people"], schema["$defs"]["Kind"]

    assert schema["$schema"] == DIALECT
    assert all(field["description"] for field in schema["properties"].values())
    assert dict(zip(people["enum"], people["enumDescriptions"], strict=True))["dong-jun"] == "Dong Jun · 董军"
    assert dict(zip(kinds["enum"], kinds["enumDescriptions"], strict=True))["talks"] == "a round of a recurring channel"
    assert "Woodside summit" in schema["properties"]["title"]["examples"]
    assert next(iter(schema["$defs"]["Source"]["properties"])) == "id"


def test_the_site_has_them(record: Record) -> None:
    """Each schema stands at its address under /schema/, the same that the command writes."""
    published = {file.address: file.content for file in files_together(record, Settings())["schema/"]}

    for name, text in schema_files(record):
        assert published[f"schema/{name}"] == text
        assert json.loads(text)["$schema"] == DIALECT


@pytest.mark.parametrize(
    ("path", "way"),
    [
        (TALKS, "../../.schema/event.json"),
        (f"{REGISTRY}/people/dong-jun.yml", "../../../.schema/person.json"),
        (f"{REGISTRY}/offices.yml", "../../.schema/offices.json"),
        (f"{REGISTRY}/elsewhere/x.yml", ""),
    ],
)
def test_from_a_file_to_its_schema(path: str, way: str) -> None:
    """Every file of the record knows the way to its schema."""
    assert schema_from(path) == way
