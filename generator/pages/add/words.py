"""What the form says of each field in plain words, and which fields stand together. What they mean is the models'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.record.models import (
    Account,
    AccountInChinese,
    Effect,
    Event,
    Figure,
    InChinese,
    Link,
    Participant,
    Report,
    Revision,
)
from generator.record.registry import Person, Place, Post, Publisher, Topic
from generator.record.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.entry import Entry
    from generator.record.fields import Shape


class Section(NamedTuple):
    """Fields of an event that are asked together."""

    title: str
    about: str
    names: tuple[str, ...]


SECTIONS = (
    Section("Sources", "Where did you read it? Begin with the address of the page; one source is enough.",
            ("sources",)),
    Section("What happened", "", ("title", "date", "kind", "status", "declined_by", "summary")),
    Section("Where, and who took part", "", ("channel", "place", "participants")),
    Section("What each government said", "In your own words, attributed: “said”, not “claimed” or “admitted”. Look "
            "for the account of both sides, and leave a side empty where you found none.", ("accounts", "reported")),
    Section("What it is connected with", "", ("topics", "effects", "related")),
    Section("More, seldom needed", "", ("short", "significance", "standing", "disclosed", "figures", "zh", "revised",
                                        "formerly", "added")),
)  # fmt: skip
"""The parts of the form; the last is folded away."""

FOLDED: Mapping[type[Shape], tuple[str, ...]] = {
    Source: ("id", "archived", "accessed", "language", "copy_of", "supports", "described"),
    Account: ("quote", "date", "zh"),
    Participant: ("office",),
    Figure: ("unit", "period", "low", "high"),
    Effect: ("disputed",),
}
"""Fields that are folded away inside their mapping."""

ADDED: Mapping[type[Shape], Mapping[str, str]] = {
    Event: {
        "participants": "Add somebody", "reported": "Add a report", "effects": "Add a channel that changed",
        "related": "Add an earlier event", "figures": "Add a count", "sources": "Add another source",
        "revised": "Add a correction",
    },
    Person: {"posts": "Add an office"},
}  # fmt: skip
"""What the buttons say that add one more."""

ENTRIES: Mapping[str, tuple[type[Entry], tuple[str, ...]]] = {
    "people": (Person, ("name", "native", "family_name", "party", "posts")),
    "publishers": (Publisher, ("name", "native", "side", "language")),
    "places": (Place, ("name", "native", "within")),
    "topics": (Topic, ("name", "native", "about")),
}
"""The entries of the registry that the form can begin, with the fields that it asks for."""

LABELS: Mapping[type[Shape], Mapping[str, str]] = {
    Event: {
        "title": "Title", "short": "Short title for the picture", "date": "Date", "disclosed": "First made public",
        "kind": "What it was", "status": "What became of it", "declined_by": "Who refused or cancelled",
        "channel": "Channel", "place": "Place", "participants": "Who took part", "summary": "Summary",
        "accounts": "The two accounts", "reported": "Reported by the press only", "topics": "Topics",
        "effects": "What it did to channels", "related": "Earlier events that led here",
        "figures": "Reported counts", "significance": "Significance", "sources": "Sources",
        "standing": "How well it is established", "added": "Added on", "revised": "Corrections",
        "zh": "In Chinese", "formerly": "Former ids",
    },
    Source: {
        "id": "Name of this source within the event", "title": "Its title", "publisher": "Publisher",
        "url": "Address", "published": "Published on", "archived": "Address of an archived copy",
        "accessed": "Last read on", "language": "Language", "attribution": "Who speaks in it",
        "copy_of": "Whose piece it is, where this is a copy", "supports": "What it supports",
        "described": "The title is my own description",
    },
    Participant: {"person": "Person", "role": "Role on that day", "office": "Office"},
    Account: {"text": "Its account", "sources": "Sources of this account", "quote": "A short quotation",
              "date": "Date that this side gives", "zh": "This account in Chinese"},
    AccountInChinese: {"text": "Account in Chinese", "quote": "The quotation in its original words"},
    Report: {"text": "What was reported", "sources": "Sources of this report"},
    Effect: {"channel": "Channel", "state": "From then on", "disputed": "One side denies this"},
    Link: {"event": "Earlier event", "relation": "How this event relates to it"},
    Figure: {
        "label": "What was counted", "value": "Number or phrase", "unit": "Unit", "period": "Time that it covers",
        "by": "Who counted", "sources": "Sources of this count", "low": "At least", "high": "At most",
    },
    Revision: {"date": "Corrected on", "note": "What was corrected"},
    InChinese: {"title": "Title in Chinese", "summary": "Summary in Chinese"},
    Person: {"name": "Name in English", "native": "Name in its own script", "family_name": "Family name",
             "party": "Party", "posts": "Offices held"},
    Post: {"office": "Office", "role": "How it was held", "from": "In post from", "until": "In post until",
           "seen": "Seen in post", "sources": "Shared sources"},
    Publisher: {"name": "Name", "native": "Name in its own script", "side": "For whom it speaks",
                "language": "Language"},
    Place: {"name": "Name in English", "native": "Name in its own language", "within": "Lies in"},
    Topic: {"name": "Name in English", "native": "Name in the other language", "about": "What is meant"},
}  # fmt: skip
"""The name of each field for somebody who does not know the record."""
