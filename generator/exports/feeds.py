"""Feeds of the record's newest changes: of the whole, and of the events of each channel, topic and person.

They go by the days on which entries were added and corrected, never by the events' own. A feed is read far from its
site, so its addresses have to be whole ones: where it is not known where the site stands, there are no feeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api import LICENCE
from generator.exports.feed_forms import FORMS
from generator.exports.feed_items import Feed, item_of
from generator.exports.files import DataFile
from generator.pages.addresses import CHANGES, address, feed
from generator.pages.forms import feed_endings
from generator.pages.press import resolver
from generator.pages.text import Prose
from generator.views.bare import basis
from generator.views.history import newest
from generator.views.selection import by_channel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.pages.page import Settings
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.views.history import Edit

MOST = 50
"""The most items of a feed: what a reader who looks once a month may have missed."""


def feeds(record: Record, settings: Settings, telling: Collection[str] | None = None) -> Iterator[DataFile]:
    """Give every feed in every form; none where the site's address is not known, and none without an item.

    Those alone may be asked for that are `telling` long texts of events with some ids.
    """
    if not settings.site_url:
        return
    press = _Writer(record, settings, telling)
    name = settings.site_name or "Timeline"
    about = "What was added to the record and corrected in it, the newest first."
    yield from press.files(feed(), name, about, CHANGES, record.events)
    for kind, entries, index in (
        ("channel", record.channels, by_channel(record)),
        ("topic", record.topics, record.by_topic),
        ("person", record.people, record.by_person),
    ):
        for id_, entry in entries.items():
            about = f"{entry.name}: events added to the record and corrected in it, the newest first."
            page = address(kind, id_)
            title, endings = f"{name}: {entry.name}", feed_endings(kind)
            yield from press.files(feed(kind, id_), title, about, page, index.get(id_, ()), endings)


def events_feed(record: Record, events: Iterable[Event], settings: Settings, form: str) -> str:
    """Give one feed of chosen events in a form. The site's address has to be known."""
    about = "What was added to the record and corrected in it, the newest first."
    made = _Writer(record, settings).files(feed(), settings.site_name or "Timeline", about, CHANGES, events, (form,))
    return "".join(str(file.content) for file in made)


class _Writer:
    """Writes the feeds of one record. Holds each written item between feeds."""

    def __init__(self, record: Record, settings: Settings, telling: Collection[str] | None = None) -> None:
        self._record, self._settings, self._telling = record, settings, telling
        self._prose = Prose(resolver(record, settings.site_url))
        self._items: dict[tuple[str, int], dict[str, str]] = {}

    def files(  # noqa: PLR0913, PLR0917  a feed has parts
        self, place: str, title: str, about: str, page: str, events: Iterable[Event], forms: Iterable[str] = FORMS
    ) -> Iterator[DataFile]:
        if self._telling is not None and not any(event.id in self._telling for event in events):
            return
        edits = newest(events, MOST)
        if not edits or (self._telling is not None and not any(edit.event.id in self._telling for edit in edits)):
            return
        head = Feed(
            key=self._settings.key, place=place, title=title, about=about, site_url=self._settings.site_url,
            page=page, rights=LICENCE,
            author=f"The contributors to {self._settings.site_name or 'the timeline'}", updated=edits[0].day,
        )  # fmt: skip
        for form in forms:
            yield DataFile(f"{place}.{form}", self._feed, self._told, (form, head, edits))

    def _told(self, _form: str, _head: Feed, edits: Iterable[Edit]) -> str:
        return basis(self._record, (edit.event for edit in edits))

    def _feed(self, form: str, head: Feed, edits: Iterable[Edit]) -> str:
        return FORMS[form].feed(head, (self._written(edit)[form] for edit in edits))

    def _written(self, edit: Edit) -> dict[str, str]:
        key = (edit.event.id, edit.number)
        if key not in self._items:
            item = item_of(self._record, edit, self._prose, self._settings.site_url, self._settings.key)
            self._items[key] = {name: form.item(item) for name, form in FORMS.items()}
        return self._items[key]
