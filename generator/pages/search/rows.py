"""Where words stand: for each word its row, which tells by number what holds it, and how much it weighs there."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from generator.pages.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.pages.search.found import Found

    Rows = dict[str, str]
    """By word."""

_IN_SHORT_TITLE, _IN_TITLE, _IN_NAMES, _MOST_OFTEN = 8, 5, 3, 3
"""What a word weighs in a title of few words, in any other, in the names; elsewhere once for each time, to a limit."""
_FEW = 4
_LETTERS = " ABCDEFGHIJKLMN"
"""The weights as they are written; the last is the heaviest."""
_HOLDER = re.compile(rf"(\d*)([{_LETTERS.strip()}])")
_MOST_CHANGED = 10
"""One of so many finds may be other at most, for the rows to be put right: to make all is as fast from there on."""


def rows_of(found: Sequence[Found]) -> Rows:
    """Give the rows of what was found, by its numbers."""
    holders: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for number, one in enumerate(found):
        first = number * 16
        for word, weight in _weights(one).items():
            holders[word].append(first + weight)
    return {word: _row(holders.pop(word)) for word in list(holders)}


def rows_upon(rows: Rows, before: Sequence[Found], found: Sequence[Found]) -> Rows:
    """Give the rows of what was found, by way of those of what was found before."""
    changed = [number for number, (old, one) in enumerate(zip(before, found, strict=False)) if old != one]
    if len(before) != len(found) or len(changed) * _MOST_CHANGED > len(found):
        return rows_of(found)
    other: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number in changed:
        was, weighs = _weights(before[number]), _weights(found[number])
        for word in dict(was.items() ^ weighs.items()):
            other[word][number] = weighs.get(word, 0)
    renewed = {word: _renewed(rows.get(word, ""), weights) for word, weights in other.items()}
    return {word: row for word, row in (rows | renewed).items() if row}


def _weights(one: Found) -> dict[str, int]:
    """Weigh the words of what was found."""
    often = Counter(words("\n".join(one.parts)))
    heavy = _heavy(one, often)
    return {word: heavy.get(word) or min(times, _MOST_OFTEN) for word, times in often.items()}


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


def _row(holders: Iterable[int]) -> str:
    """Write what holds a word, each as sixteen times its number and the word's weight.

    It is the step from the last number, left out where it is one, and a letter for the weight: `3A2CA` is number 2 with
    weight 1, 4 with 3, 5 with 1.
    """
    before = -1
    parts = []
    for holder in holders:
        number = holder >> 4
        step, weight = number - before, _LETTERS[holder & 15]
        parts.append(weight if step == 1 else f"{step}{weight}")
        before = number
    return "".join(parts)


def _renewed(row: str, weights: dict[int, int]) -> str:
    """Write a row with other weights of some numbers, which do not stand in it where they weigh nothing."""
    holders = dict(_holders(row)) | weights
    return _row(number * 16 + weight for number, weight in sorted(holders.items()) if weight)


def _holders(row: str) -> Iterator[tuple[int, int]]:
    """Read a row: numbers with the word's weight."""
    number = -1
    for step, letter in _HOLDER.findall(row):
        number += int(step or 1)
        yield number, _LETTERS.index(letter)
