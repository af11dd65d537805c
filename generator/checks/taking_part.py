"""E6: who took part in an event, and what the registry knows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.check import Check
from generator.checks.dates import is_plausible
from generator.record.faults import Code, Severity
from generator.record.models import Event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.around import Around
    from generator.record.faults import Fault
    from generator.record.models import Participant
    from generator.record.reading import Path

NO_OFFICE = Code(
    "E601",
    "in no office on that day",
    "Beside each name the site shows the office that the person held on the day.",
    "Add the post to the person's file in the registry, or write `person:` and `role:` here.",
    "# ann-north became minister on 2021-01-22\ndate: 2020-09-01\nparticipants:\n  north: [ann-north]",
    "date: 2020-09-01\nparticipants:\n  north:\n    - person: ann-north\n      role: general, retired",
    Severity.WARNING,
)
OTHER_PARTY = Code(
    "E602",
    "person or office of another party",
    "Who sat on which side of the table is what the record is about.",
    "Move the entry to the list of its own party, or correct the id.",
    "participants:\n  north: [dana-south]",
    "participants:\n  north: [ann-north]",
)


def no_office(event: Event, around: Around, today: date) -> Iterator[Fault]:
    """Find people who took part in a contact while the registry knows of no office of theirs, and no role is given."""
    people, broken = around.registry.people, around.broken
    for way, _, part in _parts(event):
        person = people.get(part.person or "")
        if person is None or part.role or person.origin.path in broken:
            continue
        held = any(event.date.may_overlap(post.first, post.last) for post in person.posts)
        if not held and is_plausible(event.date, today):
            message = f"`{person.id}` held no office known to the registry; the event is dated {event.date.words()}"
            yield around.fault(NO_OFFICE, event, (*way, "person"), message)


def other_party(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find people and offices in the list of another party."""
    registry = around.registry
    for way, party, part in _parts(event):
        named = (
            ("person", registry.people.get(part.person or "")),
            ("office", registry.offices.get(part.office or "")),
        )
        for field, known in named:
            if known and known.party != party and party in registry.parties:
                message = f"`{known.id}` belongs to the party `{known.party}`, and stands in the list of `{party}`"
                yield around.fault(OTHER_PARTY, event, (*way, field), message)


def _parts(event: Event) -> Iterator[tuple[Path, str, Participant]]:
    """Give everybody who took part: the way to the entry, the party of the list, the entry."""
    for party, side in event.participants.items():
        for number, part in enumerate(side):
            yield ("participants", party, number), party, part


CHECKS = (Check(no_office, (NO_OFFICE,), (Event,)), Check(other_party, (OTHER_PARTY,), (Event,)))
