"""The filters of the timeline: each field with its choices, and for each event which of them it meets.

Scripts count and choose by the columns; the words stand once, in the controls.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.pages.phrases import capital, said, standing_words_of
from generator.record.vocabulary import Family, Kind, Level, Standing, Status
from generator.views.levels import channels_in_order
from generator.views.selection import channels_of, levels_of, parties_of, people_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.record.models import Event
    from generator.record.record import Record


WHOLE = ", all"
"""Behind the name of a choice that stands for all of its group."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field can be narrowed to."""

    value: str
    """As the address says it."""
    label: str
    count: int
    """The number of events that meet it."""
    whole: bool = False
    """Whether it stands for all of its group: a family for its kinds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under one heading; most fields have one group without."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of the timeline's filter."""

    name: str
    """As the address names it."""
    title: str
    groups: tuple[Group, ...]
    column: str
    """For each event, in the order of time, the numbers of the choices that it meets: `0,3 4,,1`."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its choices in their order, by which the column numbers them."""
        return tuple(choice for group in self.groups for choice in group.choices)


def filters(record: Record) -> tuple[Filter, ...]:
    """Give the fields of the timeline's filter, each choice with the number of events that meet it."""
    found = Counter[str](kind for event in record.events for kind in (event.kind, event.kind.family))
    make = partial(_filter, record.events)
    return (
        make("channel", "Channel", _channels(record), channels_of),
        make("level", "Level", [("", [(level, capital(level)) for level in Level])], partial(levels_of, record)),
        make("kind", "Kind", _kinds(found), lambda event: (event.kind.family, event.kind)),
        make("party", "Party", [("", [(id_, record.parties[id_].name) for id_ in sorted(record.parties)])], parties_of),
        make("topic", "Topic", [("", _topics(record))], lambda event: event.topics),
        make("status", "Status", [("", [(word, capital(said(word))) for word in Status])],
             lambda event: (event.outcome,) if event.outcome else ()),
        make("standing", "Standing", [("", [(word, capital(standing_words_of(word))) for word in Standing])],
             lambda event: (event.standing,)),
    )  # fmt: skip


def people_filter(record: Record) -> Filter:
    """Give the field of people, by family name: those who took part in an event, a group for each party."""
    known = sorted(record.people.values(), key=lambda person: (person.family_name.lower(), person.id))
    groups = [
        (record.parties[id_].name, [
            (person.id, f"{person.name} {person.native}" if person.native else person.name)
            for person in known if person.party == id_
        ])
        for id_ in sorted(record.parties)
    ]  # fmt: skip
    return _filter(record.events, "person", "Person", groups, people_of, met_only=True)


def _filter(  # noqa: PLR0913  a field has parts
    events: tuple[Event, ...], name: str, title: str, groups: Iterable[tuple[str, list[tuple[str, str]]]],
    met: Callable[[Event], Iterable[str]], *, met_only: bool = False,
) -> Filter:  # fmt: skip
    counts = Counter(value for event in events for value in met(event))
    made = tuple(
        Group(heading, tuple(
            Choice(str(value), label, counts[value], whole=isinstance(value, Family))
            for value, label in choices if counts[value] or not met_only
        ))
        for heading, choices in groups
    )  # fmt: skip
    numbers = {
        choice.value: number for number, choice in enumerate(choice for group in made for choice in group.choices)
    }
    column = (" ".join(str(numbers[value]) for value in met(event) if value in numbers) for event in events)
    return Filter(name, title, tuple(group for group in made if group.choices), ",".join(column))


def _channels(record: Record) -> list[tuple[str, list[tuple[str, str]]]]:
    channels = channels_in_order(record)
    return [(capital(level), [(it.id, it.short) for it in channels if it.level is level]) for level in Level]


def _kinds(found: Counter[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        ("", [(family, f"{capital(family)}{WHOLE}"), *((kind, capital(said(kind))) for kind in Kind
                                                     if kind.family is family and found[kind])])
        for family in Family if found[family]
    ]  # fmt: skip


def _topics(record: Record) -> list[tuple[str, str]]:
    return sorted(((topic.id, topic.name) for topic in record.topics.values()), key=lambda pair: pair[1].lower())
