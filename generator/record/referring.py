"""Which fields hold the id of something else, and of what: for editors, forms and whatever completes ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.models import Effect, Event, Link, Participant
from generator.record.registry import Channel, Gap, Office, Person, Post, Publisher, Step
from generator.record.source import SharedSource, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.fields import Shape

_CITED = {"publisher": "publishers", "copy_of": "publishers"}

NAMED: Mapping[type[Shape], Mapping[str, str]] = {
    Event: {
        "declined_by": "parties", "channel": "channels", "place": "places", "participants": "parties",
        "accounts": "parties", "topics": "topics", "sources": "shared-sources",
    },
    Participant: {"person": "people", "office": "offices"},
    Effect: {"channel": "channels"},
    Link: {"event": "events"},
    Source: _CITED,
    SharedSource: _CITED,
    Office: {"party": "parties", "counterpart": "offices", "sources": "shared-sources"},
    Channel: {"offices": "offices", "sources": "shared-sources"},
    Person: {"party": "parties", "sources": "shared-sources"},
    Post: {"office": "offices", "sources": "shared-sources"},
    Publisher: {"side": "sides"},
    Gap: {"channel": "channels"},
    Step: {"event": "events"},
}  # fmt: skip
"""By model and field, as written in files: the kind of the ids that may stand there."""
