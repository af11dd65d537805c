"""What is new in the record: entries added and corrected, by the days of the record and not of the events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.record.models import Event


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that was added to the record, or corrected."""

    event: Event
    """The entry."""
    day: date
    """The day of the edit."""
    note: str | None
    """What was corrected; absent where the entry was added."""
    number: int
    """Its place among the edits of the entry: 0 for its addition, then from 1."""


def edits_of(event: Event) -> Iterator[Edit]:
    """Give the edits of an entry: its addition first, then corrections as written."""
    yield Edit(event, event.added, None, 0)
    for number, revision in enumerate(event.revised, start=1):
        yield Edit(event, revision.date, revision.note, number)


def newest(events: Iterable[Event], most: int | None = None) -> tuple[Edit, ...]:
    """Give the edits of entries, the newest first and of one day the latest events first; at most some number."""
    every = (edit for event in events for edit in edits_of(event))
    ordered = sorted(every, key=_order, reverse=True)
    return tuple(ordered[:most])


def last_change(events: Iterable[Event]) -> date | None:
    """Give the day on which the newest of some entries was added or last corrected; none where there are none."""
    return max((event.changed for event in events), default=None)


def _order(edit: Edit) -> tuple[date, tuple[date, date, str], str, int]:
    return (edit.day, edit.event.date.sort_key, edit.event.id, edit.number)
