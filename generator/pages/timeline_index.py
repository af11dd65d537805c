"""The timeline's index: what a script needs to draw the record, in columns; apart from it labels, names and people.

Days are numbers of days since 1970-01-01, mostly as the distance from another. Texts stand in one string with line
breaks, small numbers as digits, and what follows from another column is left out, so that an event takes less than
ten bytes once compressed, its label some fifteen more. `theme/assets/js/timeline/index.js` reads it.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.pages.addresses import TIMELINE
from generator.pages.filters import WHOLE, filters, people_filter
from generator.pages.phrases import standing_words_of
from generator.pages.picture.lanes import lanes
from generator.pages.picture.rows import is_labelled
from generator.pages.picture.scene import leading_pairs, whole
from generator.pages.picture.timeline import recent
from generator.pages.picture.words import label_of
from generator.record.dates import Form, Precision
from generator.record.vocabulary import DerivedState, Family, Kind, Level, Significance, Standing, State, Status
from generator.views.chains import breaks
from generator.views.holders import holdings
from generator.views.once import once
from generator.views.spans import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from generator.pages.filters import Filter
    from generator.pages.picture.lanes import Lane, Lanes
    from generator.record.dates import Bound, Edtf
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Office

INDEX = f"{TIMELINE}index.json"
LABELS = f"{TIMELINE}labels.json"
NAMES = f"{TIMELINE}names.json"
PEOPLE = f"{TIMELINE}people.json"

_EPOCH = 719163
"""1 January 1970 as a proleptic ordinal."""
_RANKS = {Significance.MAJOR: 3, Significance.NOTABLE: 2, Significance.MINOR: 1}
_STATUSES = tuple(Status)
_STANDINGS = tuple(Standing)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_DERIVED = ("kind", "level", "status", "standing")
"""Fields of the filter that scripts read off other columns."""


@once
def index_files(record: Record, until: date) -> tuple[tuple[str, str], ...]:
    """Give address and text of the index and of what is fetched after it. `until`: the last day known.

    A page that lists all events needs no labels and names: its rows have them.
    """
    return tuple(_files(record, until))


def _files(record: Record, until: date) -> Iterator[tuple[str, str]]:
    yield INDEX, _written(timeline_index(record, until))
    yield LABELS, _written(labels(record))
    yield NAMES, _written({
        "events": _lines(map(_name, record.events)),
        "labels": {field.name: _labels(field) for field in filters(record) if field.name != "channel"},
    })  # fmt: skip
    people = people_filter(record)
    yield PEOPLE, _written({
        "person": [[choice.value for choice in people.choices], people.column],
        "groups": [[group.title, len(group.choices)] for group in people.groups], "labels": _labels(people),
    })  # fmt: skip


def labels(record: Record) -> dict[str, str]:
    """Give what an event's address and its label in the picture are called: `-talks-two<tab>Talks 2`, a line each."""
    return {"events": _lines(f"{_short_id(event)}\t{label_of(event)}" for event in record.events)}


def version(record: Record, until: date) -> str:
    """Give what tells one state of these files from another."""
    return hashlib.sha256("".join(text for _, text in index_files(record, until)).encode()).hexdigest()[:8]


def timeline_index(record: Record, until: date) -> dict[str, Any]:
    """Give the index as plain values: the span, the lanes with their states, offices, breaks, events, filters."""
    found = breaks(record, until)
    numbers = {event.id: number for number, event in enumerate(record.events)}
    drawn = lanes(record, {one.start.id for one in found})
    return {
        "until": number_of(until),
        "whole": [*map(number_of, whole(record, until))],
        "recent": [*map(number_of, recent(record, until))] if record.events else [0, 1],
        "states": [*State, *DerivedState],
        "families": [*Family],
        "statuses": [*Status],
        "standings": [*Standing],
        "doubts": [*map(standing_words_of, Standing)],
        "levels": [*Level],
        "lanes": [*_lanes(record, drawn, until, numbers)],
        "offices": [[_office(record, office, until) for office in pair] for pair in leading_pairs(record)],
        "breaks": [
            [gap.name, _party(record, gap.party or ""), gap.months, numbers[gap.start.id],
             numbers[gap.end.id] if gap.end else -1]
            for gap in found
        ],
        "events": _events(record, drawn, numbers),
        "filters": {
            "kind": [[*_kinds(record)]],
            **{
                field.name: [[choice.value for choice in field.choices], field.column]
                for field in filters(record) if field.name not in _DERIVED
            },
        },
    }  # fmt: skip


def number_of(day: date) -> int:
    """Give a day as the number of days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def _lanes(record: Record, drawn: Lanes, until: date, numbers: Mapping[str, int]) -> Iterator[list[Any]]:
    for lane in drawn:
        channel = lane.channel
        group = channel.level.value if channel else "offices" if lane is drawn.offices else "around"
        held = [*_spans(record, channel.id, until, numbers)] if channel else []
        yield [lane.id, lane.name, group, int(bool(channel and channel.rounds)), held]


def _spans(record: Record, channel: str, until: date, numbers: Mapping[str, int]) -> Iterator[list[Any]]:
    """Give the spans of a channel: state, first day, days to its end, cause, days to the first sure one, dispute.

    First days are counted from the end of the span before. Usual values at the end are left out.
    """
    states, before = (*State, *DerivedState), 0
    for span in spans(record, channel, until):
        start, end = number_of(span.start), number_of(span.end) if span.end else None
        cause = numbers[span.cause.id] if span.cause else -1
        yield _short([
            states.index(span.state), start - before, end - start if end else None, cause,
            number_of(span.sure_from) - start, int(span.disputed),
        ], [0, 0])  # fmt: skip
        before = end or start


def _short(values: list[Any], usual: list[Any]) -> list[Any]:
    """Leave out values at the end that are the usual ones."""
    while usual and values[-1] == usual[-1]:
        values, usual = values[:-1], usual[:-1]
    return values


def _office(record: Record, office: Office, until: date) -> list[Any]:
    """Give party and title of an office, and its holders: name, kind, first day, days to the last, and what is rare.

    First days are counted from the last one before. Rare are unsure ends, a role, and a family name that does not end
    the name; usual values at the end are left out.
    """
    held, before = [], 0
    for it in holdings(record, office.id, until):
        start, end = number_of(it.start) if it.start else None, number_of(it.end) if it.end else None
        name, family = (it.person.name, it.person.family_name) if it.person else ("", "")
        last = name.rpartition(" ")[2]
        held.append(_short([
            name, it.kind.value, start if start is None else start - before,
            end if end is None else end - (before if start is None else start),
            int(it.sure_start), int(it.sure_end), it.role or "", family if family != last else "",
        ], [1, 1, "", ""]))  # fmt: skip
        before = end or start or before
    return [_party(record, office.party), office.short or office.titles[-1].title, held]


def _party(record: Record, id_: str) -> str:
    return record.parties[id_].short if id_ in record.parties else id_


def _events(record: Record, drawn: Lanes, numbers: dict[str, int]) -> dict[str, Any]:
    events = record.events
    days = [number_of(event.date.anchor) for event in events]
    within = _within(drawn, numbers)
    kinds = _kinds(record)
    return {
        "day": _row(after - before for before, after in pairwise([0, *days])),
        "dates": {str(number): when for number, event in enumerate(events) if (when := _when(event.date))},
        "lanes": ",".join(" ".join(map(str, within.get(number, ()))) for number in range(len(events))),
        "kind": "".join(_DIGITS[kinds.index(event.kind)] for event in events),
        "status": "".join(str(_STATUSES.index(event.outcome)) if event.outcome else "." for event in events),
        "standing": _digits(events, lambda event: _STANDINGS.index(event.standing)),
        "strain": _digits(events, _strain),
        "rank": _digits(events, lambda event: _RANKS[event.significance]),
        "labelled": _digits(events, is_labelled),
        "related": ",".join(_ties(event, number, numbers) for number, event in enumerate(events)),
    }


def _kinds(record: Record) -> list[str]:
    """Give the families and kinds in the order of the filter, each family before its kinds."""
    return [choice.value for field in filters(record) if field.name == "kind" for choice in field.choices]


def _ties(event: Event, number: int, numbers: Mapping[str, int]) -> str:
    """Give how many events back that lies which led to an event, nearest first: `2 17`."""
    return " ".join(map(str, sorted(number - numbers[tie.event] for tie in event.related if tie.event in numbers)))


def _within(drawn: Iterable[Lane], numbers: dict[str, int]) -> dict[int, list[int]]:
    """Give the numbers of the lanes in which each event lies."""
    found: dict[int, list[int]] = {}
    for at, lane in enumerate(drawn):
        for event in lane.events:
            found.setdefault(numbers[event.id], []).append(at)
    return found


def _short_id(event: Event) -> str:
    """Leave the day out of an id where it is the event's first day."""
    return event.id.removeprefix(event.date.anchor.isoformat())


def _strain(event: Event) -> bool:
    """Tell whether an event counts as strain in the overview: friction, a refusal, a suspension."""
    refused = event.outcome in (Status.REFUSED, Status.CANCELLED)
    return refused or event.kind.family is Family.FRICTION or event.kind is Kind.SUSPENSION


def _when(when: Edtf) -> list[Any] | None:
    """Give a date that is not one certain day: its form, and of each end first day, days to the last, doubt.

    First days are counted from the anchor. Where both ends are the same bound, the second is left out.
    """
    if when.is_day:
        return None
    known = when.form is Form.INTERVAL or (when.lower is not None and when.upper is not None)
    form = 3 if when.form is Form.INTERVAL else 0 if known else 1 if when.upper else 2
    ends = [_bound(when.lower, when.anchor), _bound(when.upper, when.anchor)]
    return [form, *(ends[:1] if ends[0] == ends[1] and not when.open_end else ends), *([1] if when.open_end else [])]


def _bound(bound: Bound | None, anchor: date) -> list[int] | None:
    if bound is None:
        return None
    unsure = bound.precision is not Precision.DAY or bound.approximate or bound.uncertain
    return _short([(bound.earliest - anchor).days, (bound.latest - bound.earliest).days, int(unsure)], [0, 0])


def _name(event: Event) -> str:
    """Give the title of an event, and after a tab its date in words where it is not one certain day."""
    return event.title if event.date.is_day else f"{event.title}\t{event.date.words()}"


def _labels(field: Filter) -> str:
    return _lines(choice.label.removesuffix(WHOLE) for choice in field.choices)


def _digits(events: Iterable[Event], value: Callable[[Event], int]) -> str:
    return "".join(str(int(value(event))) for event in events)


def _row(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
