"""What Datasette shows beside the database (its `--metadata`): source, licence, and what tables and columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api import LICENCE
from generator.exports.files import DataFile
from generator.exports.values import Values, written
from generator.pages.addresses import DATA
from generator.pages.citations import LICENCE_URL, in_words, of_record
from generator.views.tables import DATABASE

if TYPE_CHECKING:
    from generator.pages.page import Settings
    from generator.record.record import Record
    from generator.views.tables import Table

_LABELS = ("title", "name")
"""By which column a row is called where others refer to it, the first that a table has."""


def metadata(record: Record, settings: Settings) -> DataFile:
    """Give the metadata of the database."""
    name = settings.site_name or "Timeline"
    made: Values = {
        "title": name, "description": in_words(of_record(record, settings)), "license": LICENCE,
        "license_url": LICENCE_URL, "source": name,
        "databases": {"timeline": {"tables": {table.name: _table(table) for table in DATABASE}}},
    }  # fmt: skip
    if settings.site_url:
        made["source_url"] = settings.site_url + DATA
    return DataFile.ready(f"{DATA}metadata.json", written(made))


def _table(table: Table) -> Values:
    names = [column.name for column in table.columns]
    labels = [label for label in _LABELS if label in names][:1]
    return {
        "description": f"A row: {table.about[0].lower()}{table.about[1:]}.",
        "columns": {column.name: f"{column.about}." for column in table.columns},
        **({"label_column": labels[0]} if labels else {}),
    }  # fmt: skip
