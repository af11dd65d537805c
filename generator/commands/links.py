"""`timeline links`: whether the addresses of the sources still answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.commands.paths import PATHS, concerns, relative
from generator.commands.progress import working
from generator.commands.putting import put
from generator.commands.root import root_option
from generator.commands.settings import site_of
from generator.links.archive import archived_copy
from generator.links.cited import addresses, by_address, place
from generator.links.memory import KEPT_IN, dated, is_fresh, remembered, written
from generator.links.reports import Finding, links_json, links_markdown, links_text
from generator.links.running import Check
from generator.record.form.canonical import with_text
from generator.record.loading import read_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.links.answers import Answer
    from generator.links.cited import Cited
    from generator.record.loading import Reading

EXAMPLES = """\b
Examples:
  timeline links                             every source; what answered this week is not asked again
  timeline links events/2024 --age 0         the sources written in one folder, all asked anew
  timeline links --format markdown > links.md
  timeline links --write-archived            also adds the archive's copy to sources that name none"""

_FORMS = {"text": links_text, "json": links_json, "markdown": links_markdown}


@click.command("links", epilog=EXAMPLES)
@PATHS
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True, help="Form of the report."
)
@click.option(
    "--age",
    type=click.IntRange(min=0),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="Ask again for what answered this many days ago. What is broken is always asked again.",
)
@click.option(
    "--write-archived",
    is_flag=True,
    help="Write the address of an archived copy into each source without one, where the archive has a copy.",
)
@root_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917  an option each
    context: click.Context, root: Path, paths: tuple[Path, ...], form: str, age: int, write_archived: bool
) -> None:
    """Ask whether the address of each source still answers.

    Hosts are asked beside each other, the addresses of a host one after another with a pause between them; the
    robots.txt of each is heeded, and nothing in a private network is ever asked. Ends with 0 where every document can
    be read, there or in an archive, with 1 where one cannot.
    """
    only = [relative(path, root, context) for path in paths]
    site = site_of(root)
    if write_archived and not site.archive:
        raise click.UsageError("mkdocs.yml names no archive; `extra.links.archive` is the address of its interface")
    with working("Reading the record"):
        reading = read_record(root)
        wanted = [one for one in addresses(reading) if concerns(one.path, only)]
    check = Check(site.agent)
    answers = _asked(root, check, [one.url for one in wanted], age)
    findings = [_finding(reading, answers[url], sources) for url, sources in by_address(wanted).items()]
    click.echo(_FORMS[form](findings), nl=False)
    if write_archived:
        _write_archived(root, wanted, check, site.archive)
    context.exit(1 if any(one.is_open for one in findings) else 0)


def _asked(root: Path, check: Check, urls: Sequence[str], age: int) -> dict[str, Answer]:
    """Ask what was not asked lately, and remember every answer, those before an interruption too."""
    kept, today = root / KEPT_IN, datetime.now(UTC).date()
    answers = remembered(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    due = [url for url in dict.fromkeys(urls) if url not in answers or not is_fresh(answers[url], today, age)]

    heard: set[str] = set()
    try:
        with working(f"Asking {len(due)} addresses") as now:

            def hear(url: str, answer: Answer) -> None:
                answers[url] = dated(answer, answers.get(url), today)
                heard.add(url)
                now(f"Asked {len(heard)} of {len(due)} addresses")

            check.ask(due, hear)
    finally:
        put(kept, written(answers))
    return answers


def _finding(reading: Reading, answer: Answer, sources: Sequence[Cited]) -> Finding:
    copies = {one.archived for one in sources}
    places = tuple(place(reading, one) for one in sources)
    return Finding(sources[0].url, answer, places, next(iter(copies)) if len(copies) == 1 else None)


def _write_archived(root: Path, wanted: Sequence[Cited], check: Check, archive: str) -> None:
    """Ask the archive for each source without a copy, and write what it answers into the file."""
    lacking = [one for one in wanted if one.field == "url" and not one.source.archived]
    for one in lacking:
        with working(f"Asking the archive for {len(lacking)} copies"):
            copy = archived_copy(check.asker, archive, one.url, one.day)
        if copy:
            path = root / one.path
            put(path, with_text(one.path, path.read_text(encoding="utf-8"), one.way, "archived", copy))
            click.echo(f"{one.path}: {copy}", err=True)
