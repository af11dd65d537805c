"""E4: ids that name nothing in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.check import Check
from generator.checks.ids import WELL_FORMED
from generator.checks.naming import namings
from generator.record.entry import Entry
from generator.record.faults import Code
from generator.record.kinds import home
from generator.record.models import Event
from generator.record.registry import Channel, Office, Party, Person, Place, Publisher, Topic
from generator.record.source import SharedSource
from generator.record.validating import did_you_mean
from generator.record.vocabulary import BUILT_IN_PLACES, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from generator.checks.naming import Naming
    from generator.record.around import Around
    from generator.record.faults import Fault
    from generator.record.record import Registry

_NONE: frozenset[str] = frozenset()
_WHY = "What is named twice must be the same thing: lanes, pages and filters are made of these ids."


def _unknown(target: type[Entry], id_: str, wrong: str, right: str, mend: str = "") -> tuple[type[Entry], Code]:
    noun = "shared source" if target is SharedSource else target.__name__.lower()
    mend = mend or f"Correct the id, or add the {noun} to `{home(target, '<id>')}`."
    return target, Code(id_, f"unknown {noun}", _WHY, mend, wrong, right)


UNKNOWN: Mapping[type[Entry], Code] = dict(
    (
        _unknown(Person, "E401", "participants:\n  north: [carl-noth]", "participants:\n  north: [carl-north]"),
        _unknown(Channel, "E402", "channel: polcy", "channel: policy"),
        _unknown(
            Office,
            "E403",
            "# events/registry/channels/policy.yml\noffices: [north-deputies]",
            "# events/registry/channels/policy.yml\noffices: [north-deputy]",
        ),
        _unknown(Place, "E404", "place: old-habrour", "place: old-harbour"),
        _unknown(Topic, "E405", "topics: [isalnds]", "topics: [islands]"),
        _unknown(
            Publisher,
            "E406",
            "# events/registry/sources/gazette-2024-01-10.yml\npublisher: gazete",
            "# events/registry/sources/gazette-2024-01-10.yml\npublisher: gazette",
        ),
        _unknown(
            Event,
            "E407",
            "related:\n  - event: 2023-11-15-sumit\n    relation: implements",
            "related:\n  - event: 2023-11-15-summit\n    relation: implements",
            "Correct the id: it is the name of the event's file without `.yml`.",
        ),
        _unknown(
            Party,
            "E409",
            "accounts:\n  norht:\n    text: …\n    sources: [gazette-2024-01-10]",
            "accounts:\n  north:\n    text: …\n    sources: [gazette-2024-01-10]",
        ),
        _unknown(
            SharedSource,
            "E410",
            "sources: [gazette-2024-01-11]",
            "sources: [gazette-2024-01-10]",
            "Correct the id, or write the source in place, or add its file to `events/registry/sources/`.",
        ),
    )
)
CASE = Code(
    "E415",
    "id differs only by case",
    "Some systems take the two for the same and others do not; addresses are written small.",
    "Write the id in small letters, as it is registered.",
    "channel: Policy",
    "channel: policy",
)


def unknown(entry: Entry, around: Around, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find ids that name nothing; what a broken file is about counts as known."""
    for naming in namings(entry):
        ids = around.known.get(naming.target, _NONE)
        if ids is not None and naming.id not in ids:
            yield _fault(around, naming, ids)


def _fault(around: Around, naming: Naming, ids: frozenset[str]) -> Fault:
    def made(code: Code, message: str, hint: str, better: str | None) -> Fault:
        return around.fault(code, naming.entry, naming.way, message, hint, key=naming.key, suggestion=better)

    code, small = UNKNOWN[naming.target], naming.id.lower()
    if small in ids:
        return made(CASE, f"`{naming.id}` differs from the id `{small}` only by case", f"Write `{small}`.", small)
    if naming.target is Event and naming.id in around.renamed:
        new = around.renamed[naming.id]
        return made(code, f"the event `{naming.id}` is now called `{new}`", f"Write `{new}`.", new)
    others = _other_words(naming)
    besides = f", nor is it {' or '.join(f'`{word}`' for word in others)}" if others else ""
    message = f"there is no {code.title.removeprefix('unknown ')} `{naming.id}` in the record{besides}"
    meant = _by_name(around.registry, naming)
    if meant:
        return made(code, message, f"Write its id, `{meant}`.", meant)
    elsewhere = _elsewhere(around, naming)
    if elsewhere:
        return made(code, message, elsewhere, None)
    guess, better = did_you_mean(naming.id, [*ids, *others])
    return made(code, message, f"{guess} {_way_out(naming)}".strip(), better)


def _elsewhere(around: Around, naming: Naming) -> str:
    """Say what stands in the place of an id where it is several ids, an address, or the id of something else."""
    several = [part.strip() for part in naming.id.split(",")]
    if len(several) > 1 and all(map(WELL_FORMED.fullmatch, several)):
        return f"Each is an entry of its own: `[{', '.join(several)}]`."
    if naming.target is SharedSource and "://" in naming.id:
        return "Write the source in place: `- id: …`, and below it `title`, `publisher`, `url` and `published`."
    for other, code in UNKNOWN.items():
        if naming.id in (around.known.get(other) or _NONE):
            noun = code.title.removeprefix("unknown ")
            is_other = f"`{naming.id}` is the id of {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
            return (
                f"{is_other}: write `{noun}: {naming.id}`."
                if {naming.target, other} == {Person, Office}
                else f"{is_other}."
            )
    return ""


def _by_name(registry: Registry, naming: Naming) -> str | None:
    """Give the id of the one entry that has as its name, in either script, what stands where its id belongs."""
    known: Mapping[type[Entry], Mapping[str, Person | Channel | Place | Topic | Publisher | Party]] = {
        Person: registry.people, Channel: registry.channels, Place: registry.places,
        Topic: registry.topics, Publisher: registry.publishers, Party: registry.parties,
    }  # fmt: skip
    wanted = naming.id.casefold()
    found = [
        id_
        for id_, one in known.get(naming.target, {}).items()
        if wanted in (one.name.casefold(), (one.native or "").casefold())
    ]
    return found[0] if len(found) == 1 else None


def _other_words(naming: Naming) -> tuple[str, ...]:
    """Give the words that may stand in the place of an id."""
    if naming.way[-1] == "side":
        return tuple(Side)
    return tuple(BUILT_IN_PLACES) if naming.target is Place else ()


def _way_out(naming: Naming) -> str:
    if naming.target is Event:
        return "The id of an event is the name of its file without `.yml`."
    name = naming.id if WELL_FORMED.fullmatch(naming.id) else "<id>"
    return f"A new one is added to `{home(naming.target, name)}`."


CHECKS = (Check(unknown, (*UNKNOWN.values(), CASE), (Entry,)),)
