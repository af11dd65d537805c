"""The numbers as tables for machines: each with what its columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views import numbers
from generator.views.depth import depths
from generator.views.figures import reported
from generator.views.silences import quiet_channels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from generator.record.record import Record
    from generator.views.numbers import YearTable
    from generator.views.silences import Lapse

Cell = str | int | None
"""A value of a table; nothing where it is not known or does not apply."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    """As in the header row."""
    holds: str
    """What stands in it, in words."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table under a name."""

    name: str
    """The name of its file, without an ending."""
    row: str
    """What a row is: `a year`."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each with a cell for each column."""


def datasets(record: Record, until: date) -> tuple[Dataset, ...]:
    """Give every table up to a day, in the order of the page that documents them."""
    return tuple(make(record, until) for make in DATASETS.values())


def _by_level(record: Record, until: date) -> Dataset:
    return _yearly("contacts-by-level", "contacts held on this level", numbers.by_level(record, until))


def _by_form(record: Record, until: date) -> Dataset:
    return _yearly("contacts-by-form", "contacts held of this kind", numbers.by_form(record, until))


def _by_place(record: Record, until: date) -> Dataset:
    return _yearly("contacts-by-place", "contacts held there", numbers.by_place(record, until))


def _yearly(name: str, holds: str, table: YearTable) -> Dataset:
    columns = (Column("year", "the year"), *(Column(row.key, holds) for row in table.rows))
    rows = zip(table.years, *(row.numbers for row in table.rows), strict=True)
    return Dataset(name, "a year", columns, tuple(rows))


def _declined(record: Record, until: date) -> Dataset:
    columns = (
        Column("event", "id of the contact"), Column("date", "its date (EDTF)"), Column("title", "its title"),
        Column("outcome", "refused, postponed or cancelled"),
        Column("declined_by", "id of the party that declined; empty where the entry names none"),
    )  # fmt: skip
    rows = (
        (one.event.id, one.event.date.text, one.event.title, one.outcome.value, one.event.declined_by)
        for one in numbers.declined(record, until)
    )
    return Dataset("declined", "a contact that was refused, postponed or cancelled", columns, tuple(rows))


def _silences(record: Record, until: date) -> Dataset:
    columns = (
        Column("channel", "id of the channel"), Column("which", "longest or present"),
        Column("since", "last day of the contact before"),
        Column("until", "first day of the next, or the last day checked"),
        Column("days", "days between them"), Column("after", "id of the contact before"),
        Column("ended_by", "id of the contact that ended it; empty while it lasts"),
        Column("across_gap", "1 where contacts are known to be missing from that time, else 0"),
    )  # fmt: skip
    rows = [
        _lapse_row(quiet.channel.id, which, lapse)
        for quiet in quiet_channels(record, until)
        for which, lapse in (("longest", quiet.longest), ("present", quiet.present))
        if lapse
    ]
    return Dataset("silences", "a silence of a channel", columns, tuple(rows))


def _lapse_row(channel: str, which: str, lapse: Lapse) -> tuple[Cell, ...]:
    ended = lapse.ended_by.id if lapse.ended_by else None
    days = (lapse.since.isoformat(), lapse.until.isoformat(), lapse.days)
    return (channel, which, *days, lapse.after.id, ended, int(lapse.across_gap))


def _figures(record: Record, until: date) -> Dataset:
    columns = (
        Column("event", "id of the event"), Column("label", "what was counted"),
        Column("value", "the figure as reported"),
        Column("unit", "its unit, where the label does not say it"), Column("low", "the least that it can mean"),
        Column("high", "the most that it can mean"), Column("period", "the time that it covers (EDTF)"),
        Column("by", "id of the party that counted, or a name"),
    )  # fmt: skip
    rows = (
        (
            one.event.id, one.figure.label, one.figure.value, one.figure.unit, one.low, one.high,
            one.figure.period.text if one.figure.period else None, one.figure.by,
        )
        for one in reported(record, until)
    )  # fmt: skip
    return Dataset("figures", "a reported figure", columns, tuple(rows))


def _coverage(record: Record, until: date) -> Dataset:
    columns = (
        Column("year", "the year"), Column("events", "events that began in it"),
        Column("contacts", "contacts held among them"), Column("citations", "sources cited by its events"),
        Column("both_accounts", "events with an account of each government"),
        Column("single_source", "events that rest on one secondary source"),
        Column("gaps", "known gaps that reach into it"),
    )  # fmt: skip
    rows = (
        (one.year, one.events, one.contacts, one.citations, one.both, one.single, one.gaps)
        for one in depths(record, until)
    )
    return Dataset("coverage", "a year", columns, tuple(rows))


DATASETS: Mapping[str, Callable[[Record, date], Dataset]] = {
    "contacts-by-level": _by_level, "contacts-by-form": _by_form, "contacts-by-place": _by_place,
    "declined": _declined, "silences": _silences, "figures": _figures, "coverage": _coverage,
}  # fmt: skip
"""What makes each table, by its name, of a record and the last day that is told."""
