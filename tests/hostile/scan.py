"""What a page of the site is made of, as a browser would read it: to be compared with what it may be made of."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "content"})


class Parts(HTMLParser):
    """Collects the kinds of elements with their attributes, the addresses, the texts of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kinds: set[tuple[str, str]] = set()
        """Element and attribute, such as `("a", "href")`; the attribute is empty for the element itself."""
        self.schemes: set[str] = set()
        self.inline: set[str] = set()
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.kinds.add((tag, ""))
        self.kinds |= {(tag, name) for name, _ in attrs}
        for name, value in attrs:
            if name in ADDRESSES and name != "content":
                before = (value or "").strip().partition(":")
                if before[1] and "/" not in before[0] and "?" not in before[0] and "#" not in before[0]:
                    self.schemes.add(before[0].lower())
        self._within = tag if tag in ("script", "style") else ""
        if tag == "script" and (dict(attrs).get("type") or "").endswith("json"):
            self._within = ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the signature of the base class
        """Leave an element."""
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Note what a script or style holds."""
        if self._within:
            self.inline.add(f"{self._within}: {data}")


def parts(site: Path) -> Parts:
    """Read all pages of a site."""
    found = Parts()
    for page in site.rglob("*.html"):
        one = Parts()
        one.feed(page.read_text(encoding="utf-8"))
        one.close()
        found.kinds |= one.kinds
        found.schemes |= one.schemes
        found.inline |= one.inline
    return found
