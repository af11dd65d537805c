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
from generator.views.bare import bare, basis, wordless
from generator.views.tables import EVENTS, SHEETS, Chosen, Holds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from generator.exports.pieces import Pieces
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.views.tables import Cell, Table


def sheets(record: Record, day: date, pieces: Pieces) -> Iterator[DataFile]:
    """Give a file for each table that stands alone, as known on a day, put together from pieces."""
    for table in SHEETS:
        address = f"{DATA}{table.name}.csv"
        if table is EVENTS:
            yield DataFile(address, partial(_of_events, table, record, day, pieces))
        else:
            yield DataFile(address, partial(_of_bare, table, record, day), basis(record, ()))


def sheet(table: Table, chosen: Chosen) -> str:
    """Give a table as text, its prose without Markdown; an empty cell for what is not known."""
    return _header(table) + _rows(table, chosen)


def _of_events(table: Table, record: Record, day: date, pieces: Pieces) -> Iterator[bytes]:
    """Give the table of which each event makes the rows by itself, its long texts among them."""

    def rows(event: Event) -> bytes:
        return _rows(table, Chosen(record, (event,), day)).encode("utf-8", "xmlcharrefreplace")

    yield _header(table).encode()
    for event in record.events:
        yield pieces.of(basis(record, (event,)), partial(rows, event))
    pieces.keep()


def _of_bare(table: Table, record: Record, day: date) -> str:
    """Give a table that tells no long text."""
    plain = bare(record)
    return wordless(table.name, sheet(table, Chosen(plain, plain.events, day)))


def _header(table: Table) -> str:
    return _written([[column.name for column in table.columns]])


def _rows(table: Table, chosen: Chosen) -> str:
    forms = [_FORMS.get(column.holds, _text) for column in table.columns]
    return _written(
        [cell if cell is None else form(cell) for form, cell in zip(forms, row, strict=True)]
        for row in table.rows(chosen)
    )


def _written(rows: Iterable[list[Cell]]) -> str:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _text(cell: Cell) -> str:
    return harmless(str(cell))


_FORMS: Mapping[Holds, Callable[[Cell], Cell]] = {
    Holds.FLAG: lambda cell: "true" if cell else "false",
    Holds.NUMBER: str,
    Holds.PROSE: lambda cell: harmless(plain(str(cell))),
}
"""How cells are written, by what their columns hold; none stays empty."""
