"""The record as one SQLite database: tables that refer to one another, indexes, full-text search, and views.

The same record gives the same bytes, whatever the machine: nothing in it is random or tells of a time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.exports.base import Base
from generator.exports.files import DataFile
from generator.pages import addresses
from generator.pages.text import plain
from generator.views.tables import DATABASE, EVENT_TABLES, Chosen, Holds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.record import Record
    from generator.views.tables import Cell, Column, Table

_PAGE = 4096
_PART = 2**20
"""So many bytes of it are given at a time."""
_TOLD = (slice(24, 28), slice(40, 44), slice(92, 100))
"""Where the file's head tells how often it was changed and its schema written, and the version of the library that
wrote it, which readers do not need (SQLite, "Database File Format", 1.3)."""
_TYPES = {Holds.NUMBER: "INTEGER", Holds.FLAG: "INTEGER"}
_SEARCHED = {
    "events": ("title", "title_zh", "summary", "summary_zh"),
    "accounts": ("text", "quote", "text_zh"),
    "sources": ("title", "publisher_name"),
}
"""Tables with full-text search, each beside its table under the name `…_fts`."""
VIEWS = {
    "contacts": """\
SELECT e.id AS event, e.date, e.earliest, e.latest, e.title, e.kind, e.status,
  p.party, p.person, n.name, p.office, p.role
FROM events e LEFT JOIN participants p ON p.event = e.id LEFT JOIN people n ON n.id = p.person
WHERE e.family = 'contact'
ORDER BY coalesce(e.earliest, e.latest), e.id, p.party, p.number""",
    "contacts_by_year": """\
SELECT substr(coalesce(earliest, latest), 1, 4) AS year, count(*) FILTER (WHERE status = 'held') AS held,
  count(*) FILTER (WHERE status IN ('refused', 'cancelled', 'postponed')) AS called_off
FROM events WHERE family = 'contact' GROUP BY year ORDER BY year""",
    "last_contacts": """\
SELECT c.id AS channel, c.name, c.level, c.state, e.id AS event, e.title, e.date, coalesce(e.latest, e.earliest) AS day
FROM channels c LEFT JOIN events e ON e.id = c.last_held ORDER BY day DESC, c.id""",
    "rounds": """\
SELECT ec.channel, e.id AS event, e.date, coalesce(e.earliest, e.latest) AS day, e.title, e.status,
  julianday(coalesce(e.earliest, e.latest)) - julianday(lag(coalesce(e.latest, e.earliest))
    OVER (PARTITION BY ec.channel ORDER BY coalesce(e.earliest, e.latest))) AS days_since_previous
FROM event_channels ec JOIN events e ON e.id = ec.event WHERE e.status = 'held' ORDER BY ec.channel, day""",
}
"""What is asked most often, as queries that stand in the file."""


def database(record: Record, day: date, base: Base) -> DataFile:
    """Give the database as the site publishes it, as known on a day, made upon the last one where that is kept."""
    return DataFile(addresses.DATABASE, lambda: _parts(Chosen(record, record.events, day), base))


def database_bytes(chosen: Chosen) -> bytes:
    """Give a database of chosen events with all that they refer to."""
    return b"".join(_parts(chosen, Base()))


def _parts(chosen: Chosen, base: Base) -> Iterator[bytes]:
    """Make a database on the disk and give it part by part: in memory it would be there three times."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.sqlite")
        changed = base.taken(path, chosen.record)
        if changed is None:
            _make(path, chosen)
        else:
            _renew(path, replace(chosen, events=tuple(event for event in chosen.events if event.id in changed)))
        with path.open("r+b") as file:
            for told in _TOLD:
                file.seek(told.start)
                file.write(bytes(told.stop - told.start))
        with path.open("rb") as file:
            yield from iter(partial(file.read, _PART), b"")
        base.keep(path, chosen.record)


def _make(path: Path, chosen: Chosen) -> None:
    with _opened(path) as (base, other):
        for statement in _statements():
            base.execute(statement)
        for table in DATABASE:
            marks = ", ".join("?" * len(table.columns))
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _rows(table, chosen))  # noqa: S608  names are ours
            other.add(table.name)


def _renew(path: Path, chosen: Chosen) -> None:
    """Put the rows of chosen events, of which long texts alone are other, in the place of those that are there."""
    with _opened(path) as (base, other):
        for table in EVENT_TABLES:
            marks = {column.name: f"?{number}" for number, column in enumerate(table.columns, start=1)}
            values = ", ".join(f'"{name}" = {mark}' for name, mark in marks.items())
            these = " AND ".join(f'"{name}" = {marks[name]}' for name in table.key)
            differ = " OR ".join(f'"{name}" IS NOT {mark}' for name, mark in marks.items())
            before = base.total_changes
            base.executemany(
                f'UPDATE "{table.name}" SET {values} WHERE {these} AND ({differ})',  # noqa: S608  names are ours
                _rows(table, chosen),
            )
            if base.total_changes != before:
                other.add(table.name)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[sqlite3.Connection, set[str]]]:
    """Open a database for a change, then index the texts of tables that were noted as other, and pack the file.

    The same rows give the same file.
    """
    other: set[str] = set()
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        for setting in (f"page_size = {_PAGE}", "journal_mode = OFF", "synchronous = OFF"):
            base.execute(f"PRAGMA {setting}")
        base.execute("BEGIN")
        yield base, other
        for name in filter(other.__contains__, _SEARCHED):
            base.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')")  # noqa: S608  names are ours
            base.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('optimize')")  # noqa: S608  as above
        base.execute("COMMIT")
        base.execute("VACUUM")


def _statements() -> Iterator[str]:
    """Give what makes tables, indexes, search and views."""
    for table in DATABASE:
        yield f'CREATE TABLE "{table.name}" (\n  {_inside(table)}\n)'
    for table in DATABASE:
        for column in table.columns:
            if column.refers or column.name in ("earliest", "kind", "status"):
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
    for name, columns in _SEARCHED.items():
        yield f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({", ".join(columns)}, content="{name}")'
    for name, query in VIEWS.items():
        yield f'CREATE VIEW "{name}" AS\n{query}'


def _inside(table: Table) -> str:
    lines = [_declared(column) for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    return ",\n  ".join(lines)


def _declared(column: Column) -> str:
    needed = " NOT NULL" if column.needed else ""
    refers = f' REFERENCES "{column.refers}" ("id")' if column.refers else ""
    return f'"{column.name}" {_TYPES.get(column.holds, "TEXT")}{needed}{refers}'


def _rows(table: Table, chosen: Chosen) -> Iterator[list[str | int | None]]:
    forms = [_unmarked if column.holds is Holds.PROSE else _value for column in table.columns]
    for row in table.rows(chosen):
        yield [cell if cell is None else form(cell) for form, cell in zip(forms, row, strict=True)]


def _unmarked(cell: Cell) -> str:
    return plain(str(cell))


def _value(cell: Cell) -> str | int:
    return int(cell) if isinstance(cell, int) else str(cell)
