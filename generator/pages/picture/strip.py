"""Strips: one channel with its rounds, one channel's states alone, one office with its holders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.pages.picture.axis import grid, horizon, tick_labels
from generator.pages.picture.bands import band, span_words
from generator.pages.picture.defs import PAGE, defs
from generator.pages.picture.events import Line, Links, backs, in_time, links, list_anchor
from generator.pages.picture.holders import HEIGHT, office_band
from generator.pages.picture.labels import ROW
from generator.pages.picture.plots import Plotting, labelled, plot
from generator.pages.picture.scale import Scale
from generator.pages.picture.svg import drawing, group, line
from generator.pages.picture.words import years_word
from generator.record.vocabulary import Family
from generator.views.holders import holdings
from generator.views.once import once
from generator.views.states import spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pages.picture.scene import Window
    from generator.record.models import Event
    from generator.record.record import Record

_RADIUS = 5
_BAND = 14
_HEAD = 8
_ROWS = 2
_FOOT = 18
_BOARD = 12
_OFFICE = 30
_INSET = 12
"""Room for half a halo at the ends, in pixels."""


def strip(record: Record, channel_id: str, window: Window, selected: str | None, width: float, *,  # noqa: PLR0913  its contract
          link: Callable[[str], str], prefix: str, listed: Callable[[str], str] = list_anchor) -> str:  # fmt: skip
    """Draw a channel with its rounds and the decisions about it as one SVG element, `width` px wide.

    Drawn for that width, never scaled: 800 beside a text, 358 on a phone. The `selected` event has a halo and a
    bold label. Links and prefix as in `timeline`.
    """
    until = record.checked or window[1]
    scale = Scale(*window, _INSET, width - _INSET)
    how = Plotting(scale, until, _RADIUS, reach=22, selected=selected)
    near = [event for first, last, event in _events(record, channel_id) if first <= window[1] and last >= window[0]]
    spots = plot(near, how)
    labels = labelled(spots, scale, _ROWS, lambda _: True, over=1)
    base = _HEAD + ROW * max((place.row + 1 for place, _ in labels), default=0) + 2
    middle = base + 6 + _BAND / 2
    drawn = Line(spots, labels, middle, base, top=middle - 12, bottom=middle + 12)
    bottom = middle + _BAND / 2 + 8
    behind = (
        grid(scale, _HEAD, bottom), line("base", "M", scale.left, middle, "H", scale.right),
        band(spans(record, channel_id, until), scale, until, middle, height=_BAND, prefix=prefix),
        horizon(scale, until, _HEAD, bottom), backs(drawn, how),
    )  # fmt: skip
    marks = in_time(links(drawn, how, Links(link, listed)))
    axis = group((tick_labels(scale, (bottom + 12,)),), aria_hidden="true")
    parts = (defs(prefix), group(behind, aria_hidden="true"), marks, axis)
    words = f"{record.channels[channel_id].name}, {years_word(*window)}"
    return drawing(parts, width, bottom + _FOOT, role="group", aria_label=words)


def board_strip(record: Record, channel_id: str, window: Window, width: float) -> str:
    """Draw a channel's states alone, 12 px high, with the hatch of the page."""
    until = record.checked or window[1]
    scale, found = Scale(*window, 0, width), spans(record, channel_id, until)
    shown = [span for span in found if span.start <= window[1] and (span.end is None or span.end > window[0])]
    words = "; ".join(span_words(span) for span in shown) or "nothing recorded"
    parts = (
        line("base", "M", 0, _BOARD / 2, "H", width),
        band(found, scale, until, _BOARD / 2, height=_BOARD, prefix=PAGE),
    )
    return drawing(parts, width, _BOARD, "tl mini", role="img", aria_label=f"States, {years_word(*window)}: {words}")


def office_strip(record: Record, office_id: str, until: date, width: float, *, prefix: str) -> str:
    """Draw who held an office as one SVG element, `width` px wide, over all that is known of it."""
    held = holdings(record, office_id, until)
    first = min((holding.start for holding in held if holding.start), default=until)
    scale = Scale(first.replace(month=1, day=1), until.replace(month=12, day=31), 0, width)
    bottom = _OFFICE + HEIGHT + 4
    parts = (
        grid(scale, _OFFICE - 6, bottom), horizon(scale, until, _OFFICE - 6, bottom),
        office_band(held, scale, until, _OFFICE), tick_labels(scale, (_OFFICE - 12,)),
    )  # fmt: skip
    title = record.offices[office_id].titles[-1].title
    words = f"Holders of the office, {title}, {years_word(scale.first, scale.last)}"
    return drawing(parts, width, bottom, role="img", aria_label=words, id=f"{prefix}office")


@once
def _events(record: Record, channel_id: str) -> tuple[tuple[date, date, Event], ...]:
    """Give the rounds of a channel and the decisions about it in the order of time, behind their first and last days.

    What has no end lasts for ever.
    """
    rounds = [event for event in record.by_channel.get(channel_id, ()) if event.kind.family is not Family.OFFICE]
    decisions = [event for event in record.by_effect.get(channel_id, ()) if event.kind.family is Family.CHANNEL]
    found = {event.id: event for event in (*rounds, *decisions)}
    ordered = sorted(found.values(), key=lambda event: (*event.date.sort_key[:2], event.id))
    return tuple((one.date.anchor, date.max if one.date.open_end else one.date.end, one) for one in ordered)
