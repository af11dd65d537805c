"""Reported counts and their bounds."""

from __future__ import annotations

import pytest

from generator.views.figures import reported
from tests.views.making import day, event, record

UNTIL = day("2024-01-31")


@pytest.mark.parametrize(("written", "bounds", "is_count"), [
    ({"value": "180"}, (180, 180), True),
    ({"value": "1,180"}, (1180, 1180), True),
    ({"value": "more than 180", "low": 180}, (180, None), True),
    ({"value": "nearly ten", "high": 10}, (None, 10), True),
    ({"value": "60 to 70", "low": 60, "high": 70}, (60, 70), True),
    ({"value": "several hundred"}, (None, None), False),
    ({"value": "seven"}, (None, None), False),
    ({"value": "$13 million"}, (None, None), False),
    ({"value": "45", "unit": "yards"}, (45, 45), False),
    ({"value": "0"}, (0, 0), True),
])  # fmt: skip
def test_a_figure_has_the_bounds_of_its_entry(
    written: dict[str, object],
    bounds: tuple[int | None, int | None],
    is_count: bool,  # noqa: FBT001  a table's value
) -> None:
    """Digits alone bound themselves; no word is read as a number; what has a unit is not compared with counts."""
    one = event("2024-01-08-one", "report", figures=[{"label": "Intercepts", **written}])

    found = reported(record(one), UNTIL)[0]

    assert (found.low, found.high) == bounds
    assert found.is_count is is_count
    assert found.is_exact is (bounds[0] is not None and bounds[0] == bounds[1])


def test_figures_come_in_the_order_of_time() -> None:
    """Those of one event stand as written; a later event's are left out."""
    made = record(
        event("2024-01-08-one", "report", figures=[{"label": "A", "value": "1"}, {"label": "B", "value": "2"}]),
        event("2023-01-08-two", "report", figures=[{"label": "C", "value": "3"}]),
        event("2024-02-08-later", "report", figures=[{"label": "D", "value": "4"}]),
    )  # fmt: skip

    assert [one.figure.label for one in reported(made, UNTIL)] == ["C", "A", "B"]
