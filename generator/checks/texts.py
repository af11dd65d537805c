"""Every text of the record that is read as Markdown, with its way in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.evidence import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.entry import Entry
    from generator.record.models import Event
    from generator.record.reading import Path
    from generator.record.record import Record

Found = tuple["Entry", "Path", str | None]
"""An entry, the way to a text of it, and the text; None where the field is not written."""


def texts(record: Record) -> Iterator[tuple[Entry, Path, str]]:
    """Give every Markdown text of a record: the entry, the way to the text, the text."""
    for entry, way, text in _texts(record):
        if text:
            yield entry, way, text


def _texts(record: Record) -> Iterator[Found]:
    yield from ((channel, ("purpose",), channel.purpose) for channel in record.channels.values())
    yield from ((topic, ("about",), topic.about) for topic in record.topics.values())
    yield from ((publisher, ("about",), publisher.about) for publisher in record.publishers.values())
    for gap in record.gaps:
        yield gap, ("what",), gap.what
        yield gap, ("why",), gap.why
    for tour in record.tours.values():
        yield tour, ("intro",), tour.intro
        yield from ((tour, ("steps", number, "text"), step.text) for number, step in enumerate(tour.steps))
    yield from ((entry, (*way, "supports"), source.supports) for entry, way, source in cited(record))
    for event in record.events:
        yield from _of_event(event)


def _of_event(event: Event) -> Iterator[Found]:
    yield event, ("summary",), event.summary
    if event.zh:
        yield event, ("zh", "summary"), event.zh.summary
    for party, account in event.accounts.items():
        way: Path = ("accounts", party)
        yield event, (*way, "text"), account.text
        yield event, (*way, "quote"), account.quote
        if account.zh:
            yield event, (*way, "zh", "text"), account.zh.text
            yield event, (*way, "zh", "quote"), account.zh.quote
    yield from ((event, ("reported", number, "text"), report.text) for number, report in enumerate(event.reported))
    yield from ((event, ("revised", number, "note"), revision.note) for number, revision in enumerate(event.revised))
