"""E4: the ids of sources, and where an event cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.check import Check, Comparison
from generator.record.faults import Code, Severity
from generator.record.models import Event
from generator.record.source import SharedSource
from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.around import Around, Reading
    from generator.record.faults import Fault
    from generator.record.fields import Ids
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


def not_listed(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find accounts, reports and figures that cite a source which the event does not list."""
    listed = _listed(event)
    if not listed and event.origin.path in around.broken:
        return  # its list was not read
    for way, id_ in citations(event):
        if id_ not in listed:
            guess, better = did_you_mean(id_, listed)
            hint = f"{guess} {_way_out(around, id_)}".strip()
            message = f"`{id_}` is not among the event's sources"
            yield around.fault(NOT_LISTED, event, way, message, hint, suggestion=better)


def twice(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find two sources of one event under one id."""
    seen: set[str] = set()
    for number, id_ in enumerate(_listed(event)):
        if id_ in seen:
            way: Path = ("sources", number, "id")
            yield around.fault(TWICE, event, way, f"`{id_}` is the id of an earlier source of this event")
        seen.add(id_)


def unused(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find shared sources that nothing cites.

    What an event lists itself is never unused: it supports the summary. While a file is broken nobody
    knows what it cites, and nothing is said.
    """
    if reading.broken:
        return
    used = {source for event in reading.events for source in event.cites}
    used.update(source for entry in reading.registered for source in entry.cites)
    for entry in reading.registered:
        if entry.model == SharedSource.__name__ and entry.id not in used:
            yield reading.fault(UNUSED, entry, (), f"nothing in the record cites `{entry.id}`")


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


def _way_out(around: Around, id_: str) -> str:
    shared = id_ in around.ids.get(SharedSource, ())
    return f"The shared source `{id_}` is added to `sources` by its id." if shared else NOT_LISTED.mend


CHECKS = (Check(not_listed, (NOT_LISTED,), (Event,)), Check(twice, (TWICE,), (Event,)), Comparison(unused, (UNUSED,)))
