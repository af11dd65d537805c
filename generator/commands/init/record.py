"""The example record of a new timeline: two events that say they are none, and what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.record.form.canonical import file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_REGISTRY = "events/registry"
_CHANNEL = "example-talks"
_LABEL = 22
"""Characters of a name that a lane has room for."""
_THIS = "This is an example, and nothing of it happened."


class Party(NamedTuple):
    """A party of a new timeline."""

    id: str
    name: str

    @property
    def short(self) -> str:
        """The name where there is little room: itself, or the id where it is too long."""
        return self.name if len(self.name) <= _LABEL else self.id.upper()[:_LABEL]

    @property
    def office(self) -> str:
        """The id of its example office."""
        return f"{self.id}-representative"

    @property
    def publisher(self) -> str:
        """The id of its example publisher."""
        return f"{self.id}-spokesperson"


def example_record(parties: Sequence[Party], today: date) -> Iterator[tuple[str, str]]:
    """Give path and text of each file of the example record, in the canonical form.

    The events lie in the year before today's, so that neither is ahead and no source is older than its event.
    """
    for name, plain in _registry(parties, today).items():
        path = f"{_REGISTRY}/{name}.yml"
        yield path, file_of(path, plain)
    for event in _events(parties, today):
        day = event["date"]
        path = f"events/{day[:4]}/{day}-{event.pop('slug')}.yml"
        yield path, file_of(path, event)


def _registry(parties: Sequence[Party], today: date) -> dict[str, dict[str, Any]]:
    return {
        "parties": {party.id: {"name": party.name, "short": party.short} for party in parties},
        "offices": {party.office: _office(party, parties) for party in parties},
        "publishers": {
            party.publisher: {"name": f"Spokesperson of {party.name}", "side": party.id, "language": "en"}
            for party in parties
        },
        "topics": {"example-topic": {"name": "Example topic"}},
        "coverage": {"checked": today.isoformat()},
        f"channels/{_CHANNEL}": {
            "name": "Example talks", "short": "Example talks", "level": "policy",
            "purpose": f"{_THIS} Here stands what a channel is for, in a sentence.",
            "offices": [party.office for party in parties], "interval_months": "12",
        },
    }  # fmt: skip


def _office(party: Party, parties: Sequence[Party]) -> dict[str, Any]:
    """Give an office; it has a counterpart where there is one other party to face."""
    others = [other for other in parties if other != party]
    faces = {"counterpart": others[0].office} if len(others) == 1 else {}
    return {"party": party.id, "level": "policy", "titles": [{"title": "Representative"}], **faces}


def _events(parties: Sequence[Party], today: date) -> Iterator[dict[str, Any]]:
    year = today.year - 1
    agreed, met = f"{year}-06-01", f"{year}-06-15"
    yield {
        "slug": "example-agreement", "title": "Example of an agreement to talk", "kind": "agreement",
        "effects": [{"channel": _CHANNEL, "state": "agreed"}], **_told(parties, agreed, "agreement", today),
    }  # fmt: skip
    yield {
        "slug": "example-talks-1", "title": "Example of a first round of talks", "kind": "talks", "channel": _CHANNEL,
        "place": "virtual", "participants": {party.id: [{"office": party.office}] for party in parties},
        "effects": [{"channel": _CHANNEL, "state": "open"}],
        "related": [{"event": f"{agreed}-example-agreement", "relation": "implements"}],
        **_told(parties, met, "talks", today),
    }  # fmt: skip


def _told(parties: Sequence[Party], day: str, what: str, today: date) -> dict[str, Any]:
    """Give what every example tells: that it is one, an account and a source of each party, at an address of nobody."""
    return {
        "date": day, "added": today.isoformat(), "topics": ["example-topic"],
        "summary": f"{_THIS} Here stands what is undisputed, in one to four neutral sentences.",
        "accounts": {
            party.id: {
                "text": f"Here stands what {party.name} says happened, in your own words. {_THIS}",
                "sources": [f"{party.id}-readout"],
            }
            for party in parties
        },
        "sources": [
            {
                "id": f"{party.id}-readout", "title": f"Example of a readout of the {what}",
                "publisher": party.publisher, "url": f"https://example.org/{party.id}/{what}", "published": day,
                "language": "en", "attribution": "readout",
            }
            for party in parties
        ],
        "standing": "unconfirmed",
    }  # fmt: skip
