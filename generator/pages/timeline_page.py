"""The timeline's pages: the last years with controls and the list of events, and all years as one picture."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import TIMELINE, TIMELINE_ALL
from generator.pages.filters import filters
from generator.pages.phrases import capital, counted, listed, number_words
from generator.pages.picture.events import list_anchor
from generator.pages.picture.legend import legend
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.picture.overview import overview
from generator.pages.picture.plots import within
from generator.pages.picture.scene import whole
from generator.pages.picture.timeline import recent, timeline
from generator.pages.widths import CHART, drawn
from generator.record.date_words import day_words
from generator.record.vocabulary import Significance
from generator.views.chains import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.pages.page import Page
    from generator.pages.picture.scene import Window
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.record import Record

_FIRST = {name: CHART[name] for name in ("wide", "narrow")}
"""The widths of the page that scripts make live: for others they draw anew, and without scripts a drawing scrolls."""
_ALL = {"wide": CHART["wide"], "middle": CHART["middle"], "narrow": CHART["slim"]}
"""Those of the picture of all years: each of its drawings weighs 20 KB, and a phone's has no labels that a little more
width would make room for."""
_LEADING = 100
"""So many of major significance the page lists where it cannot list every event."""


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
        page_class="p-timeline", index=True, span=span, legend=signs, breaks=key, names=names, since=_since(window[0]),
        until=day_words(press.horizon), whole=press.lists_all, first_day=whole(record, press.horizon)[0],
        tours=sorted(record.tours.values(), key=lambda tour: tour.title), lazily=lambda: {
            "version": press.version, "filters": filters(record),
            "number": _shown(record, window, press.horizon),
            "pictures": drawn(lambda width, letter: _recent(press, width, f"{letter}r"), _FIRST),
            "overviews": drawn(lambda width, letter: _overview(press, width, f"{letter}o"), _FIRST),
            "years": tuple(record.by_year), "listed": _listed(press),
        },
    )  # fmt: skip
    yield press.page(
        "timeline_all", TIMELINE_ALL, f"{title}: all years", f"{about}.", page_class="p-timeline-all", heading=title,
        span=span, legend=signs, breaks=key, lazily=lambda: {
            "pictures": drawn(lambda width, letter: _picture(press, width, f"{letter}a", TIMELINE_ALL), _ALL),
        },
    )  # fmt: skip


def _title(press: Press, first: int) -> str:
    """Say how many years the record spans and how many breaks it knows."""
    years = max(1, press.horizon.year - first)
    found = len(breaks(press.record, press.horizon))
    title = f"{capital(number_words(years))} year{'s' if years != 1 else ''} of contacts"
    return f"{title}, {number_words(found)} break{'s' if found != 1 else ''}" if found else title


def _shown(record: Record, window: Window, until: date) -> str:
    """Say how many events of how many a window shows."""
    number, every = sum(within(event, *window, until) for event in record.events), counted(len(record.events), "event")
    return f"{number:,} of {every}" if number < len(record.events) else every


def _since(first: date) -> str:
    """Say when a window begins: a year or a month."""
    return f"{first:%Y}" if first.month == 1 else f"{first:%B %Y}"


def _listed(press: Press) -> dict[int, tuple[Event, ...]]:
    """Give the events that the page itself lists, by year.

    All of them, or the major ones of the last years that have not too many.
    """
    if press.lists_all:
        return dict(press.record.by_year)
    major = {}
    for year, events in press.record.by_year.items():
        if leading := tuple(event for event in events if event.significance is Significance.MAJOR):
            major[year] = leading
    later = accumulate(len(events) for events in reversed(major.values()))
    few = max(1, sum(number <= _LEADING for number in later))
    return dict([*major.items()][-few:])


def _recent(press: Press, width: int, prefix: str) -> str:
    """Draw the last years."""
    return _picture(press, width, prefix, TIMELINE, recent(press.record, press.horizon))


def _overview(press: Press, width: int, prefix: str) -> str:
    """Draw the place of the last years among all years."""
    window = recent(press.record, press.horizon)
    return overview(press.record, press.horizon, width, prefix=prefix, window=window)


def _picture(press: Press, width: int, prefix: str, page: str, window: Window | None = None) -> str:
    """Draw a window, or all years; counts lead to the list, on another page and where that is not whole to its page."""
    listed = list_anchor if page == TIMELINE and press.lists_all else press.row_link(page)
    return timeline(press.record, press.horizon, width, link=press.event_link(page), prefix=prefix, window=window,
                    listed=listed)  # fmt: skip
