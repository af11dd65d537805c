"""The events of a lane on a scale: which have a mark of their own, which are counted, where each label goes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.picture.clusters import Cluster, clusters, pill_width
from generator.pages.picture.labels import Candidate, Place, place
from generator.pages.picture.metrics import text_width
from generator.pages.picture.stretches import Stretch, stretch
from generator.pages.picture.words import label_of
from generator.record.vocabulary import Significance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from generator.pages.picture.scale import Scale
    from generator.record.models import Event

_RANKS = {Significance.MAJOR: 3, Significance.NOTABLE: 2, Significance.MINOR: 1}
_SELECTED = 9
_REACH = 12
"""How far from a mark a pointer still takes it, in pixels: targets are 24 wide where there is room."""


class Spot(NamedTuple):
    """A mark or a count with the part of the lane that belongs to it."""

    events: tuple[Event, ...]
    """One, or those that are counted, in the order of time."""
    bars: tuple[Stretch, ...]
    """The stretch of each, in the same order."""
    x: float
    """The middle of the mark or count."""
    start: float
    """The first of the marks that are counted."""
    end: float
    """The last of them."""
    left: float
    """Where the part of the lane begins that a pointer can take it by."""
    right: float
    """Where that part ends."""
    selected: bool = False

    @property
    def counted(self) -> bool:
        """Whether it is a count."""
        return len(self.events) > 1


@dataclass(frozen=True, slots=True)
class Plotting:
    """How events are put on a scale."""

    scale: Scale
    until: date
    """The last day that is known."""
    radius: float
    """Of a mark, in pixels."""
    reach: float = _REACH
    """How far from its middle a mark can be taken, in pixels."""
    selected: str | None = None
    """The id of a selected event, which is never counted."""


def plot(events: Sequence[Event], how: Plotting) -> tuple[Spot, ...]:
    """Put the events of a lane on a scale, from left to right; those outside the scale are left out."""
    shown = [(event, stretch(event.date, how.scale, how.until, how.radius)) for event in events if visible(event, how)]
    places = [_place(bar, how) for _, bar in shown]
    alone = {index for index, (event, _) in enumerate(shown) if event.id == how.selected}
    found = clusters(places, how.radius, alone)
    edges = _edges(found, how)
    return tuple(_spot(cluster, shown, how, edge) for cluster, edge in zip(found, edges, strict=True))


def visible(event: Event, how: Plotting) -> bool:
    """Tell whether an event may lie in the time that a scale shows."""
    return within(event, how.scale.first, how.scale.last, how.until)


def within(event: Event, first: date, last: date, until: date) -> bool:
    """Tell whether an event may lie between two days; what has no end goes on to the last day that is known."""
    when = event.date
    return when.anchor <= last and (when.end >= first or (when.open_end and until >= first))


def labelled(spots: Sequence[Spot], scale: Scale, rows: int, wanted: Callable[[Event], bool], *,
             over: float = 4) -> tuple[tuple[Place, Event], ...]:  # fmt: skip
    """Choose the labels of a lane in so many rows, which may reach over the scale's ends by some pixels."""
    shown = [(spot, event) for spot in spots for event in spot.events if label_of(event) and wanted(event)]
    candidates = [
        Candidate(
            key, spot.x, text_width(label_of(event), bold=spot.selected),
            _SELECTED if spot.selected else _RANKS[event.significance],
        )
        for key, (spot, event) in enumerate(shown)
    ]  # fmt: skip
    places = place(candidates, scale.left - over, scale.right + over, rows)
    return tuple((found, shown[found.key][1]) for found in places)


def _place(bar: Stretch, how: Plotting) -> float:
    """Give where a mark stands: half over the edge where it lies outside and only its bar reaches in."""
    return min(max(bar.mark, how.scale.left), how.scale.right)


def _spot(cluster: Cluster, shown: Sequence[tuple[Event, Stretch]], how: Plotting, edge: tuple[float, float]) -> Spot:
    members = sorted(cluster.members)
    events = tuple(shown[index][0] for index in members)
    return Spot(
        events, tuple(shown[index][1] for index in members), _middle(cluster, how), cluster.start, cluster.end, *edge,
        selected=any(event.id == how.selected for event in events),
    )  # fmt: skip


def _middle(cluster: Cluster, how: Plotting) -> float:
    """Give where a mark or count stands; a count stays within the drawing."""
    if not cluster.counted:
        return cluster.middle
    half = pill_width(len(cluster.members)) / 2
    return min(max(cluster.middle, how.scale.left + half), how.scale.right - half)


def _edges(found: Sequence[Cluster], how: Plotting) -> list[tuple[float, float]]:
    """Part a lane between its marks: each has what lies nearest to it, as far as a pointer reaches."""
    if not found:
        return []
    middles = [_middle(cluster, how) for cluster in found]
    between = [(first + second) / 2 for first, second in pairwise(middles)]
    lefts, rights = [how.scale.left - how.reach, *between], [*between, how.scale.right + how.reach]
    return [
        (max(left, middle - how.reach), min(right, middle + how.reach))
        for left, middle, right in zip(lefts, middles, rights, strict=True)
    ]
