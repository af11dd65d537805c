"""Files are read by several processes as they are by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import all_codes, check
from generator.checks.verdicts import Verdicts
from generator.record.loading import read_record
from generator.record.memory import Memory
from generator.record.reading import read
from tests.world import FILES, SUMMIT, TALKS, TODAY, changed, faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.loading import Reading

VARIANTS = (
    FILES[TALKS],
    changed("place: pentagom")[TALKS],
    changed("kind: tlaks")[TALKS],
    changed("formerly: [2024-01-08-dpct]")[TALKS],
    "title: [",
    "- no event\n",
    "title: \xff\n".encode("latin-1"),
    FILES[SUMMIT],
)
"""Files of which some are sound, some not, and some cannot be read at all."""


def many(root: Path) -> Path:
    """Write a record of sixty events more than the small one has."""
    texts = {f"events/2024/2024-01-08-talks-{n:02}.yml": VARIANTS[n % len(VARIANTS)] for n in range(60)}
    return world(root, texts)


def told(reading: Reading) -> tuple[object, ...]:
    """Give all that a reading says."""
    return reading, reading.events, reading.registered, reading.record


@pytest.mark.parametrize("workers", [2, 3])
def test_several_processes_read_the_same(tmp_path: Path, workers: int) -> None:
    """Faults, ids, texts, outlines and entries are the same, whoever has read them, with a memory and without."""
    root = many(tmp_path)
    alone = told(read_record(root))
    memory = Memory.of(root)

    assert told(read_record(root, None, workers)) == alone
    assert told(read_record(root, memory, workers)) == alone
    memory.write()
    assert told(read_record(root, Memory.of(root), workers)) == alone


def test_several_processes_remember_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a doubled process has read is not read again in the next run, unless something is wrong with it."""
    root = many(tmp_path)
    memory = Memory.of(root)
    sound = {sheet.path for sheet in read_record(root, memory, 2).sheets if sheet.is_sound}
    memory.write()
    parsed: list[str] = []

    def seeing(path: str, content: bytes) -> object:
        parsed.append(path)
        return read(path, content)

    monkeypatch.setattr("generator.record.parsing.read", seeing)
    read_record(root, Memory.of(root))

    assert sound
    assert sound.isdisjoint(parsed)


@pytest.mark.parametrize("workers", [2, 3])
def test_several_processes_find_the_same(tmp_path: Path, workers: int) -> None:
    """The faults and their order are the same, whoever has looked for them, and so they are from then on."""
    root = many(tmp_path)
    alone = faults_of(root)
    assert check(read_record(root, None, workers), TODAY, None, workers) == alone != ()
    for _ in range(2):
        memory, verdicts = Memory.of(root), Verdicts.of(root, all_codes())
        assert check(read_record(root, memory, workers), TODAY, verdicts, workers) == alone
        memory.write()
        verdicts.write()
