"""Tables as CSV: RFC 4180 in UTF-8, one header, made harmless for spreadsheets."""

from __future__ import annotations

import csv
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

from generator.exports.cells import harmless
from generator.exports.files import DataFile
from generator.pages.addresses import DATA
from generator.pages.text import plain
from generator.views.tables import SHEETS, Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.tables import Cell, Chosen, Column, Table


def sheets(chosen: Chosen) -> Iterator[DataFile]:
    """Give a file for each table that stands alone."""
    yield from (DataFile(f"{DATA}{table.name}.csv", partial(sheet, table, chosen)) for table in SHEETS)


def sheet(table: Table, chosen: Chosen) -> str:
    """Give a table as text, its prose without Markdown; an empty cell for what is not known."""
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(column.name for column in table.columns)
    for row in table.rows(chosen):
        rows.writerow(_text(column, cell) for column, cell in zip(table.columns, row, strict=True))
    return out.getvalue()


def _text(column: Column, cell: Cell) -> str:
    if cell is None:
        return ""
    if column.holds is Holds.FLAG:
        return "true" if cell else "false"
    if column.holds is Holds.NUMBER:
        return str(cell)
    return harmless(plain(str(cell)) if column.holds is Holds.PROSE else str(cell))
