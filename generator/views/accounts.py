"""Accounts: what each government said of an event, what only the press reported, and the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family, Status
from generator.record.vocabulary import Side as Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.record.models import Account, Event, Report
    from generator.record.record import Record
    from generator.record.registry import Party, Publisher
    from generator.record.source import Source


@dataclass(frozen=True, slots=True)
class Side:
    """One government's side of an event."""

    party: Party
    """The party."""
    account: Account | None
    """What it says happened; absent where it published nothing."""
    sources: tuple[Source, ...]
    """The sources of the account, in its order."""
    quoted_by_press: bool
    """Whether the account is known through press or research alone: no source of it is a government's own."""
    told_by_other: bool
    """Whether the account is known through another party's publishers and none of its own."""


@dataclass(frozen=True, slots=True)
class PressReport:
    """What no government said but the press reported."""

    report: Report
    """The text and the ids of its sources."""
    sources: tuple[Source, ...]
    """Where it was reported. Each says in `attribution` who speaks."""


def sides(record: Record, event: Event) -> tuple[Side, ...]:
    """Give one side for each party that an event concerns, by id, where accounts can be asked for.

    They can where the event is a contact or has any account. A contact that still lies ahead has none to miss.
    """
    asked = event.kind.family is Family.CONTACT and event.outcome is not Status.PLANNED
    if not asked and not event.accounts:
        return ()
    known = {source.id: source for source in record.sources_of(event)}
    return tuple(_side(record, event, record.parties[id_], known) for id_ in record.concerned(event))


def press_reports(record: Record, event: Event) -> tuple[PressReport, ...]:
    """Give what only the press reported, in the event's order."""
    known = {source.id: source for source in record.sources_of(event)}
    return tuple(PressReport(report, _cited(known, report.sources)) for report in event.reported)


def numbered_sources(record: Record, event: Event) -> tuple[tuple[int, Source, Publisher | None], ...]:
    """Give the sources of an event with their numbers from 1: by whom they speak for, then in its order.

    Parties come first, by id, then the press, then research. The publisher is absent where it is unknown.
    """
    ranks = {id_: rank for rank, id_ in enumerate((*sorted(record.parties), *Speaker))}
    ordered = sorted(record.sources_of(event), key=lambda source: ranks.get(speaks_for(record, source), len(ranks)))
    return tuple(
        (number, source, record.publishers.get(source.publisher)) for number, source in enumerate(ordered, start=1)
    )


def speaks_for(record: Record, source: Source) -> str:
    """Give for whom a source speaks: a party's id, `press`, `research`, or nothing where its publisher is unknown.

    A copy speaks for the publisher of its original.
    """
    publisher = record.publishers.get(source.copy_of or source.publisher)
    return publisher.side if publisher else ""


def _side(record: Record, event: Event, party: Party, known: Mapping[str, Source]) -> Side:
    account = event.accounts.get(party.id)
    sources = _cited(known, account.sources) if account else ()
    speakers = {speaks_for(record, source) for source in sources}
    own = party.id in speakers
    others = not own and not speakers.isdisjoint(record.parties)
    return Side(party, account, sources, bool(speakers) and not own and not others, others)


def _cited(known: Mapping[str, Source], ids: Iterable[str]) -> tuple[Source, ...]:
    return tuple(known[id_] for id_ in ids if id_ in known)
