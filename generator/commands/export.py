"""`timeline export`: the record, or a choice of its events, in a form for other programs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.good import read_good_record
from generator.commands.root import root_option
from generator.commands.settings import site_of
from generator.exports.api import events_json
from generator.exports.calendars import events_ical
from generator.exports.citing import events_cited
from generator.exports.database import database_bytes
from generator.exports.feeds import events_feed
from generator.exports.sheets import sheet
from generator.pages.addresses import published_at
from generator.pages.blocks import Blocks
from generator.pages.page import horizon_of
from generator.pages.press import Press
from generator.pages.site import make_pages
from generator.record.dates import EdtfError, parse_edtf
from generator.record.vocabulary import Level, Standing, Status
from generator.views.selection import Selection, select
from generator.views.tables import SHEETS, Chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from generator.commands.settings import Site
    from generator.pages.page import Settings
    from generator.record.models import Event
    from generator.record.record import Record


@dataclass(frozen=True, slots=True)
class Asked:
    """What is written in some format."""

    record: Record
    events: tuple[Event, ...]
    settings: Settings
    table: str
    """The name of the table that `csv` writes."""

    @property
    def chosen(self) -> Chosen:
        """What rows of tables are made from."""
        return Chosen(self.record, self.events, horizon_of(self.record, self.settings))


_TABLES = {table.name: table for table in SHEETS}
FORMATS: Mapping[str, Callable[[Asked], str | bytes]] = {
    "json": lambda asked: events_json(asked.record, asked.events),
    "csv": lambda asked: sheet(_TABLES[asked.table], asked.chosen),
    "ics": lambda asked: events_ical(asked.record, asked.events, asked.settings),
    "sqlite": lambda asked: database_bytes(asked.chosen),
    "atom": lambda asked: _feed(asked, "atom"),
    "rss": lambda asked: _feed(asked, "rss"),
    "jsonfeed": lambda asked: _feed(asked, "json"),
    "bibtex": lambda asked: events_cited(asked.record, asked.events, asked.settings, "bib"),
    "ris": lambda asked: events_cited(asked.record, asked.events, asked.settings, "ris"),
}
"""What a format is written by."""


class Day(click.ParamType["date"]):
    """A date as the record writes it; the first or last day that it can mean."""

    name = "DATE"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an EDTF date."""
        try:
            parsed = parse_edtf(value)
        except EdtfError as error:
            self.fail(f"{error.message}. {error.hint}", param, ctx)
        return parsed.end if self.last else parsed.anchor


def many(name: str, dest: str, text: str, words: type[Level | Status | Standing] | None = None) -> click.Option:
    """Make a filter that may be given several times: ids, or words of a vocabulary."""
    kind = click.Choice([str(word) for word in words]) if words else None
    return click.Option([f"--{name}", dest], multiple=True, type=kind, metavar="WORD" if words else "ID", help=text)


FILTERS = (
    many("channel", "channels", "Only events of this channel."),
    many("level", "levels", f"Only events of channels on this level: {', '.join(Level)}.", Level),
    many("kind", "kinds", "Only events of this kind or family."),
    many("party", "parties", "Only events in which this party took part."),
    many("person", "people", "Only events in which this person took part."),
    many("topic", "topics", "Only events on this topic."),
    many("status", "statuses", f"Only contacts of which this became: {', '.join(Status)}.", Status),
    many("standing", "standings", f"Only events that are so well established: {', '.join(Standing)}.", Standing),
    click.Option(["--from", "since"], type=Day(last=False), help="Only events that last to this date or later."),
    click.Option(["--to", "until"], type=Day(last=True), help="Only events that had begun by this date."),
    click.Option(["--q", "text"], default="", metavar="WORDS",
                 help="Only events with all these words in their titles or the names of their people and channels."),
)  # fmt: skip
"""The filters of the site, under the names that its addresses use."""


@click.command("export", epilog="Example: timeline export csv --channel policy --from 2021 -o policy.csv")
@root_option
@click.argument("form", metavar="FORMAT", type=click.Choice([*FORMATS, "markdown"]))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write, a folder for markdown; standard output by default.",
)
@click.option("--table", type=click.Choice(list(_TABLES)), default=SHEETS[0].name, help="The table that csv writes.")
def command(root: Path, form: str, output: Path | None, table: str, **filters: Any) -> None:  # noqa: ANN401  a filter each, by its name
    """Write the record, or a choice of its events, for other programs.

    FORMAT is json, csv (one of the tables), ics (a calendar), sqlite (a database of all tables), atom,
    rss or jsonfeed (what was added and corrected last), bibtex or ris (citations), or markdown (the pages of the site).
    """
    if table != SHEETS[0].name and form != "csv":
        raise click.UsageError("--table goes with csv")
    record, site = read_good_record(root), site_of(root)
    wanted = Selection(**filters)
    try:
        if form == "markdown":
            _write_pages(record, site, output, wanted)
        else:
            _write(FORMATS[form](Asked(record, select(record, wanted), site.settings, table)), output)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror}") from None


command.params.extend(FILTERS)


def _feed(asked: Asked, ending: str) -> str:
    if not asked.settings.site_url:
        raise click.UsageError("a feed needs to know where the site stands: set SITE_URL, or site_url in mkdocs.yml")
    return events_feed(asked.record, asked.events, asked.settings, ending)


def _write(content: str | bytes, output: Path | None) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    if output is not None:
        output.write_bytes(raw)
    elif isinstance(content, bytes) and sys.stdout.isatty():
        raise click.UsageError("this is no text for a terminal: name a file with -o FILE")
    else:
        click.echo(raw, nl=False)


def _write_pages(record: Record, site: Site, output: Path | None, wanted: Selection) -> None:
    """Write the pages made from the record, and those written by hand with the timelines in them drawn."""
    if output is None:
        raise click.UsageError("markdown is a folder of pages: name it with -o DIR")
    if wanted != Selection():
        raise click.UsageError("markdown writes every page; filters go with the other formats")
    blocks = Blocks(Press(record, site.settings))
    for path in sorted(path for path in site.content.rglob("*") if path.is_file()):
        uri = path.relative_to(site.content).as_posix()
        raw = path.read_bytes()
        made = blocks.filled(raw.decode(), published_at(uri)).encode() if path.suffix == ".md" else raw
        _put(output / uri, made)
    for page in make_pages(record, site.settings):
        _put(output / page.src_uri, page.text.encode())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
