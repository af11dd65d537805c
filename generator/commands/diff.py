"""`timeline diff`: what changed between two states of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.checks.report_text import counted
from generator.commands.progress import working
from generator.commands.root import root_option
from generator.commands.states import read_state
from generator.exports.differences import difference_json, difference_markdown, difference_text
from generator.record.faults import Severity
from generator.record.loading import read_record
from generator.views.differences import difference, without

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.record.loading import Reading

EXAMPLES = """\b
Examples:
  timeline diff main                         what the files here change against the branch main
  timeline diff v1.0 v1.1 --format markdown
  timeline diff ../before . --format json"""

_FORMS = {"text": difference_text, "json": difference_json, "markdown": difference_markdown}


@click.command("diff", epilog=EXAMPLES)
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True, help="Form of the report."
)
@root_option
def command(root: Path, before: str, after: str | None, form: str) -> None:
    """Say what changed in the record from A to B: events, fields, states of channels, likely duplicates.

    A and B are revisions of this repository (a branch, a tag, a commit) or folders with `events/` in them. Without B
    the files as they are here are meant. Comments, the order of fields and line breaks are no change.
    """
    with working("Reading both states"):
        old = read_state(before, root)
        new = read_state(after, root) if after else read_record(root)
        broken = old.broken | new.broken
        found = difference(without(old.record, broken), without(new.record, broken), _horizon(new))
    for name, reading in ((before, old), (after or "here", new)):
        errors = sum(fault.severity is Severity.ERROR for fault in reading.faults)
        if errors:
            click.echo(f"{name}: {counted(errors, 'fault')} in reading; what they hide is not compared", err=True)
    click.echo(_FORMS[form](found), nl=False)


def _horizon(reading: Reading) -> date:
    """Give the day up to which states are compared: that of the last check, else of the newest change."""
    record = reading.record
    return record.checked or max(event.changed for event in record.events)
