"""Calendar months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.months import add_months, day_after, whole_months
from tests.views.making import day


@pytest.mark.parametrize(("first", "months", "last"), [
    ("2024-01-08", 24, "2026-01-08"),
    ("2023-01-31", 1, "2023-02-28"),
    ("2024-01-31", 1, "2024-02-29"),
    ("2023-12-31", 2, "2024-02-29"),
    ("2023-11-30", 0, "2023-11-30"),
    ("2024-01-08", -17, "2022-08-08"),
    ("2024-01-08", 10**11, "9999-12-31"),
])  # fmt: skip
def test_months_are_added_by_the_calendar(first: str, months: int, last: str) -> None:
    """A day that its month does not have becomes that month's last; beyond the calendar lies its end."""
    assert add_months(day(first), months) == day(last)


@pytest.mark.parametrize(("first", "last", "months"), [
    ("2022-08-05", "2024-01-08", 17),
    ("2022-08-05", "2022-09-04", 0),
    ("2022-08-05", "2022-09-05", 1),
    ("2023-01-31", "2023-02-27", 0),
    ("2023-01-31", "2023-02-28", 1),
    ("2024-01-08", "2022-08-05", 0),
])  # fmt: skip
def test_only_whole_months_are_counted(first: str, last: str, months: int) -> None:
    """A month counts once its day has come again, and time does not run backwards."""
    assert whole_months(day(first), day(last)) == months


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1200))
def test_counting_undoes_adding(first: date, months: int) -> None:
    """As many months as were added are counted."""
    assert whole_months(first, add_months(first, months)) == months


def test_the_calendar_ends() -> None:
    """After the last day of the calendar comes itself."""
    assert day_after(day("2024-02-28")) == day("2024-02-29")
    assert day_after(date.max) == date.max
