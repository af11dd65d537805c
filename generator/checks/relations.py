"""E4 and E6: how events relate to each other."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from generator.checks.check import Check, Comparison
from generator.record.faults import Code, Severity
from generator.record.models import Event
from generator.record.vocabulary import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.record.around import Around, Reading
    from generator.record.faults import Fault
    from generator.record.outline import EventOutline

ITSELF = Code(
    "E413",
    "relation to itself",
    "An event cannot answer, carry out, follow or contain itself.",
    "Name the other event, or remove the relation.",
    "# events/2024/2024-01-08-policy-17.yml\nrelated:\n  - event: 2024-01-08-policy-17\n    relation: follows",
    "# events/2024/2024-01-08-policy-17.yml\nrelated:\n  - event: 2023-11-15-summit\n    relation: follows",
)
CIRCLE = Code(
    "E414",
    "relations in a circle",
    "An event relates to what came before it; a circle says that something came before itself.",
    "Remove the relation that runs from the earlier to the later event: its inverse is shown without being written.",
    "# events/2023/2023-11-15-summit.yml\n# while 2024-01-08-policy-17 implements it\n"
    "related:\n  - event: 2024-01-08-policy-17\n    relation: follows",
    "# events/2023/2023-11-15-summit.yml\n# 2024-01-08-policy-17 alone says it\nrelated: []",
)
OTHER_DATES = Code(
    "E607",
    "part of an event on other dates",
    "What took place within an event took place on one of its days.",
    "Correct one of the two dates, or use another relation such as `follows`.",
    "date: 2024-01-08\nrelated:\n  - event: 2023-11-15-summit\n    relation: part-of",
    "date: 2024-01-08\nrelated:\n  - event: 2023-11-15-summit\n    relation: implements",
)
LATER = Code(
    "E608",
    "relates to a later event",
    "An answer comes after what it answers; most often the relation was written on the wrong event.",
    "Write the relation on the later of the two events: its inverse is shown without being written.",
    "# events/2023/2023-11-15-summit.yml\nrelated:\n  - event: 2024-01-08-policy-17\n    relation: responds-to",
    "# events/2024/2024-01-08-policy-17.yml\nrelated:\n  - event: 2023-11-15-summit\n    relation: responds-to",
    Severity.WARNING,
)


def itself(event: Event, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find events that relate to themselves."""
    for number, link in enumerate(event.related):
        if link.event == event.id:
            yield around.fault(ITSELF, event, ("related", number, "event"), "this is the event itself")


def circles(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find relations that lead back to where they began: each circle once, at its earliest event."""
    links = {event.id: [other for other, _ in event.related] for event in reading.events}
    within = _in_circles(links)
    seen: set[str] = set()
    for event in reading.events:
        if event.id in seen or event.id not in within:
            continue
        circle = _circle(links, event.id)
        if circle:
            seen.update(circle)
            number = links[event.id].index(circle[1])
            steps = " → ".join(f"`{id_}`" for id_ in circle)
            yield reading.fault(
                CIRCLE, event, ("related", number, "event"), f"these relations run in a circle: {steps}"
            )


def other_dates(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find parts that cannot have taken place within their whole."""
    for event, number, other, relation in _links(reading):
        if relation is Relation.PART_OF and not event.date.may_overlap(other.date.earliest, other.date.latest):
            message = f"the whole is dated {other.date.words()}, this part {event.date.words()}"
            yield reading.fault(OTHER_DATES, event, ("related", number, "event"), message)


def later(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find events that answer, carry out or follow what certainly came after them."""
    for event, number, other, relation in _links(reading):
        if relation is Relation.PART_OF or other.first <= event.last:
            continue
        if other.date.earliest and event.date.latest:  # else one of the two days above is not known to be the one
            message = f"`{relation}` an event later than this one, dated {other.date.words()}"
            yield reading.fault(LATER, event, ("related", number, "event"), message)


def _links(reading: Reading) -> Iterator[tuple[EventOutline, int, EventOutline, Relation]]:
    by_id = {event.id: event for event in reading.events}
    for event in reading.events:
        for number, (id_, relation) in enumerate(event.related):
            other = by_id.get(id_)
            if other and other is not event:
                yield event, number, other, relation


def _in_circles(links: Mapping[str, Sequence[str]]) -> set[str]:
    """Leave out, again and again, the events at an end of a chain: what stays lies in circles or between them."""
    named = {id_: {other for other in others if other in links and other != id_} for id_, others in links.items()}
    naming: dict[str, set[str]] = {id_: set() for id_ in links}
    for id_, others in named.items():
        for other in others:
            naming[other].add(id_)
    _trim(named, naming)
    _trim(naming, named)
    return set(named)


def _trim(forth: dict[str, set[str]], back: dict[str, set[str]]) -> None:
    """Take out of both directions of a graph the points from which nothing leads on, until each has a way forth."""
    waiting = [id_ for id_, others in forth.items() if not others]
    while waiting:
        gone = waiting.pop()
        del forth[gone]
        for id_ in back.pop(gone):
            forth[id_].discard(gone)
            if not forth[id_]:
                waiting.append(id_)


def _circle(links: Mapping[str, Sequence[str]], start: str) -> list[str]:
    """Give the shortest way from an event back to itself; empty where there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other in links[here]:
            if other == start and here != start:
                return _way_back(before, start, here)
            if other not in before and other in links and other != here:
                before[other] = here
                waiting.append(other)
    return []


def _way_back(before: dict[str, str], start: str, last: str) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(before[way[-1]])
    return [*reversed(way), start]


CHECKS = (
    Check(itself, (ITSELF,), (Event,)),
    Comparison(circles, (CIRCLE,)),
    Comparison(other_dates, (OTHER_DATES,)),
    Comparison(later, (LATER,)),
)
