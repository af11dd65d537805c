"""Reading pictures back: the parsed drawing, its links, their names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator


def parsed(svg: str) -> ET.Element:
    """Parse a drawing, which fails where it is not well formed."""
    return ET.fromstring(svg)  # noqa: S314  a drawing that the test has just made


def links(svg: str) -> list[tuple[str, str]]:
    """Give the links of a drawing in the order of the keyboard: where each leads, and its name."""
    return [(link.get("href", ""), link.findtext("title", "")) for link in parsed(svg).iter("a")]


def ids(svg: str) -> list[str]:
    """Give the ids of a drawing."""
    return [element.get("id", "") for element in parsed(svg).iter() if element.get("id")]


def classes(svg: str) -> set[str]:
    """Give every class of a drawing."""
    return {name for element in parsed(svg).iter() for name in element.get("class", "").split()}


def of_class(svg: str, name: str) -> Iterator[ET.Element]:
    """Give the elements of a drawing that bear a class."""
    return (element for element in parsed(svg).iter() if name in element.get("class", "").split())


def texts(svg: str) -> list[str]:
    """Give the words that stand in a drawing."""
    return ["".join(element.itertext()) for element in parsed(svg).iter("text")]
