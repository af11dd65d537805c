"""`timeline stats`: what the record holds and what it lacks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from generator.commands.good import read_good_record
from generator.commands.root import root_option
from generator.views.coverage import coverage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.views.coverage import Coverage, Silence

_SILENCES = 10
"""How many silences the text lists."""


@click.command("stats", epilog="Example: timeline stats --format json")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@root_option
def command(root: Path, form: str) -> None:
    """Count what the record holds: events, accounts of each side, sources, silences, how fresh it is."""
    record = read_good_record(root)
    found = coverage(record, record.checked or datetime.now(UTC).date())
    if form == "json":
        click.echo(json.dumps(asdict(found), default=str, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(found)))


def _lines(found: Coverage) -> list[str]:
    events = found.accounts["both"] + found.accounts["one"] + found.accounts["none"]
    return [
        f"events               {found.events}",
        *_table("by family", found.families),
        *_table("contacts", found.outcomes),
        *_table("standing", found.standings),
        *_table("by decade", found.decades),
        f"accounts             {sum(found.by_party.values())} in {events} events that have or could have them",
        *_table("of both, one, none", found.accounts),
        *_table("by party", found.by_party),
        *_table("known through others alone", found.told_by_others, sum(found.by_party.values())),
        f"citations            {found.citations}",
        *_table("speaking for", found.speakers),
        *_table("of these", {"copies": found.copies, "described titles": found.described}, found.citations),
        f"people               {found.people}, {found.unnamed} without a name in another script",
        f"known gaps           {found.gaps}",
        f"checked to           {found.checked or 'not said'}",
        f"last changed         {found.changed or 'never'}",
        "longest silences     in days, by channel; + where it still lasts",
        *(f"  {_silence(one)}" for one in found.silences[:_SILENCES]),
    ]


def _table(name: str, counts: Mapping[str, int], whole: int = 0) -> list[str]:
    """Give a line of counts with their shares of a whole, or of their sum; no line where that is nothing."""
    total = whole or sum(counts.values())
    if not total:
        return []
    parts = (f"{word} {number} ({100 * number / total:.0f} %)" for word, number in counts.items())
    return [f"  {name}: {', '.join(parts)}"]


def _silence(one: Silence) -> str:
    return f"{one.days:>5}{'+' if one.lasts else ' '} {one.channel}, after {one.since}"
