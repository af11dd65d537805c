"""The timeline's page: the last years and all years as pictures for three widths, the legend, the list of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import TIMELINE
from generator.pages.filters import filters, people_filter
from generator.pages.phrases import capital, counted, listed, number_words
from generator.pages.picture.legend import legend
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.picture.overview import overview
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
    """Give the page of the timeline."""
    record = press.record
    names = listed(party.named for party in press.parties)
    first = record.events[0].date.anchor.year if record.events else press.horizon.year
    span = str(first) if first == press.horizon.year else f"{first} to {press.horizon.year}"
    yield press.page(
        "timeline", TIMELINE, _title(press, first),
        f"Contacts between {names} from {first} to {day_words(press.horizon)} as one picture and as a list of "
        f"{counted(len(record.events), 'event')}.",
        page_class="p-timeline", names=names, span=span, since=recent(record, press.horizon)[0].year,
        until=day_words(press.horizon),
        pictures={name: _pictures(press, width, name[0]) for name, width in _WIDTHS.items()},
        breaks=Markup(key_of_breaks(record, press.horizon)),  # noqa: S704  drawn by us
        legend=Markup(legend(record, press.horizon)),  # noqa: S704  drawn by us
        years=tuple(record.by_year.items()), filters=filters(record), people=people_filter(record),
    )  # fmt: skip


def _title(press: Press, first: int) -> str:
    """Say how many years the record spans and how many breaks it knows."""
    years = max(1, press.horizon.year - first)
    found = len(breaks(press.record, press.horizon))
    title = f"{capital(number_words(years))} year{'s' if years != 1 else ''} of contacts"
    return f"{title}, {number_words(found)} break{'s' if found != 1 else ''}" if found else title


def _pictures(press: Press, width: int, prefix: str) -> tuple[Markup, Markup]:
    """Draw the last years over their place among all years, and all years."""
    window = recent(press.record, press.horizon)
    place = overview(press.record, press.horizon, width, prefix=f"{prefix}o", window=window)
    return _picture(press, width, f"{prefix}r", window) + Markup(place), _picture(press, width, f"{prefix}a")  # noqa: S704


def _picture(press: Press, width: int, prefix: str, window: Window | None = None) -> Markup:
    made = timeline(press.record, press.horizon, width, link=press.event_link(TIMELINE), prefix=prefix, window=window)
    return Markup(made)  # noqa: S704  drawn by us, with its texts escaped
