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
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building.cache import grounds
from generator.building.ground import states_below
from generator.building.theme import THEME
from generator.pages.page import settings_of
from generator.record.loading import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_NOTES = Path(".cache", "build", "site.json")


class Standing:
    """The site in a folder, and what it would be made of now."""

    def __init__(self, config: MkDocsConfig, site: Path, *options: object) -> None:
        """Take the configuration, the site's folder, and what else was asked for that changes the site."""
        self._site, self._notes = site, Path(config.config_file_path).parent / _NOTES
        self._is_known = is_known(config)
        self._made_of = _made_of(config, str(site), *options) if self._is_known else ""

    def said(self) -> list[str] | None:
        """Give the warnings that the site was built with; None where it cannot stand."""
        try:
            notes = json.loads(self._notes.read_text(encoding="utf-8"))
            stands = self._is_known and notes["made of"] == self._made_of and notes["files"] == states_below(self._site)
            return [*map(str, notes["said"])] if stands else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, said: list[str]) -> None:
        """Note the site that is now there, and the warnings of its making; without a note, time is lost and no more."""
        if not self._is_known:
            return
        beside = self._notes.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            notes = {"made of": self._made_of, "said": said, "files": states_below(self._site)}
            self._notes.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(notes), encoding="utf-8")
            beside.replace(self._notes)


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
    """Give the sum of all that a site is made of."""
    told = Path(config.config_file_path).read_text(encoding="utf-8")
    named = sorted((name, value) for name, value in os.environ.items() if name in told)  # by `!ENV`
    made = hashlib.blake2b(repr((grounds(settings_of(config)), named, datetime.now(UTC).date(), options)).encode())
    for path in _read_by_a_build(config):
        with suppress(OSError):  # as a link that leads nowhere: the build says what is to be said of it
            made.update(f"\n{path} {hashlib.blake2b(path.read_bytes()).hexdigest()}".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def is_known(config: MkDocsConfig) -> bool:
    """Whether all is known that a build reads: nothing is of what plugins and hooks beside ours may ask for."""
    return set(config.plugins) == {"timeline"} and not config.hooks


def beside_the_record(config: MkDocsConfig) -> dict[str, tuple[int, int]]:
    """Give size and time of each file from which a build could take something, but for those of the record."""
    found = {}
    for path in _read_by_a_build(config, record=False):
        with suppress(OSError):
            state = path.stat()
            found[str(path)] = (state.st_size, state.st_mtime_ns)
    return found


def _read_by_a_build(config: MkDocsConfig, *, record: bool = True) -> Iterator[Path]:
    """Give every file of the project from which a build could take something, in order."""
    root = Path(config.config_file_path).parent
    yield from sorted(path for path in root.iterdir() if path.is_file())
    folders = {root / THEME, Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)}
    for folder in sorted(folders | {root / EVENTS} if record else folders):
        found = ((Path(at), names) for at, _, names in os.walk(folder, followlinks=True))
        yield from sorted(at / name for at, names in found for name in names)
