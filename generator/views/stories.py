"""Stories: the events around one, some steps of the chain away; and a break told from its causes to its repair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.record.vocabulary import DerivedState, Significance, State, Status
from generator.views.chains import every_break, followed, led_here
from generator.views.days import calendar
from generator.views.months import add_months
from generator.views.states import turns_by_event

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.views.chains import Break, Tie
    from generator.views.days import Calendar
    from generator.views.states import BoardRow, Turn

_RANKS = {Significance.MAJOR: 0, Significance.NOTABLE: 1, Significance.MINOR: 2}
_DECLINED = frozenset({Status.REFUSED, Status.CANCELLED, Status.POSTPONED})
_BACK = frozenset({State.OPEN, State.AGREED})
_CAUSES = 2
"""Steps back from the event that broke off."""
_REPAIR = 12
"""Months after the end of a break in which its channels may come back one by one."""
_WAKE = 12
"""Months in which something can be told as come of a break that lasts: ties lead on for ever."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two events of a story."""

    cause: str
    """The id of the earlier one."""
    effect: str
    """The id of the one that came of it."""
    words: str
    """How the later relates to the earlier: `responds to`."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An event within its chain."""

    before: tuple[Event, ...]
    """What led to it, by time."""
    event: Event
    after: tuple[Event, ...]
    """What came of it, by time."""
    edges: tuple[Edge, ...]
    """The ties among all of them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """An event of a story."""

    event: Event
    answers: tuple[Tie, ...]
    """The events of the same story that it names as what it answers, carries out, follows or is part of."""
    turns: tuple[Turn, ...]
    """What it did to channels."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The channels of a story on a day."""

    day: date
    rows: tuple[BoardRow, ...]
    """By level, then by id."""


@dataclass(frozen=True, slots=True)
class Story:
    """A break, told."""

    about: Break
    chapters: tuple[Chapter, ...]
    """By time."""
    edges: tuple[Edge, ...]
    moments: tuple[Moment, ...]
    """The day before the break, its day, the day on which it ended or the last one known, and the day on which the
    last channel came back where that is later; the rows of all are of the same channels."""


def surroundings(record: Record, event: Event, steps: int, most: int) -> Surroundings:
    """Give at most so many events on either side of one, within so many steps of its chain.

    Nearer steps come first, then weightier events, then those nearer in time.
    """

    def nearest(ties: Callable[[Record, Event], Sequence[Tie]]) -> tuple[Event, ...]:
        reached = _reached(record, (event,), ties, steps)
        far = sorted(reached.items(), key=lambda item: _worth(event, record.by_id[item[0]], item[1]))
        return _in_time(record.by_id[id_] for id_, _ in far[:most])

    before, after = nearest(led_here), nearest(followed)
    after = tuple(other for other in after if other not in before)
    return Surroundings(before, event, after, _edges(record, (*before, event, *after)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What all stories of a record are told from."""

    record: Record
    calendar: Calendar
    turns: Mapping[str, tuple[Turn, ...]]
    """What each event did to channels, by its id."""


def stories(record: Record, until: date) -> tuple[Story, ...]:
    """Tell every break up to a day, those of single channels among them, in the order of time.

    The events of a story are the causes of what broke off, what came of that before the break ended, or within a year
    where it lasts, what was declined in the stopped channels meanwhile or turned them, the end with what led to it, and
    what brought a channel back within a year of it.
    """
    known = _Known(record, calendar(record, until), turns_by_event(record, until))
    return tuple(_story(known, about) for about in every_break(record, until))


def _story(known: _Known, about: Break) -> Story:
    first, last = about.start.date.anchor, _last_day(known, about)
    events = _in_time({event.id: event for event in _events(known, about, last)}.values())
    chapters = tuple(_chapter(known, event, {other.id for other in events}) for event in events)
    days = dict.fromkeys((first - timedelta(days=1), first, last, max(events[-1].date.anchor, last)))
    turned = {turn.channel.id for chapter in chapters for turn in chapter.turns if turn.before != turn.after}
    shown = turned.union(about.channels)
    moments = (Moment(day, known.calendar.board(day, shown)) for day in days)
    return Story(about, chapters, _edges(known.record, events), tuple(moments))


def _last_day(known: _Known, about: Break) -> date:
    """Give the day on which a break ended, or the last one that is known."""
    return about.end.date.anchor if about.end else known.calendar.until


def _chapter(known: _Known, event: Event, ids: Collection[str]) -> Chapter:
    answers = tuple(tie for tie in led_here(known.record, event) if tie.event.id in ids)
    return Chapter(event, answers, known.turns.get(event.id, ()))


def _events(known: _Known, about: Break, last: date) -> Iterator[Event]:
    record, first = known.record, about.start.date.anchor
    yield about.start
    causes = _reached(record, (about.start,), led_here, _CAUSES)
    yield from (record.by_id[id_] for id_ in causes)
    ended = (about.end,) if about.end else ()
    yield from ended
    told = {**_reached(record, (about.start,), followed), **_reached(record, ended, led_here)}
    wake = last if about.end else min(last, add_months(first, _WAKE))
    yield from (event for id_ in told if first <= (event := record.by_id[id_]).date.anchor <= wake)
    until = min(add_months(last, _REPAIR if about.end else 0), known.calendar.until)
    meanwhile = _of_channels(record, about, first, until)
    yield from (event for event in meanwhile if _tells(known, about, event, last))


def _of_channels(record: Record, about: Break, first: date, last: date) -> Iterator[Event]:
    """Give the rounds of the channels of a break between two days, and what changed them then."""
    for index in (record.by_channel, record.by_effect):
        for id_ in about.channels:
            events = index.get(id_, ())  # in the order of time
            start = bisect_left(events, first, key=_anchor)
            yield from events[start : bisect_right(events, last, lo=start, key=_anchor)]


def _anchor(event: Event) -> date:
    return event.date.anchor


def _tells(known: _Known, about: Break, event: Event, last: date) -> bool:
    """Tell whether an event of a stopped channel belongs to the story: declined or turning it then, or a repair."""
    own = [turn for turn in known.turns.get(event.id, ()) if turn.channel.id in about.channels]
    if event.date.anchor > last:
        return any(turn.after in _BACK and turn.before not in (State.OPEN, DerivedState.NONE) for turn in own)
    return event.outcome in _DECLINED or any(turn.before != turn.after for turn in own)


def _reached(record: Record, starts: Iterable[Event], ties: Callable[[Record, Event], Sequence[Tie]],
             steps: int | None = None) -> Mapping[str, int]:  # fmt: skip
    """Give the ids of the events that ties lead to, with the least number of steps; `steps` at most."""
    edge, found, step = {event.id: event for event in starts}, dict[str, int](), 0
    begun = set(edge)
    while edge and (steps is None or step < steps):
        step += 1
        edge = {tie.event.id: tie.event for event in edge.values() for tie in ties(record, event)
                if tie.event.id not in found and tie.event.id not in begun}  # fmt: skip
        found |= dict.fromkeys(edge, step)
    return found


def _edges(record: Record, events: Sequence[Event]) -> tuple[Edge, ...]:
    ids = {event.id for event in events}
    return tuple(
        Edge(tie.event.id, event.id, tie.words)
        for event in events for tie in led_here(record, event) if tie.event.id in ids
    )  # fmt: skip


def _worth(event: Event, other: Event, step: int) -> tuple[int, int, int, str]:
    return step, _RANKS[other.significance], abs((other.date.anchor - event.date.anchor).days), other.id


def _in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: (*event.date.sort_key[:2], event.id)))
