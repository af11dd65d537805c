"""The glossary: which of its terms explain themselves wherever a text of the record uses them.

The page of terms is written by hand, a Markdown list of definitions. A term that is marked `.in-texts` behind its
anchor, `PLA {#pla .in-texts}`, is one; `data-also="…, …"` names other words for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.reading import Document

PAGE = "content/glossary.md"
"""The page of terms, from the project's folder."""

_TERM = re.compile(
    r'^(?P<name>\S.*?) \{#(?P<anchor>[\w-]+) \.in-texts(?: data-also="(?P<also>[^"]*)")?\}$', re.MULTILINE
)


def terms_in(prose: Mapping[str, Document]) -> Mapping[str, str]:
    """Give the anchor of each such term by its name and its other words, as the page writes them; none without it."""
    text = prose[PAGE].text if PAGE in prose else ""
    found: dict[str, str] = {}
    for term in _TERM.finditer(text):
        others = (term["also"] or "").split(", ")
        found |= {name: term["anchor"] for name in (term["name"], *others) if name}
    return found
