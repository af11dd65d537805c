"""Who held an office, under which title, in which rank; when it was vacant; which offices are counterparts.

A post without an end lasts until the day before the next one of that office begins, or to the horizon. A gap is
a vacancy only between two posts whose end and beginning are known, and only from the day since which the
registry calls the holders complete; every other gap is "not known" and left empty. On the day of a change
both hold the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.views.levels import level_rank
from generator.views.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.record.dates import Edtf
    from generator.record.record import Record
    from generator.record.registry import Office, OfficeTitle, Person, Post

_DAY = timedelta(days=1)


class HoldingKind(StrEnum):
    """How well a time in office is known."""

    HELD = "held"
    """The beginning or the end of the post is on record."""
    SEEN = "seen"
    """The holder was only seen in post at its first and last day."""
    VACANT = "vacant"
    """Nobody held the office."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A time in which somebody, or nobody, held an office."""

    office: str
    """The office's id."""
    person: Person | None
    """The holder; absent where the office was vacant."""
    start: date | None
    """The first day, the earliest possible one; absent where it is not known."""
    end: date | None
    """The last day, the latest possible one, included; absent where it lasts to the horizon."""
    sure_start: bool
    """Whether the first day is certain to the day."""
    sure_end: bool
    """Whether the last day is certain to the day, or the holder surely in office at the horizon."""
    kind: HoldingKind
    """Held, seen, or vacant."""
    role: str | None
    """How the person held it, where that needs saying: acting."""
    last_seen: bool = False
    """Whether the last day is only that on which the holder was last seen in post: its end is not known."""

    def includes(self, day: date) -> bool:
        """Whether the day is known to lie in it, first and last day included; without a first, only the last."""
        first = self.start or self.end
        return first is not None and first <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class PostOn:
    """An office that a person held on a day."""

    office: Office
    """The office."""
    title: OfficeTitle
    """Its title on that day."""
    role: str | None
    """How the person held it, where that needs saying."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counterpart offices of two parties."""

    first: Office
    """The office of the party whose id comes first."""
    second: Office
    """The other one."""


@once
def holdings(record: Record, office_id: str, until: date) -> tuple[Holding, ...]:
    """Give who held an office up to a day, in the order of first days, vacancies between.

    A first day that is not known counts as the last one in this order. Empty for an unknown office.
    """
    office = record.offices.get(office_id)
    if office is None:
        return ()
    posts = _posts(record, office_id)
    begun = [(person, post) for person, post in posts if (_first(post) or until) <= until]
    found = [_holding(office, person, post, _next_first(posts, post), until) for person, post in begun]
    return tuple(_with_vacancies(office, found, [post for _, post in begun]))


def holder_on(record: Record, office_id: str, day: date) -> Holding | None:
    """Give who held an office on a day, the newer one on a day of change; nothing where that is not known.

    A day after the last one checked is answered as that one is.
    """
    found = [holding for holding in holdings(record, office_id, record.checked or day) if holding.includes(day)]
    return found[-1] if found else None


def title_on(office: Office, day: date) -> OfficeTitle:
    """Give the title of an office on a day: the newer one while both are possible, the nearest where none fits."""
    fitting = [title for title in office.titles if _covers(title.since, title.until, day)]
    begun = [title for title in office.titles if title.since is None or title.since.anchor <= day]
    return (fitting or begun or office.titles[:1])[-1]


def rank_on(person: Person, day: date) -> str | None:
    """Give a person's rank on a day, the newer one while both are possible; nothing where it is not known."""
    fitting = [rank.rank for rank in person.ranks if _covers(rank.since, rank.until, day)]
    return fitting[-1] if fitting else None


def held_on(record: Record, person_id: str, office_id: str, day: date) -> bool:
    """Tell whether an office is among those that a person held on a day, as `posts_on` gives them."""
    person = record.people.get(person_id)
    if person is None or office_id not in record.offices:
        return False
    return any(post.office == office_id and _held_on(record, post, day) for post in person.posts)


def posts_on(record: Record, person_id: str, day: date) -> tuple[PostOn, ...]:
    """Give the offices that a person held on a day, the highest level first.

    A post whose first day is not known counts for every day up to its last: who took part is asked here, not who
    held the office.
    """
    person = record.people.get(person_id)
    if person is None:
        return ()
    held = [
        PostOn(office, title_on(office, day), post.role)
        for post in person.posts
        if (office := record.offices.get(post.office)) and _held_on(record, post, day)
    ]
    return tuple(sorted(held, key=lambda post: (level_rank(post.office.level), post.office.id)))


@once
def pairs(record: Record) -> tuple[Pair, ...]:
    """Give each pair of counterpart offices once, whichever of the two names the other, by level, then by id."""
    found = {}
    for office in record.offices.values():
        other = record.offices.get(office.counterpart or "")
        if other and other.party != office.party:
            first, second = sorted((office, other), key=lambda one: one.party)
            found[first.id, second.id] = Pair(first, second)
    return tuple(sorted(found.values(), key=_pair_order))


def _pair_order(pair: Pair) -> tuple[int, str, str]:
    higher = min(level_rank(pair.first.level), level_rank(pair.second.level))
    return (higher, pair.first.id, pair.second.id)


def _covers(since: Edtf | None, until: Edtf | None, day: date) -> bool:
    return (since is None or since.anchor <= day) and (until is None or day <= until.end)


def _first(post: Post) -> date | None:
    """Give the first day of a post, the earliest possible one where that is known."""
    known = post.since or (post.seen[0] if post.seen else None)
    return known.anchor if known else None


def _last(post: Post) -> date | None:
    """Give the last day of a post, the latest possible one where that is known."""
    known = post.until or (post.seen[-1] if post.seen else None)
    return known.end if known else None


@once
def _posts(record: Record, office_id: str) -> tuple[tuple[Person, Post], ...]:
    """Give the posts of an office that say at least one day, by first days."""
    found = [
        (person, post)
        for person in record.people.values()
        for post in person.posts
        if post.office == office_id and (_first(post) or _last(post))
    ]
    return tuple(sorted(found, key=lambda posted: _order(posted[1])))


def _order(post: Post) -> tuple[date, date]:
    return (_first(post) or _last(post) or date.min, _last(post) or date.max)


def _held_on(record: Record, post: Post, day: date) -> bool:
    """Tell whether a day lies in a post; one without an end gives way to the next."""
    first, last = _first(post), _last(post)
    if (first and day < first) or (last and last < day) or not (first or last):
        return False
    following = None if last else _next_first(_posts(record, post.office), post)
    return following is None or day < following


def _next_first(posts: Sequence[tuple[Person, Post]], before: Post) -> date | None:
    """Give the first day of the next post of an office that begins later than one."""
    own = _first(before) or _last(before)
    return next((first for _, post in posts if (first := _first(post)) and own and own < first), None)


def _holding(office: Office, person: Person, post: Post, following: date | None, until: date) -> Holding:
    known = _last(post)
    end = known or (following - _DAY if following else None)
    lasts = end is None or end > until
    certain_end = post.until is not None and post.until.is_day
    in_office = lasts and (known is not None or office.complete_since is not None)
    return Holding(
        office=office.id,
        person=person,
        start=_first(post),
        end=None if lasts else end,
        sure_start=post.since is not None and post.since.is_day,
        sure_end=certain_end or in_office,
        kind=HoldingKind.HELD if post.since or post.until else HoldingKind.SEEN,
        role=post.role,
        last_seen=not lasts and known is not None and post.until is None,
    )


def _with_vacancies(office: Office, found: Sequence[Holding], posts: Sequence[Post]) -> Iterator[Holding]:
    latest: Holding | None = None
    latest_post: Post | None = None
    for holding, post in zip(found, posts, strict=True):
        if latest and latest_post and latest_post.until and post.since:
            yield from _vacancy(office, latest, holding)
        yield holding
        if latest is None or holding.end is None or (latest.end and holding.end > latest.end):
            latest, latest_post = holding, post


def _vacancy(office: Office, before: Holding, after: Holding) -> Iterator[Holding]:
    if not (office.complete_since and before.end and after.start):
        return
    first, last = max(before.end + _DAY, office.complete_since.end), after.start - _DAY
    if first <= last:
        yield Holding(
            office.id,
            None,
            first,
            last,
            before.sure_end and first == before.end + _DAY,
            after.sure_start,
            HoldingKind.VACANT,
            None,
        )
