"""A chain of events, one under another in the order of time, with arcs from each cause to what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.defs import PAGE
from generator.pages.picture.marks import halo, look_of, mark
from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.scale import month_name
from generator.pages.picture.svg import block, clean, drawing, element, group, text, way
from generator.pages.picture.words import event_name, label_of
from generator.record.dates import Form, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.views.stories import Edge

ROW = 26
"""From one event to the next, in pixels."""
_GUTTER = 46
"""The room of the arcs, left of the marks."""
_RADIUS = 4.8
_AIR = 12
_FULL = 600
"""From this width on events have their full titles."""


def chain(events: Sequence[Event], edges: Iterable[Edge], selected: str, width: float, *,
          link: Callable[[str], str]) -> str:  # fmt: skip
    """Draw events in the order of time as one SVG element, `width` px wide.

    The selected one has a halo; what led to it comes in on dashed arcs, all else on solid ones. `link` turns the id
    of an event into the link to its page.
    """
    middles = {event.id: ROW * (number + 0.5) for number, event in enumerate(events)}
    arcs = group((_arc(edge, middles, selected) for edge in edges), aria_hidden="true")
    rows = (_row(event, middles[event.id], width, selected, link) for event in events)
    words = "Events in the order of time, with arcs from each to what came of it"
    return drawing((arcs, *rows), width, ROW * len(events), role="group", aria_label=words)


def _row(event: Event, y: float, width: float, selected: str, link: Callable[[str], str]) -> str:
    chosen, when = event.id == selected, _when(event.date)
    left = _GUTTER + _AIR + 4
    room = width - left - text_width(when) - _AIR
    label = event.title if width >= _FULL else label_of(event) or event.title
    name = text(fitted(label, room, bold=chosen), left, y + 4, "lab sel" if chosen else "lab")
    drawn = (
        element("title", clean(event_name(event))), element("path", fill="none", d=block(0, y - ROW / 2, width, ROW)),
        halo(_GUTTER, y, _RADIUS + 3.5) if chosen else "", mark(look_of(event), _GUTTER, y, _RADIUS), name,
        text(when, width, y + 4, "when", "end"),
    )  # fmt: skip
    return group(drawn) if chosen else element("a", "".join(drawn), href=link(event.id), pointer_events="all")


def _arc(edge: Edge, middles: Mapping[str, float], selected: str) -> str:
    """Draw an arc left of the marks, level at both ends and wider the more rows it passes."""
    start, end = middles[edge.cause], middles[edge.effect]
    x, reach = _GUTTER - _RADIUS - 2, min(_GUTTER - 8, 14 + 5 * abs(end - start) / ROW)
    class_ = "arc cause" if edge.effect == selected else "arc"
    bow = way("M", x, start, "C", x - reach, start, x - reach, end, x, end)
    return element("path", class_=class_, d=bow, marker_end=f"url(#{PAGE}arrow)")


def _when(value: Edtf) -> str:
    """Say when something began, in short: `5 Aug 2022`; `Aug 2022` or `2022` where the day is not certain."""
    bound = value.lower or value.upper
    if bound is None or bound.precision not in (Precision.DAY, Precision.MONTH):
        return str(value.anchor.year)
    to_the_day = value.form is not Form.SET and bound.precision is Precision.DAY and bound is value.lower
    sure = not (bound.approximate or bound.uncertain)
    return f"{value.anchor.day} {month_name(value.anchor)}" if to_the_day and sure else month_name(value.anchor)
