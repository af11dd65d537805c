"""Two counterpart offices through time: their holders in two rows, and between them the contacts of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.axis import grid, horizon, tick_labels
from generator.pages.picture.events import Line, Links, backs, in_time, links
from generator.pages.picture.holders import HEIGHT, office_band
from generator.pages.picture.labels import ROW
from generator.pages.picture.plots import Plotting, labelled, plot
from generator.pages.picture.scale import Scale
from generator.pages.picture.scene import whole
from generator.pages.picture.svg import drawing, group, line, text
from generator.pages.picture.words import years_word
from generator.views.holders import holdings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.views.holders import Pair

_RADIUS = 4.2
_NAMES = 96
"""The room of the parties' names left of the bands, where they have any."""
_WIDE = 600
_AXIS = 18
_MARKS = 24
"""The height of the row of marks, in pixels."""


def pair_strip(record: Record, pair: Pair, events: Sequence[Event], until: date, width: float, *,  # noqa: PLR0913  its contract
               to: Links) -> str:  # fmt: skip
    """Draw two offices and the events between them as one SVG element, `width` px wide, over the record's time.

    Wide, the parties' names stand left of the bands; on a phone above them.
    """
    held = [holdings(record, office.id, until) for office in (pair.first, pair.second)]
    wide = width >= _WIDE
    scale = Scale(*whole(record, until), _NAMES if wide else 0, width)
    how = Plotting(scale, until, _RADIUS)
    spots = plot(events, how)
    labels = labelled(spots, scale, 1 if wide else 0, lambda _: True)
    above = 0 if wide else ROW
    top = _AXIS + above
    base = top + HEIGHT + 4 + (ROW if labels else 0)
    middle = base + _MARKS / 2
    below = base + _MARKS + above
    bottom = below + HEIGHT + 4
    drawn = Line(spots, labels, middle, base - 3, top=base, bottom=base + _MARKS)
    behind = (
        grid(scale, _AXIS - 4, bottom), horizon(scale, until, _AXIS - 4, bottom),
        line("base", "M", scale.left, middle, "H", scale.right), backs(drawn, how),
    )  # fmt: skip
    bands = (office_band(found, scale, until, y) for found, y in zip(held, (top, below), strict=True))
    names = (
        text(record.parties[office.party].short, 0, y + 13 - 1.4 * above, "lane")
        for office, y in ((pair.first, top), (pair.second, below))
    )
    axis = group((tick_labels(scale, (_AXIS - 8,)), *names), aria_hidden="true")
    words = f"Holders of the two offices and their contacts, {years_word(scale.first, scale.last)}"
    parts = (group(behind, aria_hidden="true"), axis, *bands, in_time(links(drawn, how, to)))
    return drawing(parts, width, bottom, role="group", aria_label=words)
