"""Reading and checking a record at one go, with what earlier runs have kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.running import all_codes, check
from generator.checks.verdicts import Verdicts
from generator.record.loading import read_record
from generator.record.memory import Memory

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.record.faults import Fault
    from generator.record.loading import Reading


def checked(root: Path, today: date, *, remembers: bool = True, workers: int = 1) -> tuple[Reading, tuple[Fault, ...]]:
    """Read and check the record of a project, and give it with its faults, by file and line.

    Where it `remembers`, only what has changed since the last run is read and looked at, and what this one finds is
    kept in the project's `.cache/`; the answer is the same. So many processes at most share the work.
    """
    memory = Memory.of(root) if remembers else None
    verdicts = Verdicts.of(root, all_codes()) if remembers else None
    reading = read_record(root, memory, workers)
    found = check(reading, today, verdicts, workers)
    if memory and verdicts:
        memory.write()
        verdicts.write()
    return reading, found
