"""Which years can be recorded."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.dates import FIRST_YEAR, is_plausible
from generator.record.dates import parse_edtf

TODAY = date(2024, 2, 1)


@pytest.mark.parametrize(("text", "plausible"), [
    (f"{FIRST_YEAR}", True), (f"{FIRST_YEAR - 1}", False), (f"{FIRST_YEAR - 1}-12-31/{FIRST_YEAR}", False),
    ("2024-02-01", True), ("2025-12-31", True), ("2025/2026", False), ("2026-01-01", False), ("2024/..", True),
])  # fmt: skip
def test_years_that_can_be_recorded(text: str, plausible: bool) -> None:  # noqa: FBT001  a column of the table
    """From the first year of the record to the end of the next one, whatever the form of the date."""
    assert is_plausible(parse_edtf(text), TODAY) is plausible


def test_a_day_is_as_plausible_as_a_date() -> None:
    """Days of record-keeping lie in the same years."""
    assert is_plausible(date(FIRST_YEAR, 1, 1), TODAY)
    assert not is_plausible(date(2026, 1, 1), TODAY)
