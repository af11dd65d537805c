"""Put on the path as `sitecustomize`: the disk lists every folder backwards, as another one might."""

from __future__ import annotations

import os
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_scandir, _listdir = os.scandir, os.listdir


class _Backwards:
    """The entries of a folder in the order opposite to that of letters."""

    def __init__(self, path: Any = ".") -> None:  # noqa: ANN401  as `os.scandir` takes it
        with _scandir(path) as found:
            self._entries: Iterator[os.DirEntry[Any]] = iter(sorted(found, key=attrgetter("name"), reverse=True))

    def __enter__(self) -> _Backwards:  # noqa: PYI034  one class
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def close(self) -> None:
        """Close nothing: the folder is closed already."""


def _listed(path: Any = ".") -> list[Any]:  # noqa: ANN401  as `os.listdir` takes it
    return sorted(_listdir(path), reverse=True)


os.scandir = _Backwards  # type: ignore[assignment]  # stands in for it
os.listdir = _listed
