"""The timeline's pages: the last years with controls and the list of events, and all years as one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import TIMELINE, TIMELINE_ALL
from generator.pages.filters import filters, people_filter
from generator.pages.phrases import capital, counted, listed, number_words
from generator.pages.picture.events import list_anchor
from generator.pages.picture.legend import legend
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.picture.overview import overview
from generator.pages.picture.scene import whole
from generator.pages.picture.timeline import recent, timeline
from generator.record.date_words import day_words
from generator.views.chains import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.picture.scene import Window
    from generator.pages.press import Press

_WIDTHS = {"wide": 1216, "middle": 728, "narrow": 358}
"""The widths in pixels for which the pictures are drawn, by the class that shows them: none is ever scaled."""


def pages(press: Press) -> Iterator[Page]:
    """Give the page of the timeline, and the one of all years, which a script makes needless."""
    record = press.record
    names = listed(party.named for party in press.parties)
    first = record.events[0].date.anchor.year if record.events else press.horizon.year
    span = str(first) if first == press.horizon.year else f"{first} to {press.horizon.year}"
    title, window = _title(press, first), recent(record, press.horizon)
    about = f"Contacts between {names} from {first} to {day_words(press.horizon)} as one picture"
    signs = Markup(legend(record, press.horizon))  # noqa: S704  drawn by us
    key = Markup(key_of_breaks(record, press.horizon))  # noqa: S704  drawn by us
    yield press.page(
        "timeline", TIMELINE, title, f"{about} and as a list of {counted(len(record.events), 'event')}.",
        page_class="p-timeline", index=True, span=span, legend=signs, breaks=key, names=names, since=window[0].year,
        until=day_words(press.horizon), version=press.version,
        pictures={name: _recent(press, width, name[0]) for name, width in _WIDTHS.items()},
        first_day=whole(record, press.horizon)[0], tours=sorted(record.tours.values(), key=lambda tour: tour.title),
        years=tuple(record.by_year.items()), filters=filters(record), people=people_filter(record),
    )  # fmt: skip
    yield press.page(
        "timeline_all", TIMELINE_ALL, title, f"{about}.", page_class="p-timeline-all", span=span, legend=signs,
        breaks=key,
        pictures={name: _picture(press, width, f"{name[0]}a", TIMELINE_ALL) for name, width in _WIDTHS.items()},
    )  # fmt: skip


def _title(press: Press, first: int) -> str:
    """Say how many years the record spans and how many breaks it knows."""
    years = max(1, press.horizon.year - first)
    found = len(breaks(press.record, press.horizon))
    title = f"{capital(number_words(years))} year{'s' if years != 1 else ''} of contacts"
    return f"{title}, {number_words(found)} break{'s' if found != 1 else ''}" if found else title


def _recent(press: Press, width: int, prefix: str) -> Markup:
    """Draw the last years over their place among all years."""
    window = recent(press.record, press.horizon)
    place = overview(press.record, press.horizon, width, prefix=f"{prefix}o", window=window)
    return _picture(press, width, f"{prefix}r", TIMELINE, window) + Markup(place)  # noqa: S704  drawn by us


def _picture(press: Press, width: int, prefix: str, page: str, window: Window | None = None) -> Markup:
    """Draw a window, or all years; on another page than the list's, counts lead to that page."""
    listed = list_anchor if page == TIMELINE else press.row_link(page)
    made = timeline(press.record, press.horizon, width, link=press.event_link(page), prefix=prefix, window=window,
                    listed=listed)  # fmt: skip
    return Markup(made)  # noqa: S704  drawn by us, with its texts escaped
