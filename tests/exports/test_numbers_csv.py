"""The numbers as CSV."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from generator.exports import files_together
from generator.exports.numbers_csv import dataset_csv
from generator.pages.page import Settings
from generator.views.datasets import Column, Dataset, datasets
from tests.conftest import real_reading

RECORD = real_reading().record


@pytest.mark.slow
def test_every_table_is_published() -> None:
    """Each has its file, with a header row, as many cells a row as columns, and lines that end with LF alone."""
    files = {file.address: file for file in files_together(RECORD, Settings())["data/"]}

    for dataset in datasets(RECORD, RECORD.horizon):
        text = str(files[f"data/numbers/{dataset.name}.csv"].content)
        rows = list(csv.reader(StringIO(text, newline="")))
        assert rows[0] == [column.name for column in dataset.columns]
        assert len(rows) == len(dataset.rows) + 1 > 1
        assert {len(row) for row in rows} == {len(dataset.columns)}
        assert text.endswith("\n")
        assert "\r" not in text


def test_no_cell_runs_as_a_formula() -> None:
    """A text that a spreadsheet would run is made a text; an unknown value is an empty cell."""
    made = Dataset("made", "a thing", (Column("a", "A"), Column("b", "B")), (("=1+1", None), ("-", 2)))

    assert dataset_csv(made) == "a,b\n'=1+1,\n'-,2\n"


def test_tables_agree_with_each_other() -> None:
    """Levels, forms and places share out the same contacts of each year, and coverage counts as many."""
    found = {dataset.name: dataset.rows for dataset in datasets(RECORD, RECORD.horizon)}

    def sums(name: str) -> list[int]:
        return [sum(int(cell or 0) for cell in row[1:]) for row in found[name]]

    held = sums("contacts-by-level")
    assert held == sums("contacts-by-form") == sums("contacts-by-place") == [row[2] for row in found["coverage"]]
    assert sum(held) == sum(event.is_held_contact for event in RECORD.events)
