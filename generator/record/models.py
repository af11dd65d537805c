"""An event of the record, as contributors write it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from generator.record.entry import Entry
from generator.record.fields import (
    Date,
    Day,
    Flag,
    Id,
    Ids,
    Label,
    Name,
    Note,
    Number,
    Prose,
    Quote,
    Shape,
    Summary,
    Title,
)
from generator.record.source import Source
from generator.record.vocabulary import Family, Kind, Relation, Significance, Standing, State, Status


class Participant(Shape):
    """Somebody who took part: a person, or an office where its holder is not named."""

    person: Id | None = None
    """A person of the registry."""
    role: Name | None = None
    """The role on that day, where the post in the registry does not say it."""
    office: Id | None = None
    """An office of the registry, where the holder is not named."""


class AccountInChinese(Shape):
    """An account in Simplified Chinese."""

    text: Prose
    """What that government says happened."""
    quote: Quote | None = None
    """The quotation in its original words."""


class Account(Shape):
    """What one government says happened."""

    text: Prose
    """Its account in the record's own words, attributed to it."""
    sources: Ids = ()
    """The sources of this account."""
    quote: Quote | None = None
    """A short quotation in its own words."""
    date: Date | None = None
    """The date that this side gives, where it differs."""
    zh: AccountInChinese | None = None
    """The account in Simplified Chinese."""


class Report(Shape):
    """What neither government said but the press reported."""

    text: Annotated[Prose, Field(max_length=1200)]
    """What was reported."""
    sources: Ids = ()
    """Where it was reported."""


class Effect(Shape):
    """What the event did to a channel."""

    channel: Id
    """A channel of the registry."""
    state: State
    """The state of the channel from this event on."""
    disputed: Flag = False
    """Whether one side denies the effect."""


class Link(Shape):
    """How this event relates to an earlier one."""

    event: Id
    """The other event."""
    relation: Relation
    """How this event relates to it."""


class Figure(Shape):
    """A count that somebody reported."""

    label: Name
    """What was counted."""
    value: Name
    """The number or phrase as reported: `180`, `several hundred`."""
    unit: Name | None = None
    """The unit, where the label does not say it."""
    period: Date | None = None
    """The time that the count covers."""
    by: Name | None = None
    """Who counted: a party's id, or a name."""
    sources: Ids = ()
    """Where it was reported."""
    low: Number | None = None
    """The least that the phrase can mean."""
    high: Number | None = None
    """The most that the phrase can mean."""


class Revision(Shape):
    """A correction of the record."""

    date: Day
    """The day of the correction."""
    note: Note
    """What was corrected."""


class InChinese(Shape):
    """The event in Simplified Chinese."""

    title: Title | None = None
    """The title."""
    summary: Summary | None = None
    """The summary."""


def _person(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    return {"person": value} if isinstance(value, str) else value


def _source_form(value: Any) -> str:  # noqa: ANN401  whatever the file holds
    return "<id>" if isinstance(value, str) else "<source>"


SourceEntry = Annotated[Annotated[Id, Tag("<id>")] | Annotated[Source, Tag("<source>")], Discriminator(_source_form)]


class Event(Entry):
    """Something that happened, or was to happen, in the dialogue."""

    title: Title
    """A noun phrase of at most 90 characters, without a full stop."""
    short: Label | None = None
    """The label in the picture: at most 28 characters."""
    date: Date
    """When it happened (EDTF)."""
    disclosed: Date | None = None
    """When it first became public, where that differs (EDTF)."""
    kind: Kind
    """What it was, in one word."""
    status: Status | None = None
    """What became of a contact; `held` where nothing is written."""
    declined_by: Id | None = None
    """The party that refused or cancelled."""
    channels: Annotated[Ids, Field(alias="channel")] = ()
    """The recurring channel of which this was a round; a list where it was a round of several."""
    place: Id | None = None
    """A place of the registry, or `virtual` or `by-telephone`."""
    participants: dict[Id, tuple[Annotated[Participant, BeforeValidator(_person)], ...]] = Field(default_factory=dict)
    """Who took part, by party: ids of persons, `{person, role}`, or `{office}`."""
    summary: Summary
    """What happened, in one to four neutral sentences."""
    accounts: dict[Id, Account] = Field(default_factory=dict)
    """What each government says happened, by party."""
    reported: tuple[Report, ...] = ()
    """What neither government said but the press reported."""
    topics: Ids = ()
    """Topics of the registry."""
    effects: tuple[Effect, ...] = ()
    """What the event did to channels."""
    related: tuple[Link, ...] = ()
    """How it relates to earlier events."""
    figures: tuple[Figure, ...] = ()
    """Counts that were reported."""
    significance: Significance = Significance.NOTABLE
    """Which labels survive when there is little room."""
    sources: tuple[SourceEntry, ...]
    """The sources: ids of shared ones, or sources written in place."""
    standing: Standing = Standing.CONFIRMED
    """How well the event is established."""
    added: Day
    """The day on which it entered the record."""
    revised: tuple[Revision, ...] = ()
    """Corrections since."""
    reviewed: Day | None = None
    """The last day on which somebody read the whole entry against its sources, where that was after its last change."""
    zh: InChinese | None = None
    """Title and summary in Simplified Chinese."""
    formerly: Ids = ()
    """Former ids, which become redirects."""

    @property
    def outcome(self) -> Status | None:
        """The status of a contact, `held` where none is written; absent for all else."""
        if self.kind.family is not Family.CONTACT:
            return None
        return self.status or Status.HELD

    @property
    def is_held_contact(self) -> bool:
        """Whether the two sides really were in contact."""
        return self.outcome is Status.HELD

    @property
    def changed(self) -> Day:
        """The day on which the entry was added or last corrected."""
        return max((self.added, *(revision.date for revision in self.revised)))

    @property
    def read(self) -> Day:
        """The last day on which somebody is known to have read the entry: of a change, or of a review."""
        return max(self.changed, self.reviewed or self.changed)
