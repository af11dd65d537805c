"""The numbers as tables: UTF-8, one header row, lines that end with LF, made harmless for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from generator.exports.cells import harmless

if TYPE_CHECKING:
    from generator.views.datasets import Dataset


def dataset_csv(dataset: Dataset) -> str:
    """Give a table as CSV; a value that is not known is an empty cell."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([column.name for column in dataset.columns])
    table.writerows([harmless("" if cell is None else str(cell)) for cell in row] for row in dataset.rows)
    return out.getvalue()
