"""Chains: what led to an event, what followed, and the breaks across channels.

A break is an event that suspended channels which were not suspended before. It is a great one where they are three or
more, or the programme of exchanges as a whole. One of the programme ends with the event that opened it again; any
other with the event that first leaves more than half of its channels agreed or open, where a channel suspended anew in
between counts as stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import DerivedState, Relation, State
from generator.views.months import whole_months
from generator.views.once import once
from generator.views.spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record

_AT_ONCE = 3
_AGAIN = frozenset({State.OPEN, State.AGREED, DerivedState.DORMANT})


@dataclass(frozen=True, slots=True)
class Tie:
    """Another event to which one is tied."""

    event: Event
    """The other event."""
    relation: Relation
    """How the later of the two relates to the earlier."""
    words: str
    """The same in words, said of the event that was asked about: `responds to`, `answered by`."""


@dataclass(frozen=True, slots=True)
class Break:
    """A time in which channels were suspended by one event."""

    start: Event
    """The event that suspended them."""
    end: Event | None
    """The event that resumed most of them; absent while the break lasts."""
    cause: Event | None
    """What the suspension answered, where the record says so."""
    name: str
    """Year and cause, or year and suspension: `2022 A visit to the islands`."""
    party: str | None
    """The party that broke off; absent where the record does not name one."""
    months: int
    """Whole months from the first day to the end, or to the day up to which was asked."""
    channels: tuple[str, ...]
    """The channels that were suspended, in the order of the event."""
    great: bool
    """Whether they were three or more, or the exchanges as a whole."""


def led_here(record: Record, event: Event) -> tuple[Tie, ...]:
    """Give the events that an event names as what it answers, carries out, follows or is part of, by time."""
    return _led_here(record, event.id)


def followed(record: Record, event: Event) -> tuple[Tie, ...]:
    """Give the events that name an event in this way, by time."""
    return _followed(record, event.id)


@once
def _led_here(record: Record, event_id: str) -> tuple[Tie, ...]:
    ties = (
        Tie(record.by_id[link.event], link.relation, link.relation.value.replace("-", " "))
        for link in record.by_id[event_id].related
        if link.event in record.by_id
    )
    return tuple(sorted(ties, key=_in_time))


@once
def _followed(record: Record, event_id: str) -> tuple[Tie, ...]:
    ties = (Tie(other, relation, relation.inverse) for other, relation in record.consequences.get(event_id, ()))
    return tuple(sorted(ties, key=_in_time))


def breaks(record: Record, until: date) -> tuple[Break, ...]:
    """Give the great breaks up to a day, in the order of time."""
    return tuple(gap for gap in every_break(record, until) if gap.great)


def every_break(record: Record, until: date) -> tuple[Break, ...]:
    """Give the breaks up to a day, those of single channels among them, in the order of time."""
    every = {channel_id: spans(record, channel_id, until) for channel_id in record.channels}
    found = []
    for event in record.events:
        stopped = [id_ for id_ in _touched(event) if _stops(every.get(id_, ()), event)]
        if stopped:
            found.append(_break(record, event, {id_: every[id_] for id_ in stopped}, until))
    return tuple(found)


def _in_time(tie: Tie) -> tuple[date, date, str]:
    return (tie.event.date.anchor, tie.event.date.end, tie.event.id)


def _touched(event: Event) -> Iterable[str]:
    return dict.fromkeys(effect.channel for effect in event.effects)


def _stops(found: Sequence[Span], event: Event) -> bool:
    """Tell whether an event suspended a channel that was not suspended already."""
    return any(
        span.state is State.SUSPENDED and span.cause is event and not (before and before.state is State.SUSPENDED)
        for before, span in zip((None, *found), found, strict=False)
    )


def _break(record: Record, event: Event, stopped: Mapping[str, tuple[Span, ...]], until: date) -> Break:
    whole = _programme(record, stopped)
    end = _reopened(event, stopped[whole]) if whole else _resumed(event, stopped)
    cause = next((tie.event for tie in led_here(record, event) if tie.relation is Relation.RESPONDS_TO), None)
    named = cause or event
    return Break(
        start=event,
        end=end,
        cause=cause,
        name=f"{event.date.anchor.year} {named.short or named.title}",
        party=_who(event),
        months=whole_months(event.date.anchor, end.date.anchor if end else until),
        channels=tuple(stopped),
        great=len(stopped) >= _AT_ONCE or whole is not None,
    )


def _programme(record: Record, stopped: Iterable[str]) -> str | None:
    """Give the channel among them that stands for the exchanges as a whole."""
    return next((id_ for id_ in stopped if record.channels[id_].programme), None)


def _reopened(event: Event, found: Sequence[Span]) -> Event | None:
    """Give the event that opened a channel again after another one had suspended it."""
    later = (span for span in found if span.start > event.date.anchor and span.state is State.OPEN)
    return next((span.cause for span in later if span.cause), None)


def _resumed(event: Event, stopped: Mapping[str, tuple[Span, ...]]) -> Event | None:
    """Give the event that first leaves more than half of the stopped channels agreed or open."""
    later = [span for found in stopped.values() for span in found if span.start > event.date.anchor]
    again: set[str] = set()
    for span in sorted(later, key=lambda span: span.start):
        (again.add if span.state in _AGAIN else again.discard)(span.channel)
        if 2 * len(again) > len(stopped) and span.cause:
            return span.cause
    return None


def _who(event: Event) -> str | None:
    """Give the party that broke off: the one written, else the only one that took part."""
    return event.declined_by or (next(iter(event.participants)) if len(event.participants) == 1 else None)
