"""E2: fields that together would say what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.check import Check
from generator.checks.dates import is_announced
from generator.checks.evidence import cited_in
from generator.record.codes import EXCLUDING
from generator.record.models import Event
from generator.record.source import SharedSource
from generator.record.vocabulary import Family, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.record.around import Around
    from generator.record.entry import Entry
    from generator.record.faults import Fault
    from generator.record.reading import Path

DECLINED = (Status.REFUSED, Status.CANCELLED)


class _Flaw(NamedTuple):
    """Where two fields exclude each other, and why."""

    way: Path
    message: str
    hint: str


def excluding(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find fields of an event that exclude each other."""
    for flaw in (*_status(event), *_disclosure(event), *_figures(event), *_participants(event)):
        yield around.fault(EXCLUDING, event, flaw.way, flaw.message, flaw.hint)


def own_copy(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find sources that are said to be a copy of what their own publisher published."""
    for way, source in cited_in(entry):
        if source.copy_of == source.publisher:
            message = f"`{source.publisher}` cannot be a copy of its own"
            hint = "`copy_of` is whose piece it is, `publisher` whose host it stands on."
            yield around.fault(EXCLUDING, entry, (*way, "copy_of"), message, hint)


def _status(event: Event) -> Iterator[_Flaw]:
    if event.status and event.kind.family is not Family.CONTACT:
        *contacts, last = (kind for kind in Kind if kind.family is Family.CONTACT)
        yield _Flaw(
            ("status",),
            f"only a contact has a status, and `{event.kind}` is none",
            f"Remove `status`, or choose a kind that is a contact: {', '.join(contacts)} or {last}.",
        )
    elif event.declined_by and event.status not in DECLINED:
        yield _Flaw(
            ("declined_by",),
            "`declined_by` says who refused or cancelled, and the status says neither",
            "Write `status: refused` or `status: cancelled`, or remove `declined_by`.",
        )


def _disclosure(event: Event) -> Iterator[_Flaw]:
    expected = event.outcome not in (None, Status.HELD) or is_announced(event.kind)
    first, last = event.date.earliest, event.disclosed and event.disclosed.latest
    if first and last and last < first and not expected:
        yield _Flaw(
            ("disclosed",), f"disclosed {event.disclosed}, before the event began", "Correct one of the two dates."
        )


def _figures(event: Event) -> Iterator[_Flaw]:
    for number, figure in enumerate(event.figures):
        if figure.low is not None and figure.high is not None and figure.low > figure.high:
            yield _Flaw(
                ("figures", number, "low"),
                f"the least, {figure.low}, is more than the most, {figure.high}",
                "Swap the two.",
            )


def _participants(event: Event) -> Iterator[_Flaw]:
    for party, side in event.participants.items():
        for number, part in enumerate(side):
            way = ("participants", party, number)
            if part.person and part.office:
                yield _Flaw(
                    (*way, "office"),
                    "a participant is a person, or an office whose holder is not named",
                    "Remove `office`: the person's file in the registry says which office it was. Else write `role`.",
                )
            elif not part.person and not part.office:
                yield _Flaw(
                    way,
                    "nobody is named here",
                    "Write `person:` with an id, or `office:` where the holder is not named.",
                )


CHECKS = (Check(excluding, (EXCLUDING,), (Event,)), Check(own_copy, (EXCLUDING,), (SharedSource, Event)))
