"""The files of the search: what can be found, in columns; where each word stands; the texts to quote from.

`search/index.json` is fetched when a reader searches, and tells in which of the files `search/words/N.json` a word
is to be looked up; those give for each word the numbers of what holds it. The texts of what is shown are in
`search/texts/N.json`, a few in each. `theme/assets/js/search/index.js` reads all three.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter, defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.pages.addresses import SEARCH
from generator.pages.search.found import What
from generator.pages.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pages.search.found import Found

INDEX = f"{SEARCH}index.json"

_IN_SHORT_TITLE, _IN_TITLE, _IN_NAMES, _MOST_OFTEN = 8, 5, 3, 3
"""What a word weighs in a title of few words, in any other, in the names; elsewhere once for each time, to a limit."""
_FEW = 4
_LETTERS = " ABCDEFGHIJKLMN"
"""The weights as they are written; the last is the heaviest."""
_WORDS_FILE = 24_000
"""Characters of a file of words, unless a single word needs more."""
TEXTS_IN_A_FILE = 8

_Postings = dict[str, "array[int]"]
"""For each word what holds it, by number, each as sixteen times the number and the word's weight."""


def search_files(found: Sequence[Found], channels: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give address and text of each file, in the order of what was found. `channels`: the ids to filter by."""
    shelves = list(_shelves(_postings(found)))
    files = [(f"{SEARCH}words/{number}.json", _written(dict(shelf))) for number, shelf in enumerate(shelves)]
    for number, start in enumerate(range(0, len(found), TEXTS_IN_A_FILE)):
        texts = [_text(one) for one in found[start : start + TEXTS_IN_A_FILE]]
        files.append((f"{SEARCH}texts/{number}.json", _written(texts)))
    columns = _columns(found, channels) | {"words": [shelf[0][0] for shelf in shelves], "texts": TEXTS_IN_A_FILE}
    state = hashlib.sha256()
    for _, text in files:
        state.update(text.encode())
    yield INDEX, _written({"state": state.hexdigest()[:8], **columns})
    yield from files


def _postings(found: Sequence[Found]) -> _Postings:
    postings: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for number, one in enumerate(found):
        often = Counter(words("\n".join(one.parts)))
        heavy = _heavy(one, often)
        first = number * 16
        for word, times in often.items():
            postings[word].append(first + (heavy.get(word) or min(times, _MOST_OFTEN)))
    return postings


def _heavy(one: Found, often: Counter[str]) -> dict[str, int]:
    """Weigh the words of the title and of the names; those that stand nowhere else are counted among the others."""
    heavy: dict[str, int] = {}
    for texts, own in (((one.title, one.native), 0), (one.names, _IN_NAMES)):
        held = set(words("\n".join(texts)))
        weight = own or (_IN_SHORT_TITLE if len(held) <= _FEW or one.native else _IN_TITLE)
        for word in held:
            heavy[word] = heavy.get(word, min(often[word], _MOST_OFTEN)) + weight
            often[word] += 0
    return heavy


def _shelves(postings: _Postings) -> Iterator[list[tuple[str, str]]]:
    """Give the words in order with what holds them, as many at a time as a file takes."""
    shelf: list[tuple[str, str]] = []
    room = _WORDS_FILE
    for word in sorted(postings):
        holders = _row(postings[word])
        if shelf and room < len(holders):
            yield shelf
            shelf, room = [], _WORDS_FILE
        shelf.append((word, holders))
        room -= len(word) + len(holders) + 6
    if shelf:
        yield shelf


def _row(holders: array[int]) -> str:
    """Write what holds a word: the step from the last number, left out where it is one, and a letter for the weight.

    `3A2CA` is number 2 with weight 1, 4 with 3, 5 with 1.
    """
    before = -1
    parts = []
    for holder in holders:
        number = holder >> 4
        step, weight = number - before, _LETTERS[holder & 15]
        parts.append(weight if step == 1 else f"{step}{weight}")
        before = number
    return "".join(parts)


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
