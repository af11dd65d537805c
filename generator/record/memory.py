"""What files were found to say, kept from one reading to the next, so that only a changed file is read anew.

A file says what it said while the disk gives it the same size, times and number, or, where one of these is another,
while its bytes are the same. Of each folder three files are kept. One tells its files from others. The outlines of what
they hold are only read when entries are compared, and their plain values, which are many times as large, when an entry
is asked for: it is made of them once more, since that takes no longer than keeping what was made. All stand in a folder
of their own for each state of this room's code (see `pickles.py`).
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from generator.record import pickles
from generator.record.sheet import Outlines

if TYPE_CHECKING:
    from generator.record.files import Signature
    from generator.record.reading import Plain
    from generator.record.sheet import Sheet

KEPT_IN = ".cache/record"
"""The folder, relative to the project's root."""
_TICK = 2_000_000_000
"""Nanoseconds by which a file must be older than the reading for the disk's word on it to be taken: the clocks of some
disks tick every two seconds, and a second change within a tick would not show."""


class Kept(NamedTuple):
    """What is known of a file in which there was no fault."""

    signature: Signature | None
    """What the disk said of it; nothing where it had changed too lately for that to be trusted."""
    digest: bytes
    ids: tuple[str, ...]
    formerly: tuple[str, ...]
    """The ids that its event had before."""


_Files = dict[str, Kept]
"""What is known of the files of a folder, by name."""
_What = Literal["outlines", "values"]
_Shelf = dict[str, tuple[bytes, Any]]
"""Of the files of a folder, by name: the digest of the file, and its outlines, or its plain value as a pickle."""


@dataclass
class Memory:
    """What files were found to say. Only files without a fault are kept."""

    folder: Path
    """Where they are kept, for this state of the code alone."""
    _began: int = 0
    """When the reading began, by the clock of the disk, in nanoseconds; 0 where that cannot be told."""
    _before: dict[str, _Files] = field(default_factory=dict)
    _now: dict[str, _Files] = field(default_factory=dict)
    _shelves: dict[tuple[str, _What], _Shelf] = field(default_factory=dict)
    _new: dict[tuple[str, _What], _Shelf] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> Memory:
        """Give the memory of a project."""
        folder = root / KEPT_IN / pickles.state_of((Path(__file__).parent,), ("pydantic", "pyyaml"))
        return cls(folder, _clock(folder))

    def knows(self, folder: str, name: str) -> bool:
        """Whether anything is known of a file."""
        return name in self._files(folder)

    def recall(self, folder: str, name: str, signature: Signature | None, content: bytes | None = None) -> Kept | None:
        """Give what is known of a file: by what the disk says of it, or by its content, once that is read."""
        known = self._files(folder).get(name)
        if known is None:
            return None
        if content is None:
            if signature is None or known.signature != signature:
                return None
        elif known.digest != pickles.digest(content):
            return None
        elif self._is_settled(signature):
            known = known._replace(signature=signature)
        self._now.setdefault(folder, {})[name] = known
        return known

    def keep(self, folder: str, name: str, signature: Signature | None, sheet: Sheet, values: bytes) -> None:
        """Remember a file that was read just now, and in which there is no fault, with its plain value as a pickle."""
        trusted = signature if self._is_settled(signature) else None
        self._now.setdefault(folder, {})[name] = Kept(trusted, sheet.digest, sheet.ids, sheet.formerly)
        self._new.setdefault((folder, "outlines"), {})[name] = sheet.digest, sheet.outlines
        self._new.setdefault((folder, "values"), {})[name] = sheet.digest, values

    def plain(self, folder: str, name: str, digest: bytes) -> Plain:
        """Give the plain value of a file with a digest; None where it is not kept."""
        known = self._shelf(folder, "values").get(name)
        return pickles.unpacked(known[1]) if known and known[0] == digest else None

    def outlines(self, folder: str, name: str, digest: bytes) -> Outlines | None:
        """Give the outlines of a file with a digest; None where they are not kept."""
        known = self._shelf(folder, "outlines").get(name)
        return known[1] if known and known[0] == digest else None

    def write(self) -> None:
        """Write what has changed, and drop what was kept for other states of the code; then let go of what is known."""
        for other in self.folder.parent.glob("*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
        for folder, now in self._now.items():
            before = self._files(folder)
            if _digests(now) != _digests(before):
                self._shelve(folder, "outlines")
                self._shelve(folder, "values")
            if now != before:
                pickles.write(self._place(folder, "files"), now)
        for known in (self._before, self._now, self._shelves, self._new):
            known.clear()

    def _shelve(self, folder: str, what: _What) -> None:
        """Write what of the files of a folder is known now."""
        shelf = {**self._shelf(folder, what), **self._new.get((folder, what), {})}
        pickles.write(self._place(folder, what), {name: shelf[name] for name in self._now[folder] if name in shelf})

    def _shelf(self, folder: str, what: _What) -> _Shelf:
        if (folder, what) not in self._shelves:
            self._shelves[folder, what] = _shelf(pickles.read(self._place(folder, what)), what)
        return self._shelves[folder, what]

    def _is_settled(self, signature: Signature | None) -> bool:
        return signature is not None and max(signature.modified, signature.changed) + _TICK < self._began

    def _files(self, folder: str) -> _Files:
        if folder not in self._before:
            self._before[folder] = _files(pickles.read(self._place(folder, "files")))
        return self._before[folder]

    def _place(self, folder: str, what: str) -> Path:
        return self.folder / f"{pickles.digest(os.fsencode(folder)).hex()}.{what}.pickle"


def _clock(folder: Path) -> int:
    """Ask the disk what time it is: that of a file written now. The machine's own clock may be another."""
    path = folder / f"clock.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        told = path.stat().st_mtime_ns
        path.unlink()
    except OSError:
        return 0
    return told


def _digests(files: _Files) -> dict[str, bytes]:
    return {name: kept.digest for name, kept in files.items()}


def _files(found: object) -> _Files:
    """Take what was found for what is known of files if it has the form of that."""
    if isinstance(found, dict) and all(isinstance(kept, Kept) for kept in found.values()):
        return found
    return {}


def _shelf(found: object, what: _What) -> _Shelf:
    """Take what was found for a shelf if it has its form."""
    form = (bytes, bytes if what == "values" else Outlines)
    if isinstance(found, dict) and all(
        type(kept) is tuple and tuple(map(type, kept)) == form for kept in found.values()
    ):
        return found
    return {}
