"""The index of a record in the shape in which the drawing modules take it, once it is decoded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from generator.pages.picture.lanes import lanes, lanes_of
from generator.pages.picture.rows import is_labelled
from generator.pages.picture.scene import leading_pairs, whole
from generator.pages.picture.timeline import recent
from generator.pages.picture.words import label_of
from generator.record.dates import Form, Precision
from generator.record.vocabulary import Family, Kind, Significance, Standing, Status
from generator.views.chains import breaks
from generator.views.holders import HoldingKind, holdings
from generator.views.states import spans

if TYPE_CHECKING:
    from generator.pages.picture.lanes import Lane
    from generator.record.dates import Bound, Edtf
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Office
    from generator.views.chains import Break
    from generator.views.holders import Holding
    from generator.views.states import Span

Index = dict[str, Any]
_RANKS = {Significance.MAJOR: 3, Significance.NOTABLE: 2, Significance.MINOR: 1}
_FAMILIES = tuple(Family)


def day(value: date) -> int:
    """Count the days from 1 January 1970."""
    return (value - date(1970, 1, 1)).days


def decoded(record: Record, until: date) -> Index:
    """Give the index of a record as the modules have it once it is decoded."""
    numbers = {event.id: number for number, event in enumerate(record.events)}
    found = breaks(record, until)
    starts = {one.start.id for one in found}
    rows = tuple(lanes(record, starts))
    places = {lane.id: number for number, lane in enumerate(rows)}
    return {
        "until": day(until),
        "whole": [day(end) for end in whole(record, until)],
        "recent": [day(end) for end in recent(record, until)],
        "families": [family.value for family in _FAMILIES],
        "lanes": [_lane(lane, number, record, until, numbers) for number, lane in enumerate(rows)],
        "offices": [[_office(office, record, until) for office in pair] for pair in leading_pairs(record)],
        "breaks": [_break(one, record, numbers) for one in found],
        "size": len(record.events),
        "related": [[numbers[event.id], numbers[link.event], link.relation.value]
                    for event in record.events for link in event.related if link.event in numbers],
        **_columns([_event(event) for event in record.events]),
        "lanesOf": [[places[id_] for id_ in lanes_of(event, record.channels, starts)] for event in record.events],
    }  # fmt: skip


def _columns(events: list[Index]) -> Index:
    keys = ("id", "title", "short", "when", "anchor", "ends", "dates", "family", "status", "contact", "strain", "doubt",
            "rank", "labelled")  # fmt: skip
    return {key: [event[key] for event in events] for key in keys}


def _event(event: Event) -> Index:
    return {
        "id": event.id, "title": event.title, "short": label_of(event), "when": event.date.words(),
        "anchor": day(event.date.anchor), "ends": day(event.date.end), "dates": _when(event.date),
        "family": _FAMILIES.index(event.kind.family), "status": (event.outcome or Status.HELD).value,
        "contact": int(event.is_held_contact), "strain": _strain(event),
        "doubt": int(event.standing is not Standing.CONFIRMED), "rank": _RANKS[event.significance],
        "labelled": int(is_labelled(event)),
    }  # fmt: skip


def _strain(event: Event) -> int:
    signs = (event.kind.family is Family.FRICTION, event.outcome in (Status.REFUSED, Status.CANCELLED),
             event.kind is Kind.SUSPENSION)  # fmt: skip
    return sum(signs)


def _when(when: Edtf) -> Index | None:
    if when.is_day:
        return None
    if when.form is Form.INTERVAL:
        form = "interval"
    else:
        form = "past" if when.lower is None else "future" if when.upper is None else "within"
    return {"form": form, "lower": _bound(when.lower), "upper": _bound(when.upper), "openEnd": when.open_end}


def _bound(bound: Bound | None) -> Index | None:
    if bound is None:
        return None
    unsure = bound.precision is not Precision.DAY or bound.approximate or bound.uncertain
    return {"earliest": day(bound.earliest), "latest": day(bound.latest), "unsure": unsure}


def _lane(lane: Lane, number: int, record: Record, until: date, numbers: dict[str, int]) -> Index:
    channel = lane.channel
    found = spans(record, lane.id, until) if channel else ()
    return {
        "id": lane.id, "name": lane.name, "group": "channels" if channel else "around" if number else "offices",
        "level": channel.level.value if channel else "", "rounds": bool(channel and channel.rounds),
        "spans": [_span(span, numbers) for span in found],
    }  # fmt: skip


def _span(span: Span, numbers: dict[str, int]) -> Index:
    return {
        "state": span.state.value, "start": day(span.start), "sureFrom": day(span.sure_from),
        "end": day(span.end) if span.end else None, "disputed": span.disputed,
        "cause": numbers[span.cause.id] if span.cause else None,
    }  # fmt: skip


def _office(office: Office, record: Record, until: date) -> Index:
    party = record.parties[office.party].short if office.party in record.parties else office.party
    held = [_holding(holding) for holding in holdings(record, office.id, until)]
    return {"party": party, "title": office.short or office.titles[-1].title, "holdings": held}


def _holding(holding: Holding) -> Index:
    person = holding.person
    return {
        "name": person.name if person else "", "family": person.family_name if person else "",
        "role": holding.role or "", "kind": HoldingKind.VACANT.value if person is None else holding.kind.value,
        "start": day(holding.start) if holding.start else None, "end": day(holding.end) if holding.end else None,
        "sureStart": holding.sure_start, "sureEnd": holding.sure_end,
    }  # fmt: skip


def _break(one: Break, record: Record, numbers: dict[str, int]) -> Index:
    party = record.parties[one.party].short if one.party and one.party in record.parties else ""
    return {
        "name": one.name, "party": party, "months": one.months, "start": numbers[one.start.id],
        "startDay": day(one.start.date.anchor), "endDay": day(one.end.date.anchor) if one.end else None,
    }  # fmt: skip
