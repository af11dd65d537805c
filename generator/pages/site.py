"""All pages of the site, in the order of their kinds. A further kind of page is one more entry in the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.pages import (
    add,
    addresses,
    chains,
    changes,
    channels,
    check_pages,
    counterparts,
    data,
    embed,
    events,
    gaps,
    home,
    numbers,
    offices,
    people,
    publishers,
    readouts,
    reference,
    status,
    subjects,
    timeline_page,
    tours,
    years,
)  # fmt: skip
from generator.pages.files import Bundle
from generator.pages.page import Page, Settings
from generator.pages.press import Press
from generator.pages.search import page as search
from generator.pages.search.searching import make_search
from generator.pages.status_data import states_json
from generator.pages.timeline_index import index_files
from generator.views.bare import LEFT_OUT, bare, basis, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.record.reading import Document
    from generator.record.record import Record

__all__ = ["Page", "Settings", "make_files", "make_pages"]

_KINDS: tuple[Callable[[Press], Iterator[Page]], ...] = (
    home.pages, search.pages, timeline_page.pages, embed.pages, status.pages, chains.pages, counterparts.pages,
    readouts.pages, numbers.pages, years.pages, events.pages, channels.pages, people.pages, offices.pages,
    subjects.pages, publishers.pages, tours.pages, gaps.pages, changes.pages, data.pages, add.pages,
    reference.pages, check_pages.pages,
)  # fmt: skip

_TEXTS: frozenset[Callable[[Press], Iterator[Page]]] = frozenset({
    chains.pages, counterparts.pages, readouts.pages, years.pages,
})  # fmt: skip
"""The kinds that say what events say in full; all others are made of the bare record, and so need not be made again
when only such a text has changed."""

FOOT = {
    "Explained": "explained/index.md",
    "Glossary": "glossary.md",
    "Readouts": "readouts/index.md",
    "Numbers": "numbers.md",
    "Years": "years/index.md",
    "Breaks": "chains/index.md",
    "Tours": "tours/index.md",
    "Offices": "offices/index.md",
    "Topics": "topics/index.md",
    "Places": "places/index.md",
    "Sources": "sources/index.md",
    "Method": "about/index.md",
    "Corrections": "about/corrections.md",
    "Gaps": "about/gaps.md",
    "Changes": "changes.md",
    "Data": "data/index.md",
    "Contributing": "contributing/index.md",
}
"""The pages that the foot of every page names, where they exist."""


def make_pages(record: Record, settings: Settings, plain: Record | None = None) -> Iterator[Page]:
    """Give every page of a good record, always in the same order and with the same text.

    Hand-written pages stand in `content/`; none of these takes the address of one of those. `plain` is the bare record
    with which the pages that are made of it are kept, and come again where it is given again.
    """
    whole, most = Press(record, settings), Press(plain or bare(record), settings, record)
    for kind in _KINDS:
        if kind in _TEXTS:
            yield from kind(whole)
        elif plain is None or kind is events.pages:
            yield from kind(most)
        else:
            yield from _lasting(kind, most)


def _lasting(kind: Callable[[Press], Iterator[Page]], press: Press) -> tuple[Page, ...]:
    """Give the pages of a kind that are made of the bare record alone, with which they are kept."""
    key = (kind, press.settings)
    if key not in press.record.answers:
        press.record.answers[key] = tuple(kind(press))
    found: tuple[Page, ...] = press.record.answers[key]
    return found


def make_files(
    record: Record, settings: Settings, pages: Iterable[Page], prose: Mapping[str, Document]
) -> Iterator[Bundle]:
    """Give the files that the scripts of some page read.

    `pages` are the generated ones and `prose` those written by hand, which the search finds beside the record.
    """
    press = Press(bare(record), settings)
    named = {path: document.text for path, document in prose.items()}
    yield Bundle("search/", lambda: make_search(record, pages, prose), f"{basis(record)} {digest(named)}")
    made: dict[str, Callable[[], Iterable[tuple[str, str]]]] = {
        addresses.TIMELINE: lambda: index_files(press.record, press.horizon),
        addresses.STATES: lambda: [(addresses.STATES, states_json(press))],
        addresses.ADD: lambda: add.files(press.record, settings),
    }
    yield from (Bundle(name, partial(_wordless, drawn), basis(record, ())) for name, drawn in made.items())


def _wordless(drawn: Callable[[], Iterable[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Give files that are made of the bare record; ValueError where one needs what that has not."""
    for address, text in drawn():
        if LEFT_OUT in text:
            raise ValueError(f"{address} tells texts that the bare record has not: make it of the whole one")
        yield address, text
