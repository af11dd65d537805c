"""What editors read from the project before anything is built."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.exports.editor import editor_files, snippets
from generator.exports.schemas import KINDS
from generator.record.form.canonical import canonical
from generator.record.models import Event
from generator.record.reading import read
from generator.record.registry import Channel, Person
from generator.record.source import SharedSource
from generator.record.validating import validate
from tests.conftest import ROOT

if TYPE_CHECKING:
    from generator.record.entry import Entry

ANSWERS = {"date": "2024-01-08", "from": "2024", "published": "2024", "url": "https://a.org/", "title": "A"}
WHOLE: dict[str, type[Entry]] = {"event": Event, "person": Person, "channel": Channel, "shared-source": SharedSource}
DAY = {"$CURRENT_YEAR": "2024", "$CURRENT_MONTH": "01", "$CURRENT_DATE": "20"}


def test_the_committed_files_are_these() -> None:
    """The committed files are those that are made: with UPDATE_GOLDEN=1 they are written anew."""
    for name, text in editor_files():
        if os.environ.get("UPDATE_GOLDEN"):
            (ROOT / name).write_text(text, encoding="utf-8")
        assert (ROOT / name).read_text(encoding="utf-8") == text


def test_every_file_has_its_schema() -> None:
    """The settings give each file of the record one schema."""
    settings = json.loads(dict(editor_files())[".vscode/settings.json"])
    taken = [path for glob in settings["yaml.schemas"].values() for path in ROOT.glob(glob)]

    assert list(settings["yaml.schemas"]) == [f".schema/{name}.json" for name in KINDS]
    assert sorted(taken) == sorted((ROOT / "events").rglob("*.yml"))


def filled(snippet: dict[str, Any]) -> str:
    """Give what a snippet leaves when each stop is answered: the first word of a choice, something fitting else."""
    lines = []
    for line in snippet["body"]:
        name = line.strip("- ").partition(":")[0]
        for variable, digits in DAY.items():
            line = line.replace(variable, digits)  # noqa: PLW2901  three rounds over one line
        chosen = re.sub(r"\$\{\d+\|(\w[\w-]*)[^}]*\|\}", r"\1", line)
        lines.append(re.sub(r"\$\{\d+:(?:\\.|[^}\\])*\}", ANSWERS.get(name, "a"), chosen))
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("name", list(snippets()))
def test_snippets(name: str) -> None:
    """A snippet whose stops are answered is YAML with fields in order; one of a whole entry is an entry."""
    text = filled(snippets()[name])
    path = "events/2024/2024-01-08-a.yml"

    document, plain, faults = read(path, text.encode())

    assert faults == []
    assert "$" not in text
    if name in WHOLE:
        assert validate(WHOLE[name], plain, "a", document)[1] == []
    if name == "event":
        assert canonical(path, text).replace("summary: a", "summary: >-\n  a") == text


@pytest.mark.parametrize("name", ["tasks.json", "extensions.json"])
def test_the_rest_is_json(name: str) -> None:
    """What is written by hand can be read, and names only what there is."""
    found = json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))

    for task in found.get("tasks", ()):
        assert task["command"] == "${workspaceFolder}/.venv/bin/timeline"
