"""Which recorded events a new one may repeat: wider than the warnings W8, for the eye of whoever adds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.checks.copies import document_of
from generator.checks.duplicates import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.models import Event
    from generator.record.record import Record

_MONTH = timedelta(days=31)
_ALIKE = 80.0
"""How like, of 100, two titles are of which a reader would ask whether they are one event."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A recorded event that another one may repeat."""

    event: Event
    """The recorded one."""
    why: str
    """What the two share, in a few words."""


def likenesses(record: Record, event: Event) -> tuple[Likeness, ...]:
    """Find events of a record that an event may repeat, itself left out, those nearest in time first.

    They are a round of the same channel within a week, have nearly the same title within a month, or cite the same
    document within a month. Events that are related to each other say that they are two.
    """
    found = [
        Likeness(other, why)
        for other in record.events
        if other.id != event.id and not _are_related(event, other)
        for why in [next(_shared(record, event, other), "")]
        if why
    ]
    return tuple(sorted(found, key=lambda one: (_apart(event, one.event), one.event.id)))


def _shared(record: Record, event: Event, other: Event) -> Iterator[str]:
    apart = _apart(event, other)
    for channel in event.channels if apart <= WEEK else ():
        if channel in other.channels:
            yield f"also in the channel `{channel}`, {other.date.words()}"
    if apart <= _MONTH:
        if fuzz.token_set_ratio(event.title.lower(), other.title.lower()) >= _ALIKE:
            yield f"nearly the same title, {other.date.words()}"
        if _documents(record, event) & _documents(record, other) and event.kind is other.kind:
            yield f"the same kind of event from the same document, {other.date.words()}"


def _apart(event: Event, other: Event) -> timedelta:
    """Give the time between two events: none where their possible days overlap."""
    gaps = (other.date.anchor - event.date.end, event.date.anchor - other.date.end, timedelta())
    return max(gaps)


def _documents(record: Record, event: Event) -> frozenset[str]:
    return frozenset(document_of(source.url) for source in record.sources_of(event))


def _are_related(event: Event, other: Event) -> bool:
    pairs = ((event, other), (other, event))
    return any(link.event == second.id for first, second in pairs for link in first.related)
