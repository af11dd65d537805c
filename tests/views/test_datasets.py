"""The numbers as tables for machines: the names of their columns, which readers' programs ask for, and their rows."""

from __future__ import annotations

import pytest

from generator.views.datasets import DATASETS, Cell, datasets
from tests.views.making import channel, day, event, gap, publisher, record, source, turned

SAID = {"text": "So.", "sources": ["a"]}
ROUND = event(
    "2022-01-14-round", channel="dpct", date="2022-01-14/2022-01-15", accounts={"us": SAID, "prc": SAID},
    sources=[source("a", "paper"), source("b", "paper")],
)  # fmt: skip
MADE = record(
    channel("dpct"), channel("line", level="ministers"), publisher("paper", "press"), gap("2023-02", "dpct"),
    ROUND, event("2023-01-14-round", channel="dpct", standing="single-source"),
    event("2023-03-01-no", status="refused", declined_by="prc"), event("2023-04-01-off", status="cancelled"),
    turned("2023-05-01-end", "agreement", dpct="ended"),
    event("2022-06-01-line", channel="line"), event("2023-06-01-line", channel="line"),
    event("2023-12-01-report", "report", figures=[
        {"label": "Ships", "value": "two or three", "low": 2, "high": 3, "by": "us", "period": "2023", "unit": "hulls"},
        {"label": "Calls", "value": "1"},
    ]),
    event("2024-02-01-later", status="refused"),
)  # fmt: skip
ROWS: dict[str, list[dict[str, Cell]]] = {
    "declined": [
        {"event": "2023-03-01-no", "date": "2023-03-01", "title": "no", "outcome": "refused", "declined_by": "prc"},
        {"event": "2023-04-01-off", "date": "2023-04-01", "title": "off", "outcome": "cancelled"},
    ],
    "silences": [
        {"channel": "line", "which": "longest", "since": "2022-06-01", "until": "2023-06-01", "days": 365,
         "after": "2022-06-01-line", "ended_by": "2023-06-01-line", "across_gap": 0},
        {"channel": "line", "which": "present", "since": "2023-06-01", "until": "2024-01-31", "days": 244,
         "after": "2023-06-01-line", "across_gap": 0},
        {"channel": "dpct", "which": "longest", "since": "2022-01-15", "until": "2023-01-14", "days": 364,
         "after": "2022-01-14-round", "ended_by": "2023-01-14-round", "across_gap": 0},
    ],
    "figures": [
        {"event": "2023-12-01-report", "label": "Ships", "value": "two or three", "unit": "hulls", "low": 2, "high": 3,
         "period": "2023", "by": "us"},
        {"event": "2023-12-01-report", "label": "Calls", "value": "1", "low": 1, "high": 1},
    ],
    "coverage": [
        {"year": 2022, "events": 2, "contacts": 2, "citations": 2, "both_accounts": 1, "single_source": 0, "gaps": 0},
        {"year": 2023, "events": 6, "contacts": 2, "citations": 0, "both_accounts": 0, "single_source": 1, "gaps": 1},
        {"year": 2024, "events": 0, "contacts": 0, "citations": 0, "both_accounts": 0, "single_source": 0, "gaps": 0},
    ],
    "contacts-by-level": [
        {"year": year, "leaders": 0, "ministers": line, "chiefs": 0, "policy": talks, "operational": 0, "theatre": 0,
         "no-channel": 0}
        for year, line, talks in ((2022, 1, 1), (2023, 1, 1), (2024, 0, 0))
    ],
    "contacts-by-place": [
        {"year": year, "prc": 0, "us": 0, "elsewhere": 0, "remote": 0, "not-named": held}
        for year, held in ((2022, 2), (2023, 2), (2024, 0))
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_rows(name: str) -> None:
    """Each row has its values under the names of the columns, and no cell where nothing is known or applies."""
    [found] = [one for one in datasets(MADE, day("2024-01-31")) if one.name == name]
    names = [column.name for column in found.columns]

    assert all(column.holds for column in found.columns)
    assert [
        {key: cell for key, cell in zip(names, row, strict=True) if cell is not None} for row in found.rows
    ] == ROWS[name]  # fmt: skip


def test_what_a_row_is() -> None:
    """Every table says what a row of it is."""
    assert [(one.name, one.row) for one in datasets(MADE, day("2024-01-31"))] == [
        ("contacts-by-level", "a year"), ("contacts-by-form", "a year"), ("contacts-by-place", "a year"),
        ("declined", "a contact that was refused, postponed or cancelled"), ("silences", "a silence of a channel"),
        ("figures", "a reported figure"), ("coverage", "a year"),
    ]  # fmt: skip


def test_each_is_known_by_its_name() -> None:
    """What makes a table stands under the name that the table has."""
    assert [one.name for one in datasets(MADE, day("2024-01-31"))] == list(DATASETS)
