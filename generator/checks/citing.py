"""E4: the ids of sources, and where an event cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.broken import broken_files
from generator.checks.check import Check
from generator.checks.naming import citing_entries
from generator.record.faults import Code, Severity
from generator.record.source import SharedSource
from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.faults import Fault
    from generator.record.fields import Ids
    from generator.record.loading import Reading
    from generator.record.models import Event
    from generator.record.reading import Path

NOT_LISTED = Code(
    "E408",
    "source not in the event's list",
    "A reader must find every document that a statement rests on in one list below it.",
    "Correct the id, or add the source to the event's `sources`.",
    "accounts:\n  north:\n    text: …\n    sources: [gazette]\nsources: [gazette-2024-01-10]",
    "accounts:\n  north:\n    text: …\n    sources: [gazette-2024-01-10]\nsources: [gazette-2024-01-10]",
)
TWICE = Code(
    "E411",
    "source id used twice",
    "With two sources of one id nobody can say which of them is cited.",
    "Give one of the two another id, or remove it.",
    "sources: [gazette-2024-01-10, gazette-2024-01-10]",
    "sources: [gazette-2024-01-10]",
)
UNUSED = Code(
    "E412",
    "shared source that nothing cites",
    "The registry would list a document that supports nothing.",
    "Cite it where it supports something, or delete its file.",
    "",
    "",
    Severity.WARNING,
)


def not_listed(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find accounts, reports and figures that cite a source which the event does not list."""
    broken = broken_files(reading)
    for event in reading.record.events:
        listed = _listed(event)
        if not listed and event.origin.path in broken:
            continue  # its list was not read
        for way, id_ in citations(event):
            if id_ not in listed:
                guess, better = did_you_mean(id_, listed)
                hint = f"{guess} {_way_out(reading, id_)}".strip()
                yield reading.fault(
                    NOT_LISTED, event, way, f"`{id_}` is not among the event's sources", hint, suggestion=better
                )


def twice(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find two sources of one event under one id."""
    for event in reading.record.events:
        seen: set[str] = set()
        for number, id_ in enumerate(_listed(event)):
            if id_ in seen:
                way: Path = ("sources", number, "id")
                yield reading.fault(TWICE, event, way, f"`{id_}` is the id of an earlier source of this event")
            seen.add(id_)


def unused(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find shared sources that nothing cites.

    What an event lists itself is never unused: it supports the summary. While a file is broken nobody
    knows what it cites, and nothing is said.
    """
    if broken_files(reading):
        return
    record = reading.record
    used = {source for event in record.events for source in event.sources if isinstance(source, str)}
    for citing in citing_entries(record):
        used.update(citing.sources)
    used.update(source for person in record.people.values() for post in person.posts for source in post.sources)
    for id_, shared in record.sources.items():
        if id_ not in used:
            yield reading.fault(UNUSED, shared, (), f"nothing in the record cites `{id_}`")


def citations(event: Event) -> Iterator[tuple[Path, str]]:
    """Give every citation inside an event: the way to it, and the source's id."""
    for party, account in event.accounts.items():
        yield from _items(("accounts", party), account.sources)
    for number, report in enumerate(event.reported):
        yield from _items(("reported", number), report.sources)
    for number, figure in enumerate(event.figures):
        yield from _items(("figures", number), figure.sources)


def _items(way: Path, sources: Ids) -> Iterator[tuple[Path, str]]:
    yield from (((*way, "sources", number), id_) for number, id_ in enumerate(sources))


def _listed(event: Event) -> list[str]:
    return [source if isinstance(source, str) else source.id for source in event.sources]


def _way_out(reading: Reading, id_: str) -> str:
    shared = id_ in reading.ids.get(SharedSource, ())
    return f"The shared source `{id_}` is added to `sources` by its id." if shared else NOT_LISTED.mend


CHECKS = (Check(not_listed, (NOT_LISTED,)), Check(twice, (TWICE,)), Check(unused, (UNUSED,)))
