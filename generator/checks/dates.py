"""E3: dates that the calendar has, but that this record cannot mean."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.checks.check import Check, Comparison
from generator.checks.walking import dates
from generator.record.dates import Edtf
from generator.record.entry import Entry
from generator.record.faults import Code, Severity
from generator.record.kinds import REGISTRY
from generator.record.models import Event
from generator.record.vocabulary import Family, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.around import Around, Reading
    from generator.record.faults import Fault
    from generator.record.reading import Path

FIRST_YEAR = 1900
GRACE = timedelta(days=30)
"""How long after its day a planned event may wait for word of what became of it."""
ZONES = timedelta(days=1)
"""How far a day can be ahead elsewhere: when it is the 8th on one side of an ocean it is the 9th on the other."""

YEAR = Code(
    "E304",
    "year out of range",
    "A slip of the finger in a year moves an event out of everybody's sight.",
    "Look the year up again in the source: years run from 1900 to the next one.",
    "date: 2204-01-08",
    "date: 2024-01-08",
)
STEM = Code(
    "E305",
    "file name and date disagree",
    "The file's name is the event's permanent address and begins with its earliest possible day.",
    "Rename the file as the message says, or correct the date. Where the page has been published, keep the old name "
    "in `formerly`.",
    "# events/2024/2024-01-09-policy.yml\ndate: 2024-01-08/2024-01-09",
    "# events/2024/2024-01-08-policy.yml\ndate: 2024-01-08/2024-01-09",
)
OVERDUE = Code(
    "E306",
    "still planned, though its day is past",
    "A plan whose day is over by more than 30 days reads as if nobody had looked what became of it.",
    "Set `status` to what became of it: `held`, `postponed`, `cancelled` or `refused`. Where nothing was heard of it "
    "again, say so in the summary and note it under `revised`: the warning goes away.",
    "# events/2023/2023-11-00-policy.yml\ndate: 2023-11\nstatus: planned",
    "# events/2023/2023-11-00-policy.yml\ndate: 2023-11\nstatus: postponed",
    Severity.WARNING,
)
AHEAD = Code(
    "E307",
    "has not happened yet",
    "The record says what happened; what lies ahead is planned or proposed.",
    "Write `status: planned` or `status: proposed`, or correct the date.",
    "# written on 1 February 2024\ndate: 2024-05-12\nkind: talks",
    "# written on 1 February 2024\ndate: 2024-05-12\nkind: talks\nstatus: planned",
)
KEPT_AHEAD = Code(
    "E308",
    "day of publication or record-keeping lies ahead",
    "Nothing can be published, read or added on a day to come.",
    "Correct the date.",
    "# written on 1 February 2024\nadded: 2024-12-01",
    "# written on 1 February 2024\nadded: 2024-02-01",
)

_DATED = re.compile(r"\d{4}-\d\d-\d\d-.", re.ASCII)
KEPT = ("published", "accessed", "added", "reviewed", "disclosed")
FORESEEABLE = (Kind.LAW, Kind.CONTEXT)
"""What the calendar knows beforehand: an election, the day on which a law takes effect."""


def is_announced(kind: Kind) -> bool:
    """Whether events of a kind are made public before their day: elections, laws, who takes an office."""
    return kind in FORESEEABLE or kind.family is Family.OFFICE


def days(entry: Entry, around: Around, today: date) -> Iterator[Fault]:
    """Find dates outside the years that the record can speak of, and what was kept or published on a day to come."""
    for way, value in dates(entry):
        yield from _out_of_range(entry, around, today.year + 1, way, value)
        if way[-1] in KEPT or way[0] == "revised":
            yield from _kept_ahead(entry, around, today, way, value)


def _out_of_range(entry: Entry, around: Around, last: int, way: Path, value: Edtf | date) -> Iterator[Fault]:
    wrong = next((year for year in _years(value) if not FIRST_YEAR <= year <= last), None)
    if wrong:
        message = f"`{value}` names the year {wrong}; years from {FIRST_YEAR} to {last} are recorded"
        yield around.fault(YEAR, entry, way, message)


def _kept_ahead(entry: Entry, around: Around, today: date, way: Path, value: Edtf | date) -> Iterator[Fault]:
    day = value.earliest if isinstance(value, Edtf) else value
    if day and day > today + ZONES and is_plausible(value, today):
        yield around.fault(KEPT_AHEAD, entry, way, f"`{way[-1]}` is {value}, which lies ahead")


def _years(value: Edtf | date) -> list[int]:
    if isinstance(value, Edtf):
        return [day.year for bound in value.bounds() for day in (bound.earliest, bound.latest)]
    return [value.year]


def is_plausible(value: Edtf | date, today: date) -> bool:
    """Whether a date lies in years that can be recorded; of one that does not, nothing more needs to be said."""
    return all(FIRST_YEAR <= year <= today.year + 1 for year in _years(value))


def stems(event: Event, around: Around, today: date) -> Iterator[Fault]:
    """Find events whose file name does not begin with their date; one that begins with none is misplaced already."""
    stem = event.date.stem
    if event.id[:10] != stem and _DATED.match(event.id) and is_plausible(event.date, today):
        better = f"events/{stem[:4]}/{stem}{event.id[10:]}.yml"
        message = f"`{event.date}` asks for a file name that begins with `{stem}`, not `{event.id[:10]}`"
        yield around.fault(STEM, event, ("date",), message, f"Rename the file to `{better}`, or correct the date.")


def overdue(event: Event, around: Around, today: date) -> Iterator[Fault]:
    """Find plans whose day has passed without a word of what became of them. A proposal may stay one for ever.

    What lies behind the day up to which the record was checked is nobody's omission yet. A revision
    after the planned day says that somebody has looked; of a file that was not read whole, one may be missing.
    """
    if event.origin.path in around.broken or not is_plausible(event.date, today):
        return
    looked = min(today, around.registry.checked or today)
    waits = event.outcome is Status.PLANNED and event.date.end + GRACE < looked
    days = [revision.date for revision in event.revised]
    if waits and not any(day > event.date.end or not is_plausible(day, today) for day in days):
        message = f"still `{event.outcome}`, more than {GRACE.days} days after its date, {event.date.words()}"
        yield around.fault(OVERDUE, event, ("status",), message)


def ahead(event: Event, around: Around, today: date) -> Iterator[Fault]:
    """Find events that are said to have happened on a day to come."""
    first = event.date.earliest
    if first and first > today + ZONES and _has_happened(event) and is_plausible(event.date, today):
        what = "held" if event.is_held_contact else f"of the kind `{event.kind}`"
        hint = AHEAD.mend if event.outcome else "Correct the date, or record it when it has happened."
        yield around.fault(AHEAD, event, ("date",), f"`{event.date}` lies ahead, and the event is {what}", hint)


def checked_ahead(reading: Reading, today: date) -> Iterator[Fault]:
    """Find a record that says to have been checked on a day to come."""
    checked = reading.registry.checked
    if checked and checked > today + ZONES:
        document = reading.documents[f"{REGISTRY}/coverage.yml"]
        yield document.fault(KEPT_AHEAD, ("checked",), f"`checked` is {checked}, which lies ahead")


def _has_happened(event: Event) -> bool:
    """Whether the record says of an event that it took place."""
    if event.outcome:
        return event.is_held_contact
    return event.kind not in FORESEEABLE


CHECKS = (
    Check(days, (YEAR, KEPT_AHEAD), (Entry,)),
    Check(stems, (STEM,), (Event,)),
    Check(overdue, (OVERDUE,), (Event,)),
    Check(ahead, (AHEAD,), (Event,)),
    Comparison(checked_ahead, (KEPT_AHEAD,)),
)
