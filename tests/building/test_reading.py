"""How a build comes to its record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from generator.building import reading
from generator.building.theme import read_theme
from generator.plugin import TimelinePlugin
from generator.record.loading import read_record
from generator.record.reading import read
from tests.world import FILES, TALKS, world

if TYPE_CHECKING:
    from generator.building.reading import Checked


def checked(root: Path) -> Checked:
    """Read and check a record as a build does."""
    (root / "mkdocs.yml").write_text(f"{FILES['mkdocs.yml']}docs_dir: content\nplugins: [timeline]\n")
    (root / "content").mkdir(exist_ok=True)
    config = load_config(str(root / "mkdocs.yml"))
    plugin = TimelinePlugin()  # MkDocs would give the one of an earlier test
    plugin.load_config(dict(config.plugins["timeline"].config))
    plugin.theme = read_theme(Path(__file__).parents[2])
    found = plugin.checked(config)
    assert plugin.published is None
    return found


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the files that this process parses, of records of which the smallest is large."""
    seen: list[str] = []

    def seeing(path: str, content: bytes) -> object:
        seen.append(path)
        return read(path, content)

    monkeypatch.setattr("generator.record.parsing.read", seeing)
    monkeypatch.setattr(reading, "_MANY", 1)
    monkeypatch.setattr(reading, "processors", lambda: 2)
    return seen


def test_a_large_record_is_read_elsewhere_first(tmp_path: Path, parsed: list[str]) -> None:
    """The build has what was kept then, and the record is the same; a changed file alone it reads itself."""
    root = world(tmp_path)

    found = checked(root)
    assert parsed == []
    assert found.record == read_record(root).record
    assert (root / ".cache/build/recalled.pickle").exists()

    parsed.clear()
    (root / TALKS).write_text(FILES[TALKS].replace("title: ", "title: More "))
    assert checked(root).record.by_id
    assert parsed == [TALKS]


def test_faults_of_a_large_record_are_told(tmp_path: Path, parsed: list[str]) -> None:
    """They are those that reading it here shows."""
    root = world(tmp_path)
    (root / TALKS).write_text(FILES[TALKS].replace("title: ", "titel: "))

    assert [fault.code.id for fault in checked(root).errors] == ["E201"]
    assert {*parsed} == {TALKS}
