"""The texts of what was found, on the disk: together they take more room than all else that a search knows of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from itertools import accumulate
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, overload
from weakref import finalize

from generator.record import pickles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Kept = tuple[bytes, list[tuple[int, bytes]]]
"""What tells a file of texts from others; of each of its finds the bytes, and what tells them from others."""


class _File:
    """A file that is closed when nobody has it any longer."""

    def __init__(self, opened: IO[bytes]) -> None:
        self.opened = opened
        finalize(self, opened.close)


class Laid(Sequence[str]):
    """The texts of one find, read at each asking."""

    __slots__ = ("_file", "_start", "size", "told")

    def __init__(self, file: _File, start: int, size: int, told: bytes) -> None:
        """Take where they stand, and what tells them from others."""
        self._file, self._start, self.size, self.told = file, start, size, told

    @property
    def content(self) -> bytes:
        """The texts as they stand there."""
        self._file.opened.seek(self._start)
        return self._file.opened.read(self.size)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        """Give a text, or several."""
        return self._texts()[at]

    def __iter__(self) -> Iterator[str]:
        """Go through the texts."""
        return iter(self._texts())

    def __len__(self) -> int:
        """Count the texts."""
        return len(self._texts())

    def __eq__(self, other: object) -> bool:
        """Whether others are the same."""
        return self.told == other.told if isinstance(other, Laid) else tuple(self) == other

    def __hash__(self) -> int:
        """Give what a tuple of them has."""
        return hash(tuple(self))

    def _texts(self) -> tuple[str, ...]:
        return tuple(json.loads(self.content))


class Texts:
    """Those of all finds: of the last time, and of now."""

    def __init__(self, place: Path | None) -> None:
        """Take where they are kept, if they are."""
        self._place, self._size = place, 0

    def lay(self, texts: Sequence[str]) -> Laid:
        """Put the texts of a find on the disk, where they do not stand there."""
        if isinstance(texts, Laid):
            return texts
        content = json.dumps(texts, ensure_ascii=False).encode("utf-8", "surrogatepass")
        laid = Laid(self._file, self._size, len(content), pickles.digest(content))
        self._file.opened.seek(self._size)
        self._size += self._file.opened.write(content)
        return laid

    def known(self, kept: Kept) -> list[Laid]:
        """Give those of the last time; none where they are not what was kept."""
        told, sizes = kept
        found: list[Laid] = []
        with suppress(OSError):
            if self._place:
                opened = self._place.open("rb")
                file = _File(opened)
                if hashlib.file_digest(opened, hashlib.blake2b).digest() == told:
                    starts = accumulate((size for size, _ in sizes), initial=0)
                    found = [Laid(file, start, *one) for start, one in zip(starts, sizes, strict=False)]
        return found

    def keep(self, found: Iterable[Laid]) -> Kept:
        """Keep those of some finds, and no other."""
        told, sizes = hashlib.blake2b(), []
        with suppress(OSError):
            if self._place:
                self._place.parent.mkdir(parents=True, exist_ok=True)
                beside = self._place.with_suffix(f".{os.getpid()}")
                with beside.open("wb") as file:
                    for one in found:
                        sizes.append((one.size, one.told))
                        told.update(content := one.content)
                        file.write(content)
                beside.replace(self._place)
        return told.digest(), sizes

    @cached_property
    def _file(self) -> _File:
        """Where those of now stand."""
        return _File(TemporaryFile())
