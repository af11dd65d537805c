"""Putting files in their place: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put(path: Path, text: str) -> None:
    """Write a text file, its line ends as they are, so that an interruption leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask()
    handle, made = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)  # hidden from the record's reader
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(made).chmod(mode)
        Path(made).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(made).unlink()
        raise


def umask() -> int:
    """Give the permissions that new files are made without."""
    current = os.umask(0)
    os.umask(current)
    return current
