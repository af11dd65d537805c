"""Stylesheets and scripts of the theme, as the site serves them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import minify  # type: ignore[import-untyped]  # it ships no types

from generator.pages import scripts
from generator.pages.picture import signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PART = re.compile(r'@import "([^"]+)";')
_LENGTH = 8
"""Of the hash in the name of the folder: enough to tell one version of these files from another."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of the theme that pages ask for."""

    folder: str
    """Where they stand, with a slash at the end. Its name changes with what is in them: a copy is good for ever."""
    files: Mapping[str, str]
    """Their texts, by address below the folder."""


def read_assets(theme: Path) -> Assets:
    """Read the stylesheets and scripts under a folder with `css/` and `js/`.

    The stylesheets become one, in the order of the manifest `css/open-channel.css`, so that a page asks once for all
    of them; the signs of running text follow. Scripts keep their folders. Both lose what only people read.
    """
    files = dict(_files(theme))
    digest = hashlib.sha256("".join(text for _, text in sorted(files.items())).encode()).hexdigest()
    return Assets(f"assets/{digest[:_LENGTH]}/", files)


def _files(theme: Path) -> Iterator[tuple[str, str]]:
    manifest = theme / "css" / "open-channel.css"
    parts = _PART.findall(manifest.read_text(encoding="utf-8"))
    sheets = ((manifest.parent / part).read_text(encoding="utf-8").strip() for part in parts)
    yield manifest.name, minify.string("text/css", "\n".join((*sheets, signs.sheet()))) + "\n"
    folder = theme / "js"
    for script in sorted(folder.rglob("*.js")):
        yield script.relative_to(folder).as_posix(), scripts.minified(script.read_text(encoding="utf-8"))


def is_unasked(path: str) -> bool:
    """Tell whether a file of Material is asked for by no page: its script, and maps of its source."""
    return path.endswith(".map") or path.startswith("assets/javascripts/")
