"""Pages of the generator that are no entry of the record: lists, numbers, the reference of fields and checks."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING

from generator.pages import addresses
from generator.pages.search.found import Found, What
from generator.pages.search.unmarked import unmarked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.pages.search.last import Last
    from generator.pages.slips import Slip

_WHOLE = (addresses.CONTRIBUTING, addresses.GAPS, addresses.DATA)
"""Where pages say what stands nowhere else. Of all others, which list entries, title and description are enough."""
_BLOCK = re.compile(r"</?(?:p|li|tr|h\d|dt|dd|div|section|caption|pre)\b[^>]*>|\n\s*\n")
_CELL = re.compile(r"</?(?:td|th|br)\b[^>]*>")
_HIDDEN = re.compile(r"<(style|script|svg|nav)\b.*?</\1>", re.DOTALL)


def others(pages: Iterable[Slip], known: Collection[str], last: Last) -> Iterator[Found]:
    """Give the pages whose address is not among the known ones, but for those that are not to be searched."""
    for slip in pages:
        if slip.named and slip.place not in known:
            yield last.of(slip.told, partial(_page, slip, slip.named))


def _page(slip: Slip, named: tuple[str, str]) -> Found:
    title, description = named
    body = slip.page.body if slip.place.startswith(_WHOLE) else ""
    return Found(What.PAGE, slip.place, title, (description, *_paragraphs(body)), made_of=slip.told)


def _paragraphs(body: str) -> Iterator[str]:
    for part in _BLOCK.split(_HIDDEN.sub("", body)):
        text = html.unescape(unmarked(_CELL.sub(" ", part)))
        if text:
            yield " ".join(text.split())
