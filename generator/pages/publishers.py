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
    from collections.abc import Iterable, Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.slips import Made
    from generator.record.models import Event
    from generator.record.registry import Publisher
    from generator.record.source import Citation

    _Pair = tuple[Citation, Event | None]
    """A document, and an event that cites it; none where the registry rests on it."""


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

    def number(publisher: Publisher) -> int:
        return len({source.url for source, _ in cited.get(publisher.id, ())})

    yield press.page(
        "publishers", SOURCES, "Sources", "Who published what the record rests on, with the share of each side.",
        page_class="p-sources", index=True, shares=_shares(press),
        rows=sorted(((one, number(one)) for one in publishers), key=lambda row: -row[1]),
    )  # fmt: skip
    for publisher in publishers:
        yield partial(_page, press, publisher, cited.get(publisher.id, ()))


def _page(press: Press, publisher: Publisher, cited: Iterable[_Pair]) -> Page:
    side = press.side_name(publisher.side)
    documents = sorted(_documents(press, cited), key=lambda one: (_published(one), one.item.source.url))
    about = plain(publisher.about or "") or f"{counted(len(documents), 'document')} cited in the record."
    return press.page(
        "publisher", address("publisher", publisher.id), publisher.name,
        shortened(f"{publisher.name}, {side}. {about}"), page_class="p-publisher", edit_path=publisher.origin.path,
        publisher=publisher, side=side, documents=documents, nodes=lambda: publisher_nodes(press, publisher),
        of=chain.from_iterable(one.events for one in documents),
    )  # fmt: skip


def _cited(press: Press) -> dict[str, list[_Pair]]:
    """Give what cites the documents of each publisher: a copy under both its publishers."""
    record = press.record
    pairs: Iterable[_Pair] = chain(
        ((source, None) for source in record.sources.values()),
        ((source, event) for event in record.events for source in record.sources_of(event)),
    )
    found: defaultdict[str, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        for id_ in dict.fromkeys(filter(None, (pair[0].copy_of, pair[0].publisher))):
            found[id_].append(pair)
    return found


def _documents(press: Press, cited: Iterable[_Pair]) -> Iterator[Cited]:
    """Give the documents that are cited, each with its events: for the page alone, since all of them take much room."""
    by_address: defaultdict[str, list[_Pair]] = defaultdict(list)
    for source, event in cited:
        by_address[source.url].append((source, event))
    for pairs in by_address.values():
        yield Cited(cited_source(press, pairs[-1][0]), tuple(event for _, event in pairs if event))


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
