"""`timeline review`: a change as a reviewer meets it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.commands.progress import working
from generator.commands.root import root_option
from generator.commands.states import read_state
from generator.exports.review import review_github, review_json, review_markdown, review_text
from generator.record.loading import read_record
from generator.views.review import review

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = """\b
Examples:
  timeline review main                       what is wrong with the change here, and what it adds
  timeline review main --format markdown     as it stands under a pull request
  timeline review v1.0 v1.1 --format json"""

_FORMS = {"text": review_text, "markdown": review_markdown, "github": review_github, "json": review_json}


@click.command("review", epilog=EXAMPLES)
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True, help="Form of the report."
)
@root_option
@click.pass_context
def command(context: click.Context, root: Path, before: str, after: str | None, form: str) -> None:
    """Tell of a change of the record, from A to B, what a reviewer wants to know.

    Faults first: errors wherever they are, the rest in files that changed. Then what can be mended without asking,
    and what the change adds, as `timeline diff` says it. A and B are revisions or folders; without B the files as
    they are here are meant. Ends with 1 where there is an error.
    """
    with working("Reading both states"):
        old = read_state(before, root)
        new = read_state(after, root) if after else read_record(root)
        found = review(old, new, datetime.now(UTC).date())
    click.echo(_FORMS[form](found), nl=False)
    context.exit(1 if found.has_errors else 0)
