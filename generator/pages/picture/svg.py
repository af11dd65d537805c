"""Writing SVG: elements with escaped text and rounded numbers, and nothing that the browser would not parse."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = str | float | None
"""What an attribute holds: text, a number in pixels, or nothing, which leaves the attribute out."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_KEPT = 16_384
"""So many texts are remembered as they are escaped, and so many numbers as they are written: most of them are sizes,
words of a class, or names, that return and return."""


@lru_cache(_KEPT)
def number(value: float) -> str:
    """Write a number of pixels to a tenth, without a trailing zero: `3`, `0.5`, `-12.3`."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded


@lru_cache(_KEPT)
def clean(text: str) -> str:
    """Escape a text for content and attributes, without the characters that XML 1.0 forbids."""
    return escape(_NOT_XML.sub("\ufffd", text))


def element(name: str, content: str = "", **attributes: Value) -> str:
    """Write an element around content that is markup already.

    Names of attributes lose a trailing underscore and take hyphens for the others: `class_`, `text_anchor`. The way of
    a path, `d`, is one that `way` has written.
    """
    written = name
    for key, value in attributes.items():
        if value is not None:
            said = number(value) if not isinstance(value, str) else value if key == "d" else clean(value)
            written += f' {_named(key)}="{said}"'
    return f"<{written}>{content}</{name}>" if content else f"<{written}/>"


def text(content: str, x: float, y: float, class_: str, anchor: str | None = None) -> str:
    """Write a line of text at its baseline; `anchor` is SVG's `middle` or `end`."""
    return element("text", clean(content), class_=class_, x=x, y=y, text_anchor=anchor)


def rect(class_: str | None, x: float, y: float, width: float, height: float) -> str:
    """Write a rectangle; a negative size becomes none at all."""
    return element("rect", class_=class_, x=x, y=y, width=max(width, 0.0), height=height)


def block(x: float, y: float, width: float, height: float) -> str:
    """Write the way around a rectangle, for paths of one or several: shorter than the elements."""
    return way("M", x, y, "h", width, "v", height, "h", -width, "z")


def line(class_: str, *steps: str | float) -> str:
    """Write a path from commands and numbers: `line("grid", "M", 4, 0, "V", 90)`."""
    return element("path", class_=class_, d=way(*steps))


def way(*steps: str | float) -> str:
    """Write the commands and numbers of a path, without a space where a command or a sign parts them."""
    written, after_number = "", False
    for step in steps:
        if isinstance(step, str):
            written, after_number = written + step, False
        else:
            part = number(step)
            written += f" {part}" if after_number and part[0] != "-" else part
            after_number = True
    return written


def uprights(places: Iterable[float], top: float, bottom: float) -> str:
    """Write the way of upright lines, all between the same heights."""
    rest = way(0, top, "V", bottom)[1:]
    return "".join([f"M{number(x)}{rest}" for x in places])


def levels(class_: str, heights: Iterable[float], left: float, right: float) -> str:
    """Write level lines, all between the same sides, as one path; nothing where there are none."""
    rest = way("H", right)
    ways = "".join([way("M", left, height) + rest for height in heights])
    return element("path", class_=class_, d=ways) if ways else ""


def group(parts: Iterable[str], **attributes: Value) -> str:
    """Write a group around its parts; nothing where there are none."""
    content = "".join(parts)
    return element("g", content, **attributes) if content else ""


def drawing(parts: Iterable[str], width: float, height: float, class_: str = "tl", **attributes: Value) -> str:
    """Write a whole picture of a size in pixels, drawn one to one."""
    box = f"0 0 {number(width)} {number(height)}"
    return element("svg", "".join(parts), class_=class_, width=width, height=height, viewBox=box, **attributes)


@cache
def _named(key: str) -> str:
    return key if key == "viewBox" else key.rstrip("_").replace("_", "-")
