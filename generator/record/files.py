"""The files and folders of a record on the disk: what is in them, or why that cannot be told."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.record.reading import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file or folder is not read."""

    code: str
    """The code of the fault."""
    message: str
    """What it is or has."""


class Signature(NamedTuple):
    """What the disk says of a plain file: while it says the same, the file holds the same."""

    size: int
    modified: int
    """In nanoseconds."""
    changed: int
    """When anything about the file was last changed, which no program can set back, in nanoseconds."""
    inode: int


_NOWHERE = "this link leads nowhere"
_OUTSIDE = Refusal("E115", "this link leads out of the record's folder")


def signature(path: str) -> Signature | None:
    """Give what the disk says of a file; nothing of what is no plain file, or not there."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Signature(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def content(path: str, within: Path, most: int = MAX_BYTES) -> bytes | Refusal:
    """Read a file, up to one byte more than is allowed; a link may not lead out of the folder `within`."""
    try:
        found = os.lstat(path)
        is_link = stat.S_ISLNK(found.st_mode)
        refusal = _refusal(Path(path), within) if is_link else _no_file(found.st_mode)
        if refusal:
            return refusal
        with open(path, "rb", 0) as file:  # noqa: PTH123  a Path for each of ten thousand files takes as long as reading it
            return file.read(most + 1 if is_link else min(most, found.st_size) + 1)  # room for more takes time, too
    except FileNotFoundError:
        return Refusal("E114", _NOWHERE)
    except (OSError, RuntimeError) as error:
        return Refusal("E114", f"this file cannot be read: {_reason(error)}")


def listing(folder: Path, within: Path) -> list[os.DirEntry[str]] | Refusal:
    """Give what is in a folder by name, hidden files left out; a folder that is not there is an empty one."""
    try:
        if not folder.resolve().is_relative_to(within.resolve()):
            return _OUTSIDE
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda one: one.name)
    except FileNotFoundError:
        return Refusal("E114", _NOWHERE) if folder.is_symlink() else []
    except (OSError, RuntimeError) as error:
        return Refusal("E114", f"this folder cannot be read: {_reason(error)}")


def printable(name: str) -> str:
    """Give a name or path; bytes of it that are not UTF-8 are replaced."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def is_printable(name: str) -> bool:
    """Whether the name of a file is UTF-8."""
    return name.isascii() or printable(name) == name


def _refusal(path: Path, within: Path) -> Refusal | None:
    return _no_file(path.stat().st_mode) if path.resolve().is_relative_to(within.resolve()) else _OUTSIDE


def _no_file(mode: int) -> Refusal | None:
    """Say what it is that is no plain file; a pipe must not even be opened, for it would be waited for."""
    if stat.S_ISDIR(mode):
        return Refusal("E114", "this is a folder with the name of a file")
    return None if stat.S_ISREG(mode) else Refusal("E114", "this is no plain file")


def _reason(error: OSError | RuntimeError) -> str:
    # of a circle Python 3.11 and 3.12 tell by the one, later ones by the other
    if not isinstance(error, OSError) or error.errno == errno.ELOOP:
        return "its links run in a circle"
    return (error.strerror or str(error)).lower()
