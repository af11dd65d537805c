"""E6: who held which office, and which offices face each other."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.checks.check import Check, Comparison
from generator.record.date_words import day_words
from generator.record.faults import Code
from generator.record.registry import Office, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.around import Around, Reading
    from generator.record.dates import Edtf
    from generator.record.faults import Fault
    from generator.record.outline import Outline
    from generator.record.reading import Path

    _Post = tuple[date, date, str, int, Outline]
    """First and last day, person, position among the person's posts, and the outline of the person."""

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


def backwards(entry: Office | Person, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find times in a post, a rank or under a title that end before they begin, by the days they can mean."""
    for way, since, until in _times(entry):
        first, last = since and since.earliest, until and until.latest
        if first and last and last < first:
            yield around.fault(BACKWARDS, entry, way, f"`{until}` is before `{since}`")


def two_holders(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find posts in an office that is certain to have had another holder then, each at the later of the two.

    A post with a `role` says how it was held beside the other: acting, designate.
    """
    by_office: defaultdict[str, list[_Post]] = defaultdict(list)
    for person in reading.registered:
        for held in person.held:
            by_office[held.office].append((held.first, held.last, person.id, held.number, person))
    for office, posts in by_office.items():
        longest: _Post | None = None
        for later in sorted(posts, key=lambda post: post[:4]):
            if longest and min(longest[1], later[1]) - later[0] >= HANDOVER:
                yield _both(reading, office, longest, later)
            if longest is None or later[1] > longest[1]:
                longest = later


def counterparts(office: Office, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find offices whose counterpart is of their own party, or has another counterpart itself."""
    other = around.registry.offices.get(office.counterpart or "")
    if other is None:
        return
    if other.party == office.party:
        message = f"`{other.id}` belongs to the same party, `{other.party}`"
        yield around.fault(OWN_SIDE, office, ("counterpart",), message)
    elif other.counterpart not in (None, office.id):
        message = f"`{other.id}` names `{other.counterpart}` as its counterpart, not `{office.id}`"
        yield around.fault(NOT_MUTUAL, office, ("counterpart",), message)


def _both(reading: Reading, office: str, earlier: _Post, later: _Post) -> Fault:
    first, last = day_words(later[0]), day_words(min(earlier[1], later[1]))
    holder = "the same person" if earlier[2] == later[2] else f"`{earlier[2]}`"
    message = f"`{office}` was held by {holder}, too, from {first} to {last}"
    return reading.fault(TWO_HOLDERS, later[4], ("posts", later[3], "office"), message)


def _times(entry: Office | Person) -> Iterator[tuple[Path, Edtf | None, Edtf | None]]:
    """Give every time from a day to a day in an entry, with the way to its end."""
    if isinstance(entry, Office):
        for number, title in enumerate(entry.titles):
            yield ("titles", number, "until"), title.since, title.until
        return
    for number, rank in enumerate(entry.ranks):
        yield ("ranks", number, "until"), rank.since, rank.until
    for number, post in enumerate(entry.posts):
        yield ("posts", number, "until"), post.since, post.until
        if post.seen and len(post.seen) > 1:
            yield ("posts", number, "seen", 1), post.seen[0], post.seen[1]


CHECKS = (
    Comparison(two_holders, (TWO_HOLDERS,)),
    Check(backwards, (BACKWARDS,), (Office, Person)),
    Check(counterparts, (OWN_SIDE, NOT_MUTUAL), (Office,)),
)
