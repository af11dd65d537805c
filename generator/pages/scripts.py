"""Scripts of the theme as the site serves them: without comments, air and long names of their own."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import minify  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT = re.compile(r'^import [^"]*"([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|class) (\w+))", re.MULTILINE)
_FUNCTION = re.compile(r"(.*?)f\(\(\)=>\{(.*)debugger;return\{(.*)\}\}\)", re.DOTALL)
"""What a module imports, what it does, and what it exports, as they come back from the minifier."""


def minified(script: str) -> str:
    """Write a script shorter; of a module its own names at the top, too, but for what others know them by.

    The minifier spares names at the top, which in other scripts are the whole page's. So it is given the module as a
    function that returns what it exports, and a module is made again of what comes back: statements are drawn together
    there, but never over a `debugger`. Names that are imported stay: most are used too seldom to gain by another one.
    """
    imports, exports = "".join(found[0] for found in _IMPORT.finditer(script)), _EXPORT.findall(script)
    if not imports and not exports:
        return _minified(script)
    body = _EXPORT.sub("", _IMPORT.sub("", script))
    short = _minified(f"{imports}f(() => {{\n{body}\ndebugger; return {{ {', '.join(exports)} }}; }})")
    parts = _FUNCTION.fullmatch(short)
    if not parts:
        raise ValueError(f"a module came back from the minifier as something else: {short}")
    head, short, given = parts.groups()
    return head + short + ("export{" + re.sub(r"(\w+):(\w+)", r"\2 as \1", given) + "}" if exports else "")


def _minified(script: str) -> str:
    """Hand a script to the minifier, with air: it gives no more than it takes, and short scripts may grow."""
    short: str = minify.string("application/javascript", script.ljust(2 * len(script)))
    return short


def modules(theme: Path, entry: str) -> tuple[str, ...]:
    """Give a script's modules under a folder with `js/`, itself included, all that it imports at once, by address.

    A page names them, so that a browser asks for all of them together and not for one after the other.
    """
    found: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        address = waiting.pop()
        if address not in found:
            found[address] = None
            imported = _IMPORT.findall((theme / "js" / address).read_text(encoding="utf-8"))
            waiting += (posixpath.normpath(posixpath.join(address, "..", name)) for name in imported)
    return tuple(sorted(found))
