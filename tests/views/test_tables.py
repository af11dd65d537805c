"""The rows of the tables, value by value, under the names that their readers rely on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.record.registry import Place
from generator.views.tables import DATABASE, SHEETS, Chosen
from tests.views.making import ORIGIN, channel, day, event, office, person, post, publisher, record, source, turned

if TYPE_CHECKING:
    from generator.views.tables import Cell

UNTIL = day("2024-01-31")
FULL = event(
    "2024-01-08-talks", title="Talks", short="T", date="2024-01-08/2024-01-09", channel=["dpct", "line"], place="hall",
    participants={"us": ["ann", {"person": "bob", "role": "adviser"}], "prc": [{"office": "prc-minister"}]},
    accounts={
        "us": {"text": "So.", "sources": ["a", "b"], "quote": "Open.", "date": "2024-01-07", "zh": {"text": "如此"}},
        "prc": {"text": "Thus."},
    },
    reported=[{"text": "One.", "sources": ["a", "b"]}, {"text": "Two."}],
    effects=[{"channel": "dpct", "state": "open", "disputed": True}],
    related=[{"event": id_, "relation": "implements"} for id_ in ("2023-11-15-pact", "2020-01-01-not-chosen")],
    figures=[
        {"label": "Ships", "value": "two or three", "low": 2, "high": 3, "by": "us", "period": "2023", "unit": "hulls",
         "sources": ["a", "b"]},
        {"label": "Calls", "value": "1"},
    ],
    sources=[
        source("a", "office", published="2024-01", archived="https://old.example/", accessed="2024-01-20",
               language="zh", attribution="readout", copy_of="paper", supports="The date.", described=True),
        source("b", "paper"), source("c", "nobody"),
    ],
    revised=[{"date": "2024-01-21", "note": "A name."}, {"date": "2024-01-22", "note": "A day."}],
    added="2024-01-20", topics=["sea", "air"], zh={"title": "会谈", "summary": "会谈举行。"},
    standing="disputed", significance="major",
)  # fmt: skip
PACT = turned("2023-11-15-pact", "agreement", dpct="agreed", date="2023-11", added="2023-12-20")
MADE = record(
    channel("dpct"), channel("line", rounds=False), channel("new"), PACT, FULL, publisher("office", "us"),
    publisher("paper", "press"),
    office("us-secretary",
           titles=[{"title": "War", "until": "1949"}, {"title": "Defence", "native": "防", "from": "1950"}]),
    office("prc-minister"),
    person("ann", post("us-secretary", "2021-02", "2024-12-31", role="acting"), post("us-secretary", "2025-06-01"),
           ranks=[{"rank": "Captain", "until": "2020"}, {"rank": "Admiral", "from": "2021"}], native="安"),
    person("bob", post("prc-minister", seen=["2022", "2024-01-09"])), person("cho"),
    event("2024-01-20-call", "call", status="refused", declined_by="prc"),
)  # fmt: skip
CHOSEN = Chosen(MADE, MADE.events, UNTIL)


def told(name: str, chosen: Chosen = CHOSEN) -> list[dict[str, Cell]]:
    """Give the rows of a table of the database, each without its empty cells."""
    return _rows(name, chosen, "database")


def _rows(name: str, chosen: Chosen, where: str) -> list[dict[str, Cell]]:
    table = next(one for one in (DATABASE if where == "database" else SHEETS) if one.name == name)
    named = ((column.name for column in table.columns), table.rows(chosen))
    names = tuple(named[0])
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell is not None} for row in named[1]]


ROWS: dict[str, list[dict[str, Cell]]] = {
    "participants": [
        {"event": FULL.id, "party": "us", "number": 1, "person": "ann"},
        {"event": FULL.id, "party": "us", "number": 2, "person": "bob", "role": "adviser"},
        {"event": FULL.id, "party": "prc", "number": 1, "office": "prc-minister"},
    ],
    "accounts": [
        {"event": FULL.id, "party": "prc", "text": "Thus."},
        {"event": FULL.id, "party": "us", "text": "So.", "quote": "Open.", "date": "2024-01-07", "sources": "a b",
         "text_zh": "如此"},
    ],
    "reports": [
        {"event": FULL.id, "number": 1, "text": "One.", "sources": "a b"},
        {"event": FULL.id, "number": 2, "text": "Two."},
    ],
    "effects": [
        {"event": PACT.id, "channel": "dpct", "state": "agreed", "disputed": False},
        {"event": FULL.id, "channel": "dpct", "state": "open", "disputed": True},
    ],
    "relations": [{"event": FULL.id, "earlier": PACT.id, "relation": "implements"}],
    "figures": [
        {"event": FULL.id, "number": 1, "label": "Ships", "value": "two or three", "unit": "hulls", "low": 2, "high": 3,
         "period": "2023", "period_earliest": date(2023, 1, 1), "period_latest": date(2023, 12, 31),
         "counted_by": "us", "sources": "a b"},
        {"event": FULL.id, "number": 2, "label": "Calls", "value": "1"},
    ],
    "sources": [
        {"event": FULL.id, "id": "a", "title": "a", "described": True, "publisher": "office",
         "publisher_name": "office", "speaks_for": "press", "url": "https://source.example/", "published": "2024-01",
         "published_earliest": date(2024, 1, 1), "published_latest": date(2024, 1, 31),
         "archived": "https://old.example/", "accessed": date(2024, 1, 20), "language": "zh",
         "attribution": "readout", "copy_of": "paper", "supports": "The date."},
        {"event": FULL.id, "id": "b", "title": "b", "described": False, "publisher": "paper",
         "publisher_name": "paper", "speaks_for": "press", "url": "https://source.example/", "language": "en"},
        {"event": FULL.id, "id": "c", "title": "c", "described": False, "publisher": "nobody",
         "url": "https://source.example/"},
    ],
    "revisions": [
        {"event": FULL.id, "number": 1, "day": date(2024, 1, 21), "note": "A name."},
        {"event": FULL.id, "number": 2, "day": date(2024, 1, 22), "note": "A day."},
    ],
    "event_channels": [{"event": FULL.id, "channel": "dpct"}, {"event": FULL.id, "channel": "line"}],
    "event_topics": [{"event": FULL.id, "topic": "sea"}, {"event": FULL.id, "topic": "air"}],
    "office_titles": [
        {"office": "us-secretary", "number": 1, "title": "War", "until_date": "1949",
         "until_earliest": date(1949, 1, 1), "until_latest": date(1949, 12, 31)},
        {"office": "us-secretary", "number": 2, "title": "Defence", "native": "防", "from_date": "1950",
         "from_earliest": date(1950, 1, 1), "from_latest": date(1950, 12, 31)},
        {"office": "prc-minister", "number": 1, "title": "prc-minister"},
    ],
    "posts": [
        {"person": "ann", "number": 1, "office": "us-secretary", "role": "acting", "from_date": "2021-02",
         "from_earliest": date(2021, 2, 1), "from_latest": date(2021, 2, 28), "until_date": "2024-12-31",
         "until_earliest": date(2024, 12, 31), "until_latest": date(2024, 12, 31)},
        {"person": "ann", "number": 2, "office": "us-secretary", "from_date": "2025-06-01",
         "from_earliest": date(2025, 6, 1), "from_latest": date(2025, 6, 1)},
        {"person": "bob", "number": 1, "office": "prc-minister", "seen_first": "2022", "seen_last": "2024-01-09"},
    ],
    "people": [
        {"id": "ann", "name": "ann", "native": "安", "family_name": "ann", "party": "us", "rank": "Admiral",
         "offices": "us-secretary", "events": 1, "first_event": FULL.id, "last_event": FULL.id},
        {"id": "bob", "name": "bob", "family_name": "bob", "party": "us", "offices": "prc-minister", "events": 1,
         "first_event": FULL.id, "last_event": FULL.id},
        {"id": "cho", "name": "cho", "family_name": "cho", "party": "us", "events": 0},
    ],
    "channel_states": [
        {"channel": "dpct", "number": 1, "state": "agreed", "start_day": date(2023, 11, 1),
         "sure_from": date(2023, 11, 30), "end_day": date(2024, 1, 8), "cause": PACT.id, "disputed": False},
        {"channel": "dpct", "number": 2, "state": "open", "start_day": date(2024, 1, 8),
         "sure_from": date(2024, 1, 8), "cause": FULL.id, "disputed": True},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_rows(name: str) -> None:
    """Each row has its values under the names of the columns, numbered from 1 within the entry that it belongs to."""
    assert told(name) == ROWS[name]


def test_the_row_of_an_event() -> None:
    """It has the date as written and its bounds, both languages, and the day of the last correction."""
    assert told("events")[1] == {
        "id": FULL.id, "title": "Talks", "short": "T", "title_zh": "会谈", "date": "2024-01-08/2024-01-09",
        "earliest": date(2024, 1, 8), "latest": date(2024, 1, 9), "date_words": "8 to 9 January 2024", "kind": "talks",
        "family": "contact", "status": "held", "place": "hall", "summary": "It happened.", "summary_zh": "会谈举行。",
        "standing": "disputed", "significance": "major", "added": date(2024, 1, 20), "changed": date(2024, 1, 22),
    }  # fmt: skip
    assert "status" not in told("events")[0]


def test_the_row_of_a_channel() -> None:
    """It has the state of the last day, since when, and the last contact; `none` before anything is known."""
    found = {row["id"]: row for row in told("channels")}

    assert found["dpct"] == {
        "id": "dpct", "name": "dpct", "short": "dpct", "level": "policy", "purpose": "Talks.", "rounds": True,
        "programme": False, "dormant_after_months": 24, "state": "open", "state_since": date(2024, 1, 8),
        "last_held": FULL.id,
    }  # fmt: skip
    assert found["new"]["state"] == "none"
    assert not {"state_since", "last_held"} & found["new"].keys()


def test_a_choice_of_events_refers_to_no_other() -> None:
    """What is known of the whole record stays; an event that was not chosen is named in no row."""
    some = Chosen(MADE, (MADE.events[-1],), UNTIL)

    assert [row.get("cause") for row in told("channel_states", some)] == [None, None]
    assert [row.get("last_held") for row in told("channels", some)] == [None, None, None]
    assert [(row["events"], row.get("last_event")) for row in told("people", some)] == [(0, None)] * 3
    assert told("channels", some)[0]["state"] == "open"


def test_video_and_telephone_are_places_too() -> None:
    """They have a row as other places do, and the registry's own where it names them."""
    named = {id_: Place.model_validate({"id": id_, "origin": ORIGIN, "name": id_}) for id_ in ("hall", "virtual")}
    made = replace(record(PACT), places=named)

    assert [(row["id"], row["name"]) for row in told("places", Chosen(made, made.events, UNTIL))] == [
        ("hall", "hall"), ("virtual", "virtual"), ("by-telephone", "By telephone"),
    ]  # fmt: skip


def test_sheets_have_it_all_in_a_row() -> None:
    """Several values stand in one cell; a contact has a row for each participant, with the offices of that day."""
    [_, full, refused] = _rows("events", CHOSEN, "sheets")
    contacts = _rows("contacts", CHOSEN, "sheets")

    assert full == {
        "id": FULL.id, "date": "2024-01-08/2024-01-09", "earliest": date(2024, 1, 8), "latest": date(2024, 1, 9),
        "title": "Talks", "kind": "talks", "family": "contact", "status": "held", "channels": "dpct line",
        "place": "hall", "parties": "us prc", "people": "ann bob", "topics": "sea air", "summary": "It happened.",
        "accounts": "prc us", "standing": "disputed", "significance": "major", "sources": "https://source.example/",
        "added": date(2024, 1, 20), "changed": date(2024, 1, 22),
    }  # fmt: skip
    assert (refused["status"], refused["declined_by"]) == ("refused", "prc")
    assert contacts[1] == {
        "event": FULL.id, "date": "2024-01-08/2024-01-09", "earliest": date(2024, 1, 8), "latest": date(2024, 1, 9),
        "title": "Talks", "kind": "talks", "status": "held", "channels": "dpct line", "place": "hall", "party": "us",
        "person": "bob", "name": "bob", "offices": "prc-minister", "role": "adviser",
    }  # fmt: skip
    assert [row.get("offices") for row in contacts] == ["us-secretary", "prc-minister", "prc-minister", None]
