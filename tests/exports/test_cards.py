"""Cards as pictures: what they weigh, that the same card gives the same bytes, and what is kept between builds."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.exports.card_face import _COLOURS, draw
from generator.exports.cards import cards, tidy
from generator.pages.cards import HEIGHT, WIDTH, Card, event_card
from generator.pages.press import Press
from generator.pages.slips import slip_of
from generator.record.vocabulary import Family, Status
from tests.conftest import ROOT, environment, real_reading
from tests.pages.full_record import FULL, SETTINGS, made, written
from tests.pages.test_escaping import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pages.site import Page

HEAD = struct.Struct(">8s4s4sIIBB")
"""The first fields of a PNG (ISO/IEC 15948): signature, length and name of the first chunk, size, depth, colours."""
SAY = """
from generator.exports.card_face import draw
from generator.pages.cards import Card
import hashlib
print(hashlib.sha256(draw(Card("a.png", "", "A timeline", "1 May 2023, talks", "Talks of Tolls"))).hexdigest())
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """Give some pages, one of them without a card of its own."""
    pages = made(written(tmp_path_factory.mktemp("full")))
    return [pages[f"events/{FULL}.md"], pages["people/an-bei.md"], pages["index.md"]]


def drawn(own: list[Page], folder: Path) -> dict[str, bytes]:
    """Give the pictures of pages, kept in a folder."""
    return {
        file.address: bytes(file.content)
        for file in cards(map(slip_of, own), folder)
        if isinstance(file.content, bytes)
    }


def test_the_size_and_weight_of_pictures() -> None:
    """Pictures are 1200 by 630 pixels of a palette, and those of the real record stay under 24 kB."""
    record = real_reading().record
    press = Press(record, SETTINGS)
    longest = max(record.events, key=lambda event: len(event.title))
    for event in (record.events[0], longest, record.events[-1]):
        card = event_card(press, event)
        assert card
        picture = draw(card)
        assert HEAD.unpack(picture[: HEAD.size])[3:] == (WIDTH, HEIGHT, 8, 3)
        assert len(picture) < 24_000


@pytest.mark.slow
def test_the_same_card_gives_the_same_bytes() -> None:
    """Another process with another hash seed, zone and language draws the same bytes."""
    card = Card("a.png", "", "A timeline", "1 May 2023, talks", "Talks of Tolls")
    variables = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C"}
    other = subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, "-c", SAY], env={**environment(), **variables}, capture_output=True, text=True, check=True
    )

    assert other.stdout.strip() == sha256(draw(card)).hexdigest()


def test_pictures_are_kept(own: list[Page], tmp_path: Path) -> None:
    """What was drawn is read again, and goes when no page shows it; what was cut short never stays."""
    first = drawn(own, tmp_path / "kept")
    kept = sorted((tmp_path / "kept").iterdir())
    assert len(kept) == len(first) == 2

    kept[0].write_bytes(b"as kept")
    assert b"as kept" in drawn(own, tmp_path / "kept").values()
    drawn(own[2:], tmp_path / "kept")
    tidy([slip_of(page) for page in own[2:]], tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_a_folder_that_cannot_be_written_to(own: list[Page], tmp_path: Path) -> None:
    """Where nothing can be kept, the pictures are drawn all the same."""
    (tmp_path / "file").write_text("no folder")

    assert drawn(own, tmp_path / "file") == drawn(own, tmp_path / "kept")


def test_any_text_can_be_drawn() -> None:
    """Texts that are hostile, endless, empty or in another script make a picture like any other."""
    card = Card("a.png", "", "A timeline", "", "")
    for text in (HOSTILE, "", "word " * 200, "w" * 500, "第二次会谈", "a\u2028b\x00"):
        assert draw(replace(card, over=text, title=text, lede=text)).startswith(b"\x89PNG")


def test_marks_tell_families_and_outcomes_apart(own: list[Page]) -> None:
    """No two families and no two kinds of outcome look the same."""
    card = own[0].card
    assert card
    assert card.spot

    looks = [replace(card.spot.look, family=family) for family in Family]
    looks += [replace(card.spot.look, status=status) for status in (Status.PLANNED, Status.POSTPONED, Status.REFUSED)]
    assert len({draw(replace(card, spot=replace(card.spot, look=look))) for look in looks}) == len(looks)


def test_the_colours_are_those_of_the_site() -> None:
    """The palette is the light one of the site's stylesheet."""
    light = (ROOT / "theme/assets/css/tokens.css").read_text(encoding="utf-8").split("}")[0]

    assert set(_COLOURS.items()) <= set(re.findall(r"--([\w-]+): (#\w+);", light))
