"""`timeline release`: the record's data of a day in one archive, and what has to be kept for ever."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.good import read_good_record
from generator.commands.root import root_option
from generator.commands.settings import site_of
from generator.exports.release import archive, cited_version
from generator.pages.page import version_of
from generator.record.kinds import PUBLISHED
from generator.views.published import merged

CITATION = "CITATION.cff"


@click.command("release", epilog="Example: timeline release -o dist")
@root_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), default=Path("dist"), metavar="DIR",
    help="The folder for the archive; dist by default.",
)  # fmt: skip
def command(root: Path, output: Path) -> None:
    """Make a release of the data: an archive, named after the day of its last check or change.

    Its version goes into CITATION.cff, and the ids that it publishes into events/published.txt: commit both. A record
    that has lost an id published before is not released.
    """
    record, settings = read_good_record(root), site_of(root).settings
    listed, citation = root / PUBLISHED, root / CITATION
    known = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    version = str(version_of(record, settings))
    output.mkdir(parents=True, exist_ok=True)
    made = output / f"record-{version}.zip"
    made.write_bytes(archive(record, settings))
    listed.write_text("\n".join(merged(record, known)) + "\n", encoding="utf-8")
    if citation.exists():
        citation.write_text(cited_version(citation.read_text(encoding="utf-8"), version), encoding="utf-8")
    click.echo(made)
