"""`timeline schema`: what editors need to know of the record's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.progress import working
from generator.commands.putting import put
from generator.commands.root import root_option
from generator.exports.schemas import FOLDER, KINDS, schema_files, schemas
from generator.exports.values import written
from generator.record.loading import read_record

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = """\b
Examples:
  timeline schema                            the schema of event files
  timeline schema person
  timeline schema --write                    all of them into .schema/, where editors look"""


@click.command("schema", epilog=EXAMPLES)
@click.argument("kind", default="event", type=click.Choice(list(KINDS)), metavar="[KIND]")
@click.option("--write", is_flag=True, help=f"Write the schemas of all kinds into {FOLDER}/, which is not committed.")
@root_option
def command(root: Path, kind: str, write: bool) -> None:
    """Print the JSON Schema (2020-12) of a kind of record file, with the ids that the record has.

    KIND is event, channel, person, source, tour, parties, offices, places, topics, publishers, gaps or coverage.
    """
    with working("Reading the record"):
        record = read_record(root).record
        if not write:
            click.echo(written(dict(schemas(record, [kind]))[kind]), nl=False)
            return
        for name, text in schema_files(record):
            put(root / FOLDER / name, text)
    click.echo(root / FOLDER)
