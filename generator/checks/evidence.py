"""E5: what a record rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks import addresses
from generator.checks.addresses import flaws
from generator.checks.check import Check
from generator.checks.dates import ZONES, is_announced, is_plausible
from generator.record.date_words import day_words
from generator.record.faults import Code, Severity
from generator.record.models import Event
from generator.record.reading import compose
from generator.record.source import SharedSource, Source
from generator.record.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.around import Around
    from generator.record.entry import Entry
    from generator.record.faults import Fault
    from generator.record.fields import Ids
    from generator.record.reading import Document, Path
    from generator.record.record import Record
    from generator.record.source import Citation

NONE = Code(
    "E501",
    "no source",
    "What no document supports is not recorded.",
    "Add a source: where did you learn of it?",
    "sources: []",
    "sources: [gazette-2024-01-10]",
)
TOO_EARLY = Code(
    "E505",
    "source older than the event",
    "A document cannot report what came after it; most often a year was mistyped or the wrong page cited.",
    "Correct one of the two dates. A source for the background says so in `supports`, and the warning goes away.",
    "# events/registry/sources/gazette-2024-01-10.yml\n# the talks were in January 2024\npublished: 2023-01-10",
    "# events/registry/sources/gazette-2024-01-10.yml\npublished: 2024-01-10",
    Severity.WARNING,
)
UNSUPPORTED = Code(
    "E506",
    "statement without a source",
    "Accounts, reports and counts are other people's words; a reader must be able to go to them.",
    "Add `sources:` with ids from the event's list.",
    "accounts:\n  north:\n    text: …",
    "accounts:\n  north:\n    text: …\n    sources: [gazette-2024-01-10]",
)
ONE_SIDED = Code(
    "E508",
    "one account only",
    "Both governments usually publish what they say happened; the record sets the two side by side.",
    "Look for the other side's account. Where it published none, leave it so: this is a notice.",
    "",
    "",
    Severity.NOTICE,
)

FIRST_YEAR_OF_BOTH = 2001


def none(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find events whose list of sources is empty, not those whose list could not be read."""
    if not event.sources and _is_empty_list(around.documents[event.origin.path], "sources"):
        yield around.fault(NONE, event, ("sources",), "the event has no source")


def web_addresses(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find addresses of sources that lead to no document on the web."""
    for way, source in cited_in(entry):
        for name, url in (("url", source.url), ("archived", source.archived)):
            for flaw in flaws(url) if url else ():
                yield around.fault(flaw.code, entry, (*way, name), flaw.message, flaw.hint, suggestion=flaw.suggestion)


def too_early(event: Event, around: Around, today: date) -> Iterator[Fault]:
    """Find sources older than what they are to support.

    Plans, refusals, appointments and what the calendar foresees are reported before their day. A day's
    difference is the time zones'.
    """
    first = event.date.earliest
    if _may_be_foretold(event) or first is None:
        return
    for number, entry in enumerate(event.sources):
        source = around.registry.sources.get(entry) if isinstance(entry, str) else entry
        published = source.published.latest if source and source.published and not source.supports else None
        if published and published + ZONES < first and is_plausible(event.date, today):
            way: Path = ("sources", number) if isinstance(entry, str) else ("sources", number, "published")
            message = f"published on {day_words(published)}, and the event is dated {event.date.words()}"
            yield around.fault(TOO_EARLY, event, way, message)


def _may_be_foretold(event: Event) -> bool:
    return event.outcome not in (None, Status.HELD) or is_announced(event.kind)


def unsupported(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find accounts, reports and figures that cite nothing."""
    for way, what, sources in _stated(event):
        if not sources:
            yield around.fault(UNSUPPORTED, event, way, f"{what} names no source", key=True)


def _stated(event: Event) -> Iterator[tuple[Path, str, Ids]]:
    for party, account in event.accounts.items():
        yield ("accounts", party), f"the account of `{party}`", account.sources
    for number, report in enumerate(event.reported):
        yield ("reported", number), "this report", report.sources
    for number, figure in enumerate(event.figures):
        yield ("figures", number), f"the figure `{figure.label}`", figure.sources


def one_sided(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find contacts of this century of which one side alone is heard."""
    recent = event.is_held_contact and event.date.anchor.year >= FIRST_YEAR_OF_BOTH
    if recent and len(event.accounts) == 1 and event.origin.path not in around.broken:
        party = next(iter(event.accounts))
        message = f"only the account of `{party}` is recorded"
        yield around.fault(ONE_SIDED, event, ("accounts", party), message, key=True)


def cited_in(entry: Entry) -> Iterator[tuple[Path, Citation]]:
    """Give every source that is written in an entry, or that it is: the way to it, and the source."""
    if isinstance(entry, SharedSource):
        yield (), entry
    elif isinstance(entry, Event):
        for number, source in enumerate(entry.sources):
            if isinstance(source, Source):
                yield ("sources", number), source


def cited(record: Record) -> Iterator[tuple[Entry, Path, Citation]]:
    """Give every source of a record where it is written: the entry, the way to it, the source."""
    for entry in (*record.sources.values(), *record.events):
        yield from ((entry, way, source) for way, source in cited_in(entry))


def _is_empty_list(document: Document, field: str) -> bool:
    top = compose(document)[0]
    node = top.items.get(field) if top else None
    return node is not None and node.value is None and node.keys is None and not node.items


CHECKS = (
    Check(none, (NONE,), (Event,)),
    Check(web_addresses, addresses.CODES, (SharedSource, Event)),
    Check(too_early, (TOO_EARLY,), (Event,)),
    Check(unsupported, (UNSUPPORTED,), (Event,)),
    Check(one_sided, (ONE_SIDED,), (Event,)),
)
