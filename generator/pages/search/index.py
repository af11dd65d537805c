"""The files of the search: what can be found, in columns; where each word stands; the texts to quote from.

`search/index.json` is fetched when a reader searches, and tells in which of the files `search/words/N.json` a word
is to be looked up; those give for each word the numbers of what holds it. The texts of what is shown are in
`search/texts/N.json`, a few in each. `theme/assets/js/search/index.js` reads all three.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.pages.addresses import SEARCH
from generator.pages.files import Sealed
from generator.pages.search.found import What
from generator.pages.search.last import Last

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.pages.search.found import Found
    from generator.pages.search.rows import Rows

INDEX = f"{SEARCH}index.json"

_WORDS_FILE = 24_000
"""Characters of a file of words, unless a single word needs more."""
TEXTS_IN_A_FILE = 8


def search_files(
    found: Sequence[Found], channels: Sequence[str], last: Last | None = None
) -> Iterator[tuple[str, str | Sealed]]:
    """Give address and text of each file, one by one, and at last of that which tells of them all.

    `channels`: the ids to filter by; `last`: what was found the last time, from which much is the same.
    """
    last = last or Last()
    rows = last.rows(found)
    shelves, state, sums = list(_shelves(rows)), hashlib.sha256(), last.sums(found, TEXTS_IN_A_FILE)
    for address, text in _word_files(shelves):
        sealed = _sealed(partial(str, text))
        state.update(sealed.told.encode())
        yield address, sealed
    for number, start in enumerate(range(0, len(found), TEXTS_IN_A_FILE)):
        sealed = _sealed(partial(_texts, found[start : start + TEXTS_IN_A_FILE]), sums[number])
        sums[number] = sealed.told
        state.update(sealed.told.encode())
        yield f"{SEARCH}texts/{number}.json", sealed
    columns = _columns(found, channels) | {"words": [shelf[0][0] for shelf in shelves], "texts": TEXTS_IN_A_FILE}
    last.keep(found, rows, sums)
    yield INDEX, _written({"state": state.hexdigest()[:8], **columns})


def _sealed(drawn: Callable[[], str], told: str = "") -> Sealed:
    """Seal a text, by its sum if that is known; otherwise it is drawn, and that once."""
    if not told:
        text = drawn()
        told, drawn = hashlib.blake2b(text.encode(), digest_size=16).hexdigest(), partial(str, text)
    return Sealed(told, drawn)


def _word_files(shelves: Iterable[list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    for number, shelf in enumerate(shelves):
        yield f"{SEARCH}words/{number}.json", _written(dict(shelf))


def _texts(found: Iterable[Found]) -> str:
    return _written([_text(one) for one in found])


def _shelves(rows: Rows) -> Iterator[list[tuple[str, str]]]:
    """Give the words in order with what holds them, as many at a time as a file takes."""
    shelf: list[tuple[str, str]] = []
    room = _WORDS_FILE
    for word in sorted(rows):
        holders = rows[word]
        if shelf and room < len(holders):
            yield shelf
            shelf, room = [], _WORDS_FILE
        shelf.append((word, holders))
        room -= len(word) + len(holders) + 6
    if shelf:
        yield shelf


def _text(one: Found) -> list[Any]:
    return [one.address, one.title, one.native, one.when, *one.parts]


def _columns(found: Sequence[Found], channels: Sequence[str]) -> dict[str, Any]:
    """Give what is filtered by: for each field its choices, and for each thing found the numbers of those it meets."""
    kinds = sorted({one.kind for one in found if one.kind})
    return {
        "what": [[*What], _runs(list(What).index(one.what) for one in found)],
        "kind": [kinds, _cells(_numbers(kinds, (one.kind,)) for one in found)],
        "channel": [channels, _cells(_numbers(channels, one.channels) for one in found)],
        "year": _runs(one.year or 0 for one in found),
    }


def _runs(values: Iterable[int]) -> list[list[int]]:
    """Give values as pairs of a value and how often it comes one after the other."""
    return [[value, len(list(same))] for value, same in groupby(values)]


def _numbers(choices: Sequence[str], met: Iterable[str]) -> str:
    return " ".join(str(choices.index(one)) for one in met if one in choices)


def _cells(cells: Iterable[str]) -> str:
    return ",".join(cells)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
