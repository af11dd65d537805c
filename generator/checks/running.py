"""Every check of the record, in one table, and the one function that runs them."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from generator.checks import (
    blocks,
    channels,
    citing,
    copies,
    dates,
    duplicates,
    evidence,
    excluding,
    ids,
    markdown,
    posts,
    references,
    relations,
    taking_part,
)
from generator.checks.check import Check, Comparison
from generator.checks.verdicts import named_in, outlines_of
from generator.record import codes
from generator.record.faults import in_order
from generator.record.registry import Coverage
from generator.record.uncollected import uncollected
from generator.record.workers import shared

if TYPE_CHECKING:
    from datetime import date

    from generator.checks.verdicts import Verdicts
    from generator.record.around import Around, Reading
    from generator.record.entry import Entry
    from generator.record.faults import Code, Fault
    from generator.record.sheet import Sheet

CHECKS: tuple[Check | Comparison, ...] = (
    *dates.CHECKS,
    *references.CHECKS,
    *ids.CHECKS,
    *citing.CHECKS,
    *evidence.CHECKS,
    *copies.CHECKS,
    *excluding.CHECKS,
    *taking_part.CHECKS,
    *posts.CHECKS,
    *channels.CHECKS,
    *relations.CHECKS,
    *markdown.CHECKS,
    *duplicates.CHECKS,
    *blocks.CHECKS,
)
"""A further check is one more entry in the table of its family."""


def check(reading: Reading, today: date, verdicts: Verdicts | None = None, workers: int = 1) -> tuple[Fault, ...]:
    """Give every fault of a record, those of reading it included, by file and line, with so many processes at most.

    With what was found before, files are not looked at of which nothing else can be found now, nor compared where all
    outlines are what they were; the faults are the same.
    """
    known, open_, compares = verdicts.recall(reading, today) if verdicts else ([], list(reading.sheets), True)
    compared = [one for one in CHECKS if isinstance(one, Comparison) and compares]
    pieces: list[Comparison | Sheet] = [*compared, *open_]

    def find(asked: Comparison | Sheet) -> tuple[list[Fault], tuple[str, ...], bytes]:
        if isinstance(asked, Comparison):
            return list(asked.find(reading, today)), (), b""
        keeps = verdicts and asked.is_sound
        return looked_at(asked, reading, today), named_in(asked) if keeps else (), outlines_of(asked) if keeps else b""

    with uncollected():
        found = shared(find, pieces, workers if len(open_) > len(CHECKS) else 1)
        if verdicts:
            for sheet, answer in zip(open_, found[len(compared) :], strict=True):
                verdicts.keep(sheet, *answer)
            if compares:
                verdicts.keep_compared(reading, chain.from_iterable(faults for faults, *_ in found[: len(compared)]))
        return in_order([*reading.faults, *known, *chain.from_iterable(faults for faults, *_ in found)])


def looked_at(sheet: Sheet, around: Around, today: date) -> list[Fault]:
    """Give what the checks of one entry find in the entries of a file."""
    checks = _checks_of(sheet.model)
    return [fault for entry in sheet.entries.values() for one in checks for fault in one.find(entry, around, today)]


@cache
def _checks_of(model: type[Entry]) -> tuple[Check, ...]:
    if model is Coverage:  # it is no entry, but a word on all of them
        return ()
    return tuple(one for one in CHECKS if isinstance(one, Check) and issubclass(model, one.of))


def all_codes() -> tuple[Code, ...]:
    """Give every code that a fault can have, by its id."""
    declared = chain(codes.READING, codes.SHAPE, codes.DATES, *(one.codes for one in CHECKS))
    return tuple(sorted(dict.fromkeys(declared), key=lambda code: code.id))
