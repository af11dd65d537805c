"""`timeline fmt`: the record's files in their canonical form."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.checks.addresses import without_trackers
from generator.commands.paths import PATHS, concerns, relative
from generator.commands.progress import working
from generator.commands.putting import put
from generator.commands.root import root_option
from generator.exports.schemas import schema_from
from generator.record.form.canonical import FormError, canonical
from generator.record.loading import EVENTS, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.loading import Reading

EXAMPLES = """\b
Examples:
  timeline fmt                               the whole record
  timeline fmt events/2024                   the files of one folder
  timeline fmt --check                       change nothing, and name the files that are not in the form
  timeline fmt --diff                        change nothing, and show what would change"""

_UNREAD = "E1"
"""The family of codes of files that could not be read."""


class _Form(NamedTuple):
    """A file and its form."""

    path: str
    before: str
    after: str
    hindrance: str = ""
    """Why the file has no form; empty otherwise."""


@click.command("fmt", epilog=EXAMPLES)
@PATHS
@click.option("--check", is_flag=True, help="Change nothing; end with 1 where a file is not in the form.")
@click.option("--diff", is_flag=True, help="As --check, and show what would change.")
@click.option(
    "--modeline/--no-modeline",
    default=None,
    help="Begin each file with a line that tells editors its schema, or without one; otherwise it stays as it is.",
)
@root_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  an option each
    context: click.Context, root: Path, paths: tuple[Path, ...], check: bool, diff: bool, modeline: bool | None
) -> None:
    """Bring files of the record into the canonical form: order of fields, quotes, wrapping, clean addresses.

    Comments stay. No file is written that would read differently from before, and one that cannot be read is named
    and left alone. Ends with 0 where all is done, with 1 where a file could not be read, or is not in the form and
    nothing was to be changed.
    """
    only = [relative(path, root, context) for path in paths]
    with working("Reading the record"):
        found = [form for form in _forms(read_record(root), modeline) if concerns(form.path, only)]
    for form in found:
        if form.hindrance:
            click.echo(f"{form.path}: {form.hindrance}", err=True)
    changed = [form for form in found if not form.hindrance and form.after != form.before]
    for form in changed:
        if not (check or diff):
            put(root / form.path, form.after)
        click.echo(_difference(form) if diff else form.path, nl=not diff)
    hindered = sum(bool(form.hindrance) for form in found)
    click.echo(
        _summary(len(found), len(changed), hindered, "not in the form" if check or diff else "changed"), err=True
    )
    context.exit(1 if hindered or (changed and (check or diff)) else 0)


def _forms(reading: Reading, modeline: bool | None) -> Iterator[_Form]:
    unread = {fault.place.path: fault for fault in reversed(reading.faults) if fault.code.id.startswith(_UNREAD)}
    for path in sorted(path for path in {*reading.documents, *unread} if path.startswith(f"{EVENTS}/")):
        if path in unread:
            fault = unread[path]
            yield _Form(path, "", "", f"{fault.code.id} {fault.message}; left as it is")
        else:
            yield _form(path, reading.documents[path].text, modeline)


def _form(path: str, text: str, modeline: bool | None) -> _Form:
    line = None if modeline is None else schema_from(path) if modeline else ""
    try:
        return _Form(path, text, canonical(path, text, without_trackers, modeline=line))
    except FormError as error:
        return _Form(path, text, text, f"{error}; left as it is")


def _difference(form: _Form) -> str:
    before, after = (text.splitlines(keepends=True) for text in (form.before, form.after))
    lines = unified_diff(before, after, form.path, form.path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _summary(files: int, changed: int, hindered: int, how: str) -> str:
    """Say what was found: `1015 files: 1014 in the form, 1 changed`."""
    counts = {"in the form": files - changed - hindered, how: changed, "left as they are": hindered}
    said = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    return f"{files} file{'' if files == 1 else 's'}: {said}"
