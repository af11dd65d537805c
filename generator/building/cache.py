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
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.page import Settings

_NOTES = Path(".cache", "build", "keys.json")
_ASIDE = ".last"
_CODE = Path(__file__).parent.parent


class Cache:
    """The files of the last site, by address."""

    def __init__(self, root: Path, last: Path | None, settings: Settings) -> None:
        """Take the project's folder, that of the last site (without one nothing is kept), and the site's settings."""
        self._notes, self._last = root / _NOTES, last
        self._grounds = grounds(settings)
        self._known: Mapping[str, list[object]] = {}
        with contextlib.suppress(OSError, ValueError):
            self._known = json.loads(self._notes.read_text(encoding="utf-8")) if last else {}

    def key(self, *made_of: object) -> str:
        """Give what stands for a file that is made of some values, and of nothing beside but what all are made of."""
        return digest((self._grounds, made_of))

    def take(self, address: str, key: str, target: Path) -> bool:
        """Put a file of the last site at its path in the new one, whose folder is there; tell whether it was kept."""
        if self._last is None:
            return False
        old = self._last / address
        try:
            if self._known.get(address) != [key, *_state(old)]:
                return False
            os.link(old, target)
        except OSError:
            return False
        return True

    def keep(self, keys: Mapping[str, str], site: Path) -> None:
        """Note the files of a site that is done: their keys by address."""
        notes = {address: [key, *_state(site / address)] for address, key in keys.items()}
        self._notes.parent.mkdir(parents=True, exist_ok=True)
        beside = self._notes.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(notes), encoding="utf-8")
        beside.replace(self._notes)


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


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _libraries() -> Iterable[str]:
    """Give the libraries on which the project stands, with their versions."""
    try:
        names = {name.split(";")[0].split("=")[0].split(">")[0].strip() for name in requires("open-channel") or ()}
        return sorted(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError:  # run without being installed: nothing is known of what it stands on
        return (os.urandom(8).hex(),)
