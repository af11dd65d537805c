"""The record as one value, and how it is asked."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.record.faults import Code, Fault, Place, in_order
from generator.record.loading import read_record
from generator.record.models import Event
from generator.record.registry import Office, Person
from generator.record.vocabulary import (
    BUILT_IN_PLACES,
    Attribution,
    DerivedState,
    Family,
    Kind,
    Level,
    Relation,
    Side,
    Significance,
    Standing,
    State,
    Status,
    Word,
)
from tests.world import FILES, REGISTRY, SUMMIT, changed, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

VOCABULARIES: tuple[type[Word], ...] = (
    Attribution, DerivedState, Family, Kind, Level, Relation, Side, Significance, Standing, State, Status,
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Give the small record, with a third event on the day of the summit and an office in place of a person."""
    statement = (
        FILES[SUMMIT].replace("kind: summit", "kind: statement").replace("effects:\n", "topics: [taiwan]\neffects:\n")
    )
    files = {"events/2023/2023-11-15-a-statement.yml": statement, **changed("place: virtual\nformerly: [old]", SUMMIT)}
    return read_record(world(tmp_path, files)).record


CONCERNED = [
    ("participants: {}\naccounts: {}", ["a-third", "prc", "us"]),
    ("participants:\n  us: [michael-chase]\naccounts: {}", ["a-third", "prc", "us"]),
    ("participants:\n  us: [michael-chase]\n  prc: [song-yanchao]\naccounts: {}", ["prc", "us"]),
    (("accounts:\n  us:\n    text: Well.\n    sources: [ft-2024-01-10]\n  a-third:\n    text: Well.\n"
      "    sources: [ft-2024-01-10]\nparticipants: {}"), ["a-third", "us"]),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), CONCERNED, ids=str)
def test_whom_an_event_concerns(tmp_path: Path, fields: str, expected: list[str]) -> None:
    """Of three parties an event asks for the accounts of those it names, where it names two; else of all."""
    parties = f"{FILES[f'{REGISTRY}/parties.yml']}a-third:\n  name: A third\n  short: Third\n"
    made = read_record(world(tmp_path, {**changed(fields), f"{REGISTRY}/parties.yml": parties})).record

    assert list(made.concerned(made.by_id["2024-01-08-dpct-17"])) == expected


def test_outlines_are_in_the_order_of_time(tmp_path: Path) -> None:
    """What is read of the events stands in the order of their first days, then of the last, then of ids."""
    event = "title: A\ndate: {}\nkind: meeting\nsummary: They met.\nsources: [ft-2024-01-10]\nadded: 2024-01-20\n"
    dates = {"a": "2024-01-20", "b": "2024-01-10/2024-01-12", "d": "2024-01-10", "c": "2024-01-10"}
    files = {f"events/2024/2024-01-{id_}.yml": event.format(date) for id_, date in dates.items()}

    found = [outline.id for outline in read_record(world(tmp_path, files)).events]

    assert found[2:] == ["2024-01-c", "2024-01-d", "2024-01-b", "2024-01-a"]


def test_indexes(record: Record) -> None:
    """Events are found by what they refer to, in the order of time and then of ids."""
    statement, summit, talks = record.events

    assert [event.id for event in record.events] == [
        "2023-11-15-a-statement",
        "2023-11-15-woodside-summit",
        "2024-01-08-dpct-17",
    ]
    assert record.by_id[talks.id] is talks
    assert record.by_channel == {"dpct": (talks,)}
    assert record.by_effect == {"dpct": (statement, summit, talks)}
    assert record.by_person == {"michael-chase": (talks,), "song-yanchao": (talks,)}
    assert record.by_office == {"policy-deputy": (talks,), "policy-director": (talks,)}
    assert record.by_topic == {"taiwan": (statement, talks), "south-china-sea": (talks,)}
    assert record.by_place == {"virtual": (summit,), "pentagon": (talks,)}
    assert record.by_year == {2023: (statement, summit), 2024: (talks,)}
    assert record.consequences == {summit.id: ((talks, Relation.IMPLEMENTS),)}


def test_sources_of_an_event(tmp_path: Path) -> None:
    """The sources of an event come in its order, shared ones filled in and unknown ids left out."""
    local = "  - id: ft\n    title: Two\n    publisher: financial-times\n    url: https://www.ft.com/2\n"
    record = read_record(world(tmp_path, changed(f"sources:\n  - nowhere\n{local}  - ft-2024-01-10\n"))).record
    sources = record.sources_of(record.by_id["2024-01-08-dpct-17"])

    assert [(source.id, source.url) for source in sources] == [
        ("ft", "https://www.ft.com/2"), ("ft-2024-01-10", "https://www.ft.com/content/1"),
    ]  # fmt: skip


# office, day, holder
HOLDERS: tuple[tuple[str, str, list[str]], ...] = (
    ("defence-minister", "2023-03-11", []),
    ("defence-minister", "2023-03-12", ["li-shangfu"]),
    ("defence-minister", "2023-10-24", ["li-shangfu"]),
    ("defence-minister", "2023-11-15", []),
    ("defence-minister", "2023-12-29", ["dong-jun"]),
    ("policy-director", "2024-01-07", []),
    ("policy-director", "2024-01-09", ["song-yanchao"]),
    ("policy-deputy", "2030-01-01", ["michael-chase"]),
    ("nowhere", "2024-01-01", []),
)


@pytest.mark.parametrize(("office", "day", "holders"), HOLDERS)
def test_holders(office: str, day: str, holders: list[str], record: Record) -> None:
    """An office is held from the first to the last day of a post, both included, and by nobody in between."""
    assert [
        person for person in record.people if office in record.offices_on(person, date.fromisoformat(day))
    ] == holders


def test_post_of_which_no_day_is_known(tmp_path: Path) -> None:
    """A post without any day is known to have been held on none."""
    chase = FILES[f"{REGISTRY}/people/michael-chase.yml"].replace("    from: 2021-02-08\n", "")
    record = read_record(world(tmp_path, {f"{REGISTRY}/people/michael-chase.yml": chase})).record

    assert record.offices_on("michael-chase", date(2024, 1, 8)) == ()
    assert record.offices_on("nobody", date(2024, 1, 8)) == ()


@pytest.mark.parametrize(
    ("kind", "status", "outcome"),
    [
        ("talks", "", Status.HELD), ("talks", "held", Status.HELD), ("visit", "refused", Status.REFUSED),
        ("statement", "", None), ("statement", "held", None),
    ],
)  # fmt: skip
def test_outcome(kind: str, status: str, outcome: Status | None, tmp_path: Path) -> None:
    """A contact was held where nothing else is written; what is no contact has no outcome."""
    fields = f"kind: {kind}\n" + (f"status: {status}\n" if status else "")
    event = read_record(world(tmp_path, changed(fields))).record.by_id["2024-01-08-dpct-17"]

    assert event.outcome is outcome
    assert event.is_held_contact is (outcome is Status.HELD)


def test_day_of_the_last_change(tmp_path: Path) -> None:
    """An entry was changed on the day of its latest revision, else on the day on which it was added."""
    files = changed("revised:\n  - date: 2024-01-30\n    note: Two.\n  - date: 2024-01-25\n    note: One.\n")
    events = read_record(world(tmp_path, files)).record.events

    assert [event.changed for event in events] == [date(2024, 1, 20), date(2024, 1, 30)]


def test_vocabulary_is_defined() -> None:
    """Every word has a definition of one line without a full stop, every relation an inverse, every kind a family."""
    words = [word for vocabulary in VOCABULARIES for word in vocabulary]

    assert all(word.definition and not word.definition.endswith(".") and "\n" not in word.definition for word in words)
    assert all(relation.inverse for relation in Relation)
    assert {kind.family for kind in Kind} == set(Family)
    assert list(BUILT_IN_PLACES) == ["virtual", "by-telephone"]


@pytest.mark.parametrize("model", [Event, Office, Person])
def test_schema_describes_every_field(model: type[Event | Office | Person]) -> None:
    """The schema of an entry describes each of its fields, and knows neither its id nor its origin."""
    schema = model.model_json_schema()

    assert not {"id", "origin"} & schema["properties"].keys()
    assert all(field.get("description") for field in schema["properties"].values())


def test_faults_in_order() -> None:
    """Faults come by file, line and column, each once."""
    code = Code("E999", "x", "x.", "x.", "", "")
    faults = [Fault(code, Place(path, line), "x") for path, line in (("b", 1), ("a", 10), ("a", 9), ("b", 1))]

    assert [str(fault.place) for fault in in_order(faults)] == ["a:9:1", "a:10:1", "b:1:1"]


def test_names_of_fields_are_kept_once(record: Record) -> None:
    """The entries of a kind share the names of their fields, and a changed copy does, too: none has them for itself.

    Nor has one of few fields room for many.
    """
    event = record.events[0]
    for entry in (event, event.model_copy(update={"title": "Other talks"})):
        assert sys.getsizeof(vars(entry)) < sys.getsizeof(dict(vars(entry).items()))
    assert list(vars(event)) == list(type(event).model_fields)
    few = vars(event.origin)
    assert sys.getsizeof(few) < sys.getsizeof({}) + 8 * (len(few) + 3)


def test_equal_ids_are_one(record: Record) -> None:
    """However many entries name another one, its id takes room once."""
    named = [effect.channel for event in record.events for effect in event.effects]
    assert len({id(one) for one in named}) == len(set(named)) < len(named)
