"""`timeline stats`: what the record holds, what it lacks, and what its keepers can look at next."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from generator.commands.good import read_good_record
from generator.commands.root import root_option
from generator.views.coverage import coverage
from generator.views.upkeep import upkeep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.views.coverage import Coverage
    from generator.views.upkeep import Silence, Upkeep

EXAMPLES = """\b
Examples:
  timeline stats
  timeline stats --most 50                   lists more of what can be looked at
  timeline stats --format json > stats.json  all of it"""


@click.command("stats", epilog=EXAMPLES)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--most", type=click.IntRange(min=0), default=10, show_default=True, help="How many entries of a list the text has."
)
@root_option
def command(root: Path, form: str, most: int) -> None:
    """Count what the record holds, and list what its keepers can look at next.

    That is what nobody has read for longest, contacts that lack a side's account, sources that are copies, people
    without a name in their own script, and silences.
    """
    record = read_good_record(root)
    today = datetime.now(UTC).date()
    found, work = coverage(record), upkeep(record, record.checked or today, today)
    if form == "json":
        click.echo(json.dumps({**asdict(found), "upkeep": asdict(work)}, default=str, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join((*_counts(found, work, today), *_lists(work, most))))


def _counts(found: Coverage, work: Upkeep, today: date) -> Iterator[str]:
    yield f"events               {found.events}"
    yield from _table("by family", found.families)
    yield from _table("contacts", found.outcomes)
    yield from _table("standing", found.standings)
    yield from _table("by decade", found.decades)
    events = sum(found.accounts.values())
    yield f"accounts             {sum(found.by_party.values())} in {events} events that have or could have them"
    yield from _table("of all sides, some, none", found.accounts)
    yield from _table("by party", found.by_party)
    yield from _table("known through others alone", found.told_by_others, sum(found.by_party.values()))
    yield f"citations            {found.citations}"
    yield from _table("speaking for", found.speakers)
    yield from _table("of these", {"copies": found.copies, "described titles": found.described}, found.citations)
    yield f"people               {found.people}, {len(work.unnamed)} without a name in another script"
    yield f"known gaps           {found.gaps}"
    yield f"checked to           {_since(found.checked, today)}"
    yield f"last changed         {_since(found.changed, today)}"
    yield f"reviewed             {found.reviewed} of {found.events} events since their last change"


def _since(day: date | None, today: date) -> str:
    return f"{day}, {(today - day).days} days ago" if day else "not said"


def _table(name: str, counts: Mapping[str, int], whole: int = 0) -> list[str]:
    """Give a line of counts with their shares of a whole, or of their sum; no line where that is nothing."""
    total = whole or sum(counts.values())
    if not total:
        return []
    parts = (f"{word} {number} ({100 * number / total:.0f} %)" for word, number in counts.items())
    return [f"  {name}: {', '.join(parts)}"]


def _lists(work: Upkeep, most: int) -> Iterator[str]:
    """Give every list of what can be looked at, each under its name and with as many entries as were asked for."""
    yield from _list("read longest ago", (f"{one.days:>5} days  {one.event}" for one in work.unread), work.unread, most)
    lacking = (f"{one.event}: nothing of {', '.join(one.lacks)}" for one in work.one_account)
    yield from _list("contacts that lack a side's account, the latest first", lacking, work.one_account, most)
    copies = (f"{one.source}: {one.copy_of}, by {one.publisher}" for one in work.copies)
    yield from _list("sources that are copies", copies, work.copies, most)
    yield from _list("people without a name in another script", work.unnamed, work.unnamed, most)
    silences = "longest silences by channel; + lasts, ? contacts are known to be missing"
    yield from _list(silences, map(_silence, work.silences), work.silences, most)


def _list(name: str, lines: Iterable[str], all_of_them: Sequence[object], most: int) -> Iterator[str]:
    if not all_of_them or not most:
        return
    yield ""
    yield f"{name}: {len(all_of_them)}"
    yield from (f"  {line}" for line, _ in zip(lines, range(most), strict=False))
    if len(all_of_them) > most:
        yield f"  and {len(all_of_them) - most} more"


def _silence(one: Silence) -> str:
    signs = ("+" if one.lasts else "") + ("?" if one.across_gap else "")
    return f"{one.days:>5} days{signs:<2}  {one.channel}, after {one.since}"
