"""E6: who held which office, and which offices face each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.checks.check import Check
from generator.record.date_words import day_words
from generator.record.faults import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.dates import Edtf
    from generator.record.entry import Entry
    from generator.record.faults import Fault
    from generator.record.loading import Reading
    from generator.record.reading import Path
    from generator.record.record import Record
    from generator.record.registry import Post

_EXAMPLE = (
    "# events/registry/offices.yml\n"
    "north-minister:\n  party: north\n  level: ministers\n  titles:\n    - title: Minister\n"
)

TWO_HOLDERS = Code(
    "E603",
    "office held by two at once",
    "An office has one holder at a time: bands, counterparts and vacancies are drawn from that.",
    "Correct the days. Where two really serve side by side, their posts are two offices; where one was acting, say so "
    "in `role`.",
    "# events/registry/people/bo-south.yml\n# while dana-south.yml has the office from 2023-12-29 to 2024-12-31\n"
    "posts:\n  - office: south-minister\n    from: 2023-03-12\n    until: 2024-03-01",
    "# events/registry/people/bo-south.yml\n"
    "posts:\n  - office: south-minister\n    from: 2023-03-12\n    until: 2023-10-24",
)
BACKWARDS = Code(
    "E604",
    "ends before it begins",
    "A time in an office, in a rank or under a title runs from the earlier to the later day.",
    "Swap the two dates, or correct one of them.",
    "# events/registry/people/bo-south.yml\n"
    "posts:\n  - office: south-minister\n    from: 2023-10-24\n    until: 2023-03-12",
    "# events/registry/people/bo-south.yml\n"
    "posts:\n  - office: south-minister\n    from: 2023-03-12\n    until: 2023-10-24",
)
OWN_SIDE = Code(
    "E609",
    "counterpart of the same party",
    "Counterparts face each other across the table.",
    "Name an office of another party.",
    f"{_EXAMPLE}  counterpart: joint-chiefs-chairman",
    f"{_EXAMPLE}  counterpart: south-minister",
)
NOT_MUTUAL = Code(
    "E610",
    "counterparts do not agree",
    "Two offices face each other, or they do not: a pair is drawn once.",
    "Name the pair on both sides alike, or on one side only.",
    f"{_EXAMPLE}  # south-deputy names north-deputy\n  counterpart: south-deputy",
    f"{_EXAMPLE}  counterpart: south-minister",
)

HANDOVER = timedelta(days=1)
"""By how much two holders may overlap: one leaves on the day on which the other takes over."""


@dataclass(frozen=True, slots=True, order=True)
class _Held:
    """A post by the days on which it is certain to have been held."""

    first: date
    last: date
    person: str
    number: int
    """Its position among the person's posts."""


def backwards(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find times in a post, a rank or under a title that end before they begin, by the days they can mean."""
    for entry, way, since, until in _times(reading.record):
        first, last = since and since.earliest, until and until.latest
        if first and last and last < first:
            yield reading.fault(BACKWARDS, entry, way, f"`{until}` is before `{since}`")


def two_holders(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find posts in an office that is certain to have had another holder then, each at the later of the two.

    A post with a `role` says how it was held beside the other: acting, designate.
    """
    by_office: defaultdict[str, list[_Held]] = defaultdict(list)
    for person in reading.record.people.values():
        for number, post in enumerate(person.posts):
            certain = None if post.role else _certain(post)
            if certain:
                by_office[post.office].append(_Held(*certain, person.id, number))
    for office, held in by_office.items():
        longest: _Held | None = None
        for later in sorted(held):
            if longest and min(longest.last, later.last) - later.first >= HANDOVER:
                yield _both(reading, office, longest, later)
            if longest is None or later.last > longest.last:
                longest = later


def counterparts(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find offices whose counterpart is of their own party, or has another counterpart itself."""
    offices = reading.record.offices
    for office in offices.values():
        other = offices.get(office.counterpart or "")
        if other is None:
            continue
        if other.party == office.party:
            message = f"`{other.id}` belongs to the same party, `{other.party}`"
            yield reading.fault(OWN_SIDE, office, ("counterpart",), message)
        elif other.counterpart not in (None, office.id):
            message = f"`{other.id}` names `{other.counterpart}` as its counterpart, not `{office.id}`"
            yield reading.fault(NOT_MUTUAL, office, ("counterpart",), message)


def _both(reading: Reading, office: str, earlier: _Held, later: _Held) -> Fault:
    person = reading.record.people[later.person]
    first, last = day_words(later.first), day_words(min(earlier.last, later.last))
    holder = "the same person" if earlier.person == later.person else f"`{earlier.person}`"
    message = f"`{office}` was held by {holder}, too, from {first} to {last}"
    return reading.fault(TWO_HOLDERS, person, ("posts", later.number, "office"), message)


def _certain(post: Post) -> tuple[date, date] | None:
    """Give the first and last day on which a person is certain to have held a post, where two such days are known."""
    seen = post.seen or ()
    since, until = post.since or (seen[0] if seen else None), post.until or (seen[-1] if seen else None)
    if since is None or until is None or since.is_doubtful or until.is_doubtful:
        return None
    first, last = since.latest, until.earliest
    return (first, last) if first and last and first <= last else None


def _times(record: Record) -> Iterator[tuple[Entry, Path, Edtf | None, Edtf | None]]:
    """Give every time from a day to a day in the registry, with the way to its end."""
    for office in record.offices.values():
        for number, title in enumerate(office.titles):
            yield office, ("titles", number, "until"), title.since, title.until
    for person in record.people.values():
        for number, rank in enumerate(person.ranks):
            yield person, ("ranks", number, "until"), rank.since, rank.until
        for number, post in enumerate(person.posts):
            yield person, ("posts", number, "until"), post.since, post.until
            if post.seen and len(post.seen) > 1:
                yield person, ("posts", number, "seen", 1), post.seen[0], post.seen[1]


CHECKS = (
    Check(two_holders, (TWO_HOLDERS,)),
    Check(backwards, (BACKWARDS,)),
    Check(counterparts, (OWN_SIDE, NOT_MUTUAL)),
)
