"""Columns by year: their heights, their place on the calendar, their numbers."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.pages.picture.metrics import text_width
from generator.pages.picture.year_bars import COLUMNS, Bars, year_bars
from tests.pages.picture.drawn import of_class, parsed, texts

UNTIL = date(2024, 1, 31)
ROWS = (Bars("Talks", (1, 0, 4), "5", 4), Bars("Calls", (0, 2, 0), "2", 4))


def columns(svg: str) -> list[list[tuple[float, ...]]]:
    """Give for each row its columns: left end, foot, width, height."""
    block = re.compile(r"M([\d.]+)[ ]?([\d.]+)h([\d.]+)v([\d.]+)")
    return [[tuple(map(float, found)) for found in block.findall(path.get("d", ""))] for path in of_class(svg, "col")]


@pytest.mark.parametrize("width", [1216, 728, 358])
def test_columns_are_as_high_as_their_numbers(width: int) -> None:
    """All rows share one height, a year without anything has no column, and none is wider than its year."""
    talks, calls = columns(year_bars(2022, UNTIL, ROWS, width, "Words"))

    assert [round(high, 1) for *_, high in talks] == [COLUMNS / 4, COLUMNS]
    assert [round(high, 1) for *_, high in calls] == [COLUMNS / 2]
    assert talks[0][0] < calls[0][0] < talks[1][0]
    assert all(left + wide <= width for left, _, wide, _ in (*talks, *calls))


def test_the_column_of_a_year_ends_with_what_is_known() -> None:
    """The present year is as wide as its days up to the last one that was checked."""
    (before, present), _ = columns(year_bars(2022, UNTIL, ROWS, 1216, "Words"))

    assert present[2] < before[2] / 10


@pytest.mark.parametrize("width", [1216, 728, 358])
def test_the_picture_says_its_numbers(width: int) -> None:
    """Names and sums stand at every width, and the number of each row's highest column; it has a name of its own."""
    svg = year_bars(2022, UNTIL, ROWS, width, "Two rows")

    assert {"Talks", "Calls", "5", "2", "4"} <= set(texts(svg))
    assert (parsed(svg).get("role"), parsed(svg).get("aria-label")) == ("img", "Two rows")


def test_a_sum_leaves_the_last_years_to_their_numbers() -> None:
    """On a phone a sum stands behind its name, not over the highest column of the last year."""
    svg = year_bars(1971, UNTIL, (Bars("Events", (*range(1, 54), 80), "1485", 80),), 358, "Words")
    (said,), (peak,) = of_class(svg, "now"), of_class(svg, "t")

    assert float(said.get("x", "")) + text_width("1485", bold=True) < float(peak.get("x", "")) - 20


def test_numbers_without_room_are_left_out() -> None:
    """Where a year is narrower than its number, only the highest column has one."""
    row = Bars("Many", tuple(range(10, 80)), "all", 79)

    assert [
        words for words in texts(year_bars(1955, UNTIL, (row,), 358, "Words")) if words.isdigit() and len(words) < 4
    ] == ["79"]
    assert text_width("79") > 358 / 70


def test_nothing_to_count_is_no_fault() -> None:
    """A row of zeros is its line alone."""
    svg = year_bars(2022, UNTIL, (Bars("None", (0, 0, 0), "0", 0),), 728, "Words")

    assert list(of_class(svg, "col")) == []
    assert "None" in texts(svg)
