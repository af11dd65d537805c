"""What the form's scripts know of the record: fields, words, patterns, limits, codes. One JSON, made of the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from pydantic import AfterValidator

from generator.checks import all_codes
from generator.checks.dates import FIRST_YEAR, FORESEEABLE, GRACE, KEPT, ZONES, is_announced
from generator.checks.duplicates import WEEK
from generator.checks.evidence import FIRST_YEAR_OF_BOTH
from generator.checks.excluding import DECLINED
from generator.checks.hosts import RESERVED
from generator.checks.markdown import BLOCK_NAMES, LINKED
from generator.pages.add.fields import fields_of
from generator.pages.add.patterns import patterns
from generator.pages.add.words import ENTRIES
from generator.pages.field_types import NAMED
from generator.pages.phrases import said, standing_words_of
from generator.record import fields as types
from generator.record.date_words import QUARTERS, SEASONS
from generator.record.dates import PARTS_OF_YEAR, parse_edtf
from generator.record.form.scalars import WIDTH
from generator.record.loading import EVENTS, FOLDERS, REGISTRY
from generator.record.models import Event
from generator.record.reading import MAX_BYTES
from generator.record.vocabulary import (
    BUILT_IN_PLACES,
    Attribution,
    Family,
    Kind,
    Relation,
    Standing,
    State,
    Status,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.add.fields import Field
    from generator.pages.add.host import NewFile
    from generator.record.record import Record

PRIVATE = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24",
    "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
)  # fmt: skip
"""The networks of IPv4 that nobody reaches from the public one (RFC 6890), as far as a form needs to know them."""
_CODES = (
    "E113", "E202", "E204", "E205", "E206", "E207", "E208", "E209", "E210", "E301", "E302", "E303", "E304", "E306",
    "E307", "E308", "E401", "E402", "E403", "E404", "E405", "E406", "E407", "E408", "E409", "E410", "E411", "E416",
    "E418", "E501", "E502", "E503", "E504", "E505", "E506", "E508", "E510", "E511", "E602", "E701", "E702", "E703",
    "E704", "E705", "W801", "W802",
)  # fmt: skip
"""The checks that the form makes: those that need one file alone, and which ids there are."""
_FIRST_WORDS = {
    "people": ("person", "E401"), "channels": ("channel", "E402"), "offices": ("office", "E403"),
    "places": ("place", "E404"), "topics": ("topic", "E405"), "publishers": ("publisher", "E406"),
    "events": ("event", "E407"), "parties": ("party", "E409"), "shared-sources": ("shared source", "E410"),
}  # fmt: skip
"""What an id of each kind is the id of, and the code of an unknown one."""


def rules_json(record: Record, new_file: NewFile | None) -> str:
    """Give all that the scripts need besides the ids."""
    made = {
        "event": [_field(field) for field in fields_of(Event)],
        "entries": {kind: _entry(kind) for kind in ENTRIES},
        "types": {name: _validators(name) for name in NAMED},
        "codes": {code.id: [code.title, code.mend, code.severity] for code in all_codes() if code.id in _CODES},
        "patterns": patterns(),
        "dates": _dates(),
        "kinds": {kind: kind.family for kind in Kind},
        "words": _said(),
        "unknown": _FIRST_WORDS,
        "parties": [[one.id, one.name, one.native or ""] for _, one in sorted(record.parties.items())],
        "places": BUILT_IN_PLACES,
        "linked": list(LINKED),
        "blocks": BLOCK_NAMES,
        "reserved": RESERVED,
        "private": PRIVATE,
        "contact": Family.CONTACT, "held": Status.HELD, "planned": Status.PLANNED,
        "declined": DECLINED, "kept": KEPT,
        "foreseen": FORESEEABLE, "announced": [kind for kind in Kind if is_announced(kind)],
        "limits": {
            "width": WIDTH, "sentences": types.MOST_SENTENCES, "words": types.MOST_WORDS, "bytes": MAX_BYTES,
            "year": FIRST_YEAR, "both": FIRST_YEAR_OF_BOTH, "zones": ZONES.days, "grace": GRACE.days, "week": WEEK.days,
        },
        "checked": record.checked.isoformat() if record.checked else "",
        "folder": EVENTS,
        "newFile": new_file._asdict() if new_file else None,
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _field(field: Field) -> dict[str, Any]:
    known = {
        "name": field.name, "type": field.type, "label": field.label, "needed": field.needed, "most": field.most,
        "ids": field.ids, "words": [*field.words], "holds": field.holds.name.lower(), "brackets": field.in_brackets,
        "fields": [_field(part) for part in field.parts], "default": field.default, "several": field.is_several,
    }  # fmt: skip
    return {name: value for name, value in known.items() if value not in (None, "", [], False, "other")}


def _entry(kind: str) -> dict[str, Any]:
    model, names = ENTRIES[kind]
    path = f"{REGISTRY}/{kind}/{{id}}.yml" if kind in FOLDERS else f"{REGISTRY}/{kind}.yml"
    return {"file": path, "fields": [_field(field) for field in fields_of(model, names)]}


def _validators(name: str) -> list[str]:
    """Give the names of the rules that a type of text has beside its length."""
    marks = get_args(getattr(types, name))[1:]
    return [mark.func.__name__.strip("_") for mark in marks if isinstance(mark, AfterValidator)]


def _dates() -> dict[str, Any]:
    """Give the months of the seasons and quarters, and how they are called."""
    bounds = {part: next(parse_edtf(f"2001-{part}").bounds()) for part in PARTS_OF_YEAR}
    names = {**SEASONS, **QUARTERS}
    return {part: [one.earliest.month, one.latest.month, names[int(part)]] for part, one in bounds.items()}


def _said() -> dict[str, dict[str, str]]:
    """Give the words of the vocabulary as the pages say them."""
    found = {words.__name__.lower(): _plain(words) for words in (Kind, Status, State, Attribution)}
    inverse = {relation.value: relation.inverse for relation in Relation}
    return {**found, "relation": inverse, "standing": {one.value: standing_words_of(one) for one in Standing}}


def _plain(words: Iterable[Word]) -> dict[str, str]:
    return {word.value: said(word) for word in words}
