"""What is kept from one reading to the next changes nothing but the time that the next one takes."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.record import pickles
from generator.record.files import Signature, content
from generator.record.loading import read_record
from generator.record.memory import KEPT_IN, Memory
from generator.record.pickles import digest
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, changed, faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.loading import Reading

CHASE = "events/registry/people/michael-chase.yml"
TOPICS = f"{REGISTRY}/topics.yml"
STATES: dict[str, tuple[str | None, ...]] = {
    TALKS: (FILES[TALKS], changed("title: Other talks")[TALKS], changed("kind: tlaks")[TALKS], "title: [", None),
    SUMMIT: (FILES[SUMMIT], FILES[SUMMIT].replace("2023-11-15\n", "2023-11\n"), "\tx: 1\n", None),
    CHASE: (FILES[CHASE], FILES[CHASE].replace("us", "uk"), ""),
    TOPICS: (FILES[TOPICS], FILES[TOPICS] + "islands:\n  name: Islands\n", "- one\n", None),
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


def remember(root: Path) -> Reading:
    """Read a record with what is kept of it, and keep what was read."""
    memory = Memory.of(root)
    reading = read_record(root, memory)
    memory.write()
    return reading


def same(one: Reading, other: Reading) -> bool:
    """Whether two readings hold the same: faults, ids, outlines, texts and every entry."""
    return (
        one == other and one.record == other.record and (one.events, one.registered) == (other.events, other.registered)
    )


@pytest.mark.slow
@given(CHANGES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_after_any_change(tmp_path: Path, changes: list[tuple[str, str | None]]) -> None:
    """After each change the reading with a memory is the one without: entries, texts, faults, ids."""
    root = world(tmp_path)
    for path, text in changes:
        put(root, path, text)

        assert same(remember(root), read_record(root))


def test_an_unchanged_file_is_not_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a record in which one event has changed, no other file is parsed again."""
    root = world(tmp_path)
    remember(root)
    put(root, TALKS, STATES[TALKS][1])
    parsed: list[str] = []
    monkeypatch.setattr("generator.record.plain.yaml.compose", lambda text, **_: parsed.append(text))

    read_record(root, Memory.of(root))

    assert parsed == [STATES[TALKS][1]]


def test_what_nobody_asks_for_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what is kept no outline is read before entries are compared."""
    root = world(tmp_path)
    remember(root)
    seen: list[str] = []
    read = pickles.read

    def seeing(place: Path) -> object:
        seen.append(place.suffixes[0])
        return read(place)

    monkeypatch.setattr(pickles, "read", seeing)
    reading = remember(root)
    assert ".files" in seen
    assert ".outlines" not in seen

    assert reading.events
    assert ".outlines" in seen


@pytest.mark.parametrize(("tick", "opened"), [(-(10**15), set()), (10**15, set(FILES) - {"mkdocs.yml"})])
def test_a_file_is_opened_where_the_disk_may_hide_a_change(
    tick: int, opened: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of files that the disk says to be old and unchanged none is opened; of those changed just now each is."""
    monkeypatch.setattr("generator.record.memory._TICK", tick)
    root = world(tmp_path)
    remember(root)
    seen: set[str] = set()

    def seeing(path: str, within: Path) -> object:
        seen.add(path.removeprefix(f"{root}/"))
        return content(path, within)

    monkeypatch.setattr("generator.record.parsing.content", seeing)
    remember(root)

    assert seen == opened


def test_a_change_that_the_disk_does_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file changed twice within a tick of the disk's clock, its size the same, is read as it is."""
    root = world(tmp_path)
    now = (root / TALKS).stat().st_mtime_ns
    monkeypatch.setattr("generator.record.parsing.signature", lambda _: Signature(1, now, now, 1))
    remember(root)
    put(root, TALKS, FILES[TALKS].replace("17th", "71st"))

    assert same(remember(root), read_record(root))


def test_a_change_that_keeps_size_and_time(tmp_path: Path) -> None:
    """A file of the same size, given the time that it had before, is read as it is."""
    root = world(tmp_path)
    before = (root / TALKS).stat()
    remember(root)
    put(root, TALKS, FILES[TALKS].replace("17th", "71st"))
    os.utime(root / TALKS, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert same(remember(root), read_record(root))


@pytest.mark.parametrize("what", ["files", "outlines", "values", ""])
@pytest.mark.parametrize("wrong", [b"", b"nonsense", digest(b"x") + b"x", b"\x80\x05." * 9])
def test_a_wrong_memory_is_none(what: str, wrong: bytes, tmp_path: Path) -> None:
    """Whatever stands where something was kept, the record is read as it is."""
    root = world(tmp_path)
    remember(root)
    paths = [path for path in kept(root) if what in path.name]
    assert paths
    for path in paths:
        path.write_bytes(wrong)

    assert same(remember(root), read_record(root))


class Trap:
    """Something that runs when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        """Ask for a file to be made."""
        return open, ("trapped", "w")


TRAPS = (
    Trap(),
    {"x.yml": Trap()},
    {"x.yml": (b"", pickle.dumps(Trap()))},
    pytest.raises,
    "text",
    {"x.yml": 3},
    {TALKS[12:]: (1, 2)},
    {TALKS[12:]: (b"", (1, 2))},
)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_foreign_memory_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trap: object) -> None:
    """What somebody else has pickled is refused, or is no entry of these files, and nothing of it is run."""
    root = world(tmp_path)
    remember(root)
    packed = pickle.dumps(trap)
    for path in kept(root):
        path.write_bytes(digest(packed) + packed)
    monkeypatch.chdir(tmp_path)

    assert same(remember(root), read_record(root))
    assert not (tmp_path / "trapped").exists()


def test_a_memory_of_other_code_is_dropped(tmp_path: Path) -> None:
    """What was kept for another state of the code is not looked at, and goes at the next writing."""
    root = world(tmp_path)
    old = root / KEPT_IN / "0123456789abcdef"
    old.mkdir(parents=True)

    remember(root)

    assert [path.name for path in (root / KEPT_IN).iterdir()] == [Memory.of(root).folder.name]


def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """Where nothing can be kept the record is read all the same."""
    root = world(tmp_path)
    (root / ".cache").write_text("a file in the way")

    remember(root)

    assert kept(root) == []
    assert faults_of(root) == ()
