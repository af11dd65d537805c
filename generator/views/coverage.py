"""How well the record covers its subject: counts, accounts, sources, freshness. For its keepers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family, Status
from generator.views.accounts import speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.source import Source


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the record holds and what it lacks. Every mapping counts, the largest number first or in natural order."""

    events: int
    """Events in all."""
    families: Mapping[str, int]
    """Events by family of their kind."""
    outcomes: Mapping[str, int]
    """Contacts by what became of them."""
    standings: Mapping[str, int]
    """Events by how well they are established."""
    decades: Mapping[str, int]
    """Events by decade: `1990s`."""
    accounts: Mapping[str, int]
    """Events with accounts by whose they have, of the parties concerned: `all`, `some`; held contacts with `none`."""
    by_party: Mapping[str, int]
    """Accounts by party."""
    told_by_others: Mapping[str, int]
    """Accounts by party that no publisher of that party carries: known through others alone."""
    citations: int
    """Sources cited by events, each as often as it is cited."""
    speakers: Mapping[str, int]
    """Those citations by whom their publishers speak for."""
    copies: int
    """Citations whose link leads to somebody else's copy."""
    described: int
    """Citations whose title is a description."""
    people: int
    """People in the registry."""
    reviewed: int
    """Events that somebody has read against their sources since their last change, and has said so."""
    gaps: int
    """Known gaps."""
    checked: date | None
    """The last day up to which the record was checked."""
    changed: date | None
    """The day of the newest entry or correction; absent in an empty record."""


def coverage(record: Record) -> Coverage:
    """Count what the record holds."""
    events = record.events
    cited = [source for event in events for source in record.sources_of(event)]
    told = [(party, event, account) for event in events for party, account in event.accounts.items()]
    return Coverage(
        events=len(events),
        families=_counted((event.kind.family.value for event in events), Family),
        outcomes=_counted((event.outcome.value for event in events if event.outcome), Status),
        standings=dict(Counter(event.standing.value for event in events).most_common()),
        decades=dict(sorted(Counter(f"{event.date.anchor.year // 10}0s" for event in events).items())),
        accounts=_accounts(record),
        by_party=dict(sorted(Counter(party for party, _, _ in told).items())),
        told_by_others=dict(sorted(Counter(
            party for party, event, account in told if not _own(record, party, event, account.sources)).items())),
        citations=len(cited),
        speakers=dict(Counter(speaks_for(record, source) for source in cited).most_common()),
        copies=sum(source.copy_of is not None for source in cited),
        described=sum(source.described for source in cited),
        people=len(record.people),
        reviewed=sum(event.read > event.changed for event in events),
        gaps=len(record.gaps),
        checked=record.checked,
        changed=max((event.changed for event in events), default=None),
    )  # fmt: skip


def _counted(words: Iterable[str], order: Iterable[str]) -> Mapping[str, int]:
    found = Counter(words)
    return {str(word): found[str(word)] for word in order if found[str(word)]}


def _accounts(record: Record) -> Mapping[str, int]:
    asked = [event for event in record.events if event.accounts or event.is_held_contact]
    every = sum(set(event.accounts) >= set(record.concerned(event)) for event in asked)
    none = sum(not event.accounts for event in asked)
    return {"all": every, "some": len(asked) - every - none, "none": none}


def _own(record: Record, party: str, event: Event, ids: tuple[str, ...]) -> bool:
    """Whether one of the cited sources speaks for the party itself."""
    cited: dict[str, Source] = {source.id: source for source in record.sources_of(event)}
    return any(speaks_for(record, cited[id_]) == party for id_ in ids if id_ in cited)
