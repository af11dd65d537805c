"""Stylesheets and scripts of the theme, as the site serves them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLESHEET = "assets/open-channel.css"
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_LINES = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
"""Comments that have their lines to themselves."""
_IMPORT = re.compile(r'^(?:import|export)\b[^"\n]*from "\./([^"]+)";', re.MULTILINE)
_PART = re.compile(r'@import "([^"]+)";')


def assets(folder: Path) -> Iterator[tuple[str, str]]:
    """Give address and text of each asset under a folder with `css/` and `js/`.

    The stylesheets become one, in the order of the manifest `css/open-channel.css` and without comments, so that a
    page asks once for what it needs. Scripts keep their folders and lose the comments that stand on lines of their own.
    """
    manifest = folder / "css" / "open-channel.css"
    parts = _PART.findall(manifest.read_text(encoding="utf-8"))
    sheet = "\n".join((manifest.parent / part).read_text(encoding="utf-8").strip() for part in parts)
    yield STYLESHEET, re.sub(r"\n+", "\n", _COMMENT.sub("", sheet)) + "\n"
    scripts = folder / "js"
    for script in sorted(scripts.rglob("*.js")):
        yield f"assets/{script.relative_to(scripts).as_posix()}", _LINES.sub("", script.read_text(encoding="utf-8"))


def modules(folder: Path, entry: str) -> tuple[str, ...]:
    """Give the addresses of a script's modules under a folder with `js/`, itself included, all that it imports at once.

    A page names them, so that a browser asks for all of them together and not for one after the other.
    """
    found: dict[str, None] = {}
    waiting = [folder / "js" / entry]
    while waiting:
        script = waiting.pop()
        address = f"assets/{script.relative_to(folder / 'js').as_posix()}"
        if address not in found:
            found[address] = None
            waiting += (script.parent / name for name in _IMPORT.findall(script.read_text(encoding="utf-8")))
    return tuple(sorted(found))
