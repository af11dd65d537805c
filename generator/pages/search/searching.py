"""The search of a whole site: all that can be found in it, as the files of its index."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.pages.search.entries import entries
from generator.pages.search.index import search_files
from generator.pages.search.last import Last
from generator.pages.search.others import others
from generator.pages.search.prose import prose
from generator.views.chains import breaks
from generator.views.levels import channels_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.pages.files import Sealed
    from generator.pages.search.found import Found
    from generator.pages.slips import Slip
    from generator.record.reading import Document
    from generator.record.record import Record


def make_search(
    record: Record, pages: Iterable[Slip], written: Mapping[str, Document], last: Last | None = None
) -> Iterator[tuple[str, str | Sealed]]:
    """Give address and text of each file by which a site is searched: its generated pages and those written by hand.

    The same record and pages give the same files, byte by byte, whatever was found the last time.
    """
    last = last or Last()
    channels = [channel.id for channel in channels_in_order(record)]
    found = [last.laid(one) for one in findable(record, pages, written, last)]
    return search_files(found, channels, last)


def findable(
    record: Record, pages: Iterable[Slip], written: Mapping[str, Document], last: Last | None = None
) -> Iterator[Found]:
    """Give all that can be found: events, newest first, the registry, hand-written texts, and all other pages."""
    last, known = last or Last(), set[str]()
    for one in chain(entries(record, breaks(record, record.horizon), last), prose(written)):
        known.add(one.address)
        yield one
    yield from others(pages, known, last)
