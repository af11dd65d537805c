"""What files were found to say, kept from one reading to the next, so that only a changed file is read anew.

A file that says the same bytes says the same entry. What is kept stands in a folder of its own for each state of this
room's code, and is as good as nothing where it cannot be read. It is unpickled, but nothing is made of it save the
values that this room declares: a file that somebody else has put there can start no program.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import shutil
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydantic

if TYPE_CHECKING:
    from generator.record.entry import Entry

    _Shelf = dict[str, tuple[bytes, Entry]]
    """Of each file of a folder, by name: the hash of its bytes, and its entry."""

KEPT_IN = ".cache/record"
"""The folder, relative to the project's root."""
_ROOM = "generator.record."


@dataclass
class Memory:
    """The entries of files, as they were read before. Only files without a fault are kept."""

    folder: Path
    """Where they are kept, for this state of the code alone."""
    _before: dict[str, _Shelf] = field(default_factory=dict)
    _now: dict[str, _Shelf] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> Memory:
        """Give the memory of a project."""
        return cls(root / KEPT_IN / _state_of_the_code())

    def recall(self, path: Path, content: bytes) -> Entry | None:
        """Give the entry of a file with this content; nothing where it has not been read without a fault before."""
        known = self._shelf(path.parent).get(path.name)
        if known is None or known[0] != _digest(content):
            return None
        self._now.setdefault(str(path.parent), {})[path.name] = known
        return known[1]

    def keep(self, path: Path, content: bytes, entry: Entry) -> None:
        """Remember the entry of a file."""
        self._now.setdefault(str(path.parent), {})[path.name] = (_digest(content), entry)

    def write(self) -> None:
        """Write what has changed, and drop what was kept for other states of the code.

        A disk that takes nothing only makes the next reading longer.
        """
        for other in self.folder.parent.glob("*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)
        for folder, shelf in self._now.items():
            before = self._before.get(folder, {})
            if {name: known[0] for name, known in shelf.items()} != {name: known[0] for name, known in before.items()}:
                _write(self._place(folder), shelf)

    def _shelf(self, folder: Path) -> _Shelf:
        name = str(folder)
        if name not in self._before:
            self._before[name] = _read(self._place(name))
        return self._before[name]

    def _place(self, folder: str) -> Path:
        return self.folder / f"{_digest(os.fsencode(folder)).hex()}.pickle"


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


@cache
def _state_of_the_code() -> str:
    """Name the state of all that decides what a file is read as: this room, pydantic, Python."""
    state = hashlib.blake2b(f"{sys.version} {pydantic.VERSION}".encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()


class _Unpickler(pickle.Unpickler):
    """Makes the values of this room, and days; whatever else a file asks for is refused."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  the signature of the base class
        found = super().find_class(module, name) if module.startswith(_ROOM) and "." not in name else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in {("datetime", "date"), ("copyreg", "__newobj__")}:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a record")


def _read(place: Path) -> _Shelf:
    try:
        content = place.read_bytes()
        digest, rest = content[:16], content[16:]
        if _digest(rest) != digest:
            return {}
        found = _Unpickler(io.BytesIO(rest)).load()
        return {name: (bytes(known), entry) for name, (known, entry) in found.items()}
    except Exception:  # noqa: BLE001  whatever stands there, it is no memory
        return {}


def _write(place: Path, shelf: _Shelf) -> None:
    content = pickle.dumps(shelf, protocol=5)
    beside = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_digest(content) + content)
        beside.replace(place)
    except OSError:
        return
