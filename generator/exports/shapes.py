"""What the API adds to the entries of the record: the shapes of its answers, from which its description is made."""

from __future__ import annotations

from datetime import date  # noqa: TC003  pydantic reads the module's names at run time
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from pydantic import Field

from generator.record.fields import Flag, Id, Ids, Name, Number, Shape
from generator.record.models import Event
from generator.record.registry import Channel, Office, Person, Place, Topic
from generator.record.source import Source  # noqa: TC001  as above
from generator.record.vocabulary import DerivedState, Family, Relation, State, Status  # noqa: TC001  as above
from generator.views.holders import HoldingKind  # noqa: TC001  as above

if TYPE_CHECKING:
    from generator.record.entry import Entry

A = TypeVar("A", bound="Entry")


class Consequence(Shape):
    """A later event that names this one."""

    event: Id
    """The later event."""
    relation: Relation
    """How it relates to this one."""


class EventAnswer(Event):
    """Something that happened, or was to happen, in the dialogue."""

    family: Family
    """The family of its kind."""
    outcome_: Annotated[Status | None, Field(alias="outcome")] = None
    """The status of a contact, `held` where none is written; absent for all else."""
    sources: tuple[Source, ...]
    """The sources, shared ones in full."""
    consequences: tuple[Consequence, ...] = ()
    """The later events that name this one in `related`."""


class StateSpan(Shape):
    """A time in which a channel was in one state."""

    state: State | DerivedState
    """The state."""
    start: date
    """The first day on which it can have been in that state."""
    sure_from: date
    """The first day on which it surely was."""
    end: date | None = None
    """The first day of the next state; absent in the last, which runs to the last day checked."""
    cause: Id | None = None
    """The event that brought it about; absent where a channel fell dormant."""
    disputed: Flag = False
    """Whether one side denies it."""


class ChannelAnswer(Channel):
    """A way in which the two sides talk again and again, with each change of its state."""

    state: State | DerivedState
    """The state on the last day checked; `none` where nothing is recorded of it."""
    states: tuple[StateSpan, ...] = ()
    """The states through time."""
    last_held: Id | None = None
    """The last contact held in it."""
    events: Ids = ()
    """The events that were a round of it, in the order of time."""
    changed_by: Ids = ()
    """The events that changed its state."""


class PersonAnswer(Person):
    """Somebody who takes part."""

    events: Ids = ()
    """The events in which the person took part or was to, in the order of time."""


class Holder(Shape):
    """A time in which somebody, or nobody, held an office."""

    kind: HoldingKind
    """Held, seen in post, or vacant."""
    person: Id | None = None
    """The holder; absent where the office was vacant."""
    role: Name | None = None
    """How the person held it, where that needs saying."""
    start: date | None = None
    """The first day, the earliest possible one; absent where it is not known."""
    end: date | None = None
    """The last day, the latest possible one; absent where it lasts to the last day checked."""
    sure_start: Flag = False
    """Whether the first day is certain."""
    sure_end: Flag = False
    """Whether the last day is certain, or the holder surely in office on the last day checked."""


class OfficeAnswer(Office):
    """A post that people hold one after another, with its holders and vacancies."""

    holders: tuple[Holder, ...] = ()
    """Who held it, in the order of time."""


class CounterpartsAnswer(Shape):
    """Two offices that face each other."""

    offices: Annotated[Ids, Field(min_length=2, max_length=2)]
    """Their ids, by party."""
    last: Id | None = None
    """The last contact held between them."""
    months: Number | None = None
    """Whole months from it to the last day checked."""
    contacts: Ids = ()
    """The contacts held between them, whoever held the offices, in the order of time."""


class TopicAnswer(Topic):
    """What events are about."""

    events: Ids = ()
    """The events on it, in the order of time."""


class PlaceAnswer(Place):
    """Where events happen."""

    events: Ids = ()
    """The events there, in the order of time."""


def answer(model: type[A], entry: Entry, **added: Any) -> A:  # noqa: ANN401  a field each
    """Give an entry of the record as an answer: its own fields, and those that are added."""
    values: dict[str, Any] = {**dict(entry), **added}
    return cast("A", model.model_construct(**values))
