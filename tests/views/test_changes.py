"""What events have done to channels."""

from __future__ import annotations

from datetime import date

import pytest

from generator.views.changes import changes
from tests.views.making import channel, day, event, record, turned


@pytest.mark.parametrize(("written", "start", "sure_from"), [
    ("2022-08-05", "2022-08-05", "2022-08-05"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2024-01-08/2024-01-09", "2024-01-08", "2024-01-08"),
    ("2023-02/2023-03", "2023-02-01", "2023-02-28"),
    ("2023-02-17/..", "2023-02-17", "2023-02-17"),
    ("../2023-03-12", "2023-03-12", "2023-03-12"),
    ("[2023-02-17..2023-03-12]", "2023-02-17", "2023-03-12"),
    ("[..2023-11-15]", "2023-11-15", "2023-11-15"),
    ("[2023-11-15..]", "2023-11-15", "9999-12-31"),
    ("2023-02-17~", "2023-02-17", "2023-02-18"),
    ("2023-02?", "2023-02-01", "2023-03-31"),
    ("2023-33%", "2023-01-01", "2023-06-30"),
    ("202X~", "2020-01-01", "2039-12-31"),
])  # fmt: skip
def test_a_change_has_the_days_that_its_date_allows(written: str, start: str, sure_from: str) -> None:
    """It begins on the day that orders the event and is sure from the last day on which that can have begun."""
    made = record(channel("dpct"), turned("2023-00-00-halt", date=written, dpct="suspended"))

    [change] = changes(made, "dpct")

    assert (change.start, change.sure_from) == (day(start), day(sure_from))


@pytest.mark.parametrize(("status", "counted"), [
    (None, ["proposed", "agreed", "open", "suspended", "ended"]),
    ("held", ["proposed", "agreed", "open", "suspended", "ended"]),
    ("planned", ["proposed", "agreed"]),
    ("proposed", ["proposed", "agreed"]),
    ("postponed", ["proposed", "agreed", "suspended", "ended"]),
    ("refused", ["proposed", "agreed", "suspended", "ended"]),
    ("cancelled", ["proposed", "agreed", "suspended", "ended"]),
])  # fmt: skip
def test_what_was_not_held_opens_nothing(status: str | None, counted: list[str]) -> None:
    """A contact ahead proposes or agrees; one put off, refused or called off does all but open."""
    effects = [{"channel": "dpct", "state": state} for state in ("proposed", "agreed", "open", "suspended", "ended")]
    made = record(channel("dpct"), event("2024-01-08-round", status=status, effects=effects))

    assert [change.state for change in changes(made, "dpct")] == counted


def test_a_contact_ahead_changes_a_channel_when_disclosed() -> None:
    """What was agreed with a plan was agreed when the plan became known, not when the contact is due."""
    ahead = {"date": "2024-06", "status": "planned", "disclosed": "2023-12-29"}
    planned = turned("2024-06-00-round", "talks", mmca="agreed", **ahead)
    summit = turned("2024-01-08-summit", "summit", disclosed="2024-02-01", mmca="open")

    found = changes(record(channel("mmca"), planned, summit), "mmca")

    assert [(change.state, change.start) for change in found] == [
        ("agreed", date(2023, 12, 29)),
        ("open", date(2024, 1, 8)),
    ]


def test_all_changes_of_a_day_are_kept_in_order() -> None:
    """Events of one day come by their ids, and the effects of an event as they are written."""
    effects = [{"channel": "dpct", "state": "agreed"}, {"channel": "mmca", "state": "ended"},
               {"channel": "dpct", "state": "open", "disputed": "true"}]  # fmt: skip
    made = record(event("2024-01-08-b", effects=effects), turned("2024-01-08-a", dpct="suspended"))

    found = [(change.cause.id[-1], change.state, change.disputed) for change in changes(made, "dpct")]

    assert found == [("a", "suspended", False), ("b", "agreed", False), ("b", "open", True)]
    assert changes(made, "unknown") == ()
