"""Years: how many contacts, how much friction, how many refusals and suspensions each had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record


@dataclass(frozen=True, slots=True)
class YearTally:
    """Numbers of events of a year."""

    year: int
    """The year in which the events began, by the day that orders them."""
    contacts: int
    """Contacts that were held."""
    friction: int
    """Events of the family friction."""
    refusals: int
    """Contacts that were refused or cancelled."""
    suspensions: int
    """Events of the kind suspension."""


def tallies(record: Record, until: date) -> tuple[YearTally, ...]:
    """Give the numbers of every year from the first event's to a day's, years without events included."""
    if not record.events:
        return ()
    years = range(record.events[0].date.anchor.year, until.year + 1)
    return tuple(_tally(year, [e for e in record.by_year.get(year, ()) if e.date.anchor <= until]) for year in years)


def _tally(year: int, events: list[Event]) -> YearTally:
    def number(wanted: Callable[[Event], bool]) -> int:
        return sum(1 for event in events if wanted(event))

    return YearTally(
        year,
        contacts=number(lambda event: event.is_held_contact),
        friction=number(lambda event: event.kind.family is Family.FRICTION),
        refusals=number(lambda event: event.outcome in (Status.REFUSED, Status.CANCELLED)),
        suspensions=number(lambda event: event.kind is Kind.SUSPENSION),
    )
