"""Blocks of hand-written pages: what stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.pages.blocks import WIDTHS, Blocks
from generator.pages.page import Settings
from generator.pages.press import Press
from generator.record.loading import read_record
from tests.world import world

if TYPE_CHECKING:
    from pathlib import Path

TALKS = "2024-01-08-dpct-17"
SUMMIT = "2023-11-15-woodside-summit"


@pytest.fixture
def blocks(tmp_path: Path) -> Blocks:
    """Give the blocks of the small record."""
    return Blocks(Press(read_record(world(tmp_path)).record, Settings()))


def test_a_block_becomes_picture_and_list(blocks: Blocks) -> None:
    """A block becomes its heading, a picture for each width, its events as links with dates, and the way on."""
    made = blocks.filled("Before.\n```timeline\nchannel: dpct\n```\nAfter.\n", "about/neutrality/")

    assert made.startswith("Before.\n\n<div")
    assert made.endswith("</div>\n\n\nAfter.\n")
    assert '<p class="name">Policy talks (DPCT)</p>' in made
    assert '<p class="window">2 events, Jan 2023 to Dec 2024</p>' in made
    assert re.findall('<svg class="tl" width="([0-9]+)"', made) == [str(width) for width in WIDTHS.values()]
    assert f'data-event="{TALKS}"><a href="../../events/{TALKS}/">' in made
    assert "8 to 9 January 2024, held" in made
    assert 'class="full" href="../../timeline/?channel=dpct"' in made
    assert 'data-query="channel=dpct"' in made
    assert 'data-root="../../"' in made
    assert "\n\n<" not in made.removeprefix("Before.\n\n")


def test_lanes_and_list_hold_what_is_chosen(blocks: Blocks) -> None:
    """Only events that pass the filter in the window are drawn and listed, and only their lanes."""
    made = blocks.filled("```timeline\nkind: talks\nfrom: 2024-01-01\nto: 2024-01-31\n```\n", "")

    assert re.findall('data-event="([^"]+)"', made) == [TALKS]
    assert SUMMIT not in made
    assert "The world around" not in made
    assert "Policy talks (DPCT)" in made


def test_a_selection_without_events(blocks: Blocks) -> None:
    """A selection that holds nothing says so."""
    made = blocks.filled("```timeline\nparty: prc\nkind: summit\n```\n", "")

    assert '<p class="note none">No event' in made
    assert '<p class="note none" hidden>' in blocks.filled("```timeline\nkind: summit\n```\n", "")


def test_ids_are_never_shared(blocks: Blocks) -> None:
    """Several blocks of a page share no id, and each count leads to a row of its own block."""
    made = blocks.filled("```timeline\n```\n\n~~~timeline\n~~~\n\n```timeline\nchannel: dpct\n```\n", "how/")
    ids = re.findall(' id="([^"]+)"', made)

    assert made.count("<event-timeline") == 3
    assert len(ids) == len(set(ids)) > 6
    assert set(re.findall('href="#([^"]+)"', made)) <= set(ids)


@pytest.mark.parametrize(
    "markdown",
    [
        "````\n```timeline\nchannel: dpct\n```\n````\n",
        "    ```timeline\n    channel: dpct\n    ```\n",
        "`` ```timeline ``\n",
        "```yaml\ntimeline: no\n```\n",
        "```timeline dpct\n```\n",
        "```timeline\nchannel: [dpct\n```\n",
        "```timeline\n- dpct\n```\n",
    ],
)
def test_what_is_no_block_stays(blocks: Blocks, markdown: str) -> None:
    """Examples of code stay as they are, and so does what cannot be read, which the check refuses."""
    assert blocks.filled(markdown, "") == markdown


def test_titles_are_text(blocks: Blocks) -> None:
    """Nothing that a block says becomes markup."""
    made = blocks.filled('```timeline\ntitle: <b>Bold</b> & "more"\nq: \'"><script>\'\n```\n', "")

    assert "<b>" not in made
    assert "<script>" not in made
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp;" in made
