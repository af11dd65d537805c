"""Every check of the record, in one table, and the one function that runs them."""

from __future__ import annotations

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
from generator.record import codes
from generator.record.faults import in_order

if TYPE_CHECKING:
    from datetime import date

    from generator.checks.check import Check
    from generator.record.faults import Code, Fault
    from generator.record.loading import Reading

CHECKS: tuple[Check, ...] = (
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


def check(reading: Reading, today: date) -> tuple[Fault, ...]:
    """Give every fault of a record, those of reading it included, by file and line."""
    found = chain.from_iterable(one.find(reading, today) for one in CHECKS)
    return in_order([*reading.faults, *found])


def all_codes() -> tuple[Code, ...]:
    """Give every code that a fault can have, by its id."""
    declared = chain(codes.READING, codes.SHAPE, codes.DATES, *(one.codes for one in CHECKS))
    return tuple(sorted(dict.fromkeys(declared), key=lambda code: code.id))
