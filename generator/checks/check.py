"""What a check is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.record.around import Around, Reading
    from generator.record.entry import Entry
    from generator.record.faults import Code, Fault


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks at one entry, with the codes it may give.

    Of all else it sees what is `Around`: the entries of the registry that its entry names, and which ids there are.
    So its faults stay what they are until the entry, or one that it names, is changed: see `verdicts.py`.
    """

    find: Callable[[Any, Around, date], Iterator[Fault]]
    """From an entry, what is around it, and the day that counts as today to the faults, in any order."""
    codes: tuple[Code, ...]
    of: tuple[type[Entry], ...]
    """The kinds of entries that it looks at; `Entry` for all."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A function that compares entries with each other, with the codes it may give.

    It sees the outlines of all entries (`record/outline.py`) and the hand-written pages, and is asked at every run.
    """

    find: Callable[[Reading, date], Iterator[Fault]]
    """From what was read and the day that counts as today to the faults, in any order."""
    codes: tuple[Code, ...]
