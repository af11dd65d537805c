"""What need not be made again: files of the last site whose every ground is what it was.

A file is known by its key: the code and the libraries, the site's settings, and what it is made of. It stands where its
key and its state are those that were noted when the last site was done: size and time, so that no edit by hand, no
half-built site and no other build's is taken for it (`ground.py`).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.building.ground import sum_of
from generator.building.last import last_of
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.building.ground import States
    from generator.building.last import Last
    from generator.pages.page import Settings

    Noted = tuple[str, str, States]
    """What was made: its name, its key, and the states of its files."""

_NOTES = Path(".cache", "build", "keys.json")
_LAST = Path(".cache", "build", "last.json")
_written = json.JSONEncoder(separators=(",", ":")).encode
_CODE = Path(__file__).parent.parent


class Cache:
    """The files of the last site, by address."""

    def __init__(self, root: Path, settings: Settings, *, remembers: bool = True) -> None:
        """Take the project's folder and the site's settings; where nothing is remembered, all is made anew."""
        self._notes, self._remembers = root / _NOTES, remembers
        self._grounds = grounds(settings)
        self.last = last_of(root / _LAST) if remembers else None
        """What is known of the last site as a whole."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of a last site."""
        return not self._known

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        with contextlib.suppress(OSError, ValueError, TypeError):
            if self._remembers:
                with self._notes.open(encoding="utf-8") as file:
                    if file.readline().rstrip() != self._grounds:  # no key can be what it was, and all take much room
                        return {}
                    noted = json.load(file)
                since = self.last.made if self.last else {}
                return {**noted, **{name: (key, files.states) for name, (key, files) in since.items()}}
        return {}

    def key(self, *made_of: object) -> str:
        """Give what stands for a file that is made of some values, and of nothing beside but what all are made of."""
        return digest((self._grounds, made_of))

    def known(self, keys: Mapping[str, str]) -> dict[str, States]:
        """Give the states of the files that were made by those of some keys, by name, that are what they were."""
        found: dict[str, States] = {}
        for name, key in keys.items():
            with contextlib.suppress(KeyError, TypeError, ValueError):
                known, states = self._known[name]
                if known == key and isinstance(states, dict) and all(is_below(name, address) for address in states):
                    found[name] = states
        return found

    def keep_last(self, last: Last) -> None:
        """Note what is known of a site that is done."""
        last.keep(self._notes.with_name(_LAST.name))

    def keep(self, made: Iterable[Noted]) -> int:
        """Note the files of a site, one by one as they are made, once it is done; give their sum (`ground.py`)."""
        self._notes.parent.mkdir(parents=True, exist_ok=True)
        beside, total = self._notes.with_suffix(f".{os.getpid()}"), 0
        try:
            with beside.open("w", encoding="utf-8") as file:
                file.write(f"{self._grounds}\n")
                before = "{"
                for name, key, states in made:
                    file.write(f"{before}{_written(name)}:{_written((key, states))}")
                    total, before = total + sum_of(states), ",\n"
                file.write("}" if before != "{" else "{}")
            beside.replace(self._notes)
        finally:
            beside.unlink(missing_ok=True)
        return total


def is_below(name: str, address: str) -> bool:
    """Whether a file belongs to what has a name: the address of that file, or of a folder in which it is."""
    return address == name or (name.endswith("/") and address.startswith(name) and ".." not in address)


def grounds(settings: Settings) -> str:
    """Give what stands for all files' common grounds: code and templates, Python, libraries, the site's settings."""
    known = (settings, platform.python_version(), _libraries(), _code())
    return hashlib.blake2b(repr(known).encode()).hexdigest()


@cache
def _code() -> str:
    """Give the sum of the code, which is that of this process as long as it runs."""
    made = hashlib.blake2b()
    for path in sorted(_CODE.rglob("*")):
        if path.suffix in {".py", ".jinja"}:
            made.update(f"{path.relative_to(_CODE)}\n".encode() + path.read_bytes())
    return made.hexdigest()


@cache
def _libraries() -> tuple[str, ...]:
    """Give the libraries on which the project stands, with their versions."""
    try:
        names = {name.split(";")[0].split("=")[0].split(">")[0].strip() for name in requires("open-channel") or ()}
        return tuple(sorted(f"{name} {version(name)}" for name in names))
    except PackageNotFoundError:  # run without being installed: nothing is known of what it stands on
        return (os.urandom(8).hex(),)
