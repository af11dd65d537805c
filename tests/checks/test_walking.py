"""The tables by which checks find texts, references and dates leave no field out."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from generator.checks.naming import namings
from generator.checks.texts import texts
from generator.checks.walking import dates, entries
from generator.record.dates import Edtf
from generator.record.loading import FOLDERS, MAPPINGS, read_record
from generator.record.models import Event
from generator.record.registry import Gap
from tests.world import CORPUS, REGISTRY, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.entry import Entry
    from generator.record.record import Record

EVERYTHING = CORPUS / "good" / "2024-01-10-everything.yml"
LONG = 300
"""Texts with this much room or more are Markdown, but for titles and addresses."""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Give a record in which every field of every entry is written."""
    files: dict[str, str | bytes | None] = {
        f"events/2024/{EVERYTHING.name}": EVERYTHING.read_bytes(),
        f"{REGISTRY}/gaps.yml": "- period: 2005/2010\n  channel: dpct\n  what: Rounds.\n  why: No list.\n",
        f"{REGISTRY}/tours/walk.yml": (
            "title: A walk\nintro: Through it.\nsteps:\n"
            "  - event: 2023-11-15-woodside-summit\n    window: 2023/2024\n    text: Look.\n"
        ),
        f"{REGISTRY}/topics.yml": "taiwan:\n  name: Taiwan\n  about: The island.\nsouth-china-sea:\n  name: Sea\n",
        f"{REGISTRY}/publishers.yml": (
            "financial-times:\n  name: FT\n  side: press\n  language: en\n  about: A newspaper.\n"
            "defense-department:\n  name: DoD\n  side: us\n  language: en\n"
        ),
        f"{REGISTRY}/sources/ft-2024-01-10.yml": (
            "title: First talks\npublisher: financial-times\nurl: https://www.ft.com/1\npublished: 2024-01-10\n"
            "accessed: 2024-01-11\nsupports: All.\n"
        ),
    }
    reading = read_record(world(tmp_path, files))
    assert reading.faults == ()
    return reading.record


def long_texts(value: Any, way: tuple[str, ...] = ()) -> Iterator[str]:  # noqa: ANN401  part of a schema
    """Give the ways to all texts in a schema that have the room of a paragraph."""
    for name, field in value.get("properties", {}).items():
        parts = [field, *field.get("anyOf", ())]
        if any(part.get("type") == "string" and part.get("maxLength", 0) >= LONG for part in parts):
            yield ".".join((*way, name))


def test_every_paragraph_is_checked_as_markdown(record: Record) -> None:
    """Every field with the room of a paragraph, in every entry and part of one, is checked as Markdown."""
    checked = {(type(entry), str(way[-1])) for entry in entries(record) for way, _ in texts(entry)}
    models: tuple[type[Entry], ...] = (*MAPPINGS.values(), *FOLDERS.values(), Gap, Event)
    for model in models:
        schema = model.model_json_schema()
        for part in (schema, *schema.get("$defs", {}).values()):
            for name in long_texts(part):
                assert (model, name) in checked or name in {"url", "archived", "title"}, (model, name)


def test_texts_are_found_where_they_stand(record: Record) -> None:
    """The way to a text leads to this text."""
    found = [(entry, way, text) for entry in entries(record) for way, text in texts(entry)]

    assert len(found) > 15
    assert all(value_at(entry, way) == text for entry, way, text in found)


def test_references_are_found_where_they_stand(record: Record) -> None:
    """The way to an id leads to this id."""
    for naming in chain.from_iterable(map(namings, entries(record))):
        assert naming.id == (naming.way[-1] if naming.key else value_at(naming.entry, naming.way)), naming


def test_every_date_is_found(record: Record) -> None:
    """Every date of every entry is found where it stands."""
    found = {(type(entry).__name__, str(way[0])) for entry in entries(record) for way, _ in dates(entry)}

    assert found >= {
        ("Event", name) for name in ("date", "disclosed", "accounts", "figures", "sources", "added", "revised")
    } | {
        ("Person", "posts"),
        ("Gap", "period"),
        ("Tour", "steps"),
        ("SharedSource", "published"),
        ("SharedSource", "accessed"),
    }
    for entry in entries(record):
        for way, value in dates(entry):
            assert isinstance(value, Edtf | date)
            assert value_at(entry, way) == value


def value_at(entry: Entry, way: tuple[str | int, ...]) -> Any:  # noqa: ANN401  any value of the record
    """Follow a way through an entry."""
    value: Any = entry
    for step in way:
        if isinstance(step, int) or isinstance(value, dict):
            value = value[step]
        else:
            names = {field.alias or name: name for name, field in type(value).model_fields.items()}
            value = getattr(value, names[step])
    return value
