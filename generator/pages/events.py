"""The page of each event: the accounts, effects, causes and consequences, who took part, sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from generator.pages.addresses import TIMELINE, address
from generator.pages.attribution import attribution_words
from generator.pages.cards import event_card
from generator.pages.chains import stories_of
from generator.pages.citations import in_words, of_event
from generator.pages.effects import effect_lines, strips
from generator.pages.event_sources import cited_sources
from generator.pages.forms import entry_forms
from generator.pages.phrases import capital, shortened
from generator.pages.picture.chain import chain
from generator.pages.schema_org import event_nodes
from generator.pages.text import plain
from generator.pages.widths import RAIL, drawn
from generator.record.vocabulary import Relation
from generator.views import accounts, chains, contacts, holders
from generator.views.once import once
from generator.views.stories import surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.slips import Made
    from generator.record.models import Event, Participant
    from generator.record.record import Record
    from generator.record.registry import Gap, Person
    from generator.views.chains import Break

_TIES = {
    Relation.RESPONDS_TO: "answers this event", Relation.IMPLEMENTS: "carries out what was decided here",
    Relation.FOLLOWS: "follows this event", Relation.PART_OF: "took place within this event",
}  # fmt: skip
"""How a later event is tied to the one whose page it stands on; the inverse stands in the vocabulary."""


_STEPS, _MOST = 3, 4
"""How many steps of the chain a page shows on either side, and how many events."""
_ALONE = 2


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the press with who spoke."""

    text: str
    sources: tuple[str, ...]
    attribution: str


@dataclass(frozen=True, slots=True)
class Tied:
    """Another event and how it is tied to this one, in words."""

    event: Event
    words: str


@dataclass(frozen=True, slots=True)
class Around:
    """The chain around an event beyond its own ties."""

    drawn: Mapping[str, Markup]
    """The picture by the class of its width; none where the ties say it all."""
    back: tuple[Event, ...]
    """Events further back."""
    on: tuple[Event, ...]
    """Events further on."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who took part: a person with rank and posts, or an office without a name."""

    person: Person | None
    unnamed: str
    """What stands in the place of a name that is not known."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Those who took part for one party."""

    name: str
    native: str
    parts: tuple[Part, ...]


def pages(press: Press) -> Iterator[Made]:
    """Give the page of every event."""
    stories = cache(partial(stories_of, press))
    for event in press.told:
        yield partial(_page, press, event, stories)


def _page(press: Press, event: Event, stories: Callable[[], Mapping[str, Sequence[Break]]]) -> Page:
    place = address("event", event.id)
    return press.page(
        "event", place, _title(press, event), shortened(plain(event.summary)), page_class="p-event",
        edit_path=event.origin.path, event=event,
        lazily=lambda: _lazily(press, event, place) | {"told_in": stories().get(event.id, ())},
        forms=entry_forms(press.settings, "event", event.id),
        nodes=lambda: event_nodes(press, event, _crumbs(press, event)), of=(event,), own=event,
        card=event_card(press, event),
        neighbours_in=" in this channel" if event.channels else ", among events without a channel",
    )  # fmt: skip


def _title(press: Press, event: Event) -> str:
    """Give the title of an event's page, with its date where another event has the same title."""
    return f"{event.title}, {event.date.words()}" if event.title in _doubled(press.record) else event.title


@once
def _doubled(record: Record) -> frozenset[str]:
    """Give the titles that more than one event has."""
    return frozenset(title for title, times in Counter(event.title for event in record.events).items() if times > 1)


def _lazily(press: Press, event: Event, place: str) -> dict[str, object]:
    """Give what takes most of the time and room of a page: its pictures, its sources, and who took part in what."""
    sources = cited_sources(press, event)
    earlier, later = contacts.neighbours(press.record, event)
    return {
        "crumbs": _crumbs(press, event), "sources": tuple(sources.values()), "number": sources,
        "cited": in_words(of_event(press.record, press.settings, event)), "earlier": earlier, "later": later,
        "sides": accounts.sides(press.record, event), "reports": _reports(press, event),
        "effects": effect_lines(press, event), "strips": strips(press, event, place),
        "led": _led(press, event), "followed": _followed(press, event), "groups": _groups(press, event),
        "around": _around(press, event, place), "gaps": _gaps(press, event),
    }  # fmt: skip


def _crumbs(press: Press, event: Event) -> list[tuple[str, str]]:
    year = event.date.anchor.year
    trail = [("Timeline", TIMELINE), (str(year), address("year", year))]
    known = [press.record.channels[id_] for id_ in event.channels[:1] if id_ in press.record.channels]
    return trail + [(channel.name, address("channel", channel.id)) for channel in known]


def _reports(press: Press, event: Event) -> list[Report]:
    return [
        Report(found.report.text, found.report.sources, attribution_words(found.sources))
        for found in accounts.press_reports(press.record, event)
    ]


def _led(press: Press, event: Event) -> list[Tied]:
    return [Tied(tie.event, f"{tie.relation.inverse} this event") for tie in chains.led_here(press.record, event)]


def _followed(press: Press, event: Event) -> list[Tied]:
    return [Tied(tie.event, _TIES[tie.relation]) for tie in chains.followed(press.record, event)]


def _around(press: Press, event: Event, place: str) -> Around:
    """Draw what led here and what followed, some steps of the chain; no picture where one tie says it all."""
    found = surroundings(press.record, event, _STEPS, _MOST)
    shown = (*found.before, event, *found.after)

    def draw(width: int, _: str) -> str:
        return chain(shown, found.edges, event.id, width, link=press.event_link(place))

    near = {tie.event.id for tie in (*chains.led_here(press.record, event), *chains.followed(press.record, event))}
    back, on = (tuple(one for one in side if one.id not in near) for side in (found.before, found.after))
    return Around(drawn(draw, RAIL) if len(shown) > _ALONE else {}, back, on)


def _groups(press: Press, event: Event) -> list[Group]:
    """Give who took part by party: those it concerns side by side, then any other; nothing where nobody is recorded."""
    if not event.participants:
        return []
    others = sorted(set(event.participants) - set(press.record.parties))
    concerned = press.record.concerned(event)
    sides = [(party.id, party.name, party.native or "") for party in press.parties if party.id in concerned]
    return [
        Group(name, native, tuple(_part(press, event, part) for part in event.participants.get(id_, ())))
        for id_, name, native in (*sides, *((id_, id_, "") for id_ in others))
    ]


def _part(press: Press, event: Event, part: Participant) -> Part:
    day = event.date.anchor
    person = press.record.people.get(part.person or "")
    office = press.record.offices.get(part.office or "")
    title = holders.title_on(office, day).title if office else part.office or ""
    role = capital(part.role or "")
    if person is None:
        lines = (role, "Holder not named" if title else "")
        return Part(None, title or part.person or "Not named", tuple(filter(None, lines)))
    posts = () if role else (_post(post) for post in holders.posts_on(press.record, person.id, day))
    lines = (holders.rank_on(person, day) or "", role, *posts, title)
    return Part(person, "", tuple(dict.fromkeys(filter(None, lines))))


def _post(post: holders.PostOn) -> str:
    return f"{post.title.title}, {post.role}" if post.role else post.title.title


def _gaps(press: Press, event: Event) -> list[Gap]:
    """Give the known gaps of the event's channels at its time."""
    day = event.date.anchor
    return [gap for gap in press.record.gaps if gap.channel in event.channels and gap.period.may_include(day)]
