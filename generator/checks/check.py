"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.record.faults import Code, Fault
from generator.record.loading import Reading

Find = Callable[[Reading, date], Iterator[Fault]]
"""From what was read and the day that counts as today to the faults, in any order."""


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks for faults which the types cannot see, with the codes it may give."""

    find: Find
    codes: tuple[Code, ...]
