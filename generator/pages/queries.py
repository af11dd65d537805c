"""What a timeline is asked for, in the words of its address: a block of a page, a link to the timeline.

`theme/assets/js/timeline/address.js` reads the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator.pages.phrases import capital, listed, said, standing_words_of
from generator.pages.picture.scene import whole
from generator.pages.picture.timeline import recent
from generator.record.vocabulary import Standing
from generator.views.selection import Selection, select

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from generator.pages.picture.scene import Window
    from generator.record.models import Event
    from generator.record.reading import Plain
    from generator.record.record import Record

FIELDS = ("channel", "level", "kind", "party", "person", "topic", "status", "standing")
"""The fields of the filter, in the order in which the address has them."""
_SHORTEST = timedelta(days=7)
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Query:
    """A filter, a window, and what is selected; without any the timeline as it opens."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by field of the filter."""
    first: date | None = None
    """The first day of the window; without it, where there is a last day, the first of the record."""
    last: date | None = None
    text: str = ""
    """Words that names and titles must hold."""
    event: str = ""
    """The id of the event that is selected."""
    day: date | None = None
    """The day whose states are asked for."""

    @property
    def filtered(self) -> bool:
        """Whether a filter holds."""
        return bool(self.text or any(self.chosen.values()))

    def __str__(self) -> str:
        """Give the query of an address, without its question mark; empty where nothing is asked for."""
        pairs = [
            ("from", self.first), ("to", self.last),
            *((name, value) for name in FIELDS for value in self.chosen.get(name, ())),
            ("q", self.text), ("event", self.event), ("as-of", self.day),
        ]  # fmt: skip
        return urlencode([(name, value) for name, value in pairs if value])


def query_of(plain: Mapping[str, Plain]) -> Query:
    """Read the keys of a block; what means nothing is left out, as from an address."""
    texts = {key: value for key, value in plain.items() if isinstance(value, str)}
    return Query(
        {name: _words(plain.get(name)) for name in FIELDS}, _day(texts.get("from")), _day(texts.get("to")),
        texts.get("q", "").strip(), texts.get("event", ""), _day(texts.get("as-of")),
    )  # fmt: skip


def around(event: Event) -> Query:
    """Ask for the neighbourhood of an event: a year before it and a year after, itself selected."""
    return Query(first=event.date.anchor - _YEAR, last=event.date.end + _YEAR, event=event.id)


def about(field: str, id_: str, events: Collection[Event]) -> Query:
    """Ask for the events of a choice over the years that have them and one before and after."""
    first = min(event.date.anchor.year for event in events) - 1
    last = max(event.date.end.year for event in events) + 1
    return Query({field: (id_,)}, date(first, 1, 1), date(last, 12, 31))


def kept(record: Record, query: Query) -> frozenset[str] | None:
    """Give the ids of the events that a filter keeps, whenever they were; None where there is no filter."""
    if not query.filtered:
        return None
    chosen = {name: query.chosen.get(name, ()) for name in FIELDS}
    wanted = Selection(
        channels=chosen["channel"], levels=chosen["level"], kinds=chosen["kind"], parties=chosen["party"],
        people=chosen["person"], topics=chosen["topic"], statuses=chosen["status"], standings=chosen["standing"],
        text=query.text,
    )  # fmt: skip
    return frozenset(event.id for event in select(record, wanted))


def window_of(record: Record, until: date, query: Query) -> Window:
    """Give the window in which a query opens: its own, all years under a filter, else the last years.

    One that is not given goes on to the selected event, or to the day asked about.
    """
    first, last = whole(record, until)
    if query.first or query.last:
        start, end = query.first or first, query.last or last
        if start < end:
            return _clamped((start, end), (first, last))
    window = (first, last) if query.filtered else recent(record, until)
    event = record.by_id.get(query.event)
    day = event.date.anchor if event else query.day
    if day is None or window[0] <= day <= window[1]:
        return window
    half = (window[1] - window[0]) / 2
    return _clamped((day - half, day + half), (first, last))


def query_words(record: Record, query: Query) -> str:
    """Say what a filter chooses: `Policy talks`, `Islands and Fisheries, refused`; nothing without one."""
    standings = {str(word): standing_words_of(word) for word in Standing}
    say: Mapping[str, Callable[[str], str]] = {
        "channel": lambda id_: record.channels[id_].short if id_ in record.channels else id_,
        "party": lambda id_: record.parties[id_].name if id_ in record.parties else id_,
        "person": lambda id_: record.people[id_].name if id_ in record.people else id_,
        "topic": lambda id_: record.topics[id_].name if id_ in record.topics else id_,
        "standing": lambda word: standings.get(word, word),
    }
    parts = [listed(map(say.get(name, said), query.chosen[name])) for name in FIELDS if query.chosen.get(name)]
    return capital(", ".join((*parts, f"“{query.text}”") if query.text else parts))


def _clamped(window: Window, limits: Window) -> Window:
    """Bring a window within limits, and to a week at least."""
    span = min(max(window[1] - window[0], _SHORTEST), limits[1] - limits[0])
    middle = window[0] + (window[1] - window[0]) / 2
    start = min(max(middle - span / 2, limits[0]), limits[1] - span)
    return start, start + span


def _words(value: Plain) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    return tuple(word for word in words if isinstance(word, str) and word)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
