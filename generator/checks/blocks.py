"""E9: timelines in hand-written pages that ask for what the record does not have."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.check import Comparison
from generator.record.blocks import WORD, blocks, read_block, strays
from generator.record.dates import EdtfError, parse_edtf
from generator.record.faults import Code, Place
from generator.record.models import Event
from generator.record.registry import Channel, Party, Person, Topic
from generator.record.validating import did_you_mean
from generator.record.vocabulary import Family, Kind, Level, Standing, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.record.around import Reading
    from generator.record.faults import Fault
    from generator.record.reading import Document, Path, Plain

_FENCE = "```"


def _example(*lines: str) -> str:
    return "\n".join((f"{_FENCE}{WORD}", *lines, _FENCE))


STRAY = Code(
    "E901",
    "timeline block that is none",
    "It would stand on the page as code, and a reader would see the question instead of the answer.",
    "Begin the block at the left margin with three backticks and the word `timeline` and nothing else, and end it "
    "with the same backticks on a line of their own.",
    f"{_FENCE}{WORD} policy\n{_FENCE}",
    _example("channel: policy"),
)
KEY = Code(
    "E902",
    "unknown key in a timeline block",
    "A misspelt key would be dropped in silence, and the picture would show everything.",
    "Use a key of the timeline's address, or `title`.",
    _example("chanel: policy"),
    _example("channel: policy"),
)
VALUE = Code(
    "E903",
    "value that the timeline's filter does not know",
    "A filter for what the record does not have would keep nothing, or everything.",
    "Correct the word or id; the address of the timeline, with that filter chosen, has it.",
    _example("channel: polcy"),
    _example("channel: policy"),
)
DAY = Code(
    "E904",
    "no day in a timeline block",
    "A window begins and ends on a day, and states are those of a day.",
    "Write the day in full, such as `2024-01-08`.",
    _example("from: 2024"),
    _example("from: 2024-01-01"),
)
BACKWARDS = Code(
    "E905",
    "window that ends before it begins",
    "There is no time between the two days that a picture could show.",
    "Swap `from` and `to`, or correct one of them.",
    _example("from: 2024-01-31", "to: 2023-11-01"),
    _example("from: 2023-11-01", "to: 2024-01-31"),
)
FORM = Code(
    "E906",
    "wrong form in a timeline block",
    "Each line names a key and a word; a filter may have several words in a list.",
    "Write `key: word` or `key: [word, word]`.",
    _example("event: [2024-01-08-policy-17]"),
    _example("event: 2024-01-08-policy-17"),
)

FIELDS = ("channel", "level", "kind", "party", "person", "topic", "status", "standing")
"""The keys that hold a word or a list of words."""
DAYS = ("from", "to", "as-of")
SINGLE = ("event", *DAYS, "q", "title")
"""The keys that hold one text."""

_NOUNS = {"event": "event", "party": "party", "person": "person", "channel": "channel", "topic": "topic"}


def timelines(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find blocks of hand-written pages that the timeline could not answer."""
    known: Mapping[str, Collection[str] | None] = {}
    for page in reading.prose.values():
        for number, line in strays(page.text):
            begin = len(line) - len(line.lstrip(" "))
            place = Place(page.path, number, begin + 1, number, len(line.rstrip()) + 1)
            yield page.fault_at(STRAY, place, f"this line does not begin a block: {_astray(line)}")
        for block in blocks(page.text):
            known = known or _known(reading)
            document, plain, faults = read_block(page.path, block)
            yield from faults
            yield from _block(document, plain, block.line + 1, known)


def _astray(line: str) -> str:
    if line.startswith(" "):
        return "it is indented"
    return "nothing closes it" if line.strip("`~ ") == WORD else f"more than `{WORD}` stands behind the fence"


def _block(document: Document, plain: Plain, line: int, known: Mapping[str, Collection[str] | None]) -> Iterator[Fault]:
    if plain is None:
        return
    if not isinstance(plain, dict):
        place = Place(document.path, line, 1, line, len(document.line(line)) + 1)
        yield document.fault_at(FORM, place, "a timeline block is a list of `key: word` lines")
        return
    for key, value in plain.items():
        if key in FIELDS:
            yield from _field(document, key, value, known[key])
        elif key in SINGLE:
            yield from _single(document, key, value, known)
        else:
            yield _unknown_key(document, key)
    yield from _order(document, plain)


def _unknown_key(document: Document, key: str) -> Fault:
    hint, better = did_you_mean(key, (*FIELDS, *SINGLE))
    hint = hint or f"It has {_listed((*FIELDS, *SINGLE))}."
    return document.fault(KEY, (key,), f"a timeline block has no key `{key}`", hint, key=True, suggestion=better)


def _field(document: Document, key: str, value: Plain, known: Collection[str] | None) -> Iterator[Fault]:
    words = value if isinstance(value, list) else [value]
    if not words:
        yield document.fault(FORM, (key,), f"the list of `{key}` is empty")
    for number, word in enumerate(words):
        way: Path = (key, number) if isinstance(value, list) else (key,)
        if not isinstance(word, str) or not word:
            yield document.fault(FORM, way, f"`{key}` holds a word or a list of words")
        elif known is not None and word not in known:
            yield _unknown(document, way, word, known)


def _single(document: Document, key: str, value: Plain, known: Mapping[str, Collection[str] | None]) -> Iterator[Fault]:
    events = known["event"]
    if not isinstance(value, str) or not value:
        yield document.fault(FORM, (key,), f"`{key}` holds one text")
    elif key == "event" and events is not None and value not in events:
        yield _unknown(document, (key,), value, events)
    elif key in DAYS and _day(value) is None:
        hint, better = _whole_day(key, value)
        yield document.fault(DAY, (key,), f"`{value}` is not one day", hint, suggestion=better)


def _unknown(document: Document, way: Path, word: str, known: Collection[str]) -> Fault:
    key = str(way[0])
    hint, better = did_you_mean(word, known)
    if key in _NOUNS:
        return document.fault(VALUE, way, f"there is no {_NOUNS[key]} `{word}` to choose", hint, suggestion=better)
    hint = hint or f"It is one of {_listed(known)}."
    return document.fault(VALUE, way, f"`{word}` is no {key} to choose", hint, suggestion=better)


def _order(document: Document, plain: dict[str, Plain]) -> Iterator[Fault]:
    first, last = _day(plain.get("from")), _day(plain.get("to"))
    if first and last and last <= first:
        yield document.fault(BACKWARDS, ("to",), f"the window begins on {first} and ends on {last}")


def _day(value: Plain) -> date | None:
    """Read a day as the timeline's address has it."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _whole_day(key: str, value: str) -> tuple[str, str | None]:
    """Give the first or last day of a date that is less than a day, where it is one."""
    try:
        when = parse_edtf(value)
    except EdtfError as error:
        return error.hint, None
    day = (when.end if key == "to" else when.anchor).isoformat()
    return f"Write the day in full, such as `{day}`.", day


def _listed(words: Collection[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _known(reading: Reading) -> Mapping[str, Collection[str] | None]:
    """Give what each key can hold: what the controls of the timeline offer. None where that cannot be told."""
    kinds = {event.kind for event in reading.events}
    people = {person for event in reading.events for person in event.people}
    if reading.faults:  # what a broken file says of kinds and people is not known
        kinds, people = set(Kind), set(reading.ids.get(Person, ()))
    ids = {model: reading.known.get(model, frozenset()) for model in (Channel, Party, Topic, Event)}
    return {
        "channel": ids[Channel],
        "level": tuple(Level),
        "kind": (*(family for family in Family if any(kind.family is family for kind in kinds)),
                 *(kind for kind in Kind if kind in kinds)),
        "party": ids[Party],
        "person": people,
        "topic": ids[Topic],
        "status": tuple(Status),
        "standing": tuple(Standing),
        "event": ids[Event],
    }  # fmt: skip


CHECKS = (Comparison(timelines, (STRAY, KEY, VALUE, DAY, BACKWARDS, FORM)),)
