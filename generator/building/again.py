"""A site after a change of texts alone: MkDocs would write once more what it has written."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.building.shell import Shell
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from generator.building.ground import States
    from generator.building.publishing import Published

_NOTES = Path(".cache", "build", "written.json")


class Written(NamedTuple):
    """What MkDocs has written in a build."""

    ground: str
    """What stands for all that it has read, and for what the record says beside the texts of its events."""
    told: str
    """What stands for what it was told of the pages."""
    named: str
    """The words by which pages are framed alone, as a shell takes them."""
    framed: Mapping[str, str]
    """What the theme has made of patterns, by their source."""
    files: States
    """The files that it has written, but for those of a preview."""
    said: Sequence[str]
    """Its warnings."""

    def shell(self, published: Published) -> Shell | None:
        """Give the frames for what is to be published; nothing where MkDocs would have to be told something else."""
        shell = Shell(published.pages, self.named)
        if told(published, shell) != self.told:
            return None
        for pattern in shell.uris:
            shell.learn(pattern, self.framed[pattern])
        return shell

    def repeat(self) -> None:
        """Say once more what MkDocs has warned of."""
        for warning in self.said:
            logging.getLogger("mkdocs").warning("%s", warning)

    def keep(self, config: MkDocsConfig) -> None:
        """Note it for later builds; without a note, time is lost and no more."""
        notes = _notes(config)
        beside = notes.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            beside.write_text(json.dumps(self), encoding="utf-8")
            beside.replace(notes)


def last_written(config: MkDocsConfig) -> Written | None:
    """Give what MkDocs has written in the last build, as far as it was noted."""
    with suppress(OSError, ValueError, TypeError):
        return Written(*json.loads(_notes(config).read_text(encoding="utf-8")))
    return None


def ground_of(beside: str, bare: str) -> str:
    """Give what stands for all that MkDocs reads, beside the record and in the bare one."""
    return digest((beside, bare))


def told(published: Published, shell: Shell) -> str:
    """Give what stands for what MkDocs is told: the frames, when pages changed, and those that it writes whole."""
    whole = [(page.src_uri, page.told) for page in published.pages if page.src_uri not in shell]
    return digest((shell.told, sorted(published.dates.items()), whole))


def _notes(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / _NOTES
