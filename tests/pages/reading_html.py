"""Reading pages as a browser would: their elements, links, ids and text."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from markdown import Markdown

if TYPE_CHECKING:
    from generator.pages.site import Page

ROOT = Path(__file__).parent.parent.parent
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADING = re.compile("h[1-6]")


class Tree(HTMLParser):
    """What a piece of HTML holds, and whether its elements close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.misnested: list[str] = []
        self.headings: list[int] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element with its attributes."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if _HEADING.fullmatch(tag):
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that closes itself."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Note an end that fits no beginning."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data

    def values(self, tag: str, name: str) -> list[str]:
        """Give the values of an attribute on elements of a kind; of all elements for `*`."""
        return [attrs[name] for found, attrs in self.elements if tag in ("*", found) and name in attrs]


def parts(page: Page) -> tuple[dict[str, Any], str]:
    """Split a page into front matter, as YAML reads it, and body."""
    _, head, body = page.text.split("---\n", 2)
    return yaml.safe_load(head), body.removeprefix("\n")


def is_drawn(page: Page) -> bool:
    """Whether the body is HTML, drawn whole by the generator."""
    return "page_class" in parts(page)[0]


def rendered(page: Page) -> str:
    """Give the body as MkDocs turns it into HTML, with the extensions of mkdocs.yml."""
    return _converted(parts(page)[1])


@cache
def _converted(text: str) -> str:
    return _converter().reset().convert(text)


@cache
def _converter() -> Markdown:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_load(text.replace("!ENV ", ""))["markdown_extensions"]
    names = ["toc", "tables", "fenced_code", *(one if isinstance(one, str) else next(iter(one)) for one in listed)]
    options = {name: value for one in listed if isinstance(one, dict) for name, value in one.items()}
    return Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options)
