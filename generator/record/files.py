"""The files and folders of a record on the disk: what is in them, or why that cannot be told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.record.reading import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file or folder is not read."""

    code: str
    """The code of the fault."""
    message: str
    """What it is or has."""


def content(path: Path, within: Path) -> bytes | Refusal:
    """Read a file, up to one byte more than is allowed; links may not lead out of the folder `within`."""
    try:
        refusal = _refusal(path, within)
        if refusal:
            return refusal
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Refusal("E114", "this link leads nowhere")
    except OSError as error:
        return Refusal("E114", f"this file cannot be read: {_reason(error)}")
    except RuntimeError:  # so does Python 3.11 say what later ones say by an OSError
        return Refusal("E114", "this file cannot be read: its links run in a circle")


def listing(folder: Path) -> list[Path] | Refusal:
    """Give what is in a folder by name, hidden files left out; a folder that is not there is an empty one."""
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if not entry.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        return Refusal("E114", f"this folder cannot be read: {_reason(error)}")


def printable(path: Path) -> str:
    """Give a path in POSIX form; bytes of a name that are not UTF-8 are replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")


def is_printable(path: Path) -> bool:
    """Whether the name of a file is UTF-8."""
    return printable(path) == path.as_posix()


def _refusal(path: Path, within: Path) -> Refusal | None:
    if not path.resolve().is_relative_to(within.resolve()):
        return Refusal("E115", "this link leads out of the record's folder")
    if path.is_dir():
        return Refusal("E114", "this is a folder with the name of a file")
    if path.exists() and not path.is_file():
        return Refusal("E114", "this is no plain file")  # a pipe would be waited for
    return None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
