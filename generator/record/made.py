"""Entries as they were made, kept from one build to the next: to make them of values again takes three times as long.

A build asks for all entries; a check asks for few, and reads what `memory.py` keeps instead.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.record import pickles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.record.sheet import Entries, Sheet

    _Shelf = dict[str, tuple[bytes, Entries]]
    """Of the files of a folder, by path: the digest of the file, and its entries."""

KEPT_IN = ".cache/entries"
"""The folder, relative to the project's root."""


class Made:
    """The entries of a project's files."""

    def __init__(self, root: Path) -> None:
        """Take the project's folder."""
        self._folder = root / KEPT_IN
        self._known: dict[str, _Shelf] = {}

    def lend(self, sheets: Iterable[Sheet]) -> None:
        """Give files that say what they said the entries that were made of them."""
        for sheet in sheets:
            digest, entries = self._shelf(sheet).get(sheet.path, (b"", {}))
            if sheet.digest and digest == sheet.digest:
                sheet.take(entries)

    def keep(self, sheets: Iterable[Sheet]) -> None:
        """Keep the entries of sound files, and of no other."""
        now: dict[str, _Shelf] = {folder: {} for folder in self._known}
        for sheet in sheets:
            if sheet.digest and sheet.is_sound:
                now.setdefault(_folder_of(sheet), {})[sheet.path] = sheet.digest, sheet.entries
        for folder, shelf in now.items():
            if _digests(shelf) != _digests(self._known.get(folder, {})):
                pickles.write(self._place(folder), (_state(), shelf))

    def _shelf(self, sheet: Sheet) -> _Shelf:
        folder = _folder_of(sheet)
        if folder not in self._known:
            found = pickles.read(self._place(folder))
            state, shelf = found if isinstance(found, tuple) else ("", {})
            self._known[folder] = shelf if state == _state() else {}
        return self._known[folder]

    def _place(self, folder: str) -> Path:
        return self._folder / f"{pickles.digest(folder.encode()).hex()}.pickle"


@cache
def _state() -> str:
    return pickles.state_of((Path(__file__).parent,), ("pydantic", "pyyaml"))


def _folder_of(sheet: Sheet) -> str:
    return sheet.path.rpartition("/")[0]


def _digests(shelf: _Shelf) -> dict[str, bytes]:
    return {path: digest for path, (digest, _) in shelf.items()}
