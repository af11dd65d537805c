"""`timeline new`: from questions, or from options, to a file that passes every check."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from generator.checks.likeness import likenesses
from generator.checks.report_text import text_report
from generator.commands.new.draft import Draft, slug_of, tried
from generator.commands.new.entries import Talk
from generator.commands.new.event import ask_event
from generator.commands.new.nobody import Nobody
from generator.commands.new.options import fill, missing, options
from generator.commands.progress import working
from generator.commands.putting import put
from generator.commands.root import root_option
from generator.record.faults import Severity
from generator.record.loading import read_record
from generator.record.reading import Document, compose

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.commands.new.asking import Asker
    from generator.record.faults import Fault
    from generator.record.loading import Reading

EXAMPLES = """\b
Examples:
  timeline new                               asks for everything, and suggests what there is
  timeline new --from-url https://…          begins with what the address tells
  timeline new --title "18th talks" --date 2025-03 --kind talks --channel policy \\
      --summary "The ministries met." --source gazette-2024-01-10 --no-input"""


@click.command("new", epilog=EXAMPLES)
@click.option("--no-input", is_flag=True, help="Ask nothing: what is needed and not given is named.")
@click.option("--anyway", is_flag=True, help="Write it although it looks like an event that is there.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@root_option
def command(root: Path, no_input: bool, anyway: bool, dry_run: bool, **given: Any) -> None:  # noqa: ANN401  an option each
    """Write a new event: by questions, by options, or by both.

    On a terminal it asks for whatever no option gives, suggests ids as you type, and asks again where an answer
    cannot stand. The finished event is checked with the whole record before a file is written; what looks like an
    event that is there already is shown first.
    """
    today = datetime.now(UTC).date()
    with working("Reading the record"):
        record = read_record(root).record
    asker = Nobody() if no_input or not (sys.stdin.isatty() and sys.stdout.isatty()) else _terminal()
    talk = Talk(asker, record, Draft())
    fill(talk, given)
    if isinstance(asker, Nobody):
        if missing(talk):
            raise click.UsageError(f"{', '.join(missing(talk))}: needed for an event; on a terminal it is asked for")
        talk.draft.slug = talk.draft.slug or slug_of(str(talk.draft.fields.get("short") or talk.draft.fields["title"]))
    talk.draft.fields["added"] = today.isoformat()
    files = _finished(talk, root, today, anyway=anyway)
    if dry_run:
        click.echo("\n".join(f"# {path}\n{text}" for path, text in files.items()), nl=False)
        return
    for path, text in files.items():
        put(root / path, text)
        click.echo(path)
    click.echo(_next(talk.draft), err=True)


command.params.extend(options())


def _terminal() -> Asker:
    from generator.commands.new.terminal import Terminal  # noqa: PLC0415  the import costs time that options need not pay

    return Terminal()


def _finished(talk: Talk, root: Path, today: date, *, anyway: bool) -> dict[str, str]:
    """Ask, try and ask again, until the files pass every check; ends with 1 where nobody can be asked."""
    wrong: frozenset[str] | None = None
    while True:
        if not isinstance(talk.asker, Nobody):
            ask_event(talk, wrong)
        if (root / talk.draft.path).exists():
            raise click.ClickException(f"{talk.draft.path} is there already; choose another --slug")
        files = talk.draft.files(root)
        with working("Checking"):
            reading, faults = tried(root, files, today)
        errors = [fault for fault in faults if fault.severity is Severity.ERROR]
        if not errors:
            _warn(talk, reading, faults, anyway=anyway)
            return files
        click.echo(text_report(errors, 1), err=True, nl=False)
        wrong = _forget(talk, files[talk.draft.path], errors)
        if isinstance(talk.asker, Nobody) or not wrong:
            raise click.exceptions.Exit(1)


def _forget(talk: Talk, text: str, errors: list[Fault]) -> frozenset[str]:
    """Take the fields with faults out of the draft, so that they are asked for again, and give them."""
    path, fields = talk.draft.path, talk.draft.fields
    tree = compose(Document(path, text))[0]
    lines = {name: key.span.line + 1 for name, key in ((tree and tree.keys) or {}).items()}
    found = set()
    for fault in errors:
        above = [name for name, line in lines.items() if fault.place.path == path and line <= fault.place.line]
        found |= set(above[-1:])
    wrong = frozenset(found & set(fields) - {"added"})
    for name in wrong:
        del fields[name]
    if "date" in wrong:
        talk.draft.slug = ""
    return wrong


def _warn(talk: Talk, reading: Reading, faults: tuple[Fault, ...], *, anyway: bool) -> None:
    """Show what a reader might object to; ends with 1 where a likely duplicate is not confirmed."""
    event = reading.record.by_id[talk.draft.id]
    alike = likenesses(reading.record, event)
    others = [fault for fault in faults if fault.severity is Severity.WARNING and not fault.code.id.startswith("W8")]
    for fault in others:
        click.echo(f"{fault.place}: {fault.severity} {fault.code.id} {fault.message}", err=True)
    for one in alike:
        click.echo(f"May be the same as `{one.event.id}`, {one.event.title}: {one.why}", err=True)
    if alike and not anyway and not talk.asker.confirm("Write it all the same?", default=False):
        click.echo("Nothing was written. If it is another event, say so with --anyway or by `related`.", err=True)
        raise click.exceptions.Exit(1)


def _next(draft: Draft) -> str:
    return f"""
Next:
  timeline serve                 shows its page: /events/{draft.id}/
  timeline check                 checks the whole record once more
  git add events && git commit   and open a pull request: one event a file"""
