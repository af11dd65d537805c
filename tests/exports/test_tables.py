"""The record as CSV and JSON."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest

from generator.exports.api import events_json
from generator.exports.events_csv import COLUMNS, events_csv
from generator.record.loading import read_record
from generator.views.selection import Selection, select
from tests.conftest import ROOT

RECORD = read_record(ROOT).record
DPCT = "2024-01-08-dpct-17"


def test_csv_has_a_row_an_event() -> None:
    """The table has one header, a row for each event, and lines that end as RFC 4180 says."""
    text = events_csv(RECORD, RECORD.events)

    rows = list(csv.DictReader(StringIO(text, newline="")))

    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [event.id for event in RECORD.events]
    assert text.endswith("\r\n")


def test_csv_runs_no_formula() -> None:
    """A cell that a spreadsheet would run as a formula is made a text."""
    event = RECORD.by_id[DPCT].model_copy(update={"title": '=HYPERLINK("https://example.org")'})

    row = next(csv.DictReader(StringIO(events_csv(RECORD, [event]), newline="")))

    assert row["title"].startswith("'=")


def test_json_tells_what_is_derived() -> None:
    """An event in JSON holds its fields as written, its sources in full, its dates as EDTF and as days."""
    event = json.loads(events_json(RECORD, [RECORD.by_id[DPCT]]))["events"][0]

    assert event["kind"] == "talks"
    assert event["outcome"] == "held"
    assert event["dates"] == {
        "edtf": "2024-01-08/2024-01-09", "earliest": "2024-01-08", "latest": "2024-01-09",
        "words": "8 to 9 January 2024",
    }  # fmt: skip
    assert all(source["url"].startswith("http") for source in event["sources"])
    assert event["channel"] == ["dpct"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Selection(), True),
        (Selection(channels=("dpct",)), True),
        (Selection(channels=("mmca",)), False),
        (Selection(kinds=("contact",)), True),
        (Selection(kinds=("talks", "call")), True),
        (Selection(kinds=("incident",)), False),
        (Selection(parties=("prc",)), True),
        (Selection(people=("michael-chase",)), True),
        (Selection(people=("michael-chase",), kinds=("call",)), False),
        (Selection(since=date(2024, 1, 9)), True),
        (Selection(since=date(2024, 1, 10)), False),
        (Selection(until=date(2024, 1, 8)), True),
        (Selection(until=date(2024, 1, 7)), False),
        (Selection(text="POLICY coordination"), True),
        (Selection(text="coordination submarine-cable"), False),
    ],
)
def test_selection(wanted: Selection, *, found: bool) -> None:
    """Every filter that is given must match; of several values in one filter, one."""
    assert (DPCT in {event.id for event in select(RECORD, wanted)}) is found
