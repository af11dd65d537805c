"""How well the record covers its subject: counts, accounts, sources, silences, freshness. For its keepers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.vocabulary import Family, Status
from generator.views.accounts import speaks_for
from generator.views.silences import quiet_channels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.source import Source


@dataclass(frozen=True, slots=True)
class Silence:
    """A time without a held contact in a channel that has rounds."""

    channel: str
    """The channel's id."""
    since: str
    """The id of the contact before it."""
    days: int
    """Its length, from the end of that contact."""
    lasts: bool
    """Whether it still went on on the last day checked."""


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
    """Events with accounts by how many parties' accounts they have: `both`, `one`; held contacts with `none`."""
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
    unnamed: int
    """People without a name in another script, of the parties some of whose people have one."""
    silences: tuple[Silence, ...]
    """The longest silence of each channel, the longest first."""
    gaps: int
    """Known gaps."""
    checked: date | None
    """The last day up to which the record was checked."""
    changed: date | None
    """The day of the newest entry or correction; absent in an empty record."""


def coverage(record: Record, until: date) -> Coverage:
    """Count what the record holds up to a day, by which lasting silences are measured."""
    events = record.events
    cited = [source for event in events for source in record.sources_of(event)]
    told = [(party, event, account) for event in events for party, account in event.accounts.items()]
    return Coverage(
        events=len(events),
        families=_counted((event.kind.family.value for event in events), Family),
        outcomes=_counted((event.outcome.value for event in events if event.outcome), Status),
        standings=dict(Counter(event.standing.value for event in events).most_common()),
        decades=dict(sorted(Counter(f"{event.date.anchor.year // 10}0s" for event in events).items())),
        accounts=_accounts(events),
        by_party=dict(sorted(Counter(party for party, _, _ in told).items())),
        told_by_others=dict(sorted(Counter(
            party for party, event, account in told if not _own(record, party, event, account.sources)).items())),
        citations=len(cited),
        speakers=dict(Counter(speaks_for(record, source) for source in cited).most_common()),
        copies=sum(source.copy_of is not None for source in cited),
        described=sum(source.described for source in cited),
        people=len(record.people),
        unnamed=_unnamed(record),
        silences=_silences(record, until),
        gaps=len(record.gaps),
        checked=record.checked,
        changed=max((event.changed for event in events), default=None),
    )  # fmt: skip


def _counted(words: Iterable[str], order: Iterable[str]) -> Mapping[str, int]:
    found = Counter(words)
    return {str(word): found[str(word)] for word in order if found[str(word)]}


def _accounts(events: Iterable[Event]) -> Mapping[str, int]:
    numbers = Counter(min(len(event.accounts), 2) for event in events if event.accounts or event.is_held_contact)
    return {"both": numbers[2], "one": numbers[1], "none": numbers[0]}


def _unnamed(record: Record) -> int:
    people = record.people.values()
    scripts = {person.party for person in people if person.native}
    return sum(person.native is None for person in people if person.party in scripts)


def _own(record: Record, party: str, event: Event, ids: tuple[str, ...]) -> bool:
    """Whether one of the cited sources speaks for the party itself."""
    cited: dict[str, Source] = {source.id: source for source in record.sources_of(event)}
    return any(speaks_for(record, cited[id_]) == party for id_ in ids if id_ in cited)


def _silences(record: Record, until: date) -> tuple[Silence, ...]:
    """Give the longest silence of each channel with rounds that had a contact, the longest first."""
    found = ((quiet.channel.id, quiet.longest) for quiet in quiet_channels(record, until))
    silences = (Silence(id_, lapse.after.id, lapse.days, lasts=lapse.ended_by is None) for id_, lapse in found)
    return tuple(sorted(silences, key=lambda one: (-one.days, one.channel)))
