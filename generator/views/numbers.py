"""Contacts by year: on which level, in which form, where, and what was declined by whom.

A contact counts in the year of the day that orders it, once, and up to a day. What a row stands for is said by
its key: a word of the vocabulary, a party's id, or one of the words below.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import BUILT_IN_PLACES, Family, Kind, Level, Status
from generator.views.contacts import held
from generator.views.levels import level_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record

NO_CHANNEL = "no-channel"
"""Contacts outside every recurring channel."""
ELSEWHERE = "elsewhere"
"""Places of neither party."""
REMOTE = "remote"
"""By call or video."""
NOT_NAMED = "not-named"
"""The record does not say it."""
DECLINED = (Status.REFUSED, Status.POSTPONED, Status.CANCELLED)
"""What can become of a contact that a party declines, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of one thing, one a year."""

    key: str
    numbers: tuple[int, ...]
    """In the order of the table's years, 0 included."""

    @property
    def total(self) -> int:
        """All years together."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class YearTable:
    """Numbers by year, a row for each thing counted."""

    years: tuple[int, ...]
    """Every year from the first event's to the last day's, without a gap; none in an empty record."""
    rows: tuple[Row, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """All rows together, by year."""
        return tuple(map(sum, zip(*(row.numbers for row in self.rows), strict=True))) if self.rows else ()


@dataclass(frozen=True, slots=True)
class Declined:
    """A contact that did not come about."""

    event: Event
    outcome: Status
    """Refused, postponed or cancelled."""
    by: str
    """The party that declined; `not-named` where the entry names none."""


def years_of(record: Record, until: date) -> tuple[int, ...]:
    """Give every year from the first event's to that of a day."""
    return tuple(range(record.events[0].date.anchor.year, until.year + 1)) if record.events else ()


def counted_by_year(years: Sequence[int], keys: Iterable[str], found: Iterable[tuple[str, int]]) -> YearTable:
    """Count pairs of key and year in a table with a row for each key, in their order."""
    numbers = Counter(found)
    return YearTable(tuple(years), tuple(Row(key, tuple(numbers[key, year] for year in years)) for key in keys))


def by_level(record: Record, until: date) -> YearTable:
    """Count the contacts held by level, the highest first; one in channels of several levels on the highest of them."""
    return _table(record, until, (*(level.value for level in Level), NO_CHANNEL), lambda event: _level(record, event))


def by_form(record: Record, until: date) -> YearTable:
    """Count the contacts held by kind, in the order of the vocabulary."""
    kinds = (kind.value for kind in Kind if kind.family is Family.CONTACT)
    return _table(record, until, kinds, lambda event: event.kind.value)


def by_place(record: Record, until: date) -> YearTable:
    """Count the contacts held by where they were: with each party by id, elsewhere, by call or video, not named."""
    keys = (*sorted(record.parties), ELSEWHERE, REMOTE, NOT_NAMED)
    return _table(record, until, keys, lambda event: where(record, event))


def declined(record: Record, until: date) -> tuple[Declined, ...]:
    """Give the contacts that were refused, postponed or cancelled up to a day, in the order of time."""
    events = (event for event in record.events if event.date.anchor <= until)
    return tuple(
        Declined(event, event.outcome, event.declined_by or NOT_NAMED) for event in events if event.outcome in DECLINED
    )


def declined_by_year(record: Record, until: date) -> YearTable:
    """Count them by the party that declined, parties by id, then those where none is named."""
    found = ((one.by, one.event.date.anchor.year) for one in declined(record, until))
    return counted_by_year(years_of(record, until), (*sorted(record.parties), NOT_NAMED), found)


def where(record: Record, event: Event) -> str:
    """Say where an event was: a party's id, or a key of this module."""
    if event.place in BUILT_IN_PLACES:
        return REMOTE
    if event.place is None or event.place not in record.places:
        return REMOTE if event.kind is Kind.CALL else NOT_NAMED
    return party_of_place(record, event.place) or ELSEWHERE


def party_of_place(record: Record, place_id: str) -> str | None:
    """Give the party in whose country a place lies, by what the registry says that it lies within.

    That is a text such as `An island, North`, which ends with a party's name, or names another place.
    """
    parties = {party.name: party.id for party in record.parties.values()}
    ids = {place.name: place.id for place in record.places.values()}
    seen: set[str] = set()
    while place_id not in seen:
        seen.add(place_id)
        place = record.places[place_id]
        outer = place.within or place.name
        party = parties.get(place.name) or parties.get(outer.rpartition(",")[2].strip())
        if party or outer not in ids:
            return party
        place_id = ids[outer]
    return None


def _level(record: Record, event: Event) -> str:
    levels = [record.channels[id_].level for id_ in event.channels if id_ in record.channels]
    return min(levels, key=level_rank).value if levels else NO_CHANNEL


def _table(record: Record, until: date, keys: Iterable[str], key_of: Callable[[Event], str]) -> YearTable:
    found = ((key_of(event), event.date.anchor.year) for event in held(record.events, until))
    return counted_by_year(years_of(record, until), keys, found)
