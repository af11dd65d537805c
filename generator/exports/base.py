"""The database of the last build, upon which the next one is made where long texts of some events alone are other."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.record import pickles
from generator.views.bare import basis, digests

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.record.record import Record


class Base:
    """A database that is kept, and what it was made of."""

    def __init__(self, place: Path | None = None, ground: str = "") -> None:
        """Take where it is kept, if it is, and what stands for all that it is made of beside the record."""
        self._place, self._ground = place, f"{ground} {sqlite3.sqlite_version}"

    def taken(self, path: Path, record: Record) -> Collection[str] | None:
        """Put a copy of it at a path, and give the ids of events whose texts are other now.

        None where there is none, where it is not the file that was kept, and where more than long texts has changed.
        """
        known = pickles.read(self._place.with_suffix(".pickle")) if self._place else None
        if not self._place or not isinstance(known, tuple) or known[:2] != (self._ground, basis(record, ())):
            return None
        *_, told, state = known
        with suppress(OSError):
            shutil.copyfile(self._place, path)
            if state == _state(self._place):  # now, lest another build has put its own there meanwhile
                return [id_ for id_, digest in digests(record).items() if told.get(id_) != digest]
        path.unlink(missing_ok=True)
        return None

    def keep(self, path: Path, record: Record) -> None:
        """Take the file at a path as the database of a record. A disk that takes nothing costs time and no more."""
        with suppress(OSError):
            if self._place:
                self._place.parent.mkdir(parents=True, exist_ok=True)
                beside = self._place.with_suffix(f".{os.getpid()}")
                shutil.move(path, beside)
                beside.replace(self._place)
                known = (self._ground, basis(record, ()), dict(digests(record)), _state(self._place))
                pickles.write(self._place.with_suffix(".pickle"), known)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
