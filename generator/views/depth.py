"""How deep the record goes in each year, so that a quiet year can be told from a thin record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Standing
from generator.views.numbers import years_of

if TYPE_CHECKING:
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Gap


@dataclass(frozen=True, slots=True)
class Depth:
    """What the record holds of a year."""

    year: int
    events: int
    """Events that began in it."""
    contacts: int
    """Contacts held among them."""
    citations: int
    """Sources cited by its events, each as often as it is cited."""
    both: int
    """Events with an account of every party."""
    single: int
    """Events that rest on one secondary source."""
    gaps: int
    """Known gaps that reach into it."""

    @property
    def per_event(self) -> float:
        """Sources for each event; 0 in a year without events."""
        return self.citations / self.events if self.events else 0.0


def depths(record: Record, until: date) -> tuple[Depth, ...]:
    """Give what the record holds of every year from the first event's to that of a day."""
    return tuple(
        _depth(record, year, [event for event in record.by_year.get(year, ()) if event.date.anchor <= until])
        for year in years_of(record, until)
    )


def _depth(record: Record, year: int, events: list[Event]) -> Depth:
    return Depth(
        year,
        events=len(events),
        contacts=sum(event.is_held_contact for event in events),
        citations=sum(len(record.sources_of(event)) for event in events),
        both=sum(set(event.accounts) >= set(record.concerned(event)) for event in events),
        single=sum(event.standing is Standing.SINGLE_SOURCE for event in events),
        gaps=sum(_reaches(gap, year) for gap in record.gaps),
    )


def _reaches(gap: Gap, year: int) -> bool:
    begun = gap.period.earliest is None or gap.period.earliest.year <= year
    return begun and (gap.period.open_end or year <= gap.period.end.year)
