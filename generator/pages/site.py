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
from generator.pages.slips import slips_of
from generator.pages.status_data import states_json
from generator.pages.timeline_index import index_files
from generator.views.bare import bare, basis, digest, wordless
from generator.views.recollection import Recollection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.pages.search.last import Last
    from generator.pages.slips import Made, Shape, Slip
    from generator.record.reading import Document
    from generator.record.record import Record

    _Kind = Callable[[Press], Iterator[Made]]
    """Gives the pages of a kind."""

__all__ = ["Page", "Settings", "make_files", "make_pages", "make_slips"]

_KINDS: tuple[_Kind, ...] = (
    home.pages, search.pages, timeline_page.pages, embed.pages, status.pages, chains.index, chains.pages,
    counterparts.index, counterparts.pages, readouts.pages, numbers.pages, years.index, years.pages, events.pages,
    channels.pages, people.pages, offices.pages, subjects.pages, publishers.pages, tours.pages, gaps.pages,
    changes.pages, data.pages, add.pages, reference.pages, check_pages.pages,
)  # fmt: skip

_TEXTS: frozenset[_Kind] = frozenset({
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


def make_pages(record: Record, settings: Settings) -> Iterator[Page]:
    """Give every page of a good record, always in the same order and with the same text.

    Hand-written pages stand in `content/`; none of these takes the address of one of those.
    """
    for kind, press in _kinds(record, settings, bare(record)):
        yield from (made if isinstance(made, Page) else made() for made in kind(press))


def make_slips(
    record: Record, settings: Settings, plain: Record, recalled: Recollection | None = None
) -> Iterator[Slip]:
    """Give the same pages, none of which is kept that can be made once more.

    `plain` is the bare record. Slips that are recalled, of the same settings, and stand are not made anew.
    """
    shapes: dict[Shape, Shape] = {}
    recalled = recalled or Recollection(record)
    for number, (kind, press) in enumerate(_kinds(record, settings, plain)):
        yield from slips_of(f"pages {number}", partial(kind, press), shapes, recalled)


def _kinds(record: Record, settings: Settings, plain: Record) -> Iterator[tuple[_Kind, Press]]:
    """Give every kind with the press on which it is made."""
    whole, most = Press(record, settings), Press(plain, settings, record)
    yield from ((kind, whole if kind in _TEXTS else most) for kind in _KINDS)


def make_files(
    record: Record, settings: Settings, pages: Iterable[Slip], prose: Mapping[str, Document], last: Last | None = None
) -> Iterator[Bundle]:
    """Give the files that the scripts of some page read.

    `pages` are the generated ones and `prose` those written by hand, which the search finds beside the record; `last`
    is what it has found the last time.
    """
    press = Press(bare(record), settings)
    named = {path: document.text for path, document in prose.items()}
    yield Bundle("search/", lambda: make_search(record, pages, prose, last), f"{basis(record)} {digest(named)}")
    made: dict[str, Callable[[], Iterable[tuple[str, str]]]] = {
        addresses.TIMELINE: lambda: index_files(press.record, press.horizon),
        addresses.STATES: lambda: [(addresses.STATES, states_json(press))],
        addresses.ADD: lambda: add.files(press.record, settings),
    }
    rests_on = basis(record, ())
    yield from (Bundle(name, partial(_wordless, drawn), rests_on, tells=False) for name, drawn in made.items())


def _wordless(drawn: Callable[[], Iterable[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Give files that are made of the bare record; ValueError where one needs what that has not."""
    yield from ((address, wordless(address, text)) for address, text in drawn())
