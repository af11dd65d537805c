"""The page of the search: a form, its filters, and the ways to find without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages import addresses
from generator.pages.phrases import capital, counted, said
from generator.pages.search.found import What
from generator.record.vocabulary import Kind
from generator.views.levels import channels_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form."""

    name: str
    """As the address names it."""
    title: str
    choices: tuple[tuple[str, str], ...]
    """Values and labels; the first chooses nothing."""


def pages(press: Press) -> Iterator[Page]:
    """Give the page of the search."""
    record = press.record
    known = {event.kind for event in record.events}
    kinds = ((kind.value, capital(said(kind))) for kind in Kind if kind in known)
    fields = (
        Field("what", "Type", (("", "All types"), *((what, capital(what)) for what in What))),
        Field("kind", "Kind", (("", "All kinds"), *kinds)),
        Field("channel", "Channel", (("", "All channels"), *((it.id, it.short) for it in channels_in_order(record)))),
        Field("year", "Year", (("", "All years"), *((str(year), str(year)) for year in sorted(record.by_year)[::-1]))),
        Field("order", "Order", (("", "Best first"), ("new", "Newest first"), ("old", "Oldest first"))),
    )  # fmt: skip
    yield press.page(
        "search", addresses.SEARCH, "Search", "Search all texts of the site, in English and Chinese.",
        page_class="p-search", searched=False, fields=fields, ways=tuple(_ways(press)),
    )  # fmt: skip


def _ways(press: Press) -> Iterator[tuple[str, str, str]]:
    """Give address, name and number of what stands behind each other way."""
    record = press.record
    yield f"{addresses.TIMELINE}#list", "All events", f"{counted(len(record.events), 'event')} in the order of time"
    yield addresses.YEARS, "Year by year", counted(len(record.by_year), "year")
    yield addresses.CHANNELS, "Channels", counted(len(record.channels), "channel")
    yield addresses.PEOPLE, "People", f"{counted(len(record.people), 'person', 'people')}, by side"
    yield addresses.OFFICES, "Offices", counted(len(record.offices), "office")
    yield addresses.TOPICS, "Topics", counted(len(record.topics), "topic")
    yield addresses.PLACES, "Places", counted(len(record.places), "place")
    yield addresses.SOURCES, "Sources", counted(len(record.publishers), "publisher")
