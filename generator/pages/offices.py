"""The offices: an index by level, and a page for each with its titles, holders, vacancies and counterpart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.pages.addresses import OFFICES, address, pair_id
from generator.pages.citing import references
from generator.pages.phrases import length
from generator.pages.picture.strip import office_strip
from generator.pages.seats import last_sitting, sitter
from generator.pages.times import held_ends
from generator.pages.widths import drawn
from generator.record.date_words import day_words
from generator.record.vocabulary import Level
from generator.views import holders
from generator.views.holders import HoldingKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.registry import Office, Person

_Row = tuple["Office", str, "Person | None", str]
"""An office in the index: its title, who holds it on the last day checked or held it last, and what is said of that."""


@dataclass(frozen=True, slots=True)
class HolderLine:
    """A time in which somebody, or nobody, held an office."""

    person: Person | None
    """Absent where the office was vacant."""
    role: str
    since: str
    until: str
    lasted: str
    """How long; empty where a bound is not known."""


def pages(press: Press) -> Iterator[Page]:
    """Give the index of offices, then each office."""
    offices = sorted(press.record.offices.values(), key=lambda office: (list(Level).index(office.level), office.id))

    def groups() -> list[tuple[Level, list[_Row]]]:
        found = ((level, [_row(press, office) for office in offices if office.level is level]) for level in Level)
        return [(level, rows) for level, rows in found if rows]

    yield press.page(
        "offices", OFFICES, "Offices", "The offices that take part in the dialogue, their holders and counterparts.",
        page_class="p-offices", index=True, lazily=lambda: {"groups": groups()},
    )  # fmt: skip
    for office in offices:
        yield _page(press, office)


def _page(press: Press, office: Office) -> Page:
    record = press.record
    title = holders.title_on(office, press.horizon)
    place = address("office", office.id)
    return press.page(
        "office", place, title.title, f"Who held the office of {title.title}, and when it was vacant.",
        page_class="p-office", edit_path=office.origin.path, office=office, title_now=title,
        party=record.parties.get(office.party), events=record.by_office.get(office.id, ()),
        channels=[channel for channel in record.channels.values() if office.id in channel.offices],
        lazily=lambda: _lazily(press, office),
    )  # fmt: skip


def _lazily(press: Press, office: Office) -> dict[str, object]:
    """Give what takes most of the time of a page: its holders, who they face, and what that rests on."""
    people, found = press.record.people.values(), holders.holdings(press.record, office.id, press.horizon)
    posts = (post for person in people for post in person.posts if post.office == office.id)
    return {
        "holdings": [_line(press, holding) for holding in reversed(found)],
        "counterparts": _counterparts(press, office),
        "references": references(press, chain(office.sources, *(post.sources for post in posts))),
        "strips": _strips(press, office) if found else {},
    }  # fmt: skip


def _strips(press: Press, office: Office) -> dict[str, Markup]:
    return drawn(lambda width, letter: office_strip(press.record, office.id, press.horizon, width, prefix=letter))


def _row(press: Press, office: Office) -> _Row:
    title = holders.title_on(office, press.horizon).title
    return office, title, *sitter(last_sitting(press, office))


def _counterparts(press: Press, office: Office) -> list[tuple[str, str]]:
    """Give the page of each pair with an office that this one faces, whichever names the other, and its title."""
    facing = [
        (pair, other)
        for pair in holders.pairs(press.record)
        for one, other in ((pair.first, pair.second), (pair.second, pair.first))
        if one.id == office.id
    ]
    return [
        (pair_id(pair.first.id, pair.second.id), holders.title_on(other, press.horizon).title) for pair, other in facing
    ]


def _line(press: Press, holding: holders.Holding) -> HolderLine:
    role, lasted = holding.role or "", ""
    if holding.start:
        lasted = length(holding.start, holding.end or press.horizon)
    if holding.kind is HoldingKind.SEEN:
        last = _seen(holding.end) if holding.end != holding.start else "not seen later"
        return HolderLine(holding.person, role, _seen(holding.start), last, "")
    since, until = held_ends(holding)
    if holding.last_seen:
        return HolderLine(holding.person, role, since or "not known", _seen(holding.end), "")
    return HolderLine(holding.person, role, since or "not known", until or _lasting(press, holding), lasted)


def _lasting(press: Press, holding: holders.Holding) -> str:
    return f"in office on {day_words(press.horizon)}" if holding.sure_end else "end not known"


def _seen(day: date | None) -> str:
    return f"seen in post {day_words(day)}" if day else "not known"
