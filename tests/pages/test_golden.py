"""Whole pages against what they were.

`UPDATE_GOLDEN=1 pytest tests/pages/test_golden.py` writes them anew, to be read in the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages.full_record import FULL

if TYPE_CHECKING:
    from generator.pages.site import Page

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "index.md", "timeline/index.md", "status/index.md", "status/2022-05-01.md", "counterparts/index.md",
    "counterparts/north-minister--south-minister.md", "numbers.md", "readouts/index.md", "readouts/years/2024.md",
    "readouts/one-account.md", "years/2024.md", f"events/{FULL}.md", "events/2022-05-01-halt.md",
    "events/2023-06-00-talks-refused.md", "channels/talks.md", "people/an-bei.md", "people/carl-south.md",
    "offices/north-minister.md", "topics/islands.md", "places/index.md", "sources/index.md",
    "sources/north-ministry.md", "tours/pause.md", "about/gaps.md", "contributing/checks/e303.md",
    "changes.md", "data/index.md",
)  # fmt: skip


def without_pictures(text: str) -> str:
    """Leave drawings out: they have tests of their own."""
    return re.sub(r"<svg\b.*?</svg>", "<svg/>", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was(name: str, pages: dict[str, Page]) -> None:
    """The page's text, less its drawings, is the one on file."""
    text = without_pictures(pages[name].text)
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    """Every page on file is one of those compared."""
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")} == set(PAGES)
