"""What lies ahead on a day."""

from __future__ import annotations

import pytest

from generator.views.ahead import ahead, engagements
from tests.views.making import day, event, record


@pytest.mark.parametrize(
    ("date", "status", "lies_ahead", "engagement"),
    [
        ("2024-03-05", "planned", True, True),
        ("2024-03-05", "proposed", True, True),
        ("2024-03-01", "planned", True, True),
        ("2024-02-29", "planned", False, False),
        ("2024", "planned", True, True),
        ("2024-01/..", "planned", True, True),
        ("[..2024-02]", "proposed", False, False),
        ("2024-03-05", "cancelled", False, True),
        ("2024-03-05", "postponed", False, True),
        ("2024-03-05", "refused", False, True),
        ("2024-02-05", "cancelled", False, False),
        ("2024-03-05", "held", False, False),
        ("2024-03-05", None, False, False),
    ],
)
def test_what_lies_ahead(date: str, status: str | None, *, lies_ahead: bool, engagement: bool) -> None:
    """A planned or proposed contact lies ahead until its last possible day is over; one called off is still told of."""
    made = record(event("2024-01-01-a", date=date, status=status))

    assert bool(ahead(made, day("2024-03-01"))) is lies_ahead
    assert bool(engagements(made, day("2024-03-01"))) is engagement


def test_what_is_no_contact_lies_nowhere() -> None:
    """An event that is no contact is neither awaited nor called off, whenever it lies."""
    made = record(event("2024-05-01-a", "law"))

    assert engagements(made, day("2024-03-01")) == ()
