"""The record as tables: CSV, the database, and what describes both."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from generator.exports.database import VIEWS, database_bytes
from generator.exports.package import tables
from generator.exports.sheets import sheet
from generator.pages.page import Settings
from generator.record.loading import read_record
from generator.views.tables import DATABASE, SHEETS, Chosen, Column, Holds, Table
from tests.conftest import ROOT, real_reading
from tests.pages.full_record import CHECKED, FULL, written

if TYPE_CHECKING:
    from collections.abc import Iterator

REAL = real_reading().record
CHOSEN = Chosen(REAL, REAL.events, REAL.checked or CHECKED)
SITE = Settings("A timeline", "https://timeline.example/")
PROFILE = json.loads((Path(__file__).parent / "profiles/datapackage.json").read_text())
EVERY = (*SHEETS, *DATABASE)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Chosen:
    """Give the record with every kind of entry, all of its events chosen."""
    record = written(tmp_path_factory.mktemp("full"))
    return Chosen(record, record.events, CHECKED)


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    """Give the database of the real record, open."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(database_bytes(CHOSEN))
        yield opened


def rows_of(name: str, chosen: Chosen) -> list[dict[str, str]]:
    """Read a table back from its text."""
    table = next(one for one in SHEETS if one.name == name)
    return list(csv.DictReader(StringIO(sheet(table, chosen), newline="")))


@pytest.mark.parametrize("table", EVERY, ids=[f"{at}-{table.name}" for at, table in enumerate(EVERY)])
def test_rows_fit_their_columns(table: Table, full: Chosen) -> None:
    """Every row has a value for each column that needs one, of the kind that the column holds, and a key of its own."""
    rows = list(table.rows(full))

    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}
    for row in rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is not None or not column.needed, column.name
            assert cell is None or type(cell).__name__ in _kinds(column), (column.name, cell)
    names = [column.name for column in table.columns]
    keys = [tuple(row[names.index(name)] for name in table.key) for row in rows]
    assert not table.key or len(set(keys)) == len(keys)


def _kinds(column: Column) -> tuple[str, ...]:
    known = {Holds.DAY: ("date",), Holds.NUMBER: ("int",), Holds.FLAG: ("bool",)}
    words = ("str", "Kind", "Family", "Status", "Standing", "Significance", "State", "DerivedState", "Level",
             "Relation", "Attribution")  # fmt: skip
    return known.get(column.holds, words)


def test_events_have_a_row_each() -> None:
    """The table has one header, a row for each event, and lines that end as RFC 4180 says."""
    text = sheet(SHEETS[0], CHOSEN)

    assert text.startswith("id,date,earliest,latest,title,")
    assert text.endswith("\r\n")
    assert [row["id"] for row in rows_of("events", CHOSEN)] == [event.id for event in REAL.events]


def test_a_row_in_full(full: Chosen) -> None:
    """A row says all that fits a cell, ids with a space between, prose without its Markdown."""
    row = next(row for row in rows_of("events", full) if row["id"] == FULL)

    assert (row["earliest"], row["latest"], row["channels"]) == ("2024-01-08", "2024-01-09", "talks hotline")
    assert (row["people"], row["accounts"], row["changed"]) == ("bo-dong carl-south dora-guest", "north south",
                                                                "2024-01-25")  # fmt: skip
    assert row["summary"] == "The round followed the halt and was led by Bo. It dealt with islands & fish."


def test_contacts_have_a_row_for_each_participant(full: Chosen) -> None:
    """A contact has a row for each who took part with the offices of that day, and one where nobody is named."""
    rows = rows_of("contacts", full)

    assert [(row["party"], row["person"], row["offices"], row["role"]) for row in rows if row["event"] == FULL] == [
        ("north", "bo-dong", "north-minister", ""), ("north", "", "north-minister", "delegation"),
        ("south", "carl-south", "south-minister", ""), ("south", "dora-guest", "", "adviser"),
        ("south", "", "south-attache", ""),
    ]  # fmt: skip
    assert [row["status"] for row in rows if not row["party"]] == ["refused", "planned"]
    assert "2022-05-01-halt" not in {row["event"] for row in rows}


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＠SUM(1)"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A cell that a spreadsheet would run as a formula is made a text."""
    table = Table("t", "A row", (Column("a", "A text"), Column("n", "A number", Holds.NUMBER)), lambda _: [(text, -1)])

    [row] = csv.DictReader(StringIO(sheet(table, CHOSEN), newline=""))

    assert row == {"a": f"'{text}", "n": "-1"}


def test_the_database_holds_together(base: sqlite3.Connection) -> None:
    """Every reference of a row leads to a row, and the file is sound."""
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in DATABASE:
        [(count,)] = base.execute(f'SELECT count(*) FROM "{table.name}"').fetchall()  # noqa: S608  names are ours
        assert count == len(list(table.rows(CHOSEN))), table.name


def test_the_database_of_a_choice_holds_together() -> None:
    """A database of some events refers to none of the others."""
    some = Chosen(REAL, REAL.by_channel["dpct"], CHOSEN.day)

    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(database_bytes(some))

        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("SELECT count(*) FROM events").fetchone() == (len(some.events),)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_views_answer(base: sqlite3.Connection, name: str) -> None:
    """Every view that stands in the file can be asked and answers with rows."""
    assert base.execute(f"SELECT * FROM {name}").fetchone() is not None  # noqa: S608  names are ours


def test_views_say_what_the_record_says(base: sqlite3.Connection) -> None:
    """The views count and date as the record itself does."""
    held = sum(event.is_held_contact for event in REAL.events)

    assert base.execute("SELECT sum(held) FROM contacts_by_year").fetchone() == (held,)
    assert base.execute("SELECT count(*) FROM last_contacts").fetchone() == (len(REAL.channels),)
    rounds = base.execute("SELECT count(*) FROM rounds WHERE channel = 'dpct'").fetchone()
    assert rounds == (sum(event.is_held_contact for event in REAL.by_channel["dpct"]),)


@pytest.mark.parametrize(
    ("table", "words"),
    [("events", "policy coordination talks"), ("accounts", '"lines of communication"'), ("sources", "hotline")],
)
def test_texts_can_be_searched(base: sqlite3.Connection, table: str, words: str) -> None:
    """Titles, summaries, accounts and sources have full-text search, each beside its table."""
    query = f"SELECT t.rowid FROM {table}_fts f JOIN {table} t ON t.rowid = f.rowid WHERE {table}_fts MATCH ?"  # noqa: S608  names are ours

    assert base.execute(query, (words,)).fetchall() != []


@pytest.mark.slow
def test_the_database_tells_of_no_machine() -> None:
    """Twice the same record gives the same bytes, without the version of the library that wrote them."""
    first, second = database_bytes(CHOSEN), database_bytes(Chosen(read_record(ROOT).record, REAL.events, CHOSEN.day))

    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    assert first[96:100] == bytes(4)


@pytest.mark.parametrize("settings", [SITE, Settings()], ids=["with an address", "without"])
def test_the_package_is_described(settings: Settings) -> None:
    """The description is a valid Data Package, and names every file of data with its size and sum."""
    files = {file.address: file for file in tables(REAL, settings)}
    described: dict[str, Any] = json.loads(files["data/datapackage.json"].content)

    assert [error.message for error in Draft7Validator(PROFILE).iter_errors(described)] == []
    assert described.get("homepage", "") == (settings.site_url and f"{settings.site_url}data/")
    for resource in described["resources"]:
        content = files[f"data/{resource['path']}"].content
        raw = content if isinstance(content, bytes) else content.encode()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
    numbers = [name for name in files if name.startswith("data/numbers/")]
    assert len(described["resources"]) == len(files) - 3 - len(numbers)


def test_tables_are_as_described() -> None:
    """Every table has the columns of its description in that order, values of their types, and references that lead."""
    files = {file.address: file.content for file in tables(REAL, SITE)}
    described: dict[str, Any] = json.loads(files["data/datapackage.json"])
    sheets = {one["name"]: rows_of(one["name"], CHOSEN) for one in described["resources"] if "schema" in one}

    for one in (one for one in described["resources"] if "schema" in one):
        assert list(sheets[one["name"]][0]) == [field["name"] for field in one["schema"]["fields"]]
        for field in one["schema"]["fields"]:
            values = {row[field["name"]] for row in sheets[one["name"]]}
            assert field.get("constraints", {}).get("required") is None or "" not in values
            assert field["type"] != "boolean" or values <= {"true", "false"}
        for key in one["schema"].get("foreignKeys", ()):
            known = {row["id"] for row in sheets[key["reference"]["resource"]]}
            assert {row[key["fields"][0]] for row in sheets[one["name"]]} - known <= {""}


def test_datasette_is_told_of_every_column(base: sqlite3.Connection) -> None:
    """The metadata names every table and column of the database, each row by a column that it has, and the licence."""
    files = {file.address: file.content for file in tables(REAL, SITE)}
    told: dict[str, Any] = json.loads(files["data/metadata.json"])

    assert (told["license"], told["source_url"]) == ("CC-BY-4.0", "https://timeline.example/data/")
    for name, table in told["databases"]["timeline"]["tables"].items():
        columns = [column for _, column, *_ in base.execute(f'PRAGMA table_info("{name}")')]
        assert list(table["columns"]) == columns, name
        assert table.get("label_column", columns[0]) in columns


def test_sums_are_of_the_files() -> None:
    """The list of sums holds every other file of data, in the form that sha256sum reads."""
    files = {file.address: file.content for file in tables(REAL, SITE)}
    listed = {line[66:]: line[:64] for line in str(files.pop("data/SHA256SUMS")).splitlines()}

    raw = {name: content if isinstance(content, bytes) else content.encode() for name, content in files.items()}
    assert listed == {name.removeprefix("data/"): hashlib.sha256(one).hexdigest() for name, one in raw.items()}
