"""The people of the record: an index by party, and a page for each with posts and events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.pages.addresses import PEOPLE, address
from generator.pages.citations import in_words, of_entry
from generator.pages.citing import references
from generator.pages.forms import entry_forms
from generator.pages.phrases import counted, shortened
from generator.pages.schema_org import person_nodes
from generator.pages.times import month_words
from generator.record.date_words import day_words
from generator.views import contacts, holders
from generator.views.meetings import encounters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.slips import Made
    from generator.record.dates import Edtf
    from generator.record.registry import Office, Party, Person, Post


@dataclass(frozen=True, slots=True)
class PostLine:
    """A time in an office."""

    office: Office | None
    """Absent where the registry does not know it."""
    title: str
    """The last title that the office bore in that time."""
    role: str
    since: str
    until: str
    """The last day in words, `still in post` on the last day checked, or `not known`."""


def pages(press: Press) -> Iterator[Made]:
    """Give the index of people, then each person."""
    people = sorted(press.record.people.values(), key=lambda person: (person.family_name.lower(), person.id))
    yield press.page(
        "people", PEOPLE, "People", f"{counted(len(people), 'person', 'people')} of the record, by side.",
        page_class="p-people", index=True, lazily=lambda: {"groups": _groups(press, people)},
    )  # fmt: skip
    for person in people:
        yield partial(_page, press, person)


def _groups(press: Press, people: Sequence[Person]) -> list[tuple[Party, list[tuple[Person, str]]]]:
    """Give the people of each party, each with what that person is."""
    known = [(person, _today(press, person)) for person in people]
    return [(party, [pair for pair in known if pair[0].party == party.id]) for party in press.parties]


def _page(press: Press, person: Person) -> Page:
    known = sorted(person.posts, key=_order)
    posts = [_line(press, person, post) for post in known]
    events = contacts.of_person(press.record, person.id)
    sources = (*person.sources, *chain.from_iterable(post.sources for post in person.posts))
    party = press.record.parties.get(person.party)
    rank = holders.rank_on(person, press.horizon) or ""
    held = ", ".join(dict.fromkeys(line.title for line in posts))
    return press.page(
        "person", address("person", person.id), person.name,
        shortened(f"{person.name}: {held}. {counted(len(events), 'event')} of the record." if held else person.name),
        page_class="p-person", edit_path=person.origin.path, person=person, party=party, posts=posts, events=events,
        lazily=lambda: {
            "met": encounters(press.record, person.id, press.horizon), "references": references(press, sources),
            "cited": in_words(of_entry(press.record, press.settings, "person", person.id, person.name)),
        },
        rank=rank,
        forms=entry_forms(press.settings, "person", person.id, events=bool(events)),
        ranks=[(one.rank, _words(one.since), _words(one.until)) for one in person.ranks],
        nodes=lambda: person_nodes(press, person, zip((line.title for line in posts), known, strict=True), rank),
        of=events,
    )  # fmt: skip


def _today(press: Press, person: Person) -> str:
    """Say what a person is on the last day checked, else what the person was last."""
    posts = holders.posts_on(press.record, person.id, press.horizon)
    if posts:
        return "; ".join(post.title.title for post in posts)
    last = max(person.posts, key=_order, default=None)
    office = press.record.offices.get(last.office) if last else None
    if last is None or office is None:
        return _role(press, person)
    title = holders.title_on(office, last.last or press.horizon).title
    if last.until is None and last.seen:
        return f"{title}, last seen in post {last.seen[-1].words()}"
    return f"earlier {title}"


def _role(press: Press, person: Person) -> str:
    """Give the role in which a person without a recorded post last took part."""
    for event in reversed(contacts.of_person(press.record, person.id)):
        for part in chain.from_iterable(event.participants.values()):
            if part.person == person.id and part.role:
                return f"{part.role} in {month_words(event.date)}"
    return ""


def _order(post: Post) -> tuple[str, str]:
    day = post.first or post.last
    return (day.isoformat() if day else "", post.office)


def _line(press: Press, person: Person, post: Post) -> PostLine:
    office = press.record.offices.get(post.office)
    day = min(post.last or press.horizon, press.horizon)
    title = holders.title_on(office, day).title if office else post.office
    role = post.role or ""
    if post.seen and not (post.since or post.until):
        return PostLine(office, title, role, f"seen in post {post.seen[0].words()}", _seen_last(post.seen))
    until = _words(post.until) or _lasting(press, person, post)
    return PostLine(office, title, role, _words(post.since) or "not known", until)


def _seen_last(seen: tuple[Edtf, ...]) -> str:
    return f"seen in post {seen[-1].words()}" if seen[-1] != seen[0] else "not seen later"


def _lasting(press: Press, person: Person, post: Post) -> str:
    """Say whether a post without an end still lasts on the last day checked."""
    held = holders.posts_on(press.record, person.id, press.horizon)
    lasts = any(found.office.id == post.office for found in held)
    return f"still in post on {day_words(press.horizon)}" if lasts else "not known"


def _words(value: Edtf | None) -> str:
    return value.words() if value else ""
