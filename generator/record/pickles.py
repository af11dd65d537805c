"""Values kept on the disk between two runs, as pickles that can make nothing but values of the record.

What cannot be read, or was damaged, is as good as nothing; a file that somebody else has put there starts no program.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from functools import cache, partial
from importlib.metadata import version
from typing import IO, TYPE_CHECKING, Any

from generator.record.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ROOM = "generator.record."
_SIZE = 16
"""Bytes of a digest."""
_sum = partial(hashlib.blake2b, digest_size=_SIZE)


def digest(content: bytes) -> bytes:
    """Give a few bytes that stand for a content."""
    return _sum(content).digest()


@cache
def state_of(rooms: tuple[Path, ...], libraries: tuple[str, ...]) -> str:
    """Name the state of the code of rooms, of libraries and of Python: what another state has kept is not used."""
    state = hashlib.blake2b(" ".join([sys.version, *map(version, libraries)]).encode(), digest_size=8)
    for path in sorted(path for room in rooms for path in room.glob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()


def read(place: Path) -> Any:  # noqa: ANN401  whatever was written
    """Give what was written to a place; None where there is nothing, or nothing that can be trusted."""
    found = read_each(place)
    return found[0] if found else None


def read_each(place: Path) -> list[Any]:
    """Give the values that were written to a place, in order; none where one cannot be trusted."""
    try:
        with place.open("rb") as file:
            known = file.read(_SIZE)
            if hashlib.file_digest(file, _sum).digest() != known:
                return []
            return _loaded(file, _SIZE)  # part by part: as a whole it would take its room once more
    except OSError:
        return []


def unpacked(content: bytes) -> Any:  # noqa: ANN401  whatever was packed
    """Give the value of a pickle; None where it asks for anything but values of the record."""
    found = _loaded(io.BytesIO(content))
    return found[0] if found else None


def _loaded(file: IO[bytes], start: int = 0) -> list[Any]:
    found, end = [], file.seek(0, os.SEEK_END)
    file.seek(start)
    try:
        with uncollected():
            while file.tell() < end:
                found.append(_Unpickler(file).load())
    except Exception:  # noqa: BLE001  whatever stands there, it is no memory
        return []
    return found


def packed(value: object) -> bytes:
    """Give the pickle of a value."""
    return pickle.dumps(value, protocol=5)


def write(place: Path, value: object) -> None:
    """Write a value to a place, whole or not at all. A disk that takes nothing only makes the next run longer."""
    write_each(place, (value,))


def write_each(place: Path, values: Iterable[object]) -> None:
    """Write values in the same way, one behind the other: what one shares with others is then there more than once.

    To write one takes room for each value in it.
    """
    beside = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(bytes(_SIZE))
            summed = _Summed(file)
            for value in values:
                pickle.dump(value, summed, protocol=5)
            file.seek(0)
            file.write(summed.digest)
        beside.replace(place)
    except OSError:
        return


class _Summed:
    """A file that is written part by part, since the whole may take much room, and its sum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._made = file, _sum()

    def write(self, part: bytes) -> int:
        """Write a part."""
        self._made.update(part)
        return self._file.write(part)

    @property
    def digest(self) -> bytes:
        """What `digest` gives of all that was written."""
        return self._made.digest()


class _Unpickler(pickle.Unpickler):
    """Makes the values of the record's room, and days; whatever else a file asks for is refused."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  the signature of the base class
        found = super().find_class(module, name) if module.startswith(_ROOM) and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in {("datetime", "date"), ("copyreg", "__newobj__")}:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a record")
