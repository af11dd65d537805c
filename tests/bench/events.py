"""Events of a made-up record, in the order of time: about 2.2 KB each, as the real ones are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from generator.record.vocabulary import Family, Kind, Relation
from tests.bench.registry import DAYS, FIRST, LAST, PARTIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from tests.bench.registry import Entry, Registry
    from tests.bench.words import Words

T = TypeVar("T")

ADDED = "2026-01-02"
SHARING = 10
"""How many events in a row cite one shared source."""

_FAMILIES = {Family.CONTACT: 66, Family.FRICTION: 13, Family.WORD: 10, Family.CHANNEL: 7, Family.OFFICE: 4}
"""Of a hundred events, as in the real record."""
_STATUS = {None: 86, "refused": 7, "postponed": 3, "proposed": 3, "cancelled": 1}
"""Of a hundred contacts."""
_SIGNIFICANCE = {"notable": 69, "minor": 23, "major": 8}
_STANDING = {"confirmed": 90, "single-source": 8, "disputed": 1, "unconfirmed": 1}
_RELATIONS = (Relation.RESPONDS_TO, Relation.IMPLEMENTS, Relation.FOLLOWS)
_CLUSTERS = 18
_CLUSTERED = 0.7
"""The share of events that crowd round one of the clusters: dialogue comes in bouts."""
_MARKED = 1 / 3
"""The share of texts with links and emphasis."""


@dataclass
class Story:
    """What has happened so far: an event takes up what earlier ones left."""

    random: Random
    words: Words
    registry: Registry
    number: int
    """How many events there will be."""
    ids: list[str] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    """Channels that are suspended."""
    busy: dict[str, date] = field(default_factory=dict)
    """By channel the last day on which anything befell it: neither rounds nor changes of its state share a day."""

    def events(self) -> Iterator[tuple[str, Entry]]:
        """Give id and entry of each event."""
        for number, (start, end) in enumerate(_spans(self.random, self.number)):
            yield self._event(number, start, end)

    def _event(self, number: int, start: date, end: date) -> tuple[str, Entry]:
        random = self.random
        kind = self._kind()
        channel = self._channel(kind, start)
        decides = kind in (Kind.SUSPENSION, Kind.RESUMPTION)
        end = start if decides else end
        when = _written(random, start, end, exact=decides or channel is not None)
        title = f"{self.words.phrase(8, 11)[:78]} {number}"
        id_ = f"{when[:7]}-{'00' if len(when.strip('~')) < 10 else when[8:10]}-{_slug(title)}"
        event: Entry = {"title": title, "short": _short(title), "date": when, "kind": kind.value}
        status = self._chosen(_STATUS) if kind.family is Family.CONTACT else None
        if status:
            event["status"] = status
        if status in ("refused", "cancelled"):
            event["declined_by"] = random.choice(PARTIES)
        if channel:
            event["channel"] = channel
        event["place"] = random.choice(list(self.registry.places))
        event["participants"] = self._participants(channel, start)
        event["summary"] = " ".join(self._marked(self.words.sentence(14, 26)) for _ in range(random.randint(1, 2)))
        event |= self._said(number, title)
        event["topics"] = random.sample(list(self.registry.topics), 2)
        if effects := self._effects(kind, None if status else channel, start):
            event["effects"] = effects
        self.busy |= dict.fromkeys([*([channel] if channel else []), *(each["channel"] for each in effects)], end)
        if related := self._related():
            event["related"] = related
        event["significance"] = self._chosen(_SIGNIFICANCE)
        event["sources"] = self._sources(number, end)
        event["standing"] = self._chosen(_STANDING)
        event["added"] = ADDED
        if random.random() < 1 / 3:
            event["zh"] = {"title": self.words.native(10, 20)}
        self.ids.append(id_)
        return id_, event

    def _kind(self) -> Kind:
        family = self._chosen(_FAMILIES)
        kinds = [kind for kind in Kind if kind.family is family]
        if not self.closed and Kind.RESUMPTION in kinds:
            kinds.remove(Kind.RESUMPTION)
        return self.random.choice(kinds)

    def _channel(self, kind: Kind, day: date) -> str | None:
        """Give the channel of which a contact is a round; early channels are busier than late ones."""
        if kind.family is not Family.CONTACT or self.random.random() < 1 / 8:
            return None
        channels = list(self.registry.channels)
        wanted = channels[int(self.random.random() ** 2 * len(channels))]
        return wanted if self._is_free(wanted, day) else None

    def _is_free(self, channel: str, day: date) -> bool:
        return channel not in self.busy or self.busy[channel] < day

    def _participants(self, channel: str | None, day: date) -> Entry:
        number = self.random.randrange(len(self.registry.offices) // 2)
        offices = self.registry.channels[channel]["offices"] if channel else [f"{p}-office-{number}" for p in PARTIES]
        taking: Entry = {
            party: [self.registry.holder(office, day)] for party, office in zip(PARTIES, offices, strict=True)
        }
        guest = self.random.choice(list(self.registry.people))
        party = self.registry.people[guest]["party"]
        if guest not in taking[party]:
            taking[party].append({"person": guest, "role": self.words.phrase(1, 3)})
        return taking

    def _said(self, number: int, title: str) -> Entry:
        """Give both accounts, and a report in two of five events."""
        said: Entry = {
            "accounts": {
                party: {"text": self._marked(self.words.paragraph(320)), "sources": [_source(number, place)]}
                for place, party in enumerate(PARTIES)
            }
        }
        if self.random.random() < 0.4:
            report = {"text": self._marked(self.words.paragraph(160)), "sources": [_shared(number)]}
            said["reported"] = [report]
        if self.random.random() < 0.2:
            said["accounts"][PARTIES[0]]["quote"] = f"{' '.join(title.split()[:4])} {self.words.phrase(6, 10)}"
        return said

    def _effects(self, kind: Kind, held: str | None, day: date) -> list[Entry]:
        """Give what the event does to channels; a round that is held in a suspended one opens it again."""
        if kind is Kind.SUSPENSION:
            state, channels = "suspended", self._some(set(self.registry.channels) - self.closed, day)
            self.closed.update(channels)
        elif kind is Kind.RESUMPTION:
            state, channels = "open", self._some(self.closed, day)
            self.closed.difference_update(channels)
        elif held and (held in self.closed or self.random.random() < 0.2):
            state, channels = "open", [held]
            self.closed.discard(held)
        else:
            return []
        return [{"channel": name, "state": state} for name in channels]

    def _some(self, channels: set[str], day: date) -> list[str]:
        free = sorted(channel for channel in channels if self._is_free(channel, day))
        return self.random.sample(free, min(len(free), self.random.randint(1, 4)))

    def _related(self) -> list[Entry]:
        """Relate the event to earlier ones, most often to recent ones."""
        wanted = self.random.choice((0, 0, 1, 1, 2)) if self.ids else 0
        back = {min(len(self.ids), 1 + int(self.random.random() ** 3 * 60)) for _ in range(wanted)}
        return [{"event": self.ids[-steps], "relation": self.random.choice(_RELATIONS).value} for steps in sorted(back)]

    def _sources(self, number: int, end: date) -> list[str | Entry]:
        return [
            *(made_source(self, _source(number, place), end, party) for place, party in enumerate(PARTIES)),
            _shared(number),
        ]

    def _marked(self, text: str) -> str:
        """Put a link and an emphasis into a third of the texts."""
        if self.random.random() >= _MARKED or len(text.split()) < 8:
            return text
        words = text.split(" ")
        targets = [
            f"channel:{self.random.choice(list(self.registry.channels))}",
            *(f"event:{id_}" for id_ in self.ids[-9:]),
        ]
        place = self.random.randrange(1, len(words) - 5)
        words[place] = f"[{words[place]}]({self.random.choice(targets)})"
        words[place + 2] = f"*{words[place + 2]}*"
        return " ".join(words)

    def _chosen(self, weights: Mapping[T, int]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]


def _spans(random: Random, number: int) -> list[tuple[date, date]]:
    """Give first and last day of each event, in order. One in ten lasts up to a week."""
    centres = [(random.random() * DAYS, 60 + random.random() * 700) for _ in range(_CLUSTERS)]
    spans = []
    for _ in range(number):
        centre, width = random.choice(centres)
        spread = (random.random() + random.random() + random.random() - 1.5) * 1.15 * width
        day = centre + spread if random.random() < _CLUSTERED else random.random() * DAYS
        start = FIRST + timedelta(days=int(min(DAYS, max(0, day))))
        spans.append((start, min(LAST, start + timedelta(days=random.randint(1, 6) if random.random() < 0.1 else 0))))
    return sorted(spans)


def _written(random: Random, start: date, end: date, *, exact: bool) -> str:
    """Write a date in EDTF. Of events outside the channels some are known by the month alone, or about."""
    if start != end:
        return f"{start}/{end}"
    doubt = 1.0 if exact else random.random()
    if doubt < 0.08:
        return f"{start:%Y-%m}"
    return f"{start}~" if doubt < 0.12 else f"{start}"


def _short(title: str) -> str:
    """Give the first words of a title, 19 letters on average, as the labels of the record have."""
    return title[:23].rpartition(" ")[0]


def _slug(title: str) -> str:
    """Write the first words of a title and its number, which tells it from all others, as part of an id."""
    words = title.lower().split()
    return "-".join([*words[:4], words[-1]])


def _source(number: int, place: int) -> str:
    return f"source-{number}-{place}"


def _shared(number: int) -> str:
    return f"shared-{number // SHARING}"


def made_source(story: Story, id_: str, end: date, side: str) -> Entry:
    """Make a source that was published some days after the last day of what it reports."""
    publisher = story.random.choice(list(story.registry.publishers))
    return {
        "id": id_, "title": story.words.phrase(6, 12), "publisher": publisher,
        "url": f"https://{publisher}.example.org/{end:%Y/%m}/{id_}",
        "published": f"{min(LAST, end + timedelta(days=story.random.randint(0, 4)))}",
        "attribution": "readout" if side == PARTIES[0] else "on-record",
    }  # fmt: skip


def shared_source(story: Story, number: int) -> tuple[str, Entry]:
    """Make the source that a run of events cite, the event of this number the last of them."""
    id_, entry = _shared(number), made_source(story, _shared(number), LAST, PARTIES[1])
    return id_, {name: value for name, value in entry.items() if name != "id"}
