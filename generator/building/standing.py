"""Whether a site can stand as it is: nothing that it was made of has changed since, and none of its own files.

What it was made of is known by a sum over the content of every file that a build reads, over code, libraries,
settings and the day; its own files by their names, sizes and times, so that one that is missing, altered or put there
is seen.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.cache import grounds
from generator.building.ground import states_below, sum_of
from generator.building.theme import THEME
from generator.pages.page import settings_of
from generator.record.loading import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

_WORD = re.compile(r"\w+")
_NOTES = Path(".cache", "build", "site.json")


class Standing:
    """The site in a folder, and what it would be made of now."""

    def __init__(self, config: MkDocsConfig, site: Path, *options: object) -> None:
        """Take the configuration, the site's folder, and what else was asked for that changes the site."""
        self._site, self._notes = site, Path(config.config_file_path).parent / _NOTES
        self._made_of = _made_of(config, str(site), *options)

    def said(self) -> list[str] | None:
        """Give the warnings that the site was built with; None where it cannot stand."""
        try:
            made_of, _, rest = self._notes.read_text(encoding="utf-8").partition("\n")
            if not self._made_of or made_of != self._made_of:
                return None
            notes = json.loads(rest)
            return [*map(str, notes["said"])] if notes["files"] == self._files() else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, said: list[str], files: int) -> None:
        """Note the sum of the files that are there now, and the warnings of their making.

        Without a note time is lost, no more.
        """
        if not self._made_of:
            return
        beside = self._notes.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            notes = json.dumps({"said": said, "files": f"{files:x}"})
            self._notes.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(f"{self._made_of}\n{notes}", encoding="utf-8")
            beside.replace(self._notes)

    def _files(self) -> str:
        return f"{sum_of(states_below(self._site)):x}"


class Hearing(logging.Handler):
    """Keeps what is reported, beside those who print it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        """What was reported, in order."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(self.format(record))


def _made_of(config: MkDocsConfig, *options: object) -> str:
    """Give the sum of all that a site is made of; empty where that is not known."""
    beside = beside_the_record(config)
    return _sum((beside, options), _below(Path(config.config_file_path).parent / EVENTS)) if beside else ""


def beside_the_record(config: MkDocsConfig) -> str:
    """Give the sum of all that a site is made of beside the record.

    Empty where that is not known, for plugins and hooks beside ours may ask for anything.
    """
    if set(config.plugins) != {"timeline"} or config.hooks:
        return ""
    root = Path(config.config_file_path).parent
    told = Path(config.config_file_path).read_text(encoding="utf-8")
    words = set(_WORD.findall(told))
    named = sorted((name, value) for name, value in os.environ.items() if name in words)  # by `!ENV`
    folders = {root / THEME, Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)}
    files = (path for path in root.iterdir() if path.is_file())
    grounded = (grounds(settings_of(config)), named, datetime.now(UTC).date())
    return _sum(grounded, chain(sorted(files), *map(_below, sorted(folders))))


def _below(folder: Path) -> Iterable[Path]:
    """Give every file below a folder from which a build could take something, in order."""
    found = ((Path(at), names) for at, _, names in os.walk(folder, followlinks=True))
    return sorted(at / name for at, names in found for name in names)


def _sum(known: object, files: Iterable[Path]) -> str:
    """Give the sum of what is known and of what stands in files."""
    made = hashlib.blake2b(repr(known).encode("utf-8", "surrogateescape"))
    for path in files:
        with suppress(OSError):  # as a link that leads nowhere: the build says what is to be said of it
            made.update(f"\n{path} {hashlib.blake2b(path.read_bytes()).hexdigest()}".encode("utf-8", "surrogateescape"))
    return made.hexdigest()
