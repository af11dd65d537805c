"""Stylesheets and scripts of the theme, as the site serves them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import minify  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SCRIPTED = frozenset({
    "content.code.copy", "content.code.annotate", "content.tooltips", "content.footnote.tooltips", "content.tabs.link",
})  # fmt: skip
"""Features of Material for text that need its script."""
STYLESHEET = "assets/open-channel.css"
_IMPORT = re.compile(r'^(?:import|export)\b[^"\n]*from "\./([^"]+)";', re.MULTILINE)
_PART = re.compile(r'@import "([^"]+)";')


def assets(folder: Path) -> Iterator[tuple[str, str]]:
    """Give address and text of each asset under a folder with `css/` and `js/`.

    The stylesheets become one, in the order of the manifest `css/open-channel.css`, so that a page asks once for all
    of them. Scripts keep their folders. Both lose comments, air and long local names.
    """
    manifest = folder / "css" / "open-channel.css"
    parts = _PART.findall(manifest.read_text(encoding="utf-8"))
    sheet = "\n".join((manifest.parent / part).read_text(encoding="utf-8").strip() for part in parts)
    yield STYLESHEET, minify.string("text/css", sheet) + "\n"
    scripts = folder / "js"
    for script in sorted(scripts.rglob("*.js")):
        text = minify.string("application/javascript", script.read_text(encoding="utf-8"))
        yield f"assets/{script.relative_to(scripts).as_posix()}", text + "\n"


def is_scripted(features: Iterable[str] | None) -> bool:
    """Tell whether a theme with these features needs Material's script on hand-written pages."""
    return not SCRIPTED.isdisjoint(features or ())


def is_unasked(path: str, features: Iterable[str] | None) -> bool:
    """Tell whether a file of Material is asked for by no page: maps of its source, and an unneeded script."""
    return path.endswith(".map") or (path.startswith("assets/javascripts/") and not is_scripted(features))


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
