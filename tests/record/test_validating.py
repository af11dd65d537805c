"""Models of plain values: what is said of what does not fit, and what is saved of an entry that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.record.dates import parse_edtf
from generator.record.loading import read_record
from generator.record.models import Event
from generator.record.validating import nearest
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, changed, said, without, world

if TYPE_CHECKING:
    from pathlib import Path

# a misspelt field at some depth, what it is taken for
MISSPELT = [
    ("sumary: A text", "summary"),
    ("participants:\n  us: [{persn: michael-chase}]", "person"),
    ("accounts:\n  us: {text: Well., sources: [ft-2024-01-10], quot: Well}", "quote"),
    ("accounts:\n  us: {text: Well., sources: [ft-2024-01-10], zh: {text: 好, qoute: 好}}", "quote"),
    ("effects: [{channel: dpct, state: open, dispted: 'true'}]", "disputed"),
    ("related: [{event: 2023-11-15-woodside-summit, relation: implements, evnt: x}]", "event"),
    ("figures: [{label: Ships, value: '2', lable: x, sources: [ft-2024-01-10]}]", "label"),
    ("zh: {titel: 会谈}", "title"),
    ("revised: [{date: 2024-01-21, note: A name., nte: x}]", "note"),
    ("sources: [{id: a, title: A, publisher: financial-times, url: 'https://www.ft.com/2', titel: x}]", "title"),
]


@pytest.mark.parametrize(("fields", "meant"), MISSPELT)
def test_misspelt_fields_are_known_at_every_depth(tmp_path: Path, fields: str, meant: str) -> None:
    """The nearest field that may stand there is offered in the place of one that may not."""
    found = [fault for fault in read_record(world(tmp_path, changed(fields))).faults if fault.code.id == "E201"]

    assert [(fault.suggestion, fault.hint) for fault in found] == [(meant, f"Did you mean `{meant}`?")]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("dcpt", ["dct", "dpct"], "dpct"),
        ("dpc", ["dct", "dpct"], "dpct"),
        ("dat", ["data", "date"], "data"),
        ("nto", ["not"], "not"),
        ("DPCT", ["dpct"], "dpct"),
        ("beijing", ["washington"], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], meant: str | None) -> None:
    """The likest of the known words is meant, the first of several alike; letters that changed places are one slip."""
    assert nearest(word, known) == meant


def test_a_list_may_be_too_long(tmp_path: Path) -> None:
    """Where two dates at most may stand, three are told as a list that is too long."""
    path = f"{REGISTRY}/people/song-yanchao.yml"
    longer = FILES[path].replace("seen: [2024-01-08, ", "seen: [2024-01-07, 2024-01-08, ")

    [fault] = read_record(world(tmp_path, {path: longer})).faults

    assert said(fault).partition("\n")[0] == f"{path}:7:11 E203 `seen` holds a list where a shorter list is expected"


@pytest.mark.parametrize("name", ["title", "summary", "added", "sources", "date", "kind"])
def test_an_event_is_saved_without_its_faulty_part(tmp_path: Path, name: str) -> None:
    """An event of which one part is missing is checked on with a stand-in; the rest of it stays."""
    reading = read_record(world(tmp_path, without(name)))
    [fault] = reading.faults
    saved = reading.record.by_id["2024-01-08-dpct-17"]

    assert fault.message == f"the field `{name}` is missing"
    assert saved.channels == ("dpct",)
    assert getattr(saved, name) == {
        "title": saved.id, "summary": saved.id, "added": saved.added, "sources": (),
        "date": parse_edtf("2024-01-08"), "kind": "meeting",
    }[name]  # fmt: skip
    assert name != "added" or saved.added.isoformat() == "2000-01-01"


@pytest.mark.parametrize(
    ("name", "date"), [("2024-01-08", "2024-01-08"), ("2024-01-00", "2024-01"), ("2024-00-00", "2024")]
)
def test_an_event_without_a_date_has_that_of_its_name(tmp_path: Path, name: str, date: str) -> None:
    """Where the date cannot be read, everything else is checked as of the day, month or year of the file's name."""
    path = f"events/2024/{name}-dpct-17.yml"
    files = without("date") | {TALKS: None, path: without("date")[TALKS]}

    assert read_record(world(tmp_path, files)).record.by_id[f"{name}-dpct-17"].date == parse_edtf(date)


def test_a_misspelt_kind_stands_for_the_nearest(tmp_path: Path) -> None:
    """An event whose kind is misspelt is checked as one of the kind that was most likely meant."""
    saved = read_record(world(tmp_path, changed("kind: statment"))).record.by_id["2024-01-08-dpct-17"]

    assert saved.kind == "statement"


def test_an_event_that_cannot_be_saved_is_left_out(tmp_path: Path) -> None:
    """Without a date, in itself or in its file's name, nothing can be checked; its id is known all the same."""
    reading = read_record(world(tmp_path, {"events/2024/geneva.yml": without("date")[TALKS]}))

    assert "geneva" not in reading.record.by_id
    assert "geneva" in reading.ids[Event]


def test_an_optional_part_that_is_faulty_is_left_out(tmp_path: Path) -> None:
    """The entry stays without it."""
    saved = read_record(world(tmp_path, changed("significance: huge"))).record.by_id["2024-01-08-dpct-17"]

    assert (saved.significance, saved.title) == ("notable", "17th Defense Policy Coordination Talks")


def test_a_summit_keeps_its_other_faults(tmp_path: Path) -> None:
    """One run tells every fault of a file, in the order of its lines."""
    files = changed("kind: sumit\nadded: 2024-13-01\neffects: [{channel: dpct, state: opened}]", SUMMIT)

    assert [(fault.code.id, fault.suggestion) for fault in read_record(world(tmp_path, files)).faults] == [
        ("E204", "summit"), ("E302", None), ("E204", "open"),
    ]  # fmt: skip
