"""Where the record comes from: every publisher with the side it speaks for, and what is cited from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.pages.addresses import SOURCES, address
from generator.pages.event_sources import CitedSource, cited_source
from generator.pages.phrases import counted, shortened
from generator.pages.schema_org import publisher_nodes
from generator.pages.text import plain
from generator.record.vocabulary import Side
from generator.views.accounts import speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.slips import Made
    from generator.record.models import Event
    from generator.record.registry import Publisher
    from generator.record.source import Citation


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the evidence one side gives."""

    name: str
    citations: int
    """So often an event cites a document that speaks for it."""
    percent: int
    """Of all citations, rounded."""
    publishers: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with the events that cite it."""

    item: CitedSource
    events: tuple[Event, ...]
    """Empty where only the registry rests on it."""


def pages(press: Press) -> Iterator[Made]:
    """Give the index of publishers, then each publisher."""
    cited = _cited(press)
    publishers = sorted(press.record.publishers.values(), key=lambda one: (one.name.lower(), one.id))
    yield press.page(
        "publishers", SOURCES, "Sources", "Who published what the record rests on, with the share of each side.",
        page_class="p-sources", index=True, shares=_shares(press),
        rows=[(publisher, len(cited.get(publisher.id, {}))) for publisher in publishers],
    )  # fmt: skip
    for publisher in publishers:
        yield partial(_page, press, publisher, cited.get(publisher.id, {}))


def _page(press: Press, publisher: Publisher, cited: dict[str, Cited]) -> Page:
    side = press.side_name(publisher.side)
    documents = sorted(cited.values(), key=lambda one: (_published(one), one.item.source.url))
    about = plain(publisher.about or "") or f"{counted(len(documents), 'document')} cited in the record."
    return press.page(
        "publisher", address("publisher", publisher.id), publisher.name,
        shortened(f"{publisher.name}, {side}. {about}"), page_class="p-publisher", edit_path=publisher.origin.path,
        publisher=publisher, side=side, documents=documents, nodes=lambda: publisher_nodes(press, publisher),
        of=chain.from_iterable(one.events for one in documents),
    )  # fmt: skip


def _cited(press: Press) -> dict[str, dict[str, Cited]]:
    """Give the documents by publisher and address, each with its events; a copy under both its publishers."""
    record = press.record
    pairs: list[tuple[Citation, tuple[Event, ...]]] = [(source, ()) for source in record.sources.values()]
    pairs += [(source, (event,)) for event in record.events for source in record.sources_of(event)]
    found: defaultdict[str, dict[str, Cited]] = defaultdict(dict)
    for source, events in pairs:
        for id_ in dict.fromkeys(filter(None, (source.copy_of, source.publisher))):
            known = found[id_].get(source.url)
            found[id_][source.url] = Cited(cited_source(press, source), (*(known.events if known else ()), *events))
    return found


def _published(cited: Cited) -> str:
    published = cited.item.source.published
    return published.anchor.isoformat() if published else ""


def _shares(press: Press) -> list[Share]:
    """Count citations for each side: the parties by id, then press, then research."""
    record = press.record
    citations = Counter(speaks_for(record, source) for event in record.events for source in record.sources_of(event))
    total = sum(citations.values()) or 1
    publishers = Counter(publisher.side for publisher in record.publishers.values())
    sides = [*(party.id for party in press.parties), *Side]
    return [
        Share(press.side_name(side), citations[side], round(100 * citations[side] / total), publishers[side])
        for side in sides
    ]
