"""What reading could not make sense of, so that no check reasons from its absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.loading import FOLDERS, MAPPINGS, REGISTRY
from generator.record.models import Event

if TYPE_CHECKING:
    from generator.record.entry import Entry
    from generator.record.loading import Reading

_UNREAD = "E1"
"""The family of codes of files that were not read at all."""


def broken_files(reading: Reading) -> frozenset[str]:
    """Give the files of which something is missing in the record: a field, an entry, or all of it."""
    return frozenset(fault.place.path for fault in reading.faults)


def unread_files(reading: Reading) -> frozenset[str]:
    """Give the files of which nothing could be read."""
    return frozenset(fault.place.path for fault in reading.faults if fault.code.id.startswith(_UNREAD))


def home(model: type[Entry], id_: str) -> str:
    """Give the file in which an entry of a kind is registered: `events/registry/topics.yml`."""
    for name, mapped in MAPPINGS.items():
        if mapped is model:
            return f"{REGISTRY}/{name}.yml"
    for name, foldered in FOLDERS.items():
        if foldered is model:
            return f"{REGISTRY}/{name}/{id_}.yml"
    return f"events/{id_[:4]}/{id_}.yml" if model is Event else REGISTRY


def known_ids(reading: Reading, model: type[Entry]) -> frozenset[str] | None:
    """Give the ids of a kind, those in broken files included; nothing where the file that lists them was not read."""
    if model in MAPPINGS.values() and home(model, "") in unread_files(reading):
        return None
    return reading.ids.get(model, frozenset())
