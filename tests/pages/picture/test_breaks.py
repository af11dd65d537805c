"""Breaks are named over their columns where there is room, and names never cover each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.breaks import Column, columns, edges, height
from generator.pages.picture.scale import Scale
from generator.views.chains import Break
from tests.views.making import event, record

if TYPE_CHECKING:
    from collections.abc import Sequence

UNTIL = date(2026, 5, 15)
SCALE = Scale(date(1971, 1, 1), date(2026, 12, 31), 222, 1076)
RECORD = record(checked=f"{UNTIL}")


def gap(first: date, days: int | None, name: str) -> Break:
    """Make a break of so many days, or one that lasts."""
    end = event(f"{first + timedelta(days=days)}-end") if days is not None else None
    return Break(
        event(f"{first}-start"),
        end,
        None,
        f"{first.year} {name}",
        "prc",
        (days or 300) // 30,
        ("a", "b", "c"),
        great=True,
    )


def laid(*found: Break, scale: Scale = SCALE) -> Sequence[Column]:
    """Lay breaks out."""
    return columns(found, RECORD, scale, UNTIL)


def test_a_name_says_year_and_cause_then_who_and_how_long() -> None:
    """Two lines stand right of the break's beginning."""
    (column,) = laid(gap(date(1999, 5, 10), 260, "Belgrade"))
    assert column.lines == ("1999 Belgrade", "prc, 8 mo")
    assert column.left == column.start + 4


def test_a_window_says_it_in_words() -> None:
    """With more room the second line is a sentence, and a break that lasts says so."""
    window = Scale(date(2021, 1, 1), date(2026, 12, 31), 222, 1076)
    (column,) = laid(gap(date(2025, 8, 1), None, "Visit"), scale=window)
    assert column.lines[1] == "broken off by prc, 10 months so far"
    assert column.end == window.x(UNTIL)


def test_two_close_breaks_stand_in_two_rows() -> None:
    """The second name goes to the other row, and both rows need their height."""
    found = laid(gap(date(1999, 5, 10), 260, "Belgrade"), gap(date(2001, 4, 30), 500, "EP-3"))
    assert [column.row for column in found] == [0, 1]
    assert height(found) > height(found[:1])


def test_at_the_right_end_a_name_stands_left_of_its_line() -> None:
    """No name runs out of the drawing."""
    (column,) = laid(gap(date(2026, 1, 1), 100, "A rather long name for a break"))
    assert column.from_right
    assert column.right <= column.start


def test_a_break_outside_is_not_drawn() -> None:
    """What ended before the window has no column."""
    window = Scale(date(2021, 1, 1), date(2026, 12, 31), 222, 1076)
    assert laid(gap(date(1999, 5, 10), 260, "Belgrade"), scale=window) == ()


def test_six_breaks_of_a_generation_all_have_their_names() -> None:
    """The breaks from 1989 to 2010 find room, shortened if need be."""
    found = laid(
        gap(date(1989, 6, 5), 1600, "US suspends visits, arms"), gap(date(1995, 5, 22), 560, "Lee visa"),
        gap(date(1999, 5, 10), 260, "China suspends"), gap(date(2001, 4, 30), 580, "Pentagon review"),
        gap(date(2008, 10, 6), 260, "China cancels"), gap(date(2010, 1, 30), 310, "China suspends visits"),
    )  # fmt: skip
    assert all(column.lines[0].startswith(str(year)) for column, year in zip(
        found, (1989, 1995, 1999, 2001, 2008, 2010), strict=True))  # fmt: skip


CROWD = {
    1989: "US suspends contacts", 1995: "Visa for Lee Teng-hui", 1999: "Belgrade embassy bombing",
    2001: "EP-3 collision", 2008: "Arms for Taiwan", 2010: "Arms for Taiwan", 2022: "Pelosi in Taiwan",
}  # fmt: skip


def test_names_take_as_many_rows_as_they_need() -> None:
    """In a picture of all years no name is cut; on a tablet each stands there, and few are."""
    wide, tablet = (
        laid(*(gap(date(year, 6, 1), 300, name) for year, name in CROWD.items()), scale=scale)
        for scale in (SCALE, Scale(SCALE.first, SCALE.last, 184, 660))
    )

    assert [column.lines[0] for column in wide] == [f"{year} {name}" for year, name in CROWD.items()]
    assert [column.lines[0][:4] for column in tablet] == [f"{year}" for year in CROWD]
    assert sum("…" in column.lines[0] for column in tablet) <= 2


def test_a_name_takes_the_room_beside_it() -> None:
    """Where names further right have to be cut, one with nothing left of it is not cut with them."""
    narrow = Scale(date(1988, 1, 1), date(2025, 12, 31), 170, 590)
    found = laid(*(gap(date(year, 6, 1), 300, name) for year, name in CROWD.items()), scale=narrow)

    assert any("…" in column.lines[0] for column in found if column.lines)
    assert found[0].lines[0] == "1989 US suspends contacts"


@given(st.lists(st.tuples(st.dates(date(1971, 1, 1), date(2026, 5, 1)), st.integers(1, 900)), max_size=9))
def test_no_two_names_overlap(found: list[tuple[date, int]]) -> None:
    """In a row of names there is air between any two, and all stand within the drawing."""
    made = laid(*(gap(first, days, "Some cause or other") for first, days in sorted(found)))
    named = [column for column in made if column.lines]
    assert len(made) == len(found)
    for column in named:
        assert SCALE.left - 4 <= column.left
        assert column.right <= SCALE.right + 4
    for first, second in combinations(named, 2):
        if first.row == second.row:
            assert first.right < second.left or second.right < first.left


def test_a_break_that_began_before_the_window_has_no_line_there() -> None:
    """The edge of a window is not taken for a beginning."""
    window = Scale(date(2000, 1, 1), date(2001, 12, 31), 222, 1076)
    (column,) = laid(gap(date(1999, 5, 10), 500, "Belgrade"), scale=window)
    assert (column.start, column.extent.begins) == (222, False)
    assert "brkline" not in edges([column], 40, 90)
    assert "brktop" in edges([column], 40, 90)
