"""`timeline check`: every fault in the record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.checks import all_codes
from generator.checks.remembering import checked
from generator.checks.report_github import github_report
from generator.checks.report_json import json_report
from generator.checks.report_sarif import sarif_report
from generator.checks.report_text import explained, text_report
from generator.commands.paths import PATHS, concerns, relative
from generator.commands.progress import working
from generator.commands.root import root_option
from generator.commands.terminal import print_report
from generator.record.blocks import PROSE
from generator.record.faults import Severity
from generator.record.loading import EVENTS
from generator.record.uncollected import staying
from generator.record.validating import did_you_mean
from generator.record.workers import processors

if TYPE_CHECKING:
    from pathlib import Path


EXAMPLES = """\b
Examples:
  timeline check                             the whole record
  timeline check events/2024                 the faults of one folder
  timeline check --format sarif > faults.sarif
  timeline check --explain E301"""


def _explain(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None or context.resilient_parsing:
        return
    by_id = {code.id: code for code in all_codes()}
    found = by_id.get(value.upper())
    if found is None:
        hint = did_you_mean(value.upper(), by_id)[0]
        raise click.BadParameter(f"there is no check {value!r}. {hint}".rstrip(), context, parameter)
    click.echo(explained(found))
    context.exit(0)


@click.command("check", epilog=EXAMPLES)
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the run, too.")
@click.option(
    "--explain",
    metavar="CODE",
    callback=_explain,
    is_eager=True,
    expose_value=False,
    help="Say what a check is for and how to mend its fault, and end.",
)
@click.option("--no-cache", is_flag=True, help="Read every file anew, also those that have not changed since.")
@root_option
@click.pass_context
def command(  # noqa: PLR0913  a command has options
    context: click.Context, root: Path, paths: tuple[Path, ...], *, form: str, strict: bool, no_cache: bool
) -> None:
    """Report every fault in the record.

    The whole record is always read. With PATHs, only the faults of these files or folders are shown and counted.
    Ends with 0 where nothing is wrong, with 1 where there are faults, with 2 where the command was misused.
    """
    only = [relative(path, root, context, (EVENTS, PROSE)) for path in paths]
    with working("Reading the record"), staying():
        reading, found = checked(root, datetime.now(UTC).date(), remembers=not no_cache, workers=processors())
        faults = tuple(fault for fault in found if concerns(fault.place.path, only))
    if form == "github":
        click.echo(github_report(faults), nl=False)
    elif form == "json":
        click.echo(json_report(faults), nl=False)
    elif form == "sarif":
        click.echo(sarif_report(faults), nl=False)
    elif only and "." not in only and not faults:
        print_report(f"No fault found in {', '.join(only)}.\n")
    else:
        print_report(text_report(faults, len(reading.events)))
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    context.exit(1 if any(fault.severity in failing for fault in faults) else 0)
