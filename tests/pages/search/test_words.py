"""The words of texts, as the search's index has them."""

from __future__ import annotations

import json

import pytest

from generator.pages.search.unmarked import unmarked
from generator.pages.search.words import words
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests/theme/search/words.json").read_text(encoding="utf-8"))
"""Texts with their words; the script that looks them up is held to the same list."""


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: list[str]) -> None:
    """A text is cut into words without case and accents, and Chinese into pairs of characters."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the *summit*](event:2023-11-15-summit), which\n  **ended** it.", "See the summit, which ended it."),
        (r"A `code` with \*stars\* and 2 * 3", "A code with stars and 2 * 3"),
        ("An [unfinished link", "An [unfinished link"),
        ("Tags <b>go</b>, [and](a.md#b){.class} so on", "Tags go, and{.class} so on"),
    ],
)
def test_unmarked(text: str, expected: str) -> None:
    """Links, emphasis and tags leave their words, on one line."""
    assert unmarked(text) == expected
