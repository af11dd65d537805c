"""What changed between two states of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.views.differences import Changed, FieldChange, Listed, Renamed, StateChange, counted, difference
from tests.views.making import channel, day, event, gap, person, record, turned

if TYPE_CHECKING:
    from generator.record.record import Record
    from generator.views.differences import Difference

UNTIL = day("2024-12-31")
TALKS = "2024-01-08-talks"


def between(before: Record, after: Record) -> Difference:
    """Compare two records up to the end of 2024."""
    return difference(before, after, UNTIL)


def test_nothing() -> None:
    """Two readings of one record differ in nothing, whatever their order."""
    one, two = event(TALKS), event("2024-02-01-call", "call")

    found = between(record(one, two), record(two, one))

    assert not found
    assert counted(found) == {}


def test_events_come_and_go() -> None:
    """An event is added, removed, or renamed where the new one names its former id."""
    before = record(event("2024-01-01-a"), event("2024-01-02-b"), event("2024-01-03-c"))
    after = record(
        event("2024-01-01-a"), event("2024-01-04-b", title="b", formerly=["2024-01-02-b"]), event("2024-01-05-d")
    )

    found = between(before, after)

    assert [one.id for one in found.added] == ["2024-01-05-d"]
    assert [one.id for one in found.removed] == ["2024-01-03-c"]
    assert found.renamed == (Renamed("events", "2024-01-02-b", "2024-01-04-b"),)
    assert counted(found) == {"added": 1, "removed": 1, "renamed": 1, "changed": 1}
    assert [change.field for change in found.changed[0].fields] == ["date", "formerly"]


def test_a_new_name_is_no_change_of_those_who_use_it() -> None:
    """Where an event has another id, entries that name it by the new one, in a field or a link, say what they said."""

    def answer(id_: str) -> Any:  # noqa: ANN401  an event, as the helpers make it
        return event(
            "2024-02-01-answer", related=[{"event": id_, "relation": "follows"}], summary=f"After [it](event:{id_})."
        )

    before = record(event("2024-01-02-b", title="b"), answer("2024-01-02-b"))
    after = record(event("2024-01-02-c", title="b", formerly=["2024-01-02-b"]), answer("2024-01-02-c"))

    found = between(before, after)

    assert found.renamed == (Renamed("events", "2024-01-02-b", "2024-01-02-c"),)
    assert [(one.id, [change.field for change in one.fields]) for one in found.changed] == [
        ("2024-01-02-c", ["formerly"])
    ]


SOURCE = {"id": "a", "title": "A", "publisher": "p", "url": "https://a.org/"}

# fields before, fields after, what changed
FIELDS: list[tuple[dict[str, Any], dict[str, Any], list[tuple[str, Any, Any]]]] = [
    ({"title": "A"}, {"title": "B"}, [("title", "A", "B")]),
    ({}, {"short": "A"}, [("short", None, "A")]),
    ({"short": "A"}, {}, [("short", "A", None)]),
    ({"date": "2024-01-08"}, {"date": "2024-01-08/2024-01-09"}, [("date", "2024-01-08", "2024-01-08/2024-01-09")]),
    ({"significance": "notable"}, {}, []),
    ({"channel": "dpct"}, {"channel": ["dpct"]}, []),
    ({"topics": ["a", "b"]}, {"topics": ["b", "c"]}, [("topics", ["a", "b"], ["b", "c"])]),
    (
        {"accounts": {"us": {"text": "A."}}},
        {"accounts": {"us": {"text": "B."}, "prc": {"text": "C."}}},
        [("accounts.us.text", "A.", "B."), ("accounts.prc", None, {"text": "C."})],
    ),
    ({"sources": [SOURCE]}, {"sources": [{**SOURCE, "title": "B"}]}, [("sources.a.title", "A", "B")]),
    ({"sources": ["b", SOURCE]}, {"sources": [SOURCE]}, [("sources.b", "b", None)]),
    ({"sources": ["b"]}, {"sources": [SOURCE, "b"]}, [("sources.a", None, SOURCE)]),
    (
        {"reported": [{"text": "A."}, {"text": "B."}]},
        {"reported": [{"text": "A."}, {"text": "C."}]},
        [("reported.1.text", "B.", "C.")],
    ),
    (
        {"participants": {"us": ["a"]}},
        {"participants": {"us": [{"person": "a", "role": "host"}]}},
        [("participants.us.a.role", None, "host")],
    ),
    (
        {"effects": [{"channel": "dpct", "state": "open"}]},
        {"effects": [{"channel": "dpct", "state": "ended"}]},
        [("effects.dpct.state", "open", "ended")],
    ),
]


@pytest.mark.parametrize(("old", "new", "changes"), FIELDS, ids=str)
def test_fields(old: dict[str, Any], new: dict[str, Any], changes: list[tuple[str, Any, Any]]) -> None:
    """A change is told at the field that changed; items of lists are known again by their ids."""
    found = between(record(event(TALKS, **old)), record(event(TALKS, **new)))

    expected = Changed("events", TALKS, tuple(FieldChange(*change) for change in changes))
    assert found.changed == ((expected,) if changes else ())


def test_people_and_channels_are_renamed() -> None:
    """A channel or person that names a former id is no other one: its states go on being compared."""
    before = record(channel("mmca"), person("a"), turned("2024-01-08-turn", mmca="open"))
    after = record(
        channel("maritime", formerly="mmca"), person("b", formerly=["a"]), turned("2024-01-08-turn", maritime="ended")
    )

    found = between(before, after)

    assert found.renamed == (Renamed("channels", "mmca", "maritime"), Renamed("people", "a", "b"))
    assert (found.listed, found.unlisted) == ((), ())
    assert [_parts(one) for one in found.states] == [("maritime", day("2024-01-08"), None, "open", "ended")]


def test_the_registry() -> None:
    """Entries of the registry are told by their table: new, gone, and changed."""
    before = record(person("a", name="A"), person("b"), channel("dpct"), gap("2024"), gap("2023", "dpct"))
    after = record(person("a", name="B"), channel("dpct"), channel("mmca"), gap("2023", "dpct"))

    found = between(before, after)

    assert found.listed == (Listed("channels", "mmca"),)
    assert found.unlisted == (Listed("people", "b"), Listed("gaps", "all channels, 2024"))
    assert found.changed == (Changed("people", "a", (FieldChange("name", "A", "B"),)),)


# effects before, effects after, the times in which the states differ
STATES: list[tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str | None, str, str]]]] = [
    ([], [("2024-01-08", "open")], [("2024-01-08", None, "none", "open")]),
    ([("2024-01-08", "open")], [("2024-02-08", "open")], [("2024-01-08", "2024-02-08", "open", "none")]),
    (
        [("2024-01-08", "open"), ("2024-03-01", "ended")],
        [("2024-01-08", "open"), ("2024-02-01", "suspended")],
        [("2024-02-01", "2024-03-01", "open", "suspended"), ("2024-03-01", None, "ended", "suspended")],
    ),
    ([("2024-01-08", "open")], [("2024-01-08", "open"), ("2024-06-01", "open")], []),
    ([("2024-01-08", "open")], [("2024-01-08", "open"), ("2025-01-01", "ended")], []),
]


@pytest.mark.parametrize(("old", "new", "times"), STATES, ids=str)
def test_states(
    old: list[tuple[str, str]], new: list[tuple[str, str]], times: list[tuple[str, str | None, str, str]]
) -> None:
    """The times are given in which a channel was in another state, up to the last day that is asked for."""
    before, after = (
        record(channel("dpct"), *(turned(f"{when}-turn", "statement", dpct=state) for when, state in turns))
        for turns in (old, new)
    )

    expected = [(day(start), day(end) if end else None, was, is_now) for start, end, was, is_now in times]
    assert [one[1:] for one in map(_parts, between(before, after).states)] == expected


def _parts(one: StateChange) -> tuple[Any, ...]:
    return (one.channel, one.start, one.end, one.before, one.after)


def test_likely_duplicates() -> None:
    """Of new events alone it is said which others they may repeat."""
    old = event("2024-01-08-round", channel="dpct")
    known = event("2024-01-09-again", channel="dpct")
    new = event("2024-01-10-third", channel="dpct")

    found = between(record(old, known, channel("dpct")), record(old, known, new, channel("dpct")))

    assert [(one.id, other.event.id) for one, other in found.alike] == [
        ("2024-01-10-third", "2024-01-09-again"),
        ("2024-01-10-third", "2024-01-08-round"),
    ]
