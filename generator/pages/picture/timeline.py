"""The timeline as a picture, for wide pages and for phones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.pages.picture import narrow, wide
from generator.pages.picture.events import Links, list_anchor
from generator.pages.picture.plots import Plotting
from generator.pages.picture.scale import Scale, Zoom
from generator.pages.picture.scene import EVERYTHING, Asked, Window, stage, whole
from generator.record.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.record.record import Record

NARROW = 600
"""Below this width the picture is drawn for phones."""
_AHEAD = 240
"""How much time after the last day known a window holds at most, in days."""
_MARKS = 150
"""So many events the last years hold at most: what can be told apart, and followed by those who tab through."""
_INSET = 5
"""Room for half a mark at the ends of a phone's drawing, in pixels."""
_REACH = 40
"""How far from a mark a finger takes it, in pixels; between two marks it is the nearer one."""


def recent(record: Record, until: date) -> Window:
    """Give the last years as a window: from the third year before the last day known to what is planned after it.

    Where more would be in it than marks can show, it begins in a later year, or in a later month of the last one.
    """
    planned = (event.date for event in record.events if event.outcome in (Status.PLANNED, Status.PROPOSED))
    ahead = (when.anchor + (when.end - when.anchor) / 2 for when in planned if when.end > until)
    end = max([until + timedelta(days=45), *(day + timedelta(days=30) for day in ahead)])
    years = (date(until.year - back, 1, 1) for back in (3, 2, 1))
    months = [date(until.year, month, 1) for month in range(1, until.month + 1)]
    held = (day for day in (*years, *months) if sum(day <= event.date.anchor for event in record.events) <= _MARKS)
    return next(held, months[-1]), min(end, until + timedelta(days=_AHEAD))


def timeline(record: Record, until: date, width: float, *, link: Callable[[str], str], prefix: str,  # noqa: PLR0913  its contract
             window: Window | None = None, listed: Callable[[str], str] = list_anchor,
             selected: str | None = None, asked: Asked = EVERYTHING) -> str:  # fmt: skip
    """Draw the timeline of a record as one SVG element.

    `until` is the last day that is known: nothing is drawn as known after it. `width` in pixels; from 600 on the
    wide picture, below it one for phones. `link` turns the id of an event into the link to its page, `listed` into
    the link to its row in the list under the picture, where counts lead. `prefix` begins the ids, so that several
    pictures can stand on one page. `window` is what to show; the whole span without it. A `selected` event has a
    halo and is never counted. `asked` narrows the picture: to what a filter keeps, to lanes with events, to a day.
    """
    shown = window or whole(record, until)
    to = Links(link, listed)
    if width < NARROW:
        scale = Scale(*shown, _INSET, width - _INSET)
        how = Plotting(scale, until, 4.2 if scale.zoom else 3.2, reach=_REACH, selected=selected)
        return narrow.draw(stage(record, until, how, to, prefix, asked=asked), width)
    sides = wide.frame(width)
    scale = Scale(*shown, sides.left, width - sides.right)
    how = Plotting(scale, until, 3.6 if scale.zoom is Zoom.WHOLE else 4.2, selected=selected)
    return wide.draw(stage(record, until, how, to, prefix, asked=asked), sides)
