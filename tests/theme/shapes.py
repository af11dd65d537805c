"""Drawings taken apart: every shape with its look and its corners, whatever element or path it was written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Point = tuple[float, float]
_TOKENS = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "C": 6, "Z": 0}
_SHAPES = ("rect", "circle", "path")
_UNSEEN = ("defs", "desc", "title")


class Shape(NamedTuple):
    """A shape or a line of text."""

    look: str
    """Its classes, paint, dashes, opacity; of text the words as well."""
    points: tuple[Point, ...]


def shapes(svg: str) -> list[Shape]:
    """Take a drawing apart. What a pointer takes but nobody sees, being without a class, is left out."""
    root = ET.fromstring(svg)  # noqa: S314  a drawing that the test has just made
    return [shape for child in root for shape in _shapes(child, {})]


def apart(expected: Iterable[Shape], found: Iterable[Shape], within: float) -> list[str]:
    """Say which shapes stand in one drawing alone, when two count as the same whose corners lie near each other."""
    left: dict[tuple[str, int], list[Shape]] = {}
    for shape in found:
        left.setdefault((shape.look, len(shape.points)), []).append(shape)
    faults = []
    for shape in expected:
        same = left.get((shape.look, len(shape.points)), [])
        twin = next((one for one in same if _near(one.points, shape.points, within)), None)
        if twin:
            same.remove(twin)
        else:
            faults.append(f"missing: {shape}")
    return faults + [f"too much: {shape}" for shapes in left.values() for shape in shapes]


def _near(one: tuple[Point, ...], other: tuple[Point, ...], within: float) -> bool:
    return all(abs(x - u) <= within and abs(y - v) <= within for (x, y), (u, v) in zip(one, other, strict=True))


def _shapes(element: ET.Element, above: Mapping[str, str]) -> Iterator[Shape]:
    """Go through the shapes of an element; class, paint and opacity of groups hold for what they hold."""
    if element.tag in _UNSEEN:
        return
    own = {key: element.get(key, above.get(key, "")) for key in ("class", "fill", "stroke-dasharray")}
    own["class"] = above.get("class", "") if own["class"] == "x" else own["class"]
    own["opacity"] = f"{float(above.get('opacity') or 1) * float(element.get('opacity', 1)):.2g}"
    if element.tag == "text":
        words = f"{own['class']}|{element.get('text-anchor', '')}|{''.join(element.itertext())}"
        yield Shape(words, ((float(element.get("x", 0)), float(element.get("y", 0))),))
    elif element.tag in _SHAPES and own["class"]:
        hatch = own["fill"] if "hatch" in own["fill"] else ""
        look = "|".join((own["class"], hatch, own["stroke-dasharray"], own["opacity"]))
        yield from (Shape(look, points) for points in _outlines(element))
    else:
        for child in element:
            yield from _shapes(child, own)


def _outlines(element: ET.Element) -> Iterator[tuple[Point, ...]]:
    size = {key: float(element.get(key, 0)) for key in ("x", "y", "width", "height", "rx", "cx", "cy", "r")}
    x, y, width, height, rx = (size[key] for key in ("x", "y", "width", "height", "rx"))
    if element.tag == "circle":
        left, right = size["cx"] - size["r"], size["cx"] + size["r"]
        yield ((right, size["cy"]), (left, size["cy"]), (right, size["cy"]))
    elif element.tag == "rect" and rx:
        start, end, bottom = x + rx, x + width - rx, y + height
        yield ((start, y), (end, y), (end, bottom), (start, bottom), (start, y))
    elif element.tag == "rect":
        yield ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    else:
        yield from outlines(element.get("d", ""))


def outlines(d: str) -> Iterator[tuple[Point, ...]]:
    """Give the corners of each part of a path, in absolute places; of arcs and curves the ends."""
    tokens = _TOKENS.findall(d)
    points: list[Point] = []
    x = y = 0.0
    at, command = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        given = [float(token) for token in tokens[at : at + _LENGTHS[command.upper()]]]
        at += len(given)
        if command in "Zz":
            continue
        if command == "M" and points:
            yield tuple(points)
            points = []
        base_x, base_y = (x, y) if command.islower() else (0.0, 0.0)
        x = base_x + given[-1 if command in "Hh" else -2] if command not in "Vv" else x
        y = base_y + given[-1] if command not in "Hh" else y
        points.append((x, y))
        command = {"M": "L", "m": "l"}.get(command, command)
    if points:
        yield tuple(points)
