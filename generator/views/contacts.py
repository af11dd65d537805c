"""Contacts: the rounds of a channel, what was declined, who last met, and what stands before and after."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Level, Status
from generator.views.holders import Holding, held_on, holder_on, pairs
from generator.views.months import whole_months
from generator.views.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from generator.record.dates import Edtf
    from generator.record.models import Event, Participant
    from generator.record.record import Record
    from generator.views.holders import Pair

_DECLINED = frozenset({Status.REFUSED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Round:
    """A contact held in a channel."""

    event: Event
    """The contact."""
    number_in_record: int
    """Its place among the held contacts of the channel in this record, from 1; not the official number."""
    days_since_previous: int | None
    """Days from the last day named for the one before to the first of this, at least 0; absent for the first."""
    across_gap: bool
    """Whether the registry names a gap for the channel that reaches into these days: rounds may be missing."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two counterpart offices on a day."""

    pair: Pair
    """The offices."""
    first: Holding | None
    """Who held the first, or that it was vacant; absent where that is not known."""
    second: Holding | None
    """As `first`, for the second office."""
    last: Event | None
    """The last held contact between the offices up to that day, whoever held them."""
    months: int | None
    """Whole months from the end of that contact to the day; absent without one."""


def held(events: Sequence[Event], until: date | None = None) -> tuple[Event, ...]:
    """Give the contacts among events that were held, begun by a day where one is given."""
    return tuple(event for event in events if event.is_held_contact and (until is None or event.date.anchor <= until))


def latest_contacts(record: Record, until: date) -> tuple[Event, ...]:
    """Give the held contact that began last by a day and, where that one was of leaders alone, the last other one."""
    contacts = held(record.events, until)
    last, below = contacts[-1:], [event for event in contacts if not _of_leaders(record, event)][-1:]
    return (*last, *(event for event in below if event not in last))


def _of_leaders(record: Record, event: Event) -> bool:
    return {record.channels[id_].level for id_ in event.channels} == {Level.LEADERS}


def rounds(record: Record, channel_id: str) -> tuple[Round, ...]:
    """Give the held contacts of a channel in the order of time, with the days between them."""
    events = held(record.by_channel.get(channel_id, ()))
    gaps = [gap.period for gap in record.gaps if gap.channel == channel_id]
    return tuple(
        _round(number, before, event, gaps)
        for number, (before, event) in enumerate(zip((None, *events), events, strict=False), start=1)
    )


def _round(number: int, before: Event | None, event: Event, gaps: Sequence[Edtf]) -> Round:
    if before is None:
        return Round(event, number, None, across_gap=False)
    first, last = before.date.end, event.date.anchor
    across = any((gap.earliest or first) < last and (gap.open_end or gap.end > first) for gap in gaps)
    return Round(event, number, max(0, (last - first).days), across)


def declined(record: Record, channel_id: str) -> tuple[Event, ...]:
    """Give the contacts of a channel that were refused or cancelled, in the order of time."""
    return tuple(event for event in record.by_channel.get(channel_id, ()) if event.outcome in _DECLINED)


def last_contact(record: Record, channel_id: str, until: date) -> Event | None:
    """Give the last contact held in a channel that had begun by a day."""
    return next(reversed(held(record.by_channel.get(channel_id, ()), until)), None)


def neighbours(record: Record, event: Event) -> tuple[Event | None, Event | None]:
    """Give the events before and after one: in its first channel, else among the events without a channel."""
    if event.channels:
        return neighbours_among(record.by_channel[event.channels[0]], event)
    return neighbours_among(record.events, event, lambda other: not other.channels)


def neighbours_among(
    events: Sequence[Event], event: Event, fits: Callable[[Event], bool] = lambda _: True
) -> tuple[Event | None, Event | None]:
    """Give the nearest events that fit before and after one, among events in the order of time that hold it."""
    place = bisect_left(events, _place(event), key=_place)
    before = (events[position] for position in range(place - 1, -1, -1))
    after = (events[position] for position in range(place + 1, len(events)))
    return (next(filter(fits, before), None), next(filter(fits, after), None))


def _place(event: Event) -> tuple[date, date, str]:
    return (event.date.anchor, event.date.end, event.id)


def of_person(record: Record, person_id: str) -> tuple[Event, ...]:
    """Give the events in which a person took part or was to, in the order of time."""
    return record.by_person.get(person_id, ())


def between(record: Record, pair: Pair) -> tuple[Event, ...]:
    """Give the held contacts in which both offices took part: named, or by somebody who held them that day."""
    return held(_of_both(record, pair.first.id, pair.second.id))


def not_held(record: Record, pair: Pair) -> tuple[Event, ...]:
    """Give the contacts in which both offices were to take part and that were not held, or lie ahead."""
    both = _of_both(record, pair.first.id, pair.second.id)
    return tuple(event for event in both if event.outcome and not event.is_held_contact)


def parts_for(record: Record, event: Event, office_id: str) -> tuple[Participant, ...]:
    """Give those who took part in an event for an office: named as such, or as its holders on that day."""
    parts = (part for listed in event.participants.values() for part in listed)
    return tuple(part for part in parts if part.office == office_id or _holds(record, part, event, office_id))


def pair_rows(record: Record, day: date) -> tuple[PairRow, ...]:
    """Give every pair of counterpart offices with its holders and last contact on a day, in the order of `pairs`."""
    return tuple(_pair_row(record, pair, day) for pair in pairs(record))


def _pair_row(record: Record, pair: Pair, day: date) -> PairRow:
    last = _last_held(record, pair, day)
    return PairRow(
        pair,
        holder_on(record, pair.first.id, day),
        holder_on(record, pair.second.id, day),
        last,
        whole_months(last.date.end, day) if last else None,
    )


@once
def _of_both(record: Record, *offices: str) -> tuple[Event, ...]:
    return tuple(event for event in _named_with(record, *offices) if _took_part(record, event, offices))


def _last_held(record: Record, pair: Pair, day: date) -> Event | None:
    """Give the last held contact between two offices that had begun by a day, and look at none before it."""
    offices = (pair.first.id, pair.second.id)
    found = held(_named_with(record, *offices), day)
    return next((event for event in reversed(found) if _took_part(record, event, offices)), None)


def _named_with(record: Record, first: str, second: str) -> list[Event]:
    """Give the events in which two offices may both have taken part, in the order of time."""
    known = {event.id for event in record.by_office.get(first, ())}
    return [event for event in record.by_office.get(second, ()) if event.id in known]


def _took_part(record: Record, event: Event, offices: Iterable[str]) -> bool:
    return all(parts_for(record, event, office) for office in offices)


def _holds(record: Record, part: Participant, event: Event, office_id: str) -> bool:
    return part.person is not None and held_on(record, part.person, office_id, event.date.anchor)
