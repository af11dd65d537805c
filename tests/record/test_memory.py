"""What is kept from one reading to the next changes nothing but the time that the next one takes."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.record.loading import read_record
from generator.record.memory import KEPT_IN, Memory, _digest
from tests.world import FILES, SUMMIT, TALKS, changed, faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

CHASE = "events/registry/people/michael-chase.yml"
STATES: dict[str, tuple[str | None, ...]] = {
    TALKS: (FILES[TALKS], changed("title: Other talks")[TALKS], changed("kind: tlaks")[TALKS], "title: [", None),
    SUMMIT: (FILES[SUMMIT], FILES[SUMMIT].replace("2023-11-15\n", "2023-11\n"), "\tx: 1\n", None),
    CHASE: (FILES[CHASE], FILES[CHASE].replace("us", "uk"), ""),
}
"""What may stand in a file, sound or not; None where there is none."""
CHANGES = st.lists(
    st.sampled_from([(path, text) for path, texts in STATES.items() for text in texts]), min_size=1, max_size=6
)


def put(root: Path, path: str, text: str | None) -> None:
    """Write a file, or take it away."""
    if text is None:
        (root / path).unlink(missing_ok=True)
    else:
        (root / path).write_text(text, encoding="utf-8")


def kept(root: Path) -> list[Path]:
    """Give the files of a project's memory."""
    return sorted((root / KEPT_IN).rglob("*.pickle"))


def remember(root: Path) -> Memory:
    """Read a record once and keep what was read."""
    memory = Memory.of(root)
    read_record(root, memory)
    memory.write()
    return memory


@pytest.mark.slow
@given(CHANGES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_after_any_change(tmp_path: Path, changes: list[tuple[str, str | None]]) -> None:
    """After each change the reading with a memory is the one without: entries, texts, faults, ids."""
    root = world(tmp_path)
    for path, text in changes:
        put(root, path, text)
        memory = Memory.of(root)
        with_memory = read_record(root, memory)
        memory.write()

        assert with_memory == read_record(root)


def test_an_unchanged_file_is_not_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a record in which one event has changed, one file with an entry of its own is parsed again."""
    root = world(tmp_path)
    remember(root)
    put(root, TALKS, STATES[TALKS][1])
    parsed: list[str] = []
    monkeypatch.setattr("generator.record.plain.yaml.compose", lambda text, **_: parsed.append(text))

    read_record(root, Memory.of(root))

    assert STATES[TALKS][1] in parsed
    assert FILES[SUMMIT] not in parsed


@pytest.mark.parametrize("content", [b"", b"nonsense", _digest(b"x") + b"x", b"\x80\x05." * 9])
def test_a_wrong_memory_is_none(tmp_path: Path, content: bytes) -> None:
    """Whatever stands where something was kept, the record is read as it is."""
    root = world(tmp_path)
    remember(root)
    assert kept(root)
    for path in kept(root):
        path.write_bytes(content)

    assert read_record(root, Memory.of(root)) == read_record(root)


class Trap:
    """Something that runs when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        """Ask for a file to be made."""
        return open, ("trapped", "w")


@pytest.mark.parametrize("trap", [Trap(), {"x.yml": (b"", Trap())}, pytest.raises, "text", {"x.yml": 3}])
def test_a_foreign_memory_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: object) -> None:
    """What somebody else has pickled is refused, or is no entry of these files, and nothing of it is run."""
    root = world(tmp_path)
    remember(root)
    content = pickle.dumps(trap)
    for path in kept(root):
        path.write_bytes(_digest(content) + content)
    monkeypatch.chdir(tmp_path)

    assert read_record(root, Memory.of(root)) == read_record(root)
    assert not (tmp_path / "trapped").exists()


def test_a_memory_of_other_code_is_dropped(tmp_path: Path) -> None:
    """What was kept for another state of the code is not looked at, and goes at the next writing."""
    root = world(tmp_path)
    old = root / KEPT_IN / "0123456789abcdef"
    old.mkdir(parents=True)

    memory = remember(root)

    assert [path.name for path in (root / KEPT_IN).iterdir()] == [memory.folder.name]


def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """Where nothing can be kept the record is read all the same."""
    root = world(tmp_path)
    (root / ".cache").write_text("a file in the way")

    remember(root)

    assert kept(root) == []
    assert faults_of(root) == ()
