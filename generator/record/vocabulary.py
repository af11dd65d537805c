"""The words of the record, each declared once with its definition.

Models, JSON Schema, messages, legend, reference pages and scripts all take them from here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed vocabulary: its value as written in the record, and what it means."""

    definition: str
    """One line without a full stop."""

    def __new__(cls, value: str, definition: str) -> Self:
        """Make the word from its value and definition."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.definition = definition
        return word


class Family(Word):
    """The five families of kinds: they decide colour, shape and lane."""

    CONTACT = "contact", "the two sides meet, talk, write or act together, or were to"
    CHANNEL = "channel", "a decision about channels: an agreement, a suspension, a resumption"
    FRICTION = "friction", "an act or encounter that strains relations"
    OFFICE = "office", "somebody takes or leaves an office"
    WORD = "word", "something said, published or enacted, or what happened around"


class Kind(Word):
    """What happened, in one word. Each belongs to a family."""

    family: Family

    def __new__(cls, value: str, definition: str, family: Family = Family.WORD) -> Self:
        """Make the kind from its value, definition and family."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.definition = definition
        kind.family = family
        return kind

    SUMMIT = "summit", "the heads of state or government meet or speak by video", Family.CONTACT
    MEETING = "meeting", "officials meet outside a recurring round of talks", Family.CONTACT
    TALKS = "talks", "a round of a recurring channel", Family.CONTACT
    CALL = "call", "officials speak by telephone or video", Family.CONTACT
    VISIT = "visit", "an official travels to the other country", Family.CONTACT
    EXCHANGE = "exchange", "units, schools, experts or letters are exchanged", Family.CONTACT
    EXERCISE = "exercise", "both armed forces exercise together, or one observes the other", Family.CONTACT
    PORT_CALL = "port-call", "a warship visits a port of the other side", Family.CONTACT
    AGREEMENT = "agreement", "both sides agree on something, signed or announced", Family.CHANNEL
    SUSPENSION = "suspension", "a side breaks off or suspends channels", Family.CHANNEL
    RESUMPTION = "resumption", "channels are taken up again", Family.CHANNEL
    INCIDENT = "incident", "an encounter at sea, in the air or on land with risk or harm", Family.FRICTION
    CRISIS = "crisis", "a confrontation over days or weeks", Family.FRICTION
    DRILL = "drill", "one side exercises alone, as a signal to the other", Family.FRICTION
    SANCTION = "sanction", "a side restricts persons or organisations of the other", Family.FRICTION
    ARMS_SALE = "arms-sale", "arms sales to which the other side objects are announced or notified", Family.FRICTION
    TRANSIT = "transit", "warships or aircraft pass where the other side objects", Family.FRICTION
    APPOINTMENT = "appointment", "somebody takes an office", Family.OFFICE
    REMOVAL = "removal", "somebody leaves or loses an office", Family.OFFICE
    STATEMENT = "statement", "an official or a government says something of weight in public", Family.WORD
    REPORT = "report", "a report, strategy or white paper is published", Family.WORD
    LAW = "law", "a law or rule is passed or takes effect", Family.WORD
    CONTEXT = "context", "what happened around: an election, a notified missile test", Family.WORD


class Status(Word):
    """What became of a contact."""

    HELD = "held", "it took place"
    PLANNED = "planned", "both sides have agreed on it and it lies ahead"
    PROPOSED = "proposed", "one side has proposed it and no agreement is known"
    POSTPONED = "postponed", "it was put off to a later date"
    REFUSED = "refused", "one side declined it"
    CANCELLED = "cancelled", "it had been agreed and was called off"


class State(Word):
    """The state of a channel that an event can bring about."""

    PROPOSED = "proposed", "one side has proposed the channel"
    AGREED = "agreed", "both sides have agreed to open or resume it; no contact has followed yet"
    OPEN = "open", "the channel is in use"
    SUSPENDED = "suspended", "a side has suspended it"
    ENDED = "ended", "the channel has been given up"


class DerivedState(Word):
    """States that are never written in the record but derived from it."""

    NONE = "none", "the channel did not exist yet, or nothing is recorded of it"
    DORMANT = "dormant", "open by the last word on it, but without a contact for more months than its entry allows"


class Relation(Word):
    """How an event relates to an earlier one."""

    inverse: str
    """The same relation seen from the other event."""

    def __new__(cls, value: str, definition: str, inverse: str = "") -> Self:
        """Make the relation from its value, definition and inverse."""
        relation = str.__new__(cls, value)
        relation._value_ = value
        relation.definition = definition
        relation.inverse = inverse
        return relation

    RESPONDS_TO = "responds-to", "this event answers that one", "answered by"
    IMPLEMENTS = "implements", "this event carries out what that one agreed or announced", "carried out by"
    FOLLOWS = "follows", "this event comes after that one in a connection that a source makes", "followed by"
    PART_OF = "part-of", "this event took place within that one", "includes"


class Significance(Word):
    """Which events keep their labels when there is little room."""

    MAJOR = "major", "a turning point that every account of the period names"
    NOTABLE = "notable", "an event that a reader of its year should meet"
    MINOR = "minor", "a detail that completes the picture"


class Standing(Word):
    """How well an event is established."""

    CONFIRMED = "confirmed", "an official document or at least two independent sources say it"
    SINGLE_SOURCE = "single-source", "one secondary source says it"
    DISPUTED = "disputed", "a side denies it or tells it otherwise"
    UNCONFIRMED = "unconfirmed", "it was reported without confirmation"


class Attribution(Word):
    """Who speaks in a source."""

    ON_RECORD = "on-record", "named officials or a published document"
    READOUT = "readout", "a government's own account of a contact"
    ANONYMOUS = "anonymous", "unnamed people"


class Level(Word):
    """The level on which a channel or an office lies."""

    LEADERS = "leaders", "heads of state and of the ruling party"
    MINISTERS = "ministers", "defence ministers and members of the highest command"
    CHIEFS = "chiefs", "chiefs of staff and of the services"
    POLICY = "policy", "officials who prepare and steer policy"
    OPERATIONAL = "operational", "officers who deal with operations, safety and exchanges"
    THEATRE = "theatre", "commanders of theatres"


class Side(Word):
    """For whom a publisher speaks, where it is not one of the parties."""

    PRESS = "press", "a newspaper, broadcaster or agency that answers to neither government"
    RESEARCH = "research", "an institute, university or archive"


BUILT_IN_PLACES = {"virtual": "By video", "by-telephone": "By telephone"}
"""Places that are no places: id and the words shown for it."""
