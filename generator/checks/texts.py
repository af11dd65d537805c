"""Every text of an entry that is read as Markdown, with its way in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.evidence import cited_in
from generator.record.models import Event
from generator.record.registry import Channel, Gap, Publisher, Topic, Tour

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.entry import Entry
    from generator.record.reading import Path

Found = tuple["Path", str | None]
"""The way to a text of an entry, and the text; None where the field is not written."""


def texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Give every Markdown text of an entry: the way to it, and the text."""
    yield from ((way, text) for way, text in _texts(entry) if text)
    yield from (((*way, "supports"), source.supports) for way, source in cited_in(entry) if source.supports)


def _texts(entry: Entry) -> Iterator[Found]:
    if isinstance(entry, Event):
        yield from _of_event(entry)
    elif isinstance(entry, Channel):
        yield ("purpose",), entry.purpose
    elif isinstance(entry, Topic | Publisher):
        yield ("about",), entry.about
    elif isinstance(entry, Gap):
        yield ("what",), entry.what
        yield ("why",), entry.why
    elif isinstance(entry, Tour):
        yield ("intro",), entry.intro
        yield from ((("steps", number, "text"), step.text) for number, step in enumerate(entry.steps))


def _of_event(event: Event) -> Iterator[Found]:
    yield ("summary",), event.summary
    if event.zh:
        yield ("zh", "summary"), event.zh.summary
    for party, account in event.accounts.items():
        way: Path = ("accounts", party)
        yield (*way, "text"), account.text
        yield (*way, "quote"), account.quote
        if account.zh:
            yield (*way, "zh", "text"), account.zh.text
            yield (*way, "zh", "quote"), account.zh.quote
    yield from ((("reported", number, "text"), report.text) for number, report in enumerate(event.reported))
    yield from ((("revised", number, "note"), revision.note) for number, revision in enumerate(event.revised))
