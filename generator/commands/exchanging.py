"""Putting a folder in the place of another: one build at a time, and in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if sys.platform != "win32":  # where nobody but the caller keeps two builds apart
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds out of a folder, which is made where it is not there; wait where one is under way.

    The system gives the folder free when its process ends, however it ends. Raises OSError where it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _wait(handle, folder)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        click.echo(f"Another build is under way in {folder}; waiting for it", err=True)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # a file system without locks, as some of a network: as on Windows
        return


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step (renameat2 of Linux); False where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
