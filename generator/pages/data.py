"""The page of the record as data: every form, with its columns, and lines to paste that fetch it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import API, DATA, calendar, feed
from generator.pages.citations import in_words, of_record
from generator.pages.forms import FEEDS, Form, cite_forms, feed_forms
from generator.pages.phrases import counted
from generator.pages.schema_org import dataset_nodes
from generator.record.loading import MAPPINGS
from generator.views.history import edits_of
from generator.views.tables import DATABASE, SHEETS, Chosen, Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.views.tables import Column, Table

_HOLDS = {
    Holds.TEXT: "text", Holds.PROSE: "text", Holds.IDS: "ids, a space between", Holds.DAY: "day",
    Holds.NUMBER: "number", Holds.FLAG: "true or false",
}  # fmt: skip
_SCHEMAS = ("event", "channel", "person", "source", "tour", *MAPPINGS, "gaps", "coverage")
"""The schemas that the site publishes, the events' first."""
PLACEHOLDER = "https://SITE/"
"""What lines to paste begin with where it is not known where the site stands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the page shows it."""

    table: Table
    rows: int

    @property
    def columns(self) -> Iterator[tuple[Column, str]]:
        """The columns with what they hold in words."""
        return ((column, _HOLDS[column.holds]) for column in self.table.columns)


def pages(press: Press) -> Iterator[Page]:
    """Give the page of data."""
    record = press.record
    chosen = Chosen(record, record.events, press.horizon)
    work = of_record(record, press.settings)
    about = f"{counted(len(record.events), 'event')} as JSON, CSV, SQLite, calendars and feeds, free to use."
    yield press.page(
        "data", DATA, "Data", about, nodes=lambda: dataset_nodes(press, about),
        index=True, lazily=lambda: {
            "sheets": [Sheet(table, sum(1 for _ in table.rows(chosen))) for table in SHEETS],
            "corrected": sum(1 for event in record.events for edit in edits_of(event) if edit.note),
        },
        database=[(table.name, table.about) for table in DATABASE], url=press.settings.site_url or PLACEHOLDER,
        site_url=press.settings.site_url, cited=in_words(work), citing=tuple(cite_forms(DATA)),
        feeds=[(f"{feed()}.{ending}", title) for ending, (_, title) in FEEDS.items()], planned=calendar(planned=True),
        everything=calendar(), webcal=_webcal(press.settings.site_url), example=_example(press), api=API,
        schemas=_SCHEMAS, forms=_forms(press), version=work.version,
    )  # fmt: skip


def _webcal(site_url: str) -> str:
    """Give the site's address under the scheme that calendars subscribe by; empty where it is not known."""
    return f"webcal:{site_url.partition(':')[2]}" if site_url else ""


def _example(press: Press) -> str:
    """Give the id of an event to show addresses with: the last major contact that was held."""
    held = [event.id for event in press.record.events if event.is_held_contact] or [press.record.events[-1].id]
    return held[-1]


def _forms(press: Press) -> tuple[Form, ...]:
    return (
        Form("application/json", "API", f"{API}index.json"),
        Form("application/vnd.datapackage+json", "Data Package", f"{DATA}datapackage.json"),
        Form("text/calendar", "Calendar", calendar()),
        *feed_forms(press.settings),
        *cite_forms(DATA),
    )
