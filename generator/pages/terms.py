"""Terms of the glossary within texts of the record: each a link to its meaning, which a script shows in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.pages.addresses import GLOSSARY

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"(<[^>]+>)")
_TERM = re.compile(r'<a class="term" href="([^"]+)">([^<]*)</a>')
_OPAQUE = ("a", "code")
"""Elements whose words are left alone: links lead elsewhere already, code is no text."""


class Terms:
    """Marks terms in the HTML of a text."""

    def __init__(self, anchors: Mapping[str, str], root: str) -> None:
        """Take the anchor of each term by its words, and the way from the page to the site's root."""
        self._anchors = {_key(words): anchor for words, anchor in anchors.items()}
        self._page = root + GLOSSARY
        words = "|".join(_pattern(words) for words in sorted(anchors, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?!\w)")
        self._signs = {max(_key(words).split(), key=len) for words in anchors}
        """The longest word of each term: a text without any of them is passed at once."""

    def marked(self, made: str) -> str:
        """Give a text with the first use of each term in it linked to its meaning."""
        said = made.lower()
        if not any(sign in said for sign in self._signs) or not self._pattern.search(made):
            return made
        parts, told, inside = _TAG.split(made), set[str](), 0
        for number, part in enumerate(parts):
            if part.startswith("<"):
                inside += _step(part)
            elif not inside:
                parts[number] = self._pattern.sub(lambda found: self._link(found[0], told), part)
        return "".join(parts)

    def _link(self, words: str, told: set[str]) -> str:
        anchor = self._anchors.get(_key(words)) or self._anchors[_key(words.removesuffix("s"))]
        if anchor in told:
            return words
        told.add(anchor)
        return f'<a class="term" href="{self._page}#{anchor}">{words}</a>'


def once(body: str) -> str:
    """Leave each term of a page marked where it stands first, and nowhere else."""
    told: set[str] = set()

    def kept(found: re.Match[str]) -> str:
        if found[1] in told:
            return found[2]
        told.add(found[1])
        return found[0]

    return _TERM.sub(kept, body)


def _pattern(words: str) -> str:
    """Give the pattern of a term: a short form as it stands, words in letters of either size, one or several."""
    if words.upper() == words:
        return re.escape(words)
    parts = "[ -]".join(re.escape(part) for part in re.split("[ -]", words))
    return f"(?i:{parts}s?)"


def _key(words: str) -> str:
    return words.lower().replace("-", " ")


def _step(tag: str) -> int:
    name = tag.strip("</>").partition(" ")[0]
    return (-1 if tag.startswith("</") else 1) if name in _OPAQUE else 0
