"""The tables described as a Data Package (version 2, https://datapackage.org), and the sums of all files of data."""

from __future__ import annotations

import re
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.exports.api import LICENCE
from generator.exports.database import database
from generator.exports.datasette import metadata
from generator.exports.files import DataFile
from generator.exports.numbers_csv import dataset_csv
from generator.exports.sheets import sheets
from generator.exports.values import Values, written
from generator.pages.addresses import DATA, DATABASE, NUMBERS_DATA
from generator.pages.citations import LICENCE_URL
from generator.pages.page import horizon_of, version_of
from generator.views.datasets import datasets
from generator.views.tables import SHEETS, Chosen, Holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.pages.page import Settings
    from generator.record.record import Record
    from generator.views.tables import Column, Table

_TYPES = {Holds.DAY: "date", Holds.NUMBER: "integer", Holds.FLAG: "boolean"}
_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"


def tables(record: Record, settings: Settings) -> list[DataFile]:
    """Give the files under `data/`: the tables, the database, what describes them, and the sums of all."""
    chosen = Chosen(record, record.events, horizon_of(record, settings))
    made = [_once(file) for file in (*sheets(chosen), database(chosen))]
    numbers = (
        DataFile(f"{NUMBERS_DATA}{one.name}.csv", partial(dataset_csv, one)) for one in datasets(record, chosen.day)
    )
    every = [*made, _once(package(record, settings, made)), metadata(record, settings), *map(_once, numbers)]
    return [*every, sums(every)]


def _once(file: DataFile) -> DataFile:
    """Give a file that keeps what was made, for its sum and its size are asked for, too."""
    return DataFile(file.address, cache(file.drawn))


def package(record: Record, settings: Settings, files: Sequence[DataFile]) -> DataFile:
    """Give the description of files of tables: what each holds, column by column, its size and its sum."""
    return DataFile(f"{DATA}datapackage.json", lambda: written(_described(record, settings, files)))


def sums(files: Sequence[DataFile]) -> DataFile:
    """Give the SHA-256 sums of files of data, as `sha256sum --check` reads them in their folder."""

    def drawn() -> str:
        listed = sorted((file.address.removeprefix(DATA), _sum(file)) for file in files)
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
    return {"bytes": len(_bytes(file)), "hash": f"sha256:{_sum(file)}"}


def _sum(file: DataFile) -> str:
    return sha256(_bytes(file)).hexdigest()


def _bytes(file: DataFile) -> bytes:
    content = file.content
    return content if isinstance(content, bytes) else content.encode()
