"""The folder in which a site is made, with what stands in it already.

Beside the published site the one before it is kept, and the next one is made in its folder, so that a build writes what
is other there and nothing else. Nothing in the folder is trusted but what has the size and the time that were noted for
it: what has others is taken from the published site, as a second name of the same file, or made; what nobody asks for
goes. So it may come from anywhere, and be as half-built as it likes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

State = list[int]
"""Size of a file in bytes, and the time of its last change in nanoseconds."""
States = dict[str, State]
"""By address relative to the site's root."""

Done = TypeVar("Done")

_ASIDE = ".last"


class Ground:
    """A folder in which a site is made."""

    def __init__(self, folder: Path, last: Path | None = None, found: States | None = None) -> None:
        """Take the folder, that of the published site, which is left as it is, and what was found in the folder."""
        self.folder, self._last = str(folder), last and str(last)
        self._found = states_below(folder) if found is None else found

    def take(self, wanted: Mapping[str, States]) -> dict[str, States]:
        """Give what of the wanted is there or can be had of the published site, by name; all other files go."""
        noted = {address: state for states in wanted.values() for address, state in states.items()}
        self._clear([address for address, state in self._found.items() if noted.get(address) != state])
        taken = {
            name: states
            for name, states in wanted.items()
            if all(address in self._found or self._has(address, state) for address, state in states.items())
        }
        self._clear(self._found.keys() - {address for states in taken.values() for address in states})
        return taken

    def _has(self, address: str, state: State) -> bool:
        """Take a file of the published site, if it is what was noted."""
        last, path = f"{self._last}/{address}", f"{self.folder}/{address}"
        with suppress(OSError):
            if self._last and state_of(last) == state:
                in_its_folder(path, partial(os.link, last, path))
                self._found[address] = state
        return address in self._found

    def _clear(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            del self._found[address]
            os.unlink(f"{self.folder}/{address}")  # noqa: PTH108  a Path for each of many thousand files takes long
            with suppress(OSError):  # until a folder has something in it
                while address := os.path.dirname(address):  # noqa: PTH120  as above
                    os.rmdir(f"{self.folder}/{address}")  # noqa: PTH106  as above


def set_aside(site: Path, *, hidden: bool = False) -> Path:
    """Put what stands in a site's folder into a folder in it that MkDocs does not empty, and give that.

    What has a name with a leading dot, which MkDocs leaves alone, stays where it is, unless the `hidden` go, too.
    """
    aside = site / _ASIDE
    aside.mkdir(parents=True, exist_ok=True)
    _move_all(site, aside, hidden=hidden)
    return aside


def put_back(site: Path) -> States:
    """Put what was set aside in a site's folder back into its place, with what MkDocs has written there: give that."""
    aside = site / _ASIDE
    written = states_below(site, but=_ASIDE)
    _move_all(site, aside)
    for path in list(aside.iterdir()):
        path.replace(site / path.name)
    aside.rmdir()
    return written


def _move_all(site: Path, to: Path, *, hidden: bool = False) -> None:
    for path in list(site.iterdir()):
        if path != to and (hidden or not path.name.startswith(".")):
            _move(path, to / path.name)


def _move(path: Path, to: Path) -> None:
    """Put a file or a folder in a place; where a folder is there already, one among what it holds."""
    if _is_folder(path) and _is_folder(to):
        for inner in list(path.iterdir()):
            _move(inner, to / inner.name)
        path.rmdir()
        return
    if _is_folder(to):
        shutil.rmtree(to)
    elif _is_folder(path):
        to.unlink(missing_ok=True)
    path.replace(to)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def in_its_folder(path: str, put: Callable[[], Done]) -> Done:
    """Put a file at a path, and first its folder where that is missing; give what putting it gives."""
    try:
        return put()
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  a Path for each takes long
        return put()


def state_of(file: str | int) -> State:
    """Give size and time of a file, by its path or as it is open."""
    found = os.stat(file)  # noqa: PTH116  a Path for each of many thousand files takes long
    return [found.st_size, found.st_mtime_ns]


def sum_of(states: States) -> int:
    """Give what tells files with their states from others, whatever their order: sums of parts add up to the whole's.

    Each adds what a digest makes of it, so that no one gets at a sum but by the same files.
    """
    told = (f"{address} {size} {changed}" for address, (size, changed) in states.items())
    return sum(int.from_bytes(hashlib.blake2b(one.encode("utf-8", "surrogateescape"), digest_size=16).digest(), "big")
               for one in told)  # fmt: skip


def states_below(folder: Path, but: str = "") -> States:
    """Give size and time of each file below a folder, by its path, but for what is in the folder of a name in there."""
    found: States = {}
    waiting, above = [str(folder)], len(str(folder)) + 1
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name == but and len(entry.path) == above + len(but):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    state = entry.stat(follow_symlinks=False)
                    found[entry.path[above:]] = [state.st_size, state.st_mtime_ns]
    return found
