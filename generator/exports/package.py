"""The tables described as a Data Package (version 2, https://datapackage.org), and the sums of all files of data."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.exports.api import LICENCE
from generator.exports.database import database
from generator.exports.datasette import metadata
from generator.exports.files import DataFile
from generator.exports.numbers_csv import numbers
from generator.exports.sheets import sheets
from generator.exports.store import Store
from generator.exports.values import Values, written
from generator.pages.addresses import DATA, DATABASE
from generator.pages.citations import LICENCE_URL
from generator.pages.files import parts_of
from generator.pages.page import horizon_of, version_of
from generator.views.datasets import DATASETS
from generator.views.tables import SHEETS, Holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.exports.sums import Sums
    from generator.pages.files import Content
    from generator.pages.page import Settings
    from generator.record.record import Record
    from generator.views.tables import Column, Table

_TYPES = {Holds.DAY: "date", Holds.NUMBER: "integer", Holds.FLAG: "boolean"}
_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"


def tables(record: Record, settings: Settings, store: Store | None = None) -> list[DataFile]:
    """Give the files under `data/`: the tables, the database, what describes them, and the sums of all.

    What can be taken over from the last time is in the `store`.
    """
    store = store or Store()
    day, kept = horizon_of(record, settings), store.sums
    noting = partial(_noting, kept=kept)
    made = [*map(noting, (*sheets(record, day, store.pieces("tables")), database(record, day, store.base)))]
    every = [*made, noting(package(record, settings, made)), metadata(record, settings),
             *(noting(numbers(name, record, day)) for name in DATASETS)]  # fmt: skip
    return [*every, sums(every, kept)]


def _noting(file: DataFile, kept: Sums) -> DataFile:
    """Give a file that notes its size and its sum when it is made, for they are asked for, too."""
    return replace(file, drawn=_Noting(file, kept))


class _Noting:
    """Makes a file, and notes its size and its sum; what stands in it is not kept."""

    def __init__(self, file: DataFile, kept: Sums) -> None:
        self._drawn, self._kept = file.drawn, kept
        self._made_of = f"{file.address} {file.ground}" if file.rests_on else ""
        self._told = kept.known(self._made_of)

    def __call__(self) -> Content:
        """Make the file; where it is made part by part, it is noted once all were given."""
        made = self._drawn()
        if not isinstance(made, str | bytes):
            return self._noting(made)
        self._told = _sized(made)
        return made

    def _noting(self, parts: Iterable[bytes]) -> Iterator[bytes]:
        size, made = 0, sha256()
        for part in parts:
            size += len(part)
            made.update(part)
            yield part
        self._told = size, made.hexdigest()

    def told(self) -> tuple[int, str]:
        """Give its bytes and its sum: those noted, where it was made already."""
        if not self._told:
            deque(parts_of(self()), maxlen=0)
        told = self._told or (0, "")
        if self._made_of:
            self._kept.note(self._made_of, told)
        return told


def package(record: Record, settings: Settings, files: Sequence[DataFile]) -> DataFile:
    """Give the description of files of tables: what each holds, column by column, its size and its sum."""
    return DataFile(f"{DATA}datapackage.json", lambda: written(_described(record, settings, files)))


def sums(files: Sequence[DataFile], kept: Sums) -> DataFile:
    """Give the SHA-256 sums of files of data, as `sha256sum --check` reads them in their folder; keep what is known."""

    def drawn() -> str:
        listed = sorted((file.address.removeprefix(DATA), _told(file)[1]) for file in files)
        kept.keep()
        return "".join(f"{made}  {name}\n" for name, made in listed)

    return DataFile(f"{DATA}SHA256SUMS", drawn)


def _described(record: Record, settings: Settings, files: Iterable[DataFile]) -> Values:
    by_address = {file.address: file for file in files}
    changed = max(event.changed for event in record.events)
    name = settings.site_name or "Timeline"
    made: Values = {
        "$schema": _PROFILE.format("datapackage"),
        "name": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "timeline",
        "title": f"{name}: the record as tables",
        "created": f"{changed}T00:00:00Z",
        "version": str(version_of(record, settings)),
        "licenses": [{"name": LICENCE, "path": LICENCE_URL,
                      "title": "Creative Commons Attribution 4.0 International"}],
        "contributors": [{"title": f"The contributors to {name}"}],
        "resources": [_sheet(table, by_address[f"{DATA}{table.name}.csv"]) for table in SHEETS],
    }  # fmt: skip
    if settings.site_url:
        made["homepage"] = settings.site_url + DATA
    if DATABASE in by_address:
        made["resources"].append(_database(by_address[DATABASE]))
    return made


def _sheet(table: Table, file: DataFile) -> Values:
    return {
        "name": table.name, "type": "table", "path": file.address.removeprefix(DATA),
        "description": f"A row: {table.about[0].lower()}{table.about[1:]}.",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", **_size(file), "schema": _schema(table),
    }  # fmt: skip


def _schema(table: Table) -> Values:
    made: Values = {"$schema": _PROFILE.format("tableschema"), "fields": [_field(column) for column in table.columns]}
    if table.key:
        made["primaryKey"] = list(table.key)
    known = {sheet.name for sheet in SHEETS}
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
        for column in table.columns if column.refers in known
    ]  # fmt: skip
    return {**made, "foreignKeys": keys} if keys else made


def _field(column: Column) -> Values:
    made: Values = {"name": column.name, "type": _TYPES.get(column.holds, "string"), "description": f"{column.about}."}
    return {**made, "constraints": {"required": True}} if column.needed else made


def _database(file: DataFile) -> Values:
    return {
        "name": "timeline", "path": file.address.removeprefix(DATA), "format": "sqlite",
        "description": "All tables of the record, which refer to one another, with views and full-text search.",
        "mediatype": "application/vnd.sqlite3", **_size(file),
    }  # fmt: skip


def _size(file: DataFile) -> Values:
    size, made = _told(file)
    return {"bytes": size, "hash": f"sha256:{made}"}


def _told(file: DataFile) -> tuple[int, str]:
    return file.drawn.told() if isinstance(file.drawn, _Noting) else _sized(file.content)


def _sized(content: str | bytes) -> tuple[int, str]:
    """Give the size of a file in bytes, and its SHA-256 sum."""
    made = content if isinstance(content, bytes) else content.encode()
    return len(made), sha256(made).hexdigest()
