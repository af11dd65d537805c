"""What need not be made again: files of the last site whose every ground is what it was.

A file is known by its key: the code and the libraries, the site's settings, and what it is made of. It is taken from
the last site where its key and its state are those that were noted when that site was done: size and time, so that no
edit by hand, no half-built site and no other build's is taken for it. The last site is left as it is: the new one gets
a second name of the same file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import shutil
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.pages.page import Settings

State = list[int]
"""Size of a file in bytes, and the time of its last change in nanoseconds."""
States = dict[str, State]
"""By address relative to the site's root."""

Done = TypeVar("Done")

_NOTES = Path(".cache", "build", "keys.json")
_ASIDE = ".last"
_CODE = Path(__file__).parent.parent


class Cache:
    """The files of the last site, by address."""

    def __init__(self, root: Path, last: Path | None, settings: Settings) -> None:
        """Take the project's folder, that of the last site (without one nothing is kept), and the site's settings."""
        self._notes, self._last = root / _NOTES, last
        self._grounds = grounds(settings)
        self._known: Mapping[str, tuple[str, States]] = {}
        with contextlib.suppress(OSError, ValueError):
            self._known = json.loads(self._notes.read_text(encoding="utf-8")) if last else {}

    def key(self, *made_of: object) -> str:
        """Give what stands for a file that is made of some values, and of nothing beside but what all are made of."""
        return digest((self._grounds, made_of))

    def take(self, name: str, key: str, site: str) -> States | None:
        """Put what is called so in the last site into the new one, and give its files' states; None where it cannot."""
        linked: list[str] = []
        try:
            known, states = self._known[name]
            if known != key or not self._last:
                return None
            if any(not is_below(name, at) or state_of(f"{self._last}/{at}") != state for at, state in states.items()):
                return None
            for address in states:
                path = f"{site}/{address}"
                in_its_folder(path, partial(os.link, f"{self._last}/{address}", path))
                linked.append(path)
        except (OSError, KeyError, ValueError, TypeError, AttributeError):
            for path in linked:
                os.unlink(path)  # noqa: PTH108  as below
            return None
        return states

    def keep(self, made: Mapping[str, tuple[str, States]]) -> None:
        """Note the files of a site that is done: by name the key, and the states of what it was made to."""
        self._notes.parent.mkdir(parents=True, exist_ok=True)
        beside = self._notes.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(made), encoding="utf-8")
        beside.replace(self._notes)


def is_below(name: str, address: str) -> bool:
    """Whether a file belongs to what has a name: the address of that file, or of a folder in which it is."""
    return address == name or (name.endswith("/") and address.startswith(name) and ".." not in address)


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


def set_aside(site: Path) -> Path | None:
    """Put what stands in a site's folder under a name in it that MkDocs does not empty; give its new folder, if any."""
    aside = site / _ASIDE
    clear_aside(site)
    found = [path for path in site.iterdir() if not path.name.startswith(".")] if site.is_dir() else []
    if not found:
        return None
    aside.mkdir()
    for path in found:
        path.rename(aside / path.name)
    return aside


def clear_aside(site: Path) -> None:
    """Remove what was set aside in a site's folder, by this build or one that did not come to its end."""
    shutil.rmtree(site / _ASIDE, ignore_errors=True)


def grounds(settings: Settings) -> str:
    """Give what stands for all files' common grounds: code and templates, Python, libraries, the site's settings."""
    made = hashlib.blake2b(repr((settings, platform.python_version(), *_libraries())).encode())
    for path in sorted(_CODE.rglob("*")):
        if path.suffix in {".py", ".jinja"}:
            made.update(f"{path.relative_to(_CODE)}\n".encode() + path.read_bytes())
    return made.hexdigest()


def _libraries() -> Iterable[str]:
    """Give the libraries on which the project stands, with their versions."""
    try:
        names = {name.split(";")[0].split("=")[0].split(">")[0].strip() for name in requires("open-channel") or ()}
        return sorted(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError:  # run without being installed: nothing is known of what it stands on
        return (os.urandom(8).hex(),)
