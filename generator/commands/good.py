"""Reading a record that must be good before a command goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.checks import check
from generator.checks.report_text import text_report
from generator.commands.progress import working
from generator.record.faults import Severity
from generator.record.loading import read_record

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record


def read_good_record(root: Path) -> Record:
    """Read and check the record of a project; with errors in it, report them on stderr and end with 1."""
    with working("Reading the record"):
        reading = read_record(root)
        faults = check(reading, datetime.now(UTC).date())
    errors = tuple(fault for fault in faults if fault.severity is Severity.ERROR)
    if errors:
        click.echo(text_report(errors, len(reading.record.events)), nl=False, err=True)
        raise click.exceptions.Exit(1)
    return reading.record
