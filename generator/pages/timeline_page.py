"""The timeline's page: the picture for two widths, the legend, and the list of all events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import TIMELINE
from generator.pages.phrases import capital, counted, listed, number_words
from generator.pages.picture.legend import legend
from generator.pages.picture.timeline import timeline
from generator.record.date_words import day_words
from generator.views.chains import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press

_WIDE, _NARROW = 1216, 358


def pages(press: Press) -> Iterator[Page]:
    """Give the page of the timeline."""
    record = press.record
    names = listed(party.name for party in press.parties)
    first = record.events[0].date.anchor.year if record.events else press.horizon.year
    span = str(first) if first == press.horizon.year else f"{first} to {press.horizon.year}"
    yield press.page(
        "timeline", TIMELINE, _title(press, first),
        f"Contacts between {names} from {first} to {day_words(press.horizon)} as one picture and as a list of "
        f"{counted(len(record.events), 'event')}.",
        page_class="p-timeline", names=names, span=span, wide=_picture(press, _WIDE, "w"),
        narrow=_picture(press, _NARROW, "n"), legend=Markup(legend(press.record, press.horizon)),  # noqa: S704  drawn by us
        years=tuple(record.by_year.items()),
    )  # fmt: skip


def _title(press: Press, first: int) -> str:
    """Say how many years the record spans and how many breaks it knows."""
    years = max(1, press.horizon.year - first)
    found = len(breaks(press.record, press.horizon))
    title = f"{capital(number_words(years))} year{'s' if years != 1 else ''} of contacts"
    return f"{title}, {number_words(found)} break{'s' if found != 1 else ''}" if found else title


def _picture(press: Press, width: int, prefix: str) -> Markup:
    made = timeline(press.record, press.horizon, width, link=press.event_link(TIMELINE), prefix=prefix)
    return Markup(made)  # noqa: S704  drawn by us, with its texts escaped
