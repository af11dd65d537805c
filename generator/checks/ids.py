"""E4: ids as such: their letters, former and published ones, and one that stands twice in a list."""

from __future__ import annotations

import re
from pathlib import PurePosixPath as PurePath
from typing import TYPE_CHECKING

from generator.checks.check import Check, Comparison
from generator.record.entry import Entry
from generator.record.faults import Code, Place
from generator.record.kinds import PUBLISHED, home
from generator.record.models import Event
from generator.record.registry import Channel, Gap, Office, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from generator.record.around import Around, Reading
    from generator.record.faults import Fault
    from generator.record.models import Participant
    from generator.record.outline import EventOutline, Outline
    from generator.record.reading import Path

Renamed = Event | Channel | Person
"""The entries that keep their former ids: those with pages that others cite."""
_NOUNS: Mapping[str, type[Entry]] = {"event": Event, "channel": Channel, "person": Person}
"""What they are called in the list of published ids."""
WELL_FORMED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What an id looks like: small letters and digits, in words joined by hyphens."""

FORM = Code(
    "E416",
    "id of other characters",
    "Ids become addresses and file names, which must be the same on every system and in every link.",
    "Use small letters a to z, digits, and single hyphens between words.",
    "formerly: [2024-01-08_DPCT]",
    "formerly: [2024-01-08-policy]",
)
FORMER = Code(
    "E417",
    "former id in use",
    "A former id redirects to its entry; one address cannot lead to two places.",
    "Remove it from `formerly`, or rename the other entry.",
    "# events/2024/2024-01-08-policy-17.yml\nformerly: [2023-11-15-summit]",
    "# events/2024/2024-01-08-policy-17.yml\nformerly: [2024-01-09-policy-17]",
)
TWICE = Code(
    "E418",
    "named twice",
    "What is named twice in one list would be shown and counted twice.",
    "Remove one of the two.",
    "topics: [islands, islands]",
    "topics: [islands]",
)
LOST = Code(
    "E419",
    "published id lost",
    "Others cite the address of what was published; it leads somewhere for ever.",
    "Write the id under `formerly` of the entry that has taken its place.",
    "",
    "",
)


def forms(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find ids, whether file names, keys or those of sources, that have other characters than ids may have."""
    if not isinstance(entry, Gap) and not WELL_FORMED.fullmatch(entry.id):
        yield _ill_formed(around, entry, (), entry.id)
    if isinstance(entry, Event):
        for number, source in enumerate(entry.sources):
            if not isinstance(source, str) and not WELL_FORMED.fullmatch(source.id):
                yield _ill_formed(around, entry, ("sources", number, "id"), source.id)
    if isinstance(entry, Renamed):
        for number, former in enumerate(entry.formerly):
            if not WELL_FORMED.fullmatch(former):
                yield _ill_formed(around, entry, ("formerly", number), former)


def formers(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find former ids that are the id of an entry of that kind, or that two of them claim."""
    yield from _formers(reading, Event, reading.events)
    for model in (Channel, Person):
        yield from _formers(reading, model, (entry for entry in reading.registered if entry.model == model.__name__))


def _formers(reading: Reading, model: type[Entry], renamed: Iterable[Outline | EventOutline]) -> Iterator[Fault]:
    claimed: dict[str, str] = {}
    noun = model.__name__.lower()
    for entry in renamed:
        for number, former in enumerate(entry.formerly):
            owner = former if former in reading.ids[model] else claimed.get(former)
            if owner == former:
                whose = f"this {noun} itself" if former == entry.id else f"another {noun}"
                yield reading.fault(FORMER, entry, ("formerly", number), f"`{former}` is the id of {whose}")
            elif owner and owner != entry.id:
                message = f"`{former}` is already a former id of `{owner}`"
                yield reading.fault(FORMER, entry, ("formerly", number), message)
            claimed.setdefault(former, entry.id)


def lost(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find published ids that no entry has or had, but for kinds of which a file is broken, in which they may stand."""
    former = {f"{one.model.lower()} {id_}" for one in reading.registered for id_ in one.formerly}
    former.update(f"event {id_}" for event in reading.events for id_ in event.formerly)
    for number, line in enumerate(reading.published.text.splitlines(), 1):
        noun, _, id_ = line.partition(" ")
        model = _NOUNS.get(noun)
        if line in former or (model and (id_ in reading.ids.get(model, ()) or _is_broken(reading, model))):
            continue
        place = Place(PUBLISHED, number, 1, number, len(line) + 1)
        yield reading.published.fault_at(LOST, place, f"`{line}` was published, and no entry has or had this id")


def _is_broken(reading: Reading, model: type[Entry]) -> bool:
    """Whether a file is broken that lies where entries of a kind do."""
    return any(path.parent == PurePath(home(model, path.stem)).parent for path in map(PurePath, reading.broken))


def twice(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find what is named twice in one list."""
    for ways, names in _lists(entry):
        if len(names) == len(set(names)):
            continue
        seen: set[str] = set()
        for way, name in zip(ways, names, strict=True):
            if name in seen:
                yield around.fault(TWICE, entry, way, f"`{name}` stands here for the second time")
            seen.add(name)


def _lists(entry: Entry) -> Iterator[tuple[list[Path], list[str]]]:
    """Give the lists of ids of an entry: the ways to their items, and the items."""
    if isinstance(entry, Event):
        yield _plain("channel", entry.channels)
        yield _plain("topics", entry.topics)
        yield _keyed("effects", "channel", [effect.channel for effect in entry.effects])
        yield _keyed("related", "event", [link.event for link in entry.related])
        for party, side in entry.participants.items():
            yield _people(party, side)
    elif isinstance(entry, Channel):
        yield _plain("offices", entry.offices)
    if isinstance(entry, Renamed):
        yield _plain("formerly", entry.formerly)
    if isinstance(entry, Channel | Office | Person):
        yield _plain("sources", entry.sources)


def _plain(field: str, ids: Sequence[str]) -> tuple[list[Path], list[str]]:
    return [(field, number) for number in range(len(ids))], list(ids)


def _keyed(field: str, key: str, ids: list[str]) -> tuple[list[Path], list[str]]:
    return [(field, number, key) for number in range(len(ids))], ids


def _people(party: str, side: Sequence[Participant]) -> tuple[list[Path], list[str]]:
    """Give the people of a side: one who stands on two belongs to another party than one of them, which E602 tells."""
    found = [(("participants", party, at, "person"), part.person) for at, part in enumerate(side) if part.person]
    return [way for way, _ in found], [person for _, person in found]


def _ill_formed(around: Around, entry: Entry, way: Path, id_: str) -> Fault:
    better = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")
    is_file = not entry.origin.way(*way)
    hint = f"Rename the file to `{better}.yml`." if is_file else f"Write `{better}`."
    message = f"the id `{id_}` has other characters than small letters, digits and single hyphens between them"
    suggestion = better if way and better else None
    hint = hint if better else FORM.mend
    return around.fault(FORM, entry, way, message, hint, key=not way, suggestion=suggestion)


CHECKS = (
    Check(forms, (FORM,), (Entry,)),
    Comparison(formers, (FORMER,)),
    Comparison(lost, (LOST,)),
    Check(twice, (TWICE,), (Event, Channel, Office, Person)),
)
