"""Texts without their Markdown, for reading and for counting words. Nothing of it is printed as markup."""

from __future__ import annotations

import re

_MARKED = re.compile(r"[\\`*\[<]")
_LINK = re.compile(r"!?\[([^\]\[]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\{[^}]*\})")
_TAG = re.compile(r"<[^<>]*>")
_SIGNS = re.compile(r"(\\)(?=[\\`*_\[\]<>&#])|\*+(?=\S)|(?<=\S)\*+|`+")


def unmarked(text: str) -> str:
    """Give a text without links, emphasis and code signs, on one line: for the search, which reads words alone."""
    if _MARKED.search(text):
        text = _SIGNS.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
    return " ".join(text.split())
