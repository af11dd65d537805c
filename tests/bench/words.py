"""Made-up language for the bench: words of no language, drawn as unevenly as words of a real one."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_COMMON = re.findall(
    r"\w+",
    "the of and to in a that by for with on at from as it was after before between under which had be their said "
    "both side not this would other more also into during over two first there",
)
_CONSONANTS = re.findall(r"\w+", "b br c ch d dr f g gr h j k l m n p pr r s st t tr v w z")
_VOWELS = re.findall(r"\w+", "a e i o u ai ea io ou")
_ENDS = ("", "", "n", "r", "s", "t", "l", "nd", "st", "m", "ck")
_HAN = "之于与在其以为不同方会谈双军事协议部门关系正式表示进行访问安全合作机制海上通报年月日联合声明继续重申立场"
_SIZE = 12_000
_TITLES = 600
"""Titles and names of things draw on fewer words than prose: a field has its terms."""
_SYLLABLES = (1, 1, 2, 2, 3)
_LINE = 5
"""Every so many sentences end a comma earlier: sentences are of uneven build."""


class Words:
    """A vocabulary and a stream of texts from it. The same random numbers give the same texts."""

    def __init__(self, random: Random) -> None:
        """Take the source of chance, and make the vocabulary."""
        self._random = random
        made = dict.fromkeys(_COMMON)
        while len(made) < _SIZE:
            made[self._word()] = None
        self._words = list(made)
        # Zipf's law, a little flattened at its head as in prose: rank k comes with a weight of 1 / (k + 2).
        self._weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self._words))))

    def sentence(self, fewest: int = 9, most: int = 22) -> str:
        """Give a sentence of so many words, with its full stop."""
        words = self._draw(self._random.randint(fewest, most), _SIZE)
        if len(words) > _LINE and self._random.random() < 1 / 3:
            words[_LINE] += ","
        return f"{_capital(' '.join(words))}."

    def paragraph(self, length: int) -> str:
        """Give sentences that come to about so many characters."""
        said = [self.sentence()]
        while sum(map(len, said)) + len(said) < length:
            said.append(self.sentence())
        return " ".join(said)

    def phrase(self, fewest: int, most: int) -> str:
        """Give so many words of the field, the first with a capital."""
        return _capital(" ".join(self._draw(self._random.randint(fewest, most), _TITLES)))

    def name(self) -> str:
        """Give a name: one long word with a capital."""
        return self._word(3).capitalize()

    def native(self, fewest: int, most: int) -> str:
        """Give a text in the other script."""
        return "".join(self._random.choices(_HAN, k=self._random.randint(fewest, most)))

    def _draw(self, number: int, first: int) -> list[str]:
        return self._random.choices(self._words[:first], cum_weights=self._weights[:first], k=number)

    def _word(self, syllables: int = 0) -> str:
        number = syllables or self._random.choice(_SYLLABLES)
        sounds = (self._random.choice(_CONSONANTS) + self._random.choice(_VOWELS) for _ in range(number))
        return "".join(sounds) + self._random.choice(_ENDS)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
