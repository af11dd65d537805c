"""The rows of the wide picture from top to bottom: how high each is, where its marks and labels lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.picture.events import Line
from generator.pages.picture.labels import ROW
from generator.pages.picture.plots import labelled, plot
from generator.record.vocabulary import Kind, Significance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.picture.lanes import Lane
    from generator.pages.picture.scene import Scene
    from generator.record.models import Event
    from generator.record.vocabulary import Level

LANE = 19
"""The height of a lane in the whole span, in pixels."""
LANE_CLOSE = 20
"""The height of a lane in a window, below its labels."""
LANE_EMPTY = 17
"""The height of a lane without events in a window: its band, and air. In the whole span no lane moves for a filter."""
_BETWEEN = 4
"""Between two levels, in pixels."""
_HEADING = 14
"""Of a level's name where it stands above its lanes, in pixels."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its place."""

    lane: Lane
    line: Line
    level: Level | None
    """The level whose first lane this is; absent in the others."""
    top: float
    bottom: float


def channel_rows(scene: Scene, top: float, *, headings: bool) -> tuple[Row, ...]:
    """Lay the lanes of the channels out below a height; with `headings` levels stand above their lanes."""
    return tuple(_stacked(scene, scene.lanes.channels, top, headings=headings))


def around_rows(scene: Scene, top: float) -> tuple[Row, ...]:
    """Lay the lanes of context out below a height, each with up to two rows of labels.

    In a window or under a filter those without events fold away: they have no state that could be seen.
    """
    found: list[Row] = []
    for lane in scene.lanes.around:
        row = _row(scene, lane, found[-1].bottom if found else top + _BETWEEN, rows=2)
        if row.line.spots or not (scene.close or scene.filtered):
            found.append(row)
    return tuple(found)


def office_row(scene: Scene, top: float) -> tuple[Row, ...]:
    """Lay the lane of appointments out below a height, where there is one."""
    lane = scene.lanes.offices
    return (_row(scene, lane, top, rows=_labels(scene, lane)),) if lane else ()


def is_labelled(event: Event) -> bool:
    """Tell whether an event has a label in the whole span, where there is little room."""
    return event.significance is Significance.MAJOR or event.kind is Kind.ARMS_SALE


def _stacked(scene: Scene, lanes: Sequence[Lane], top: float, *, headings: bool) -> Iterator[Row]:
    y, before = top, None
    for lane in lanes:
        level = scene.level(lane.id)
        first = level != before
        y += _BETWEEN if first and before else 0
        row = _row(scene, lane, y, rows=_labels(scene, lane), level=level if first else None,
                   lead=_HEADING if headings and first else 0)  # fmt: skip
        yield row
        y, before = row.bottom, level


def _labels(scene: Scene, lane: Lane) -> int:
    """Give how many rows of labels a lane may have: none in the whole span, but for a selected event."""
    chosen = any(event.id == scene.how.selected for event in lane.events)
    return 1 if scene.close or chosen else 0


def _row(scene: Scene, lane: Lane, top: float, *, rows: int,  # noqa: PLR0913  a row has parts
         level: Level | None = None, lead: float = 0) -> Row:  # fmt: skip
    """Lay a lane out below a height, with up to so many rows of labels and at least `lead` pixels above its band."""
    spots = plot(lane.events, scene.how)
    labels = labelled(spots, scene.scale, rows, lambda event: _wanted(scene, lane, event))
    head = top + max(ROW * max((place.row + 1 for place, _ in labels), default=0), lead)
    height = _height(scene, lane, empty=not spots)
    line = Line(spots, labels, middle=head + height / 2, base=head - 3, top=head, bottom=head + height)
    return Row(lane, line, level, top, line.bottom)


def _wanted(scene: Scene, lane: Lane, event: Event) -> bool:
    if scene.close or event.id == scene.how.selected:
        return True
    return lane.channel is None and lane is not scene.lanes.offices and is_labelled(event)


def _height(scene: Scene, lane: Lane, *, empty: bool) -> float:
    if lane.channel is None:
        return LANE_CLOSE
    if not scene.close:
        return LANE
    return LANE_EMPTY if empty else LANE_CLOSE
