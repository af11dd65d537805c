"""The words of a text, as the search knows them. `theme/assets/js/search/words.js` cuts a query in the same way."""

from __future__ import annotations

import re
import unicodedata

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_WORD = re.compile(rf"[^\W_{_HAN}]+")
_RUN = re.compile(f"[{_HAN}]+")
_MARKS = re.compile("[\u0300-\u036f]")
_SPELLINGS = (
    ("defence", "defense"), ("offence", "offense"), ("theatre", "theater"), ("centre", "center"),
    ("programme", "program"), ("manoeuvr", "maneuver"), ("harbour", "harbor"), ("organis", "organiz"),
)  # fmt: skip
"""Words that the record writes in two ways, since titles of offices and documents keep theirs: one finds the other."""


def words(text: str) -> list[str]:
    """Give the words of a text in small letters and without accents, first those of letters, then those in Chinese.

    Han characters, which stand without spaces, are given in pairs, each with the next; the last stands alone. A run of
    them is so found by any part of it, one character included, since words are looked up by their beginning.
    """
    text = folded(text)
    for one, other in _SPELLINGS:
        text = text.replace(one, other)
    found = _WORD.findall(text)
    if not text.isascii():
        found += [run[at : at + 2] for run in _RUN.findall(text) for at in range(len(run))]
    return found


def folded(text: str) -> str:
    """Give a text in small letters and without accents: `Léi` is `lei`."""
    text = text.lower()
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))
