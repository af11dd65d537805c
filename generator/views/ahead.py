"""What lies ahead: contacts that were planned or proposed and are not over, and those called off meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.vocabulary import Status

if TYPE_CHECKING:
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record

_AWAITED = frozenset({Status.PLANNED, Status.PROPOSED})
_CALLED_OFF = frozenset({Status.POSTPONED, Status.REFUSED, Status.CANCELLED})


def lies_ahead(event: Event) -> bool:
    """Whether an event is a contact that was planned or proposed and of which no more is known."""
    return event.outcome in _AWAITED


def ahead(record: Record, day: date) -> tuple[Event, ...]:
    """Give the contacts that were planned or proposed and whose time was not over on a day, in the order of time."""
    return tuple(event for event in record.events if lies_ahead(event) and not _over(event, day))


def engagements(record: Record, day: date) -> tuple[Event, ...]:
    """Give the contacts of which a calendar of engagements tells on a day, in the order of time.

    They are those that lie ahead, and those called off whose time was not over: who has noted one has to learn of it.
    """
    known = _AWAITED | _CALLED_OFF
    return tuple(event for event in record.events if event.outcome in known and not _over(event, day))


def _over(event: Event, day: date) -> bool:
    return event.date.latest is not None and event.date.latest < day
