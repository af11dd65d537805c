"""The registry of a made-up record: as many people, channels, offices and publishers as a record of that size has."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from generator.record.vocabulary import Level

if TYPE_CHECKING:
    from random import Random

    from tests.bench.words import Words

FIRST, LAST = date(1971, 1, 1), date(2025, 12, 31)
"""The days that the record spans; it was checked up to the last."""
DAYS = (LAST - FIRST).days
PARTIES = ("north", "south")

_REAL = 346
"""Events of the real record, from which the measure of the registry is taken: its people, places, publishers."""
_GROWTH = 0.7
"""New names become rarer as a record grows (Heaps' law, with the exponent of running prose)."""
_HOLDING = 0.6
"""The share of people who hold an office of the registry."""

Entry = dict[str, Any]
"""An entry of the record in plain values, as YAML holds them."""


@dataclass(frozen=True)
class Registry:
    """What events can refer to, by id."""

    parties: dict[str, Entry]
    offices: dict[str, Entry]
    channels: dict[str, Entry]
    people: dict[str, Entry]
    places: dict[str, Entry]
    topics: dict[str, Entry]
    publishers: dict[str, Entry]
    posts: dict[str, list[tuple[date, str]]] = field(default_factory=dict)
    """By office the first day of each holder, in order, and the holder's id."""

    def holder(self, office: str, day: date) -> str:
        """Give who holds an office on a day."""
        return [person for since, person in self.posts[office] if since <= day][-1]


def scaled(real: int, events: int) -> int:
    """Give how many there are in a record of so many events, of something of which the real record has so many."""
    return max(4, int(real * math.pow(events / _REAL, _GROWTH)))


def registry(random: Random, words: Words, events: int) -> Registry:
    """Make the registry of a record of so many events. One file holds all publishers, and not more than 256 KiB."""
    pairs = min(16, 2 + events // 20)
    offices = {
        f"{party}-office-{number}": _office(words, party, number) for party in PARTIES for number in range(pairs)
    }
    made = Registry(
        parties={party: {"name": f"{party.capitalize()}land", "short": party.capitalize()} for party in PARTIES},
        offices=offices,
        channels={f"channel-{number}": _channel(words, number, pairs) for number in range(min(33, 4 + events // 12))},
        people={},
        places={f"place-{number}": _place(words) for number in range(scaled(38, events))},
        topics={f"topic-{number}": {"name": words.phrase(1, 2)} for number in range(min(39, 6 + events // 10))},
        publishers={
            f"publisher-{number}": _publisher(random, words, number)
            for number in range(min(2_400, scaled(693, events)))
        },
    )
    _people(random, words, made, scaled(263, events))
    return made


def _office(words: Words, party: str, number: int) -> Entry:
    other = PARTIES[1 - PARTIES.index(party)]
    return {
        "party": party, "level": _level(number), "titles": [{"title": f"Office {number} of {words.name()}"}],
        "counterpart": f"{other}-office-{number}", "short": f"Office {number}", "complete_since": FIRST.isoformat(),
    }  # fmt: skip


def _channel(words: Words, number: int, pairs: int) -> Entry:
    return {
        "name": f"{words.phrase(2, 4)} talks", "short": f"{words.name()[:14]} {number}", "level": _level(number),
        "purpose": words.paragraph(120), "offices": [f"{party}-office-{number % pairs}" for party in PARTIES],
        "interval_months": 12, **({"programme": True} if number == 1 else {}),
    }  # fmt: skip


def _level(number: int) -> str:
    levels = list(Level)
    return levels[number % len(levels)].value


def _place(words: Words) -> Entry:
    return {"name": words.name(), "native": words.native(2, 4), "within": words.name()}


def _publisher(random: Random, words: Words, number: int) -> Entry:
    side = (*PARTIES, "research")[number] if number < 3 else random.choice(("press", "press", "press", *PARTIES))
    return {"name": f"{words.name()} {number}", "side": side, "language": random.choice(("en", "en", "zh"))}


def _people(random: Random, words: Words, made: Registry, number: int) -> None:
    """Fill the offices with holders one after another, without a gap, and add people who hold none."""
    terms = max(1, round(number * _HOLDING / len(made.offices)))
    for office, entry in made.offices.items():
        starts = [FIRST + timedelta(days=DAYS * term // terms) for term in range(terms)]
        made.posts[office] = [(start, _person(random, words, made, entry["party"])) for start in starts]
        for (start, person), end in zip(made.posts[office], [*starts[1:], None], strict=True):
            post = {"office": office, "from": start.isoformat()}
            made.people[person]["posts"] = [post if end is None else {**post, "until": _day_before(end)}]
    while len(made.people) < number:
        _person(random, words, made, PARTIES[len(made.people) % 2])


def _day_before(day: date) -> str:
    return (day - timedelta(days=1)).isoformat()


def _person(random: Random, words: Words, made: Registry, party: str) -> str:
    family, id_ = words.name(), f"person-{len(made.people)}"
    native = {"native": words.native(2, 3)} if random.random() < 0.5 else {}
    made.people[id_] = {"name": f"{words.name()} {family}", **native, "family_name": family[:22], "party": party}
    return id_
