"""Strips show one channel or one office, at their own width."""

from __future__ import annotations

from datetime import date

import pytest

from generator.pages.picture.strip import board_strip, office_strip, strip
from tests.pages.picture.drawn import classes, links, of_class, parsed, texts
from tests.pages.picture.made import UNTIL, small
from tests.views.making import record

WINDOW = (date(2021, 1, 1), UNTIL)


@pytest.mark.parametrize("width", [800, 358])
def test_a_strip_has_the_rounds_and_decisions_of_its_channel(width: float) -> None:
    """What was a round of the channel, or decided about it, is there in the order of time; nothing else is."""
    svg = strip(small(), "dpct", WINDOW, "2022-09-00-refused", width, link=str, prefix="s")
    assert [href for href, _ in links(svg)] == ["2022-08-05-cancelled", "2022-09-00-refused", "2023-11-15-summit"]
    assert len(list(of_class(svg, "halo"))) == 1
    assert parsed(svg).get("viewBox", "").startswith(f"0 0 {width} ")


def test_the_selected_event_has_a_bold_label() -> None:
    """Its label goes before the others."""
    svg = strip(small(), "dpct", WINDOW, "2023-11-15-summit", 800, link=str, prefix="s")
    assert [label.text for label in of_class(svg, "sel")] == ["Summit"]


def test_a_board_strip_says_its_states() -> None:
    """The small strip is a picture with its states in words, for the table that says the rest."""
    svg = board_strip(small(), "mmca", WINDOW, 230)
    assert parsed(svg).get("aria-label") == (
        "States, 2021 to 2024: dormant, Jan 2008 to Aug 2022; suspended, Aug 2022 to Nov 2023; agreed, Nov 2023 on"
    )
    assert 'fill="url(#ghatch)"' in svg
    assert parsed(svg).get("width") == "230"


def test_an_office_strip_names_its_holders() -> None:
    """Holders and vacancies stand on an axis of their own."""
    svg = office_strip(small(), "prc-minister", UNTIL, 800, prefix="q")
    assert {"Wei", "vacant"} <= set(texts(svg))
    assert {"post", "postline", "vac"} <= classes(svg)


def test_a_strip_of_a_channel_without_events_is_no_fault() -> None:
    """There is a band's place even where nothing is recorded."""
    made = record(*small().channels.values(), checked=f"{UNTIL}")
    assert links(strip(made, "dpct", WINDOW, None, 800, link=str, prefix="s")) == []
    assert "nothing recorded" in board_strip(made, "dpct", WINDOW, 230)
