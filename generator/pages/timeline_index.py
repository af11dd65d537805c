"""The timeline's index: what a script needs to draw the record, in columns, and the names of its events.

Days are numbers of days since 1970-01-01. Texts stand in one string with line breaks, small numbers as digits, so
that an event takes some thirty bytes once compressed. `theme/assets/js/timeline/index.js` reads it.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.pages.addresses import TIMELINE
from generator.pages.filters import WHOLE, filters, people_filter
from generator.pages.picture.lanes import lanes
from generator.pages.picture.rows import is_labelled
from generator.pages.picture.scene import leading_pairs, whole
from generator.pages.picture.timeline import recent
from generator.pages.picture.words import label_of, rest_of_name
from generator.record.dates import Form, Precision
from generator.record.vocabulary import DerivedState, Family, Kind, Significance, Standing, State, Status
from generator.views.chains import breaks
from generator.views.holders import holdings
from generator.views.spans import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from generator.pages.picture.lanes import Lane, Lanes
    from generator.record.dates import Bound, Edtf
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Office

INDEX = f"{TIMELINE}index.json"
NAMES = f"{TIMELINE}names.json"

_EPOCH = 719163
"""1 January 1970 as a proleptic ordinal."""
_RANKS = {Significance.MAJOR: 3, Significance.NOTABLE: 2, Significance.MINOR: 1}
_STATUSES = tuple(Status)
_FAMILIES = tuple(Family)


def index_files(record: Record, until: date) -> Iterator[tuple[str, str]]:
    """Give address and text of the index and of the names, which are fetched after it. `until`: the last day known."""
    yield INDEX, _written(timeline_index(record, until))
    yield NAMES, _written({
        "events": _lines(map(_name, record.events)),
        "labels": {
            field.name: _lines(choice.label.removesuffix(WHOLE) for choice in field.choices)
            for field in (*filters(record), people_filter(record))
        },
    })  # fmt: skip


def version(record: Record, until: date) -> str:
    """Give what tells one state of both files from another."""
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
        "lanes": [*_lanes(record, drawn, until, numbers)],
        "offices": [[_office(record, office, until) for office in pair] for pair in leading_pairs(record)],
        "breaks": [
            [gap.name, _party(record, gap.party or ""), gap.months, numbers[gap.start.id],
             numbers[gap.end.id] if gap.end else -1]
            for gap in found
        ],
        "events": _events(record, drawn, numbers),
        "filters": {
            field.name: [[choice.value for choice in field.choices], field.column]
            for field in (*filters(record), people_filter(record))
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
    states = (*State, *DerivedState)
    for span in spans(record, channel, until):
        start = number_of(span.start)
        yield [states.index(span.state), start, number_of(span.sure_from) - start,
               number_of(span.end) - start if span.end else None, int(span.disputed),
               numbers[span.cause.id] if span.cause else -1]  # fmt: skip


def _office(record: Record, office: Office, until: date) -> list[Any]:
    held = [
        [it.person.name if it.person else "", it.person.family_name if it.person else "", it.role or "", it.kind.value,
         number_of(it.start) if it.start else None, number_of(it.end) if it.end else None, int(it.sure_start),
         int(it.sure_end)]
        for it in holdings(record, office.id, until)
    ]  # fmt: skip
    return [_party(record, office.party), office.short or office.titles[-1].title, held]


def _party(record: Record, id_: str) -> str:
    return record.parties[id_].short if id_ in record.parties else id_


def _events(record: Record, drawn: Lanes, numbers: dict[str, int]) -> dict[str, Any]:
    events = record.events
    days = [number_of(event.date.anchor) for event in events]
    within = _within(drawn, numbers)
    return {
        "id": _lines(map(_short_id, events)),
        "short": _lines(map(label_of, events)),
        "day": _row(after - before for before, after in pairwise([0, *days])),
        "dates": {str(number): when for number, event in enumerate(events) if (when := _when(event.date))},
        "lanes": ",".join(" ".join(map(str, within.get(number, ()))) for number in range(len(events))),
        "family": _digits(events, lambda event: _FAMILIES.index(event.kind.family)),
        "status": _digits(events, lambda event: _STATUSES.index(event.outcome or Status.HELD)),
        "strain": _digits(events, _strain),
        "doubt": _digits(events, lambda event: event.standing is not Standing.CONFIRMED),
        "rank": _digits(events, lambda event: _RANKS[event.significance]),
        "labelled": _digits(events, is_labelled),
        "related": _row(
            part for number, event in enumerate(events) for tie in event.related if tie.event in numbers
            for part in (number, numbers[tie.event])
        ),
    }  # fmt: skip


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
    """Give a date that is not one certain day: its form, and of each end first day, days to the last, doubt."""
    if when.is_day:
        return None
    known = when.form is Form.INTERVAL or (when.lower is not None and when.upper is not None)
    form = "interval" if when.form is Form.INTERVAL else "within" if known else "past" if when.upper else "future"
    return [form, _bound(when.lower), _bound(when.upper), int(when.open_end)]


def _bound(bound: Bound | None) -> list[int] | None:
    if bound is None:
        return None
    unsure = bound.precision is not Precision.DAY or bound.approximate or bound.uncertain
    return [number_of(bound.earliest), (bound.latest - bound.earliest).days, int(unsure)]


def _name(event: Event) -> str:
    """Give the name of an event in two parts, its title and the rest, with a tab between them."""
    return f"{event.title}\t{rest_of_name(event)}"


def _digits(events: Iterable[Event], value: Callable[[Event], int]) -> str:
    return "".join(str(int(value(event))) for event in events)


def _row(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
