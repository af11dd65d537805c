"""Pieces of large files, kept from one build to the next, so that a change of one event costs one piece."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from functools import cached_property
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from weakref import finalize

from generator.record import pickles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    _Where = tuple[int, int, bytes]
    """Where a piece begins, its bytes, and what tells it from others."""

_PIECES = ".pieces"
"""What the file ends in that holds them, beside the one that says where."""


class Pieces:
    """The pieces of one file, by what each is made of: on the disk, since all of them would take much room."""

    def __init__(self, place: Path | None = None, ground: str = "") -> None:
        """Take where they are kept, and what stands for all that every one is made of; without a place none is kept."""
        self._place, self._ground = place, ground
        self._now: dict[str, _Where] = {}
        self._size = 0

    def of(self, made_of: str, make: Callable[[], bytes]) -> bytes:
        """Give the piece that is made of something: the one that was kept, else a new one."""
        if made_of in self._now:
            return _read(self._file, self._now[made_of]) or make()
        piece = (_read(self._last, self._known[made_of]) if made_of in self._known else b"") or make()
        self._now[made_of] = self._size, len(piece), pickles.digest(piece)
        self._file.seek(self._size)
        self._size += self._file.write(piece)
        return piece

    def keep(self) -> None:
        """Keep all that were asked for, and no other, where there is a place for them; then let go of them."""
        if not self._place:
            return
        if self._now.keys() != self._known.keys():
            beside = self._place.with_suffix(f".{os.getpid()}")
            with suppress(OSError):
                self._place.parent.mkdir(parents=True, exist_ok=True)
                with beside.open("wb") as file:
                    self._file.seek(0)
                    shutil.copyfileobj(self._file, file)
                beside.replace(self._place.with_suffix(_PIECES))
                pickles.write(self._place, (self._ground, self._now))
        self._now, self._size = {}, 0
        vars(self).pop("_known", None)
        for name in vars(self).keys() & {"_file", "_last"}:
            vars(self).pop(name).close()

    @cached_property
    def _file(self) -> IO[bytes]:
        """Where the present ones stand."""
        return self._closed_later(TemporaryFile())

    @cached_property
    def _last(self) -> IO[bytes]:
        """Where those of the last time stand."""
        with suppress(OSError):
            if self._place:
                return self._closed_later(self._place.with_suffix(_PIECES).open("rb"))
        return BytesIO()

    def _closed_later(self, file: IO[bytes]) -> IO[bytes]:
        finalize(self, file.close)
        return file

    @cached_property
    def _known(self) -> dict[str, _Where]:
        found = pickles.read(self._place) if self._place else None
        ground, known = found if isinstance(found, tuple) else ("", {})
        return known if ground == self._ground else {}


def _read(file: IO[bytes], where: _Where) -> bytes:
    """Give the piece that stands somewhere; nothing where that is not what was put there."""
    start, size, told = where
    file.seek(start)
    piece = file.read(size)
    return piece if pickles.digest(piece) == told else b""
