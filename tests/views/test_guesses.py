"""What an address tells, without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.loading import read_record
from generator.views.guesses import Guess, guess
from tests.world import REGISTRY, changed, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

IN_PLACE = """\
sources:
  - ft-2024-01-10
  - id: dod
    title: Readout
    publisher: defense-department
    url: https://www.defense.gov/a
"""

# address, what is known of it
GUESSED = [
    ("https://www.ft.com/content/1", {"shared": "ft-2024-01-10", "publisher": "financial-times"}),
    ("http://ft.com/content/1/?gclid=2#top", {"shared": "ft-2024-01-10", "publisher": "financial-times"}),
    ("https://defense.gov/a", {"event": "2024-01-08-dpct-17", "publisher": "defense-department"}),
    ("https://www.ft.com/2024/01/22/x", {"publisher": "financial-times", "published": "2024-01-22"}),
    ("https://www.ft.com/20240122/x", {"publisher": "financial-times", "published": "2024-01-22"}),
    ("https://www.ft.com/x-2024-01-22-y", {"publisher": "financial-times", "published": "2024-01-22"}),
    ("https://www.ft.com/2024-01/22/x", {"publisher": "financial-times", "published": "2024-01-22"}),
    ("https://www.ft.com/2024/01/x", {"publisher": "financial-times", "published": "2024-01"}),
    ("https://www.ft.com/2024/02/31/x", {"publisher": "financial-times"}),
    ("https://www.ft.com/article/120240122", {"publisher": "financial-times"}),
    ("https://www.ft.com/zh/x", {"publisher": "financial-times", "language": "zh"}),
    ("https://www.ft.com/en/x", {"publisher": "financial-times"}),
    ("https://a.org/zh/2024/x", {}),
    ("https://www.ft.com/zh/x?from=https://www.ft.com/x", {"publisher": "financial-times", "language": "zh"}),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the record of the tests, with a source in place."""
    return read_record(world(tmp_path_factory.mktemp("world"), changed(IN_PLACE))).record


@pytest.mark.parametrize(("url", "known"), GUESSED, ids=[row[0] for row in GUESSED])
def test_guessed(record: Record, url: str, known: dict[str, str]) -> None:
    """Publisher by the host, day and language by the path, the source itself where it is known; nothing more."""
    found = guess(record, url)

    assert {name: value for name in Guess.__slots__ if name != "url" and (value := getattr(found, name))} == known


def test_the_address_is_cleaned(record: Record) -> None:
    """What follows readers goes, and so does the space around what was pasted."""
    assert guess(record, " https://a.org/?utm_source=x&id=1 \n").url == "https://a.org/?id=1"


@given(st.text(max_size=80))
def test_any_text(record: Record, text: str) -> None:
    """No text makes the guess fail."""
    assert isinstance(guess(record, text), Guess)


def test_a_publisher_without_host(tmp_path: Path) -> None:
    """Of two publishers on one host the more frequent one is guessed."""
    second = "title: A\npublisher: defense-department\nurl: https://www.ft.com/content/{}\n"
    files = {f"{REGISTRY}/sources/dod-{number}.yml": second.format(number + 1) for number in (1, 2)}

    assert guess(read_record(world(tmp_path, files)).record, "https://ft.com/x").publisher == "defense-department"
