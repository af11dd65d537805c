"""`timeline init`: a new timeline of any two or more parties, with an example record and a site that builds."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.checks import check
from generator.checks.ids import WELL_FORMED
from generator.checks.report_text import text_report
from generator.commands.init.project import NotWholeError, write_project
from generator.commands.init.record import Party
from generator.commands.new.asking import Question, answer
from generator.commands.new.draft import slug_of
from generator.commands.progress import working
from generator.commands.putting import umask
from generator.pages.phrases import listed
from generator.record.loading import read_record
from generator.record.vocabulary import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.commands.new.asking import Asker
    from generator.record.reading import Plain

EXAMPLES = """\b
Examples:
  timeline init ../river                     asks who the parties are
  timeline init ../river --title "River talks" \\
      --party upper="Upper Valley" --party delta=Delta --party coast="Coast"
"""
_LEAST = 2
"""A dialogue has this many parties or more."""


def _party(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Party, ...]:
    found: list[Party] = []
    for value in values:
        id_, equals, name = (part.strip() for part in value.partition("="))
        wrong = _reason(id_, name, found) if equals else f"`{value}` has no `=` between an id and a name"
        if wrong:
            raise click.BadParameter(wrong, context, parameter)
        found.append(Party(id_, name))
    return tuple(found)


@click.command("init", epilog=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--party", "parties", multiple=True, metavar="ID=NAME", callback=_party, help="A party; two or more are needed."
)
@click.option("--title", metavar="TEXT", help="The site's name; otherwise it names the parties.")
def command(folder: Path, parties: tuple[Party, ...], title: str | None) -> None:
    """Make a new timeline in DIR, of any two or more parties.

    DIR gets this generator, an example record of two events that are marked as examples, a site's configuration, and a
    Makefile: `make site` builds it, `make test` checks it. A folder with anything in it is refused, and
    whatever stops the command leaves nothing behind.
    """
    target = folder.absolute()
    if target.exists() and any(target.iterdir()):
        raise click.ClickException(f"{folder} is not empty; name a folder that is empty or not there yet")
    if sys.stdin.isatty() and sys.stdout.isatty():
        parties = parties or _asked()
    if len(parties) < _LEAST:
        raise click.UsageError("--party: two or more are needed, such as --party upper='Upper Valley'")
    name = title or f"{listed(party.name for party in parties)}: a timeline"
    with working("Writing the timeline"):
        _put(target, parties, name)
    click.echo(target)
    click.echo(_next(folder), err=True)


def _asked() -> tuple[Party, ...]:
    """Ask for the parties, until two are there and no further one is named."""
    from generator.commands.new.terminal import Terminal  # noqa: PLC0415  the import costs time that options need not pay

    asker, found = Terminal(), list[Party]()
    while True:
        needed = len(found) < _LEAST
        name = answer(asker, Question("Name of a party", _name_reader(found), "A side of the dialogue.", needed=needed))
        if not name:
            return tuple(found)
        found.append(Party(_asked_id(asker, str(name), found), str(name)))


def _asked_id(asker: Asker, name: str, found: Sequence[Party]) -> str:
    def read(text: str) -> tuple[Plain, str]:
        return text, _reason(text, name, found)

    about = "Stands in files and addresses, and never changes: small letters, digits, hyphens."
    return str(answer(asker, Question("Its id", read, about, needed=True, default=slug_of(name))))


def _name_reader(found: Sequence[Party]) -> Callable[[str], tuple[Plain, str]]:
    def read(text: str) -> tuple[Plain, str]:
        return text, _reason("a", text, [party for party in found if party.name == text])

    return read


def _reason(id_: str, name: str, others: Sequence[Party]) -> str:
    """Say why a party cannot be added to others; nothing where it can."""
    if not WELL_FORMED.fullmatch(id_):
        return f"`{id_}` is no id: small letters, digits and single hyphens"
    if id_ in list(Side):
        return f"`{id_}` stands for those who are no party"
    if any(id_ == other.id or name == other.name for other in others):
        return f"`{name}` is there twice"
    return "" if name else f"`{id_}` has no name"


def _put(target: Path, parties: Sequence[Party], title: str) -> None:
    """Write the timeline beside its place, see whether its record is good, and put it there at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    today = datetime.now(UTC).date()
    try:
        write_project(made, parties, title, today)
        faults = check(read_record(made), today)
        if faults:
            report = text_report(faults, 2)
            raise click.ClickException(f"the example would have faults; nothing was written\n{report}")
        _move(made, target)
    except NotWholeError as error:
        raise click.ClickException(str(error)) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _move(made: Path, target: Path) -> None:
    """Put a finished folder in its place; one that is there stays the same folder, for a shell may stand in it."""
    if not target.exists():
        made.chmod(0o777 & ~umask())  # what mkdtemp makes is closed to all others
        made.rename(target)
        return
    parts = [path.name for path in made.iterdir()]
    try:
        for name in parts:
            (made / name).rename(target / name)
    except BaseException:
        for name in parts:
            if (target / name).exists():
                (target / name).rename(made / name)
        raise


def _next(folder: Path) -> str:
    return f"""
Next:
  cd {folder}
  make site          makes an environment from the lock and builds site/
  make test          runs what every change must pass
  .venv/bin/timeline new         the first event of yours; README.md says what to replace"""
