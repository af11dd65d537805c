"""What events refer to by id: parties, offices, channels, people, places, topics, publishers, tours."""

from __future__ import annotations

from datetime import date  # noqa: TC003  pydantic reads the module's names at run time
from typing import Annotated

from pydantic import Field

from generator.record.entry import Entry
from generator.record.fields import (
    Date,
    Day,
    Flag,
    Id,
    Ids,
    LaneLabel,
    Language,
    Name,
    Note,
    Number,
    Prose,
    Shape,
    Title,
)
from generator.record.vocabulary import Level  # noqa: TC001  pydantic reads it at run time


class Party(Entry):
    """A side of the dialogue."""

    name: Name
    """The name in English."""
    native: Name | None = None
    """The name in the other language that the site shows beside it."""
    short: LaneLabel
    """The name where there is little room."""
    in_text: Name | None = None
    """The name inside a sentence, where it takes an article there: `the Netherlands`."""

    @property
    def named(self) -> str:
        """The name as it stands inside a sentence."""
        return self.in_text or self.name


class OfficeTitle(Shape):
    """A title of an office, for the time in which it bore it."""

    title: Name
    """The title in English."""
    native: Name | None = None
    """The title in the office's own language, as seen on a page."""
    since: Annotated[Date | None, Field(alias="from")] = None
    """From when (EDTF); absent where it always was."""
    until: Date | None = None
    """Until when (EDTF); absent where it still is."""


class Office(Entry):
    """A post that people hold one after another."""

    party: Id
    """The party that it belongs to."""
    level: Level
    """The level on which it lies."""
    titles: Annotated[tuple[OfficeTitle, ...], Field(min_length=1)]
    """Its titles through time: an office can be renamed."""
    short: LaneLabel | None = None
    """The label of its band."""
    counterpart: Id | None = None
    """The office of another party that it deals with."""
    complete_since: Date | None = None
    """From when the recorded holders are complete: a gap after this day is a vacancy."""
    sources: Ids = ()
    """Shared sources."""


class Channel(Entry):
    """A way in which the two sides talk again and again."""

    name: Name
    """The name in English."""
    short: LaneLabel
    """The label of its lane."""
    native: Name | None = None
    """The name in the other language, as seen on a page."""
    level: Level
    """The level on which it lies."""
    purpose: Annotated[Prose, Field(max_length=600)]
    """What it is for."""
    offices: Ids = ()
    """The offices that meet in it."""
    interval_months: Number | None = None
    """The interval expected between rounds, in months."""
    rounds: Flag = True
    """Whether it consists of rounds at all: a memorandum or an attaché office does not."""
    programme: Flag = False
    """Whether it stands for the exchanges as a whole, so that its suspension is a break by itself."""
    dormant_after_months: Number = 24
    """After how many months without a contact an open channel counts as dormant."""
    sources: Ids = ()
    """Shared sources."""
    formerly: Ids = ()
    """Former ids, which become redirects."""


class Rank(Shape):
    """A rank, for the time in which a person held it."""

    rank: Name
    """The rank in English."""
    since: Annotated[Date | None, Field(alias="from")] = None
    """From when (EDTF)."""
    until: Date | None = None
    """Until when (EDTF)."""


class Post(Shape):
    """A time in an office."""

    office: Id
    """An office of the registry."""
    role: Name | None = None
    """How the person held it, where that needs saying: acting, designate."""
    since: Annotated[Date | None, Field(alias="from")] = None
    """The first day in post (EDTF)."""
    until: Date | None = None
    """The last day in post (EDTF); absent while it lasts or where it is not known."""
    seen: Annotated[tuple[Date, ...] | None, Field(min_length=1, max_length=2)] = None
    """The first and last day on which the person was seen in post, where no more is known."""
    sources: Ids = ()
    """Shared sources."""

    @property
    def first(self) -> date | None:
        """The first day on which the person may have been in post; absent where nothing is known of it."""
        known = self.since or (self.seen[0] if self.seen else None)
        return known.earliest if known else None

    @property
    def last(self) -> date | None:
        """The last day on which the person may have been in post; absent while it lasts or is not known."""
        known = self.until or (self.seen[-1] if self.seen else None)
        return known.latest if known else None

    @property
    def certain(self) -> tuple[date, date] | None:
        """The first and last day on which the person is certain to have been in post, where two such days are known."""
        seen = self.seen or ()
        since, until = self.since or (seen[0] if seen else None), self.until or (seen[-1] if seen else None)
        if since is None or until is None or since.is_doubtful or until.is_doubtful:
            return None
        first, last = since.latest, until.earliest
        return (first, last) if first and last and first <= last else None

    def includes(self, day: date) -> bool:
        """Whether the person is known to have held the office on a day, bounds included."""
        if self.first is None and self.last is None:
            return False
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Person(Entry):
    """Somebody who takes part."""

    name: Name
    """The name in English, family name where its language puts it."""
    native: Name | None = None
    """The name in its own script, as seen on a page."""
    family_name: LaneLabel
    """The label in bands."""
    party: Id
    """The party that the person serves."""
    ranks: tuple[Rank, ...] = ()
    """Ranks through time."""
    posts: tuple[Post, ...] = ()
    """Offices held."""
    sources: Ids = ()
    """Shared sources."""
    formerly: Ids = ()
    """Former ids, which become redirects."""


class Place(Entry):
    """Where events happen."""

    name: Name
    """The name in English."""
    native: Name | None = None
    """The name in the language of the place."""
    within: Name | None = None
    """What it lies in: a city, a country."""


class Topic(Entry):
    """What events are about."""

    name: Name
    """The name in English."""
    native: Name | None = None
    """The name in the other language."""
    about: Note | None = None
    """What is meant, in a sentence or two."""
    words: tuple[Name, ...] = ()
    """The words by which a text names it: accounts are compared by them, and without any they are not."""


class Publisher(Entry):
    """Who publishes sources."""

    name: Name
    """The name in English or as it calls itself."""
    native: Name | None = None
    """The name in its own script."""
    side: Id
    """The party that it speaks for, or `press` or `research`."""
    language: Language
    """The language it publishes in (BCP 47)."""
    about: Note | None = None
    """What it is, where the name does not say it."""


class Gap(Entry):
    """Something that is known to be missing from the record."""

    period: Date
    """The time concerned (EDTF)."""
    channel: Id | None = None
    """The channel concerned."""
    what: Note
    """What is missing."""
    why: Note
    """Why it is missing."""


class Step(Shape):
    """A step of a tour."""

    event: Id
    """The event to look at."""
    window: Date
    """The time to show (EDTF interval)."""
    text: Prose
    """What to see there."""


class Tour(Entry):
    """A guided walk through the timeline."""

    title: Title
    """Its title."""
    intro: Prose
    """What it shows."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """Its steps in order."""


class Coverage(Entry):
    """How far the record reaches."""

    checked: Day
    """The last day up to which it was checked."""
