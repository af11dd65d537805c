"""The other forms of a page: what machines read in its place, and feeds and calendars of what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.pages.addresses import API, DATA, FIELDS, GAPS, HOME, NUMBERS, TIMELINE, address, calendar, feed
from generator.pages.citations import STYLES
from generator.pages.framing import OEMBED, oembed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.pages.page import Settings


class Form(NamedTuple):
    """A form of a page."""

    type: str
    """Its media type."""
    title: str
    """What it is called."""
    href: str
    """Its address below the site's root."""

    @property
    def frames(self) -> bool:
        """Whether it tells others how to frame the page's timeline."""
        return self.type == OEMBED


FEEDS: Mapping[str, tuple[str, str]] = {
    "atom": ("application/atom+xml", "Atom"),
    "rss": ("application/rss+xml", "RSS"),
    "json": ("application/feed+json", "JSON Feed"),
}
"""The forms of feeds by the ending of their files: media type and name."""


_LISTS = {
    "timeline": "events", "years": "events", "channels": "channels", "status": "channels", "people": "people",
    "offices": "offices", "counterparts": "counterparts", "topics": "topics", "places": "places",
    "sources": "publishers", "tours": "tours", "readouts": "events", "chains": "events", "changes": "events",
    "numbers": "events",
}  # fmt: skip
"""The list of the API that pages are made from, by the first part of their address."""


def list_forms(settings: Settings, place: str) -> tuple[Form, ...]:
    """Give the forms of a page that has none of its own: the list that it is made from, and the whole's."""
    name = _LISTS.get(place.partition("/")[0])
    found = [Form("application/json", "JSON", f"{API}{name}.json")] if name else []
    if place == GAPS:
        found = [Form("application/json", "JSON", f"{API}gaps.json")]
    if place == FIELDS:
        found = [Form("application/schema+json", "JSON Schema", "schema/event.json")]
    if place == NUMBERS:
        found.append(Form("text/csv", "CSV", f"{DATA}contacts.csv"))
    if place in (HOME, TIMELINE):
        found = [Form("application/json", "JSON", f"{API}events.json"), Form("text/csv", "CSV", f"{DATA}events.csv"),
                 Form("text/calendar", "Calendar", calendar()), *feed_forms(settings)]  # fmt: skip
    if place == TIMELINE:
        found += frame_forms(settings, place)
    return tuple(found)


def feed_endings(kind: str) -> tuple[str, ...]:
    """Give the forms in which a feed is written: for people, who are many, the one that every reader knows."""
    return ("atom",) if kind == "person" else tuple(FEEDS)


def feed_forms(settings: Settings, kind: str = "", id_: str = "") -> Iterator[Form]:
    """Give the feeds of an entry's events, or of the whole record; none where the site's address is not known."""
    for ending in feed_endings(kind) if settings.site_url else ():
        media_type, title = FEEDS[ending]
        yield Form(media_type, title, f"{feed(kind, id_)}.{ending}")


def entry_forms(settings: Settings, kind: str, id_: str, *, events: bool = True) -> tuple[Form, ...]:
    """Give the forms of an entry's page, its feeds and calendar only where it has events."""
    found = [Form("application/json", "JSON", f"{API}{address(kind, id_).rstrip('/')}.json")]
    if kind == "topic":
        found = [Form("application/json", "JSON", f"{API}topics.json")]
    if kind == "channel":
        found.append(Form("text/calendar", "Calendar", calendar(id_)))
    if kind != "event" and events:
        found += feed_forms(settings, kind, id_)
    if kind != "topic":
        found += cite_forms(address(kind, id_))
    if events:
        found += frame_forms(settings, address(kind, id_))
    return tuple(found)


def frame_forms(settings: Settings, place: str) -> Iterator[Form]:
    """Give what tells others how to frame the timeline of a page; nothing where the site's address is not known."""
    if settings.site_url:
        yield Form(OEMBED, "oEmbed", oembed(place))


def cite_forms(folder: str) -> Iterator[Form]:
    """Give the citations that stand in a folder."""
    for ending, style in STYLES.items():
        yield Form(style.media_type, style.name, f"{folder}cite.{ending}")
