"""The numbers as tables: UTF-8, one header row, lines that end with LF, made harmless for spreadsheets."""

from __future__ import annotations

import csv
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from generator.exports.cells import harmless
from generator.exports.files import DataFile
from generator.pages.addresses import NUMBERS_DATA
from generator.views.bare import bare, basis, wordless
from generator.views.datasets import DATASETS

if TYPE_CHECKING:
    from datetime import date

    from generator.record.record import Record
    from generator.views.datasets import Dataset


def numbers(name: str, record: Record, day: date) -> DataFile:
    """Give the table with a name, as known on a day; it tells no long text."""
    return DataFile(f"{NUMBERS_DATA}{name}.csv", partial(_drawn, name, record, day), basis(record, ()))


def _drawn(name: str, record: Record, day: date) -> str:
    return wordless(name, dataset_csv(DATASETS[name](bare(record), day)))


def dataset_csv(dataset: Dataset) -> str:
    """Give a table as CSV; a value that is not known is an empty cell."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([column.name for column in dataset.columns])
    table.writerows([harmless("" if cell is None else str(cell)) for cell in row] for row in dataset.rows)
    return out.getvalue()
