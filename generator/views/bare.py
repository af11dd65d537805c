"""The record without its long texts: what most pages say does not rest on them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel

from generator.views.once import known as let_know
from generator.views.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.record.models import Account, Event
    from generator.record.record import Record

LEFT_OUT = "\ue000 left out \ue000"
"""What stands in the place of a text; on no page may it be seen."""


@once
def bare(record: Record) -> Record:
    """Give a record with a mark in the place of each summary, account, quotation and report of an event.

    What is made of it alone is the same whatever those texts say.
    """
    return replace(record, events=tuple(map(_bare, record.events)), files={})


def basis(record: Record, events: Iterable[Event] | None = None) -> str:
    """Give what tells one state of a record from another, where the long texts of some events alone matter, or all."""
    known = digests(record)
    told = [known[event.id] for event in (record.events if events is None else events)]
    return f"{_bare_basis(record)} {digest(told)}"


@once
def _bare_basis(record: Record) -> str:
    made = _hash()
    for field in fields(record):
        held = tuple(bare_digests(record).values()) if field.name == "events" else getattr(record, field.name)
        for said in (field.name, *_parts(held)) if field.compare else ():
            made.update(_said(said).encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()


@once
def bare_digests(record: Record) -> Mapping[str, str]:
    """Give what stands for each event in the bare record, by its id."""
    return {event.id: digest(event) for event in bare(record).events}


def recall(record: Record, before: Mapping[str, tuple[str, str]]) -> None:
    """Take what stood for events in full and bare in another record: of what is the same in full it still does."""
    known = digests(record)
    stand = {id_: before[id_][1] for id_, told in known.items() if id_ in before and before[id_][0] == told}
    told: Mapping[str, str] = {event.id: stand.get(event.id) or digest(_bare(event)) for event in record.events}
    let_know(bare_digests, record, told)


def told_of(record: Record) -> dict[str, tuple[str, str]]:
    """Give what stands for each event in full and bare, by its id."""
    plain = bare_digests(record)
    return {id_: (told, plain[id_]) for id_, told in digests(record).items()}


def _parts(held: object) -> Iterable[object]:
    """Give the entries of one kind, one by one, for all in one text would take as much room as the record."""
    found = held.values() if isinstance(held, Mapping) else held if isinstance(held, tuple) else ()
    return found if all(isinstance(one, BaseModel) for one in found) and found else (held,)


def digest(value: object) -> str:
    """Give a short text that is the same for entries, or for plain values, that hold the same."""
    made = _hash()
    made.update(_said(value).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _hash() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)


def _said(value: object) -> str:
    """Give what tells a value from others: of an entry all that it holds, as JSON, a fifth of the time of its repr."""
    if isinstance(value, BaseModel):
        return f"{getattr(value, 'id', '')} {value.model_dump_json(warnings=False)}"
    return repr(value)


@once
def digests(record: Record) -> Mapping[str, str]:
    """Give what stands for each event in full, by its id."""
    return {event.id: record.files.get(event.id) or digest(event) for event in record.events}


def _bare(event: Event) -> Event:
    return event.model_copy(
        update={
            "summary": LEFT_OUT,
            "accounts": {party: _wordless(account) for party, account in event.accounts.items()},
            "reported": tuple(report.model_copy(update={"text": LEFT_OUT}) for report in event.reported),
        }
    )


def wordless(name: str, text: str) -> str:
    """Give a text with a name that is made of the bare record; ValueError where it tells what that has not."""
    if LEFT_OUT in text:
        raise ValueError(f"{name} tells texts that the bare record has not: make it of the whole one")
    return text


def long_texts(event: Event) -> Iterator[str]:
    """Give the texts of an event that the bare record leaves out, in order; an empty one for each that is not there."""
    yield event.summary
    for account in event.accounts.values():
        yield account.text
        yield account.quote or ""
    for report in event.reported:
        yield report.text


def _wordless(account: Account) -> Account:
    return account.model_copy(update={"text": LEFT_OUT, "quote": account.quote and LEFT_OUT})
