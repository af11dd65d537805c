"""What a table is: named columns with what they hold, and rows of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.record.dates import Edtf
    from generator.record.models import Event
    from generator.record.record import Record

Cell = str | int | bool | date | None
"""A value of a row; None where there is none."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    PROSE = "prose"
    """A text of the record with its Markdown."""
    IDS = "ids"
    """Ids, with a space between."""
    DAY = "day"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    about: str
    """A sentence without its full stop."""
    holds: Holds = Holds.TEXT
    needed: bool = False
    """Whether every row has a value."""
    refers: str = ""
    """The table by whose key its value is one; empty for a value that stands for itself."""


@dataclass(frozen=True)
class Chosen:
    """What rows are made from: a record, the events that are asked for, and the last day that is known."""

    record: Record
    events: tuple[Event, ...]
    """In the order of time."""
    day: date

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the events."""
        return frozenset(event.id for event in self.events)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record."""

    name: str
    about: str
    """What a row is, as a sentence without its full stop."""
    columns: tuple[Column, ...]
    rows: Callable[[Chosen], Iterable[Sequence[Cell]]]
    """Its rows, in an order that never wavers; each has as many values as there are columns."""
    key: tuple[str, ...] = ()
    """The columns that tell a row from every other; none where rows may be alike."""

    def column(self, name: str) -> Column:
        """Give the column of a name. Raises StopIteration where there is none."""
        return next(column for column in self.columns if column.name == name)


def own(about: str = "The id, which never changes") -> Column:
    """Make the column of a table's own ids."""
    return Column("id", about, needed=True)


def to_event(about: str = "The event") -> Column:
    """Make the column that names the event of a row."""
    return Column("event", about, needed=True, refers="events")


def day(name: str, about: str) -> Column:
    """Make a column of days (ISO 8601)."""
    return Column(name, about, Holds.DAY)


DATES = (
    Column("date", "The date as EDTF (ISO 8601-2)", needed=True),
    day("earliest", "The first day that the date can mean; empty where only the latest is known"),
    day("latest", "The last day that the date can mean; empty where the end is open or not known"),
)
"""The columns of a date that every row has."""


def days_of(value: Edtf | None) -> tuple[Cell, Cell, Cell]:
    """Give a date for the columns of `DATES`, or of three like them: EDTF, first and last day."""
    return (value.text, value.earliest, value.latest) if value else (None, None, None)


def joined(ids: Iterable[str]) -> str | None:
    """Give ids for one cell, with a space between; None where there are none."""
    return " ".join(dict.fromkeys(ids)) or None
