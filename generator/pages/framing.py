"""Timelines for the pages of others: which pages have one, what it shows, and the code that puts it into a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import EMBED, TIMELINE, address
from generator.pages.queries import Query, about
from generator.views.selection import by_channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.models import Event
    from generator.record.record import Record

_YEARS = timedelta(days=3 * 365)
WIDTH, HEIGHT = 800, 640
"""In pixels; the code gives the frame the whole width of its column."""
_CODE = Markup('<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>')
OEMBED = "application/json+oembed"
"""The media type of what tells other sites how to frame a page (https://oembed.com)."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A page with a timeline for frames."""

    place: str
    """The page's address."""
    title: str
    query: Query
    """What the frame shows."""

    def code(self, site_url: str) -> str:
        """Give the HTML that shows it, for a page of any site."""
        query = f"?{self.query}" if str(self.query) else ""
        return str(_CODE.format(f"{site_url}{EMBED}{query}", f"{self.title}: timeline", HEIGHT))


def oembed(place: str) -> str:
    """Give the address of what tells how to frame the page at an address."""
    return f"{place}oembed.json"


def framed(record: Record) -> Iterator[Framed]:
    """Give the timeline, then every event, channel, person and topic with events."""
    yield Framed(TIMELINE, "Every event", Query())
    for event in record.events:
        yield Framed(address("event", event.id), event.title, _company(event))
    for kind, entries, index in (
        ("channel", record.channels, by_channel(record)), ("person", record.people, record.by_person),
        ("topic", record.topics, record.by_topic),
    ):  # fmt: skip
        for id_, entry in entries.items():
            if index.get(id_):
                yield Framed(address(kind, id_), entry.name, about(kind, id_, index[id_]))


def _company(event: Event) -> Query:
    """Ask for some years of the event's channel, or of its kind where it has none, so that few lanes fit a frame."""
    channels = (*event.channels, *(effect.channel for effect in event.effects))[:1]
    chosen = {"channel": channels} if channels else {"kind": (event.kind.value,)}
    return Query(chosen, event.date.anchor - _YEARS, event.date.end + _YEARS, event=event.id)
