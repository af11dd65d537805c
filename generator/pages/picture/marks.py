"""Marks: a shape for the family of an event, a filling for its status, an outline for its standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.picture.svg import element, group, line, rect, way
from generator.record.vocabulary import Family, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.record.models import Event

FILLINGS: Mapping[Status, str] = {
    Status.HELD: "held",
    Status.PLANNED: "hollow",
    Status.PROPOSED: "hollow",
    Status.POSTPONED: "slashed",
    Status.REFUSED: "crossed",
    Status.CANCELLED: "crossed",
}
"""The class that says a status."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an event is marked."""

    family: Family
    status: Status = Status.HELD
    doubtful: bool = False


def look_of(event: Event) -> Look:
    """Give the look of an event; what is no contact is marked as what happened."""
    return Look(event.kind.family, event.outcome or Status.HELD, event.standing is not Standing.CONFIRMED)


def mark(look: Look, x: float, y: float, radius: float) -> str:
    """Draw a mark around a point, in pixels."""
    class_ = f"m {look_class(look)}"
    struck = strokes(look.status, x, y, radius)
    if not struck:
        return shape(look.family, x, y, radius, class_)
    return group((shape(look.family, x, y, radius), struck), class_=class_)


def look_class(look: Look) -> str:
    """Give the classes that say a look: family, filling, doubt."""
    return f"{look.family} {FILLINGS[look.status]}" + (" doubt" if look.doubtful else "")


def shape(family: Family, x: float, y: float, radius: float, class_: str | None = None) -> str:
    """Draw the shape of a family around a point, in pixels."""
    return _SHAPES[family](class_, x, y, radius)


def strokes(status: Status, x: float, y: float, radius: float) -> str:
    """Draw what strikes a mark out: a cross for what was refused or called off, one stroke for what was put off."""
    if FILLINGS[status] not in ("crossed", "slashed"):
        return ""
    reach = radius * 0.95
    rising = way("M", x - reach, y + reach, "L", x + reach, y - reach)
    falling = way("M", x - reach, y - reach, "L", x + reach, y + reach)
    return element("path", class_="x", d=rising + falling if FILLINGS[status] == "crossed" else rising)


def _circle(class_: str | None, x: float, y: float, radius: float) -> str:
    return element("circle", class_=class_, cx=x, cy=y, r=radius)


def _diamond(class_: str | None, x: float, y: float, radius: float) -> str:
    reach = radius * 1.25
    return element(
        "path", class_=class_, d=way("M", x, y - reach, "L", x + reach, y, "L", x, y + reach, "L", x - reach, y, "Z")
    )


def _triangle(class_: str | None, x: float, y: float, radius: float) -> str:
    reach = radius * 1.25
    return element(
        "path", class_=class_, d=way("M", x, y - reach, "L", x + reach, y + reach * 0.8, "H", x - reach, "Z")
    )


def _bar(class_: str | None, x: float, y: float, radius: float) -> str:
    return rect(class_, x - radius * 0.55, y - radius * 1.2, radius * 1.1, radius * 2.4)


def _square(class_: str | None, x: float, y: float, radius: float) -> str:
    return rect(class_, x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76)


_SHAPES: Mapping[Family, Callable[[str | None, float, float, float], str]] = {
    Family.CONTACT: _circle,
    Family.CHANNEL: _diamond,
    Family.FRICTION: _triangle,
    Family.OFFICE: _bar,
    Family.WORD: _square,
}


def halo(x: float, y: float, radius: float) -> str:
    """Draw the ring around a selected mark."""
    return element("circle", class_="halo", cx=x, cy=y, r=radius)


def stem(x: float, top: float, bottom: float) -> str:
    """Draw the leader from a label in an upper row down to its mark."""
    return line("leader", "M", x, top, "V", bottom)
