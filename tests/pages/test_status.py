"""The pages of days, and the states that their script is given: all say what the views say."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from generator.pages.files import parts_of
from generator.pages.page import Settings
from generator.pages.picture.bands import pieces
from generator.pages.picture.scale import Scale
from generator.pages.press import Press
from generator.pages.site import make_files
from generator.pages.status_data import states_json
from generator.views.spans import spans
from generator.views.states import board
from tests.pages.reading_html import Tree, rendered
from tests.views.test_spans_properties import DAYS, FIRST, LAST, records

if TYPE_CHECKING:
    from generator.pages.site import Page
    from generator.record.record import Record


def said_on(items: list[list[Any]], day: date) -> list[Any] | None:
    """Give the last of some items, in the order of time, that had begun on a day."""
    return next((item for item in reversed(items) if item[0] <= day.isoformat()), None)


@pytest.mark.slow
@settings(max_examples=40)
@given(records(), DAYS)
def test_board_strip_and_data_agree(made: Record, asked: date) -> None:
    """On any day the board, the strip of a channel at that place, and the script's data name the same state."""
    given_to_script = json.loads(states_json(Press(made, Settings())))
    scale = Scale(FIRST, LAST + timedelta(days=1), 0, 10_000)
    middle = scale.x(asked) + 3

    for row, channel in zip(board(made, asked), given_to_script["channels"], strict=True):
        drawn = [piece.state for piece in pieces(spans(made, row.channel.id, LAST), scale, LAST)
                 if piece.start <= middle < piece.end]  # fmt: skip
        span, contact = said_on(channel["spans"], asked), said_on(channel["held"], asked)
        assert channel["id"] == row.channel.id
        assert drawn == ([row.state] if row.span else [])
        assert (span and span[1]) == (row.span and row.state)
        last = row.last_held if row.channel.rounds else None  # of one without rounds none is the last
        assert (contact and contact[0]) == (last and last.date.anchor.isoformat())


def test_the_data_name_what_they_refer_to(full: Record) -> None:
    """Each event that set a state, and each person in an office, has its name beside it; nothing else has."""
    bundles = {bundle.name: bundle for bundle in make_files(full, Settings(), (), {})}
    made = json.loads(b"".join(parts_of(dict(bundles["status/states.json"].drawn())["status/states.json"])))

    causes = {span[2] for channel in made["channels"] for span in channel["spans"]} - {-1}
    people = {seat[1] for pair in made["pairs"] for seats in pair["seats"] for seat in seats} - {-1}
    assert causes == set(range(len(made["causes"])))
    assert people == set(range(len(made["people"])))
    assert ["2022-05-01-halt", "Halt of the talks"] in made["causes"]
    assert made["people"][0] == ["an-bei", "An Bei", "安北", "zh-Hans"]


def test_days_of_change_are_linked_one_after_the_other(pages: dict[str, Page]) -> None:
    """Each has its page, which leads to the ones before and after; the page of today leads to all of them."""
    names = sorted(name for name in pages if name.startswith("status/2"))
    today = Tree(rendered(pages["status/index.md"]))

    assert names == ["status/2021-03-01.md", "status/2022-05-01.md", "status/2024-01-08.md"]
    for number, name in enumerate(names):
        turns = [attrs.get("href", "") for tag, attrs in Tree(rendered(pages[name])).elements if attrs.get("rel")
                 in ("prev", "next")]  # fmt: skip
        near = (names[number - 1] if number else "", names[number + 1] if number < 2 else "")
        assert turns == [f"../../{one.removesuffix('.md')}/" if one else "../../status/" for one in near]
        assert f"../{name.removesuffix('.md')}/" in today.values("a", "href")


def test_the_page_of_a_day_says_what_changed(pages: dict[str, Page]) -> None:
    """It names the channel, its state before and after, the event, and who was in office; and search leaves it out."""
    text = " ".join(Tree(rendered(pages["status/2022-05-01.md"])).text.split())

    assert "None of 1 channel was open, 1 was suspended." in text
    assert "Talks (YT): open since March 2021, then suspended, which one side denies. Halt of the talks" in text
    assert "An Bei 安北" in text
    assert "1 further channel: nothing on record by that day." in text
    assert 'search: {"exclude": true}' in pages["status/2022-05-01.md"].text
    assert 'search: {"exclude": true}' not in pages["status/index.md"].text
