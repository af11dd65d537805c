"""What can be found: everything that the site says, in both scripts, where it is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.pages.search.found import Found, What
from generator.pages.search.prose import prose
from generator.pages.search.searching import findable
from generator.pages.search.unmarked import unmarked
from generator.pages.search.words import words
from generator.pages.slips import slip_of
from generator.record.reading import Document
from tests.conftest import real_reading
from tests.pages.full_record import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.loading import Reading
    from generator.record.record import Record

UNSAID = {"id", "origin", "url", "archived", "accessed", "publisher", "copy_of", "language", "channel", "channels",
          "person", "office", "event", "place", "topics", "sources", "formerly", "added", "date", "published",
          "disclosed", "state", "status", "kind", "significance", "standing", "attribution", "relation", "low", "high",
          "declined_by", "related", "effects", "period", "by", "supports", "described", "disputed"}  # fmt: skip
"""Fields that hold no text: ids, addresses, days, words of the vocabulary."""


@pytest.fixture(scope="module")
def real() -> Reading:
    """Give the project's own record."""
    return real_reading()


@pytest.fixture(scope="module")
def known(real: Reading) -> dict[str, tuple[Found, frozenset[str]]]:
    """Give all that is found of the record, by address, with its words."""
    found = findable(real.record, (), real.prose)
    return {
        one.address: (one, frozenset(words("\n".join((one.title, one.native, *one.names, *one.parts)))))
        for one in found
    }  # fmt: skip


def texts(value: object, name: str = "") -> Iterator[str]:
    """Give every text of an entry."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNSAID:
                yield from texts(inner, key)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner, name)
    elif isinstance(value, str):
        yield value


def test_every_text_of_every_event(real: Reading, known: dict[str, tuple[Found, frozenset[str]]]) -> None:
    """No word that the record says of an event is missing from what the event is found by, in either script."""
    for event in real.record.events:
        said = words(unmarked("\n".join(texts(event.model_dump()))))
        titles = words("\n".join(source.title for source in real.record.sources_of(event)))

        assert set(said) | set(titles) <= known[f"events/{event.id}/"][1], event.id


def test_every_person_and_channel(real: Reading, known: dict[str, tuple[Found, frozenset[str]]]) -> None:
    """People, channels, offices, topics, places and publishers are found by their names, the native ones included."""
    record = real.record
    kinds = (("people", record.people), ("channels", record.channels), ("topics", record.topics),
             ("places", record.places), ("sources", record.publishers))  # fmt: skip
    for folder, entries in kinds:
        for entry in entries.values():
            named = words(f"{entry.name} {entry.native or ''}")
            assert set(named) <= known[f"{folder}/{entry.id.lower()}/"][1], entry.id


def test_an_event_by_its_day_and_id(known: dict[str, tuple[Found, frozenset[str]]]) -> None:
    """An event is found by its id, its date in words and as it is written, and by who took part."""
    found, held = known["events/2024-01-08-dpct-17/"]

    for query in ("2024-01-08-dpct-17", "8 January 2024", "2024-01-08", "Song Yanchao Michael Chase", "五角大楼"):
        assert set(words(query)) <= held, query
    assert (found.kind, found.year, found.channels) == ("talks", 2024, ("dpct",))


def test_other_pages(full: Record) -> None:
    """Lists are found by title and description; the reference by all that it says; days and frames not at all."""
    found = {one.address: one for one in findable(full, map(slip_of, made(full).values()), {})}

    assert found["timeline/"].what is What.PAGE
    assert len(found["timeline/"].parts) == 1
    assert any("Weight" in part for part in found["contributing/checks/e301/"].parts)
    assert "search/" not in found
    assert not [address for address in found if address.startswith(("status/2", "embed"))]
    assert not [one.address for one in found.values() if re.search("<(?:p|h2|code|span)\\b", " ".join(one.parts))]


def test_hand_written_pages_by_their_parts() -> None:
    """A hand-written page is found by the parts under its headings, a glossary by its terms, each under its anchor."""
    text = (
        "---\ntitle: Words\n---\n\n# Words\n\nAn [intro](a.md).\n\n```timeline\nkind: talks\n```\n\n"
        "## Of *talking* {#talk}\n\n- One\n- Two\n\nReadout {#readout}\n:   An account, see [here](#x).\n\n"
        "Round {#round}\n:   One meeting.\n\n    Of many.\n\n## What else?\n\nMore.\n\n*[PLA]: not this\n"
    )
    found = [*prose({"content/glossary.md": Document("content/glossary.md", text)})]

    assert [(one.address, one.title, one.parts) for one in found] == [
        ("glossary/", "Words", ("An intro.",)),
        ("glossary/#talk", "Words: Of talking", ("One Two",)),
        ("glossary/#readout", "Readout", ("An account, see here.",)),
        ("glossary/#round", "Round", ("One meeting.", "Of many.")),
        ("glossary/#what-else", "Words: What else?", ("More.",)),
    ]
    assert [one.what for one in found].count(What.TERM) == 2
