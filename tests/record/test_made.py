"""Entries that were kept as they were made are those that would be made of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.record.loading import read_record
from generator.record.made import KEPT_IN, Made
from generator.record.memory import Memory
from tests.world import FILES, SUMMIT, TALKS, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.entry import Entry
    from generator.record.sheet import Sheet


def sheets(root: Path) -> tuple[Sheet, ...]:
    """Read the files of a record as a build does that has a memory."""
    memory = Memory.of(root)
    found = read_record(root, memory).sheets
    memory.write()
    return found


def entries(found: tuple[Sheet, ...]) -> dict[str, Entry]:
    """Give all entries by file and id."""
    return {f"{sheet.path} {id_}": entry for sheet in found for id_, entry in sheet.entries.items()}


def test_they_are_what_would_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept of files that say what they said is lent, and is equal; of a changed one it is made anew."""
    root = world(tmp_path)
    Made(root).keep(sheets(root))
    (root / TALKS).write_text(FILES[TALKS].replace("title: ", "title: More "))

    lent = sheets(root)
    made = Made(root)
    made.lend(lent)
    made.keep(lent)

    assert entries(lent) == entries(sheets(root)) == entries(read_record(root).sheets)
    [again] = [sheet for sheet in sheets(root) if sheet.path == SUMMIT]
    Made(root).lend([again])
    monkeypatch.setattr("generator.record.parsing._remade", lambda *_: {})  # nobody asks for it
    assert again.entries


@pytest.mark.parametrize("spoilt", [b"", b"no pickle"])
def test_what_cannot_be_read(tmp_path: Path, spoilt: bytes) -> None:
    """What is damaged is as good as nothing, and put right."""
    root = world(tmp_path)
    Made(root).keep(sheets(root))
    good = {path: path.read_bytes() for path in (root / KEPT_IN).iterdir()}
    for path in good:
        path.write_bytes(spoilt)

    found, made = sheets(root), Made(root)
    made.lend(found)
    made.keep(found)

    assert {path: path.read_bytes() for path in (root / KEPT_IN).iterdir()} == good


def test_events_are_told_apart_by_their_files(tmp_path: Path) -> None:
    """Two events of the same text are two, and one of which the text is other is told from what it was."""
    root = world(tmp_path)
    again = TALKS.replace(".yml", "-again.yml")
    (root / again).write_text(FILES[TALKS])
    first = read_record(root, Memory.of(root)).record
    (root / TALKS).write_text(f"# A remark\n{FILES[TALKS]}")
    second = read_record(root, Memory.of(root)).record

    assert len({*first.files.values()}) == len(first.events) == len(first.files)
    assert {id_ for id_, told in second.files.items() if first.files[id_] != told} == {"2024-01-08-dpct-17"}
