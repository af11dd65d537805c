"""The page of data: what it names is there, and its lines can be pasted."""

from __future__ import annotations

import ast
import re
import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from generator.exports.database import VIEWS
from generator.exports.schemas import KINDS
from generator.pages.data import PLACEHOLDER
from generator.pages.page import Settings
from generator.views.tables import DATABASE, SHEETS
from tests.pages.full_record import SETTINGS, data_files, made

if TYPE_CHECKING:
    from generator.record.record import Record


def page_of(record: Record, settings: Settings = SETTINGS) -> str:
    """Give the text of the page."""
    return made(record, settings)["data/index.md"].text


def lines_of(text: str, language: str) -> str:
    """Give the lines to paste in a language."""
    return "\n".join(re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL))


@pytest.fixture(scope="module")
def files(full: Record) -> dict[str, str | bytes]:
    """Give the site's files that are no pages."""
    return {file.address: file.content for file in data_files(full)}


def test_what_it_names_is_there(full: Record, files: dict[str, str | bytes]) -> None:
    """Every file that the page links to or fetches by a line is one of the site's."""
    text = page_of(full)
    linked = re.findall(r'(?:href|data-copy)="(?!webcal:|#)([^"]+)"', text) + re.findall(r'https://[^\s")]+', text)
    own = {urljoin("https://timeline.example/data/", link) for link in linked}
    named = {link.removeprefix(SETTINGS.site_url) for link in own if link.startswith(SETTINGS.site_url)}

    assert {link.strip(".") for link in named} - set(files) <= {
        "", "data/", "data/#dataset", "changes/", "numbers/", "contributing/fields/",
    }  # fmt: skip
    assert {f"schema/{name}.json" for name in KINDS} <= named
    assert {
        "data/timeline.sqlite",
        "data/metadata.json",
        "data/SHA256SUMS",
        "api/v1/openapi.json",
        "feeds/changes.atom",
    } <= named


def test_every_column_and_table_is_documented(full: Record) -> None:
    """Each column of each table stands on the page with its meaning, and each table and view of the database."""
    text = page_of(full)

    for table in SHEETS:
        assert all(f"<td><code>{column.name}</code></td>" in text for column in table.columns)
    assert all(f"<td><code>{table.name}</code></td>" in text for table in DATABASE)
    assert all(f"<code>{name}</code>" in text for name in VIEWS)


def test_sql_lines_run(full: Record, files: dict[str, str | bytes]) -> None:
    """Every query to paste is answered by the database."""
    queries = re.findall(r'sqlite3 timeline.sqlite "(.+)"', lines_of(page_of(full), "sh"))
    content = files["data/timeline.sqlite"]

    assert len(queries) == 2
    assert isinstance(content, bytes)
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(content)
        assert base.execute(queries[0]).fetchall() == [("2021", 1, 0), ("2023", 0, 1), ("2024", 1, 0), ("2025", 0, 0)]
        assert base.execute(queries[1]).fetchall() == []


def test_plain_python_lines_run(
    full: Record, files: dict[str, str | bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines for a Python with nothing installed fetch a table and count what it holds."""

    def answered(url: str) -> BytesIO:
        found = files[url.removeprefix(SETTINGS.site_url)]
        return BytesIO(found if isinstance(found, bytes) else found.encode())

    monkeypatch.setattr("urllib.request.urlopen", answered)
    exec(lines_of(page_of(full), "py"), {})  # noqa: S102  our own lines

    assert capsys.readouterr().out == f"{sum(event.is_held_contact for event in full.events)}\n"


def test_lines_name_columns_that_exist(full: Record) -> None:
    """The Python lines are Python, and they and those in R name columns of the table that they read."""
    text = page_of(full)
    tree = ast.parse(lines_of(text, "python"))
    columns = {column.name for column in SHEETS[0].columns}

    said = {node.slice.value for node in ast.walk(tree)
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)}  # fmt: skip
    assert said == {"status", "earliest", "id"}
    assert said | set(re.findall(r"events\$(\w+)", lines_of(text, "r"))) <= columns


def test_calendars_are_subscribed_to(full: Record) -> None:
    """The calendars are linked under the scheme that programs subscribe by."""
    assert 'href="webcal://timeline.example/calendar/planned.ics"' in page_of(full)


def test_without_an_address_of_the_site(full: Record) -> None:
    """Where the site stands at no known address, the page says so, links no feed, and marks the place in its lines."""
    text = page_of(full, Settings("A timeline"))

    assert "webcal:" not in text
    assert "feeds/" not in text
    assert "set <code>SITE_URL</code>" in text
    assert f'"{PLACEHOLDER}data/events.csv"' in lines_of(text, "python")
