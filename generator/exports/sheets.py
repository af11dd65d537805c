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
    from collections.abc import Callable, Iterator, Mapping

    from generator.views.tables import Cell, Chosen, Table


def sheets(chosen: Chosen) -> Iterator[DataFile]:
    """Give a file for each table that stands alone."""
    yield from (DataFile(f"{DATA}{table.name}.csv", partial(sheet, table, chosen)) for table in SHEETS)


def sheet(table: Table, chosen: Chosen) -> str:
    """Give a table as text, its prose without Markdown; an empty cell for what is not known."""
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(column.name for column in table.columns)
    forms = [_FORMS.get(column.holds, _text) for column in table.columns]
    for row in table.rows(chosen):
        rows.writerow([cell if cell is None else form(cell) for form, cell in zip(forms, row, strict=True)])
    return out.getvalue()


def _text(cell: Cell) -> str:
    return harmless(str(cell))


_FORMS: Mapping[Holds, Callable[[Cell], Cell]] = {
    Holds.FLAG: lambda cell: "true" if cell else "false",
    Holds.NUMBER: str,
    Holds.PROSE: lambda cell: harmless(plain(str(cell))),
}
"""How cells are written, by what their columns hold; none stays empty."""
