"""The entries of a file: one, or in some files of the registry many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.kinds import MAPPINGS
from generator.record.reading import CODES
from generator.record.registry import Gap
from generator.record.validating import validate

if TYPE_CHECKING:
    from generator.record.entry import Entry
    from generator.record.faults import Fault
    from generator.record.reading import Document, Plain

Found = tuple[dict[str, "Entry"], tuple[str, ...], "list[Fault]"]
"""The entries that could be made, by id; the ids of all; the faults."""
_OF_MANY = frozenset(MAPPINGS.values())


def entries_of(model: type[Entry], plain: Plain, stem: str, document: Document) -> Found:
    """Make the entries of a file from its plain value; one that is alone in its file is called like it."""
    if model in _OF_MANY:
        if not isinstance(plain, dict):
            return {}, (), [document.fault(CODES["E112"], (), "the file is no mapping of ids to entries")]
        return _many(model, plain, document)
    if model is Gap:
        if not isinstance(plain, list):
            return {}, (), [document.fault(CODES["E203"], (), "the file is no list of gaps")]
        return _many(model, dict(enumerate(plain)), document)
    entry, faults = validate(model, plain, stem, document)
    return ({stem: entry} if entry else {}), (stem,), faults


def _many(model: type[Entry], values: dict[str, Plain] | dict[int, Plain], document: Document) -> Found:
    entries: dict[str, Entry] = {}
    found: list[Fault] = []
    for key, value in values.items():
        entry, faults = validate(model, value, str(key), document, (key,))
        found += faults
        if entry:
            entries[str(key)] = entry
    return entries, tuple(map(str, values)), found
