"""Numbers of events by year."""

from __future__ import annotations

from generator.views.years import YearTally, tallies
from tests.views.making import day, event, record


def test_years_are_counted_to_the_day() -> None:
    """Each year from the first event to the day has its numbers, also 0; what comes later does not count."""
    made = record(
        event("2021-12-31-call", "call", date="2021-12-31/2022-01-02"), event("2021-05-01-refused", status="refused"),
        event("2021-06-01-cancelled", status="cancelled"), event("2021-07-01-postponed", status="postponed"),
        event("2023-02-04-balloon", "crisis"), event("2023-02-05-halt", "suspension"), event("2023-03-01-law", "law"),
        event("2023-07-00-talks", date="2023-07"), event("2023-12-01-planned", status="planned"),
        event("2023-11-15-summit", "summit"),
    )  # fmt: skip

    assert tallies(made, day("2023-11-14")) == (
        YearTally(2021, contacts=1, friction=0, refusals=2, suspensions=0),
        YearTally(2022, contacts=0, friction=0, refusals=0, suspensions=0),
        YearTally(2023, contacts=1, friction=1, refusals=0, suspensions=1),
    )


def test_an_empty_record_has_no_years() -> None:
    """There is nothing to count."""
    assert tallies(record(), day("2024-01-31")) == ()
