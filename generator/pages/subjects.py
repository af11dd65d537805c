"""Topics and places: an index of each, and a page for every one with its events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import PLACES, TOPICS, address
from generator.pages.forms import entry_forms
from generator.pages.phrases import counted, shortened
from generator.pages.text import plain
from generator.record.vocabulary import BUILT_IN_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.forms import Form
    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Place, Topic


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic or place with what its page says of it."""

    kind: str
    """`topic` or `place`, as addresses know it."""
    entry: Topic | Place
    about: str
    events: tuple[Event, ...]


def pages(press: Press) -> Iterator[Page]:
    """Give the topics, then the places: the index first, then each."""
    record = press.record
    topics = [
        Subject("topic", topic, topic.about or "", record.by_topic.get(topic.id, ()))
        for topic in record.topics.values()
    ]
    places = [
        Subject("place", place, place.within or "", record.by_place.get(place.id, ()))
        for place in record.places.values()
    ]
    yield from _section(
        press, ("Topics", TOPICS), topics, "What the events are about; one event may have several topics.", []
    )
    yield from _section(press, ("Places", PLACES), places, "Where the events took place, or were to.", _nowhere(press))


def _section(
    press: Press, crumb: tuple[str, str], subjects: list[Subject], lede: str, apart: list[str]
) -> Iterator[Page]:
    title, place = crumb
    ordered = sorted(subjects, key=lambda one: (one.entry.name.lower(), one.entry.id))
    yield press.page("subjects", place, title, f"{title} of the record, each with its events.", page_class="p-index",
                     index=True, subjects=ordered, lede=lede, apart=apart)  # fmt: skip
    for one in ordered:
        description = shortened(plain(f"{one.entry.name}: {one.about or counted(len(one.events), 'event')}"))
        yield press.page(
            "subject", address(one.kind, one.entry.id), f"{one.entry.name}, a {one.kind}", description,
            page_class=f"p-{one.kind}", edit_path=one.entry.origin.path, entry=one.entry, kind=one.kind,
            about=one.about, events=one.events, of=one.events, crumb=crumb, forms=_forms(press, one),
        )  # fmt: skip


def _forms(press: Press, one: Subject) -> tuple[Form, ...]:
    """Give the forms of a topic's page; a place's page has none of its own."""
    if one.kind != "topic":
        return ()
    return entry_forms(press.settings, "topic", one.entry.id, events=bool(one.events))


def _nowhere(press: Press) -> list[str]:
    """Say how many events took place by telephone and video, which are no places."""
    numbers = {name: len(press.record.by_place.get(id_, ())) for id_, name in BUILT_IN_PLACES.items()}
    return [f"{name}: {counted(number, 'event')}" for name, number in numbers.items() if number]
