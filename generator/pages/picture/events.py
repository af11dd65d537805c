"""Events in a lane as links: marks, counts, the bars behind them, their labels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.picture.clusters import LONGEST, PILL_HEIGHT, pill_width
from generator.pages.picture.labels import ROW
from generator.pages.picture.marks import halo, look_of, mark, stem
from generator.pages.picture.stretches import clipped, steps
from generator.pages.picture.svg import block, clean, element, group, rect, text
from generator.pages.picture.words import count_name, event_name, label_of
from generator.record.vocabulary import Family, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from generator.pages.picture.labels import Place
    from generator.pages.picture.marks import Look
    from generator.pages.picture.plots import Plotting, Spot
    from generator.pages.picture.stretches import Stretch
    from generator.record.models import Event

_FAMILIES = tuple(Family)
_BAR = 3
"""The height of a bar, in pixels."""
_HALO = 6.5


@dataclass(frozen=True, slots=True)
class Links:
    """Where marks and counts lead."""

    event: Callable[[str], str]
    """From the id of an event to the link to its page."""
    listed: Callable[[str], str]
    """From the id of an event to the link to its place in the list under the picture."""


@dataclass(frozen=True, slots=True)
class Line:
    """A lane's marks with where they are drawn."""

    spots: tuple[Spot, ...]
    labels: tuple[tuple[Place, Event], ...]
    middle: float
    """The height of the marks."""
    base: float
    """The baseline of the first row of labels."""
    top: float
    """Where the part of the lane that a pointer can take begins."""
    bottom: float
    """Where it ends."""


class Link(NamedTuple):
    """A link of the picture, with what puts it in order."""

    order: tuple[date, date, str]
    """The first of its events in time."""
    svg: str


def list_anchor(event_id: str) -> str:
    """Give the link to an event's row in the list under a picture, whose id is `e-` and the event's id."""
    return f"#e-{event_id}"


def links(line: Line, how: Plotting, to: Links) -> Iterator[Link]:
    """Draw the marks and counts of a lane, each a link that bears its name and its label."""
    places = {event.id: place for place, event in line.labels}
    for spot in line.spots:
        labels = [_label(places[event.id], event, line.base, selected=spot.selected) for event in spot.events
                  if event.id in places]  # fmt: skip
        first = spot.events[0]
        href = to.listed(first.id) if spot.counted else to.event(first.id)
        name = count_name(spot.events) if spot.counted else event_name(first)
        drawn = _count(spot, line.middle) if spot.counted else _mark(spot, line.middle, how)
        target = block(spot.left, line.top, spot.right - spot.left, line.bottom - line.top)
        content = (element("title", clean(name)), element("path", d=target), *drawn, *labels)
        yield Link((*first.date.sort_key[:2], first.id), element("a", "".join(content), href=href))


def in_time(drawn: Iterable[Link]) -> str:
    """Write links in the order of time, which is the order in which the keyboard goes through them."""
    content = [link.svg for link in sorted(drawn, key=lambda link: link.order)]
    # What is not filled can still be pointed at: the part of the lane around each mark.
    return group(content, fill="none", pointer_events="all")


def backs(line: Line, how: Plotting) -> str:
    """Draw what lies under the marks of a lane: leaders of labels, and long bars of events that are counted."""
    stems = [
        stem(place.x, line.base - place.row * ROW + 3, line.middle - how.radius - 2)
        for place, _ in line.labels if place.row
    ]  # fmt: skip
    bars = [
        bar_shape(bar, look_of(event), line.middle, how)
        for spot in line.spots if spot.counted
        for event, bar in zip(spot.events, spot.bars, strict=True)
        if bar.end - bar.start > LONGEST
    ]  # fmt: skip
    return "".join((*bars, *stems))


def bar_shape(bar: Stretch, look: Look, middle: float, how: Plotting) -> str:
    """Draw the bar of an event, fading where it is not sure; nothing where it hides behind its mark.

    The bar of what did not take place is lighter: it must not be read as something that lasted.
    """
    if not bar.fades and bar.end - bar.start <= 2 * how.radius:
        return ""
    gap = 0.8 if bar.fades else 0
    ways: dict[float, str] = {}
    for piece in clipped(steps(bar), how.scale.left, how.scale.right):
        width = max(piece.end - piece.start - gap, 0.5)
        ways[piece.opacity] = ways.get(piece.opacity, "") + block(piece.start, middle - _BAR / 2, width, _BAR)
    shapes = (element("path", opacity=f"{opacity:.2g}", d=d) for opacity, d in ways.items())
    return group(shapes, class_=f"span {look.family}", opacity=None if look.status is Status.HELD else 0.6)


def commonest(events: Sequence[Event]) -> Family:
    """Give the commonest family among events; of several, the first of the vocabulary."""
    numbers = Counter(event.kind.family for event in events)
    return max(_FAMILIES, key=lambda family: (numbers[family], -_FAMILIES.index(family)))


def _mark(spot: Spot, middle: float, how: Plotting) -> tuple[str, ...]:
    look = look_of(spot.events[0])
    ring = halo(spot.x, middle, how.radius + _HALO) if spot.selected else ""
    return (bar_shape(spot.bars[0], look, middle, how), ring, mark(look, spot.x, middle, how.radius))


def _count(spot: Spot, middle: float) -> tuple[str, ...]:
    family, number = commonest(spot.events), len(spot.events)
    width = pill_width(number)
    pill = element("rect", class_=f"count {family}", x=spot.x - width / 2, y=middle - PILL_HEIGHT / 2, width=width,
                   height=PILL_HEIGHT, rx=PILL_HEIGHT / 2)  # fmt: skip
    along = rect(f"span {family}", spot.start, middle - _BAR / 2, spot.end - spot.start, _BAR)
    seen = along if spot.end - spot.start > width else ""
    return (seen, pill, text(str(number), spot.x, middle + 4.3, "n", "middle"))


def _label(place: Place, event: Event, base: float, *, selected: bool) -> str:
    x = place.right if place.from_right else place.left
    class_ = "lab sel" if selected else "lab"
    return text(label_of(event), x, base - place.row * ROW, class_, "end" if place.from_right else None)
