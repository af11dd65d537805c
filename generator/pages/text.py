"""The record's prose as HTML: emphasis, code and links, and nothing else.

What a contributor writes can never become markup of its own: Markdown is left with its inline forms only,
links lead to http(s) or to an entry of the record, and the result is cleaned against a list of four tags.
"""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.util import ETX, STX
from markupsafe import Markup, escape

from generator.pages.addresses import LINKED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Resolve = Callable[[str, str], str | None]
    """From kind and id of an entry to its link; None where there is no such entry."""

_INLINE: Mapping[str, str] = {"backtick": "`", "escape": "\\", "link": "[", "entity": "&", "em_strong": "*_"}
"""The inline forms that are read, by Markdown's names for them, with the signs without which there is none."""
_TAGS = {"em", "strong", "code", "a"}
_SCHEMES = {"http", "https"}
_MARKS = re.compile(r"[\\`*_\[\]<>&]")
_NO_LINK = re.compile(r"<a>(.*?)</a>")
_OUTSIDE = re.compile(r'<a href="(?=https?:)', re.IGNORECASE)

_KEPT = 8_000
"""So many texts are remembered without their Markdown: descriptions, calendars, citations ask for the same."""


class Prose:
    """Writes texts of the record as HTML. Holds one Markdown converter and the way to find links."""

    def __init__(self, resolve: Resolve, marked: Callable[[str], str] = str) -> None:
        """Take the function that finds the link to an entry, and the one that marks terms in the HTML of a text."""
        self._converter = Markdown(output_format="html")
        self._cleaner = nh3.Cleaner(
            tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES | set(LINKED), link_rel=None,
            attribute_filter=lambda _tag, _name, value: self._target(value),
        )  # fmt: skip
        self._resolve = resolve
        self._marked = marked

    def inline(self, text: str) -> Markup:
        """Give a text, on one line whatever its breaks, as HTML for the inside of an element."""
        text = " ".join(text.split())
        if not _MARKS.search(text):
            return Markup(self._marked(str(escape(text))))  # noqa: S704  escaped before it is marked
        cleaned = self._cleaner.clean(_converted(self._converter.reset(), text))
        linked = _OUTSIDE.sub('<a rel="external noopener" href="', _NO_LINK.sub(r"\1", cleaned))
        return Markup(self._marked(linked))  # noqa: S704  cleaned against the list above

    def paragraphs(self, text: str) -> tuple[Markup, ...]:
        """Give the paragraphs of a text, which a line break sets apart, each as HTML for the inside of a `<p>`."""
        return tuple(self.inline(part) for part in text.split("\n") if part and not part.isspace())

    def _target(self, target: str) -> str | None:
        """Give where a link leads; None for a target that is neither http(s) nor an entry of the record."""
        scheme, _, rest = target.partition(":")
        if scheme in LINKED:
            return self._resolve(scheme, rest)
        return target if scheme.lower() in _SCHEMES and rest.startswith("//") else None


def plain(text: str) -> str:
    """Give a text without its Markdown, on one line: for descriptions and other places without markup."""
    return _unmarked(text) if _MARKS.search(text) else " ".join(text.split())


@lru_cache(maxsize=_KEPT)
def _unmarked(text: str) -> str:
    marked = _unlinked().inline(text)
    return html.unescape(nh3.clean(str(marked), tags=set()))


@cache
def _unlinked() -> Prose:
    return Prose(lambda _kind, _id: None)


def _converted(converter: Markdown, text: str) -> str:
    """Give a line as HTML: a paragraph by itself, whatever it looks like, so that its inline forms alone are read.

    This is what `convert` does of a document, less the looking for blocks and the indenting, which take half its time.
    """
    root = Element("div")
    SubElement(root, "p").text = text.replace(STX, "").replace(ETX, "").lstrip()
    reading: Any = converter.treeprocessors["inline"]
    reading.inlinePatterns = [
        converter.inlinePatterns[name] for name, signs in _INLINE.items() if any(sign in text for sign in signs)
    ]
    reading.run(root)
    converter.treeprocessors["unescape"].run(root)
    made = converter.serializer(root)
    for process in converter.postprocessors:
        made = process.run(made)
    return made
