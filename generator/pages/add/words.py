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
    Section("Where you read it", "Begin with the address of the page; one source is enough. The document itself is "
            "better than a report about it.", ("sources",)),
    Section("What happened", "", ("title", "date", "kind", "status", "declined_by", "summary")),
    Section("Where, and who took part", "", ("channel", "place", "participants")),
    Section("What each government said", "In your own words, attributed: “said”, not “claimed” or “admitted”. Look "
            "for the account of both sides, and leave a side empty where you found none.", ("accounts", "reported")),
    Section("What it is connected with", "", ("topics", "effects", "related")),
    Section("More, seldom needed", "", ("short", "significance", "standing", "disclosed", "figures", "zh", "revised",
                                        "reviewed", "formerly", "added")),
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

FIRST: Mapping[str, tuple[str, ...]] = {"sources": ("url", "title", "publisher", "published", "attribution")}
"""What is asked first of an item of a list, where that is not what its file begins with."""

DATE_FORMS = (
    ("one", "one day, month or year"),
    ("span", "it lasted, from … to …"),
    ("before", "one day not known, up to …"),
    ("after", "one day not known, not before …"),
    ("between", "one day not known, between … and …"),
    ("on", "it began and goes on"),
    ("unended", "it began, its end is not known"),
    ("unbegun", "it ended, its beginning is not known"),
    ("typed", "something else, typed below"),
)
"""What can be known of a date: what the scripts call it, and the words of the choice."""

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

USUAL: Mapping[type[Shape], Mapping[str, str]] = {Event: {"status": "held"}}
"""What counts where nothing is chosen and the model leaves it open."""

HINTS: Mapping[type[Shape], Mapping[str, str]] = {
    Event: {
        "sources": "", "accounts": "", "participants": "", "reported": "",
        "kind": "", "channel": "The recurring channel of which this was a round; empty where it was none.",
        "place": "Where it was, by its name; also “By video” and “By telephone”.",
        "topics": "What it was about, as far as the record has a topic for it.",
        "declined_by": "The party that refused or cancelled.",
        "related": "What this event answers, carries out, follows or belongs to, where a source says so.",
        "status": "",
        "reviewed": "Where somebody has read the whole entry after the day on which it was added.",
        "effects": "", "figures": "", "revised": "", "zh": "",
        "formerly": "Ids under which the event was published before. A new event has none.",
        "added": "The day on which you write this.",
    },
    Source: {
        "url": "Copied from the browser. What is there to follow readers is taken off.",
        "title": "As it stands on the page, in its own language.",
        "publisher": "Who published it, by name; a new one can be added.",
        "published": "A day as `2024-01-08`, a month as `2024-01`.",
        "id": "Made of publisher and day; it seldom needs another.",
        "copy_of": "The first publisher, where the address is somebody else's copy.",
        "described": "Because the page's own title was not seen.",
        "language": "Where it is not the publisher's own: `en`, `zh`.",
    },
    Account: {"text": "What it says happened, in your own words.", "sources": "", "zh": "",
              "date": "Where it differs: time zones.", "quote": "At most 25 words, as they were said."},
    AccountInChinese: {"text": "", "quote": ""},
    Report: {"text": "What the press alone has, and from whom.", "sources": ""},
    Figure: {"sources": ""},
    Participant: {"person": "By name, in either script; somebody new can be added.",
                  "role": "Only where the post held that day does not say it.",
                  "office": "Instead of a person, where the holder is not named."},
    Effect: {"channel": "", "state": "", "disputed": ""},
    Link: {"event": "By words of its title, or its day.", "relation": ""},
    InChinese: {"title": "", "summary": ""},
    Person: {"party": "", "posts": ""},
    Post: {"office": "By its title.", "from": "A day as `2024-01-08`, a month as `2024-01`.", "until": "",
           "seen": "First and last day, with a comma between."},
    Publisher: {"side": "", "language": "The language it publishes in: `en`, `zh`."},
}  # fmt: skip
"""What a field means to whoever fills in the form, where the model speaks to whoever writes a file."""

LABELS: Mapping[type[Shape], Mapping[str, str]] = {
    Event: {
        "title": "Title", "short": "Short title for the picture", "date": "Date", "disclosed": "First made public",
        "kind": "What it was", "status": "What became of it", "declined_by": "Who refused or cancelled",
        "channel": "Channel", "place": "Place", "participants": "Who took part", "summary": "Summary",
        "accounts": "The two accounts", "reported": "Reported by the press only", "topics": "Topics",
        "effects": "What it did to channels", "related": "Earlier events that led here",
        "figures": "Reported counts", "significance": "Significance", "sources": "Sources",
        "standing": "How well it is established", "added": "Added on", "revised": "Corrections",
        "reviewed": "Read against its sources on",
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
