"""What feeds tell: an entry of the record that was added or corrected, in words that every form of feed takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from markupsafe import Markup

from generator.pages.addresses import address
from generator.pages.phrases import capital, outcome_words, said, standing_words
from generator.record.vocabulary import Standing

if TYPE_CHECKING:
    from datetime import date

    from generator.pages.text import Prose
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.views.history import Edit


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, whatever its form."""

    key: str
    """What tells the timeline from others."""
    place: str
    """Its address below the site's root, without an ending."""
    title: str
    about: str
    site_url: str
    page: str
    """The page that shows the same, below the site's root."""
    rights: str
    author: str
    updated: date
    """The day of its newest item."""

    @property
    def id(self) -> str:
        """An id that holds wherever the site stands."""
        return f"urn:uuid:{_id(self.key, self.place)}"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed."""

    id: str
    """An id that holds wherever the site stands, and when the event is renamed."""
    title: str
    url: str
    """The event's page."""
    day: date
    """The day of the change, never the event's own."""
    html: str
    tags: tuple[str, ...]


def item_of(record: Record, edit: Edit, prose: Prose, site_url: str, key: str) -> Item:
    """Give the item for an entry that was added or corrected; the prose makes links that hold outside the site."""
    event = edit.event
    first_id = event.formerly[0] if event.formerly else event.id
    known = [record.channels[id_].name for id_ in event.channels if id_ in record.channels]
    topics = [record.topics[id_].name for id_ in event.topics if id_ in record.topics]
    return Item(
        id=f"urn:uuid:{_id(key, f'{first_id}#{edit.number}')}",
        title=f"Corrected: {event.title}" if edit.note else event.title,
        url=site_url + address("event", event.id), day=edit.day, html=_html(record, edit, prose),
        tags=tuple(dict.fromkeys((said(event.kind), *known, *topics))),
    )  # fmt: skip


def _id(key: str, what: str) -> UUID:
    return uuid5(uuid5(NAMESPACE_URL, f"{key}/feeds"), what)


def _html(record: Record, edit: Edit, prose: Prose) -> str:
    event = edit.event
    note = Markup("<p><b>Corrected:</b> {}</p>").format(prose.inline(edit.note)) if edit.note else ""
    summary = Markup("").join(Markup("<p>{}</p>").format(text) for text in prose.paragraphs(event.summary))
    return str(Markup("{}<p>{}</p>{}").format(note, _facts(record, event), summary))


def _facts(record: Record, event: Event) -> str:
    words = [event.date.words(), said(event.kind), outcome_words(record, event)]
    if event.standing is not Standing.CONFIRMED:
        words.append(standing_words(event))
    return capital(", ".join(filter(None, words))) + "."
