"""`timeline export`: the record, or a choice of its events, in a form for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.good import read_good_record
from generator.commands.root import root_option
from generator.exports.api import events_json
from generator.exports.events_csv import events_csv
from generator.pages.site import Settings, make_pages
from generator.record.dates import EdtfError, parse_edtf
from generator.views.selection import Selection, select

if TYPE_CHECKING:
    from datetime import date

    from generator.record.record import Record

FORMATS = {"json": events_json, "csv": events_csv}
"""What a format is written by: a function of the record and the chosen events."""


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


def many(name: str, dest: str, text: str) -> click.Option:
    """Make a filter that may be given several times."""
    return click.Option([f"--{name}", dest], multiple=True, metavar="ID", help=text)


FILTERS = (
    many("channel", "channels", "Only events of this channel."),
    many("kind", "kinds", "Only events of this kind or family."),
    many("party", "parties", "Only events in which this party took part."),
    many("person", "people", "Only events in which this person took part."),
    many("topic", "topics", "Only events on this topic."),
    click.Option(["--from", "since"], type=Day(last=False), help="Only events that last to this date or later."),
    click.Option(["--to", "until"], type=Day(last=True), help="Only events that had begun by this date."),
    click.Option(["--q", "text"], default="", metavar="WORDS", help="Only events that say all these words."),
)
"""The filters of the site, under the names that its addresses use."""


@click.command("export", epilog="Example: timeline export csv --channel dpct --from 2021 -o dpct.csv")
@root_option
@click.argument("form", metavar="FORMAT", type=click.Choice([*FORMATS, "markdown"]))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write, a folder for markdown; standard output by default.",
)
def command(root: Path, form: str, output: Path | None, **filters: Any) -> None:  # noqa: ANN401  a filter each, by its name
    """Write the record as json or csv, or the pages of the site as markdown.

    FORMAT is json, csv or markdown.
    """
    record = read_good_record(root)
    wanted = Selection(**filters)
    try:
        if form == "markdown":
            _write_pages(record, output, wanted)
        else:
            _write(FORMATS[form](record, select(record, wanted)), output)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror}") from None


command.params.extend(FILTERS)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8", newline="")


def _write_pages(record: Record, output: Path | None, wanted: Selection) -> None:
    if output is None:
        raise click.UsageError("markdown is a folder of pages: name it with -o DIR")
    if wanted != Selection():
        raise click.UsageError("markdown writes every page; filters go with json and csv")
    for page in make_pages(record, Settings()):
        path = output / page.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
