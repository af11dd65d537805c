"""From templates to pages: the Jinja environment and what every template can call."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages import addresses, phrases
from generator.pages.attribution import attribution_flag, attribution_words
from generator.pages.cards import card_of, page_card
from generator.pages.compiled import Compiled
from generator.pages.compiling import Templates, drawing_once
from generator.pages.forms import list_forms
from generator.pages.languages import language_name, language_of
from generator.pages.page import Page, compact, horizon_of, verbatim
from generator.pages.picture.lapses import months_words
from generator.pages.picture.signs import area_sign, effect_sign, mark_sign, sign_class, state_sign
from generator.pages.picture.words import label_of, rest_of_name
from generator.pages.queries import about, around
from generator.pages.schema_org import script
from generator.pages.terms import Terms, once
from generator.pages.text import Prose
from generator.pages.timeline_index import version
from generator.pages.times import held_words, last_words, month_words, start_words, time_tag
from generator.record.date_words import day_words
from generator.record.vocabulary import BUILT_IN_PLACES
from generator.views import states
from generator.views.bare import LEFT_OUT, basis
from generator.views.history import last_change
from generator.views.stories import stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from jinja2 import Template

    from generator.pages.cards import Card
    from generator.pages.forms import Form
    from generator.pages.page import Settings, Value
    from generator.pages.schema_org import Node
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Party
    from generator.views.stories import Story

_TWO = 2
_TEMPLATES = Path(__file__).parent / "templates"
_LISTED = 500
"""So many events one page lists at most: more make it too heavy for a phone, and nobody reads that far in one list."""


class Press:
    """Makes the pages of one record. Holds the templates and the converter of prose between pages."""

    def __init__(self, record: Record, settings: Settings, whole: Record | None = None) -> None:
        """Take the record and what pages say of the site; where the record is bare, also the whole one."""
        self.record, self.settings = record, settings
        self._whole = whole or record
        self.told = self._whole.events
        """The events as their own pages tell them."""
        self.horizon = horizon_of(record, settings)
        """The last day of which anything is said as known."""
        self.parties: tuple[Party, ...] = tuple(record.parties[id_] for id_ in sorted(record.parties))
        """The sides, in the order in which every page gives them room."""
        self.every, self.other = ("both", "the other") if len(self.parties) == _TWO else ("all", "another")
        """How texts speak of the sides together, and of one that is not the one spoken of."""
        self._prose: dict[int, Prose] = {}
        self._environment = self._made_environment()
        self._environments: dict[int, Templates] = {}

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Every break, of single channels too, told; the pages of breaks, events and channels ask for it."""
        return stories(self.record, self.horizon)

    def page(  # noqa: PLR0913  a page has parts
        self, template: str, place: str, title: str, description: str, *,
        page_class: str = "", index: bool = False, searched: bool = True, edit_path: str | None = None,
        frame: str = "", forms: Sequence[Form] = (), nodes: Callable[[], Sequence[Node]] = tuple,
        of: Iterable[Event] | None = None, lazily: Callable[[], Mapping[str, object]] = dict, own: Event | None = None,
        card: Card | None = None, **values: object,
    ) -> Page:  # fmt: skip
        """Make the page at an address from a template and its values, when its body is asked for.

        The values that take time to work out are those that `lazily` gives, which is called with each drawing.
        It rests on the record: where that is bare, also on the one event in full that is its `own`; where it is whole,
        on the texts of the events `of` which it tells alone.

        With `page_class` the body is HTML, drawn whole; without, it is Markdown for the theme to set. What says the
        same as other pages, said of another day, need not be `searched`. A `frame` is a template of the theme other
        than that of all pages. The forms are those in which machines have it; `nodes` gives what it tells them itself.
        Its date is that of the newest change among the events `of` which it tells, all by default. A page that stands
        for a section has a card without being given one.
        """
        forms = forms or list_forms(self.settings, place)
        head: dict[str, Value] = {
            "title": title, "description": description, "page_class": page_class, "template": frame,
            "forms": [form._asdict() for form in forms], "search": {} if searched else {"exclude": True},
        }  # fmt: skip
        values |= {"title": title, "forms": forms}

        def drawn() -> str:
            body = once(self._template(place, f"{template}.md.jinja").render(values, **lazily()))
            _refuse_left_out(body, place)
            return (compact(body) if page_class else body) + (f"\n{script(told)}" if (told := nodes()) else "")

        of = None if of is None else tuple(of)
        changed = self.changed if of is None else last_change(of)
        card = card or page_card(self, place, title, description)
        shared = {"card": card_of(self, place, card), "alt": card.alt if card else "", "changed": str(changed or "")}
        told = of if self._whole is self.record else (own,) if own else ()
        uri = addresses.src_uri(place, index=index)
        tells = tuple(event.id for event in (self.told if told is None else told))
        return Page(uri, {**head, **shared}, drawn, edit_path, changed, card, basis(self._whole, told), tells)

    def part(self, template: str, place: str, **values: object) -> str:
        """Make a part of the page at an address, as HTML, from a template and its values."""
        made = self._template(place, f"{template}.html.jinja").render(values)
        _refuse_left_out(made, place)
        return made

    @property
    def lists_all(self) -> bool:
        """Whether the page of the timeline lists every event; of more it has those of major significance."""
        return len(self.record.events) <= _LISTED

    @cached_property
    def changed(self) -> date | None:
        """The day of the record's newest change."""
        return last_change(self.record.events)

    @cached_property
    def version(self) -> str:
        """What tells one state of the timeline's index from another, so that no page reads that of an older site."""
        return version(self.record, self.horizon)

    def _template(self, place: str, name: str) -> Template:
        """Give a template as pages of one depth see it, whose links are the same: what it imports is read once."""
        depth = place.count("/")
        if depth not in self._environments:
            self._environments[depth] = made = self._environment.overlay()
            made.globals = {**made.globals, **self.tools(place), "drawn_once": drawing_once()}
        return self._environments[depth].get_template(name)

    def tools(self, place: str) -> dict[str, object]:
        """Give what depends on where a page stands: links from it, and prose with such links."""
        prose = self.prose(place)
        return {
            "to": lambda target: addresses.relative(place, target),
            "link": lambda kind, id_: addresses.relative(place, addresses.address(kind, id_)),
            "inline": prose.inline,
            "paragraphs": prose.paragraphs,
        }

    def prose(self, place: str) -> Prose:
        """Give the writer of prose for a page; pages of one depth share it, as their links are the same."""
        depth = place.count("/")
        if depth not in self._prose:
            root = "../" * depth
            self._prose[depth] = Prose(resolver(self.record, root), Terms(self.record.terms, root).marked)
        return self._prose[depth]

    def event_link(self, place: str) -> Callable[[str], str]:
        """Give the function that links from a page to an event by its id: the pictures ask for it."""
        return lambda id_: addresses.relative(place, addresses.address("event", id_))

    def row_link(self, place: str) -> Callable[[str], str]:
        """Give the function that links from a page to an event's row, where counts lead.

        It stands in the timeline's list, or in the page of its year where that list would be too long.
        """

        def link(id_: str) -> str:
            year = self.record.by_id[id_].date.anchor.year
            page = addresses.TIMELINE if self.lists_all else addresses.address("year", year)
            return addresses.relative(place, f"{page}#{addresses.row(id_)}")

        return link

    def place_name(self, id_: str) -> str:
        """Name a place, built-in ones included; an unknown one by its id."""
        known = self.record.places.get(id_)
        if known is None:
            return BUILT_IN_PLACES.get(id_, id_)
        return f"{known.name}, {known.within}" if known.within else known.name

    def side_name(self, side: str) -> str:
        """Say for whom a publisher speaks."""
        party = self.record.parties.get(side)
        return party.name if party else phrases.capital(side)

    def _made_environment(self) -> Templates:
        environment = Templates(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, bytecode_cache=Compiled(), auto_reload=False,
        )  # fmt: skip
        environment.filters |= {
            "capital": phrases.capital, "said": phrases.said, "some": phrases.some, "language_name": language_name,
        }  # fmt: skip
        environment.globals |= {
            **_WORDS,
            "record": self.record, "horizon": self.horizon, "parties": self.parties, "at": addresses,
            "key_states": states.ORDER[:3], "all_states": states.ORDER, "place_name": self.place_name,
            "side_name": self.side_name, "every": self.every, "other": self.other,
            "outcome_words": lambda event: phrases.outcome_words(self.record, event),
        }  # fmt: skip
        return environment


_WORDS: Mapping[str, Callable[..., str]] = {
    "about_query": lambda *what: str(about(*what)), "around_query": lambda event: str(around(event)),
    "attribution_flag": attribution_flag,
    "attribution_words": attribution_words, "counted": phrases.counted,
    "day_words": day_words, "held_words": held_words, "language_of": language_of, "length": phrases.length,
    "month_words": month_words, "months_words": months_words, "rest_of_name": rest_of_name,
    "severity_words": phrases.severity_words, "silent_words": phrases.silent_words,
    "standing_words": phrases.standing_words,
    "label_of": label_of, "last_words": last_words, "start_words": start_words, "state_words": phrases.state_words,
    "time_tag": time_tag, "verbatim": verbatim,
    "effect_sign": lambda before, after: Markup(effect_sign(before, after)),  # noqa: S704  drawn by us
    "sign_class": sign_class,
    "mark_sign": lambda event: Markup(mark_sign(event)),  # noqa: S704  drawn by us
    "area_sign": lambda state: Markup(area_sign(state)),  # noqa: S704  drawn by us
    "state_sign": lambda state: Markup(state_sign(state)),  # noqa: S704  drawn by us
}  # fmt: skip
"""What every template can call, whatever the record."""


def _refuse_left_out(made: str, place: str) -> None:
    if LEFT_OUT in made:
        raise ValueError(f"{place} tells texts that the bare record has not: add its kind to _TEXTS of site.py")


def resolver(record: Record, root: str) -> Callable[[str, str], str | None]:
    """Give the function that links from a text to an entry by its kind and id, by way of the site's root."""
    known = {
        "event": record.by_id, "person": record.people, "channel": record.channels, "office": record.offices,
        "topic": record.topics,
    }  # fmt: skip
    return lambda kind, id_: root + addresses.address(kind, id_) if id_ in known[kind] else None
