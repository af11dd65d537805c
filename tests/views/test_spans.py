"""A channel's state through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.record.loading import read_record
from generator.views.spans import spans, state_on
from tests.views.making import channel, day, event, gap, record, told, turned

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.entry import Entry

DPCT = channel("dpct")
OPENED = turned("2020-01-14-fifteenth", "agreement", dpct="open")
AGAIN = turned("2021-09-28-sixteenth", "agreement", dpct="open")
HALTED = turned("2022-08-05-halt", dpct="suspended")
DISPUTED = [{"channel": "dpct", "state": "suspended", "disputed": "true"}]


def talk(id_: str, **fields: Any) -> Entry:  # noqa: ANN401  whatever a file may hold
    """Make a round of the channel."""
    return event(id_, channel="dpct", **fields)


WRITTEN: dict[str, tuple[list[Entry], list[str]]] = {
    "no effect at all": ([talk("2020-01-14-round")], []),
    "an effect on another channel": ([turned("2022-08-05-halt", mmca="suspended")], []),
    "suspended, agreed, open again": (
        [OPENED, AGAIN, HALTED, turned("2023-11-15-summit", "summit", dpct="agreed"),
         talk("2024-01-08-round", effects=[{"channel": "dpct", "state": "open"}])],
        ["open 2020-01-14", "suspended 2022-08-05", "agreed 2023-11-15", "open 2024-01-08"],
    ),
    "a change after the horizon": (
        [HALTED, turned("2024-02-01-again", "resumption", dpct="open")], ["suspended 2022-08-05"]),
    "a change on the horizon": (
        [HALTED, turned("2024-01-31-again", "resumption", dpct="open")], ["suspended 2022-08-05", "open 2024-01-31"]),
    "suspended by one, then by the other": (
        [HALTED, turned("2022-09-01-halt", dpct="suspended")], ["suspended 2022-08-05"]),
    "a vague suspension, then a certain one": (
        [turned("2022-08-00-halt", date="2022-08", dpct="suspended"), turned("2022-08-10-halt", dpct="suspended")],
        ["suspended 2022-08-01 ?2022-08-10"],
    ),
    "a vague change before a certain one": (
        [turned("2022-08-00-halt", date="2022-08", dpct="suspended"),
         turned("2022-08-20-again", "resumption", dpct="open")],
        ["suspended 2022-08-01 ?2022-08-20", "open 2022-08-20"],
    ),
    "never sure": (
        [turned("2022-08-05-halt", date="[2022-08-05..]", dpct="suspended")], ["suspended 2022-08-05 ?2024-02-01"]),
    "disputed, then not": (
        [event("2001-04-30-review", "suspension", effects=DISPUTED), HALTED],
        ["suspended 2001-04-30 disputed", "suspended 2022-08-05"],
    ),
    "ended for good": (
        [OPENED, turned("2021-03-01-end", "statement", dpct="ended")], ["open 2020-01-14", "ended 2021-03-01"]),
    "several on one day": (
        [AGAIN, turned("2022-08-05-a", "resumption", dpct="ended"), HALTED],
        ["open 2021-09-28", "suspended 2022-08-05"],
    ),
    "as before at the end of the day": (
        [turned("2023-08-01-open", "agreement", dpct="open"), turned("2023-09-01-a", dpct="suspended"),
         turned("2023-09-01-b", "resumption", dpct="open")],
        ["open 2023-08-01"],
    ),
    "a proposal to a channel that exists": (
        [HALTED, turned("2023-01-01-idea", "statement", dpct="proposed")], ["suspended 2022-08-05"]),
    "a proposal after the end": (
        [turned("2022-01-01-end", "statement", dpct="ended"), turned("2023-01-01-idea", "statement", dpct="proposed")],
        ["ended 2022-01-01", "proposed 2023-01-01"],
    ),
    "an agreement on an open channel": (
        [turned("2023-08-01-open", "agreement", dpct="open"), turned("2023-11-15-summit", "summit", dpct="agreed")],
        ["open 2023-08-01"],
    ),
    "a contact after an agreement": (
        [turned("2023-11-15-summit", "summit", dpct="agreed"), talk("2023-12-00-round", date="2023-12")],
        ["agreed 2023-11-15", "open 2023-12-01 ?2023-12-31"],
    ),
    "a refused contact after an agreement": (
        [turned("2023-11-15-summit", "summit", dpct="agreed"), talk("2023-12-01-round", status="refused")],
        ["agreed 2023-11-15"],
    ),
    "a contact that itself agreed": (
        [turned("2023-11-15-summit", "summit", dpct="agreed"),
         talk("2023-12-01-round", effects=[{"channel": "dpct", "state": "agreed"}])],
        ["agreed 2023-11-15"],
    ),
    "a contact on the day of an agreement": (
        [turned("2023-11-15-summit", "summit", dpct="agreed"), talk("2023-11-15-round")], ["agreed 2023-11-15"]),
    "a contact while suspended": ([HALTED, talk("2022-11-22-aside")], ["suspended 2022-08-05"]),
    "a round held with the opening": (
        [talk("2023-12-01-round", effects=[{"channel": "dpct", "state": "open"}])], ["open 2023-12-01"]),
}  # fmt: skip


@pytest.mark.parametrize("case", WRITTEN)
def test_written_changes_make_the_spans(case: str) -> None:
    """The states follow each other as written, by the rules of the module."""
    entries, expected = WRITTEN[case]

    assert told(spans(record(DPCT, *entries), "dpct", day("2024-01-31"))) == expected


SILENT: dict[str, tuple[dict[str, object], list[Entry], list[str]]] = {
    "two years after the opening": ({}, [], ["open 2020-01-14", "dormant 2022-01-14"]),
    "not before the months have passed": (
        {"dormant_after_months": "49"}, [], ["open 2020-01-14"]),
    "on the very horizon": (
        {"dormant_after_months": "48"}, [talk("2020-01-31-round")], ["open 2020-01-14", "dormant 2024-01-31"]),
    "counted from the end of the last contact": (
        {}, [talk("2020-02-28-round", date="2020-02-28/2020-03-31")], ["open 2020-01-14", "dormant 2022-03-31"]),
    "in a month without that day": (
        {"dormant_after_months": "1"}, [talk("2020-01-31-round"), HALTED],
        ["open 2020-01-14", "dormant 2020-02-29", "suspended 2022-08-05"]),
    "woken by a contact": (
        {}, [talk("2022-06-00-round", date="2022-06")],
        ["open 2020-01-14", "dormant 2022-01-14", "open 2022-06-01 ?2022-06-30"]),
    "a contact on the last day of grace": (
        {"dormant_after_months": "36"}, [talk("2023-01-14-round")], ["open 2020-01-14"]),
    "a contact that was refused": (
        {}, [talk("2021-06-01-round", status="refused")], ["open 2020-01-14", "dormant 2022-01-14"]),
    "a contact that still lasts": ({}, [talk("2021-06-01-round", date="2021-06-01/..")], ["open 2020-01-14"]),
    "a contact whose end is not known": (
        {}, [talk("2021-06-01-round", date="2021-06/")], ["open 2020-01-14", "dormant 2023-06-30"]),
    "an opening that is said again": (
        {}, [turned("2021-06-01-again", "resumption", dpct="open")], ["open 2020-01-14", "dormant 2023-06-01"]),
    "an agreement to resume": (
        {}, [turned("2023-11-15-summit", "summit", dpct="agreed")],
        ["open 2020-01-14", "dormant 2022-01-14", "agreed 2023-11-15"]),
    "a proposal to resume": (
        {}, [turned("2023-11-15-plea", "statement", dpct="proposed")], ["open 2020-01-14", "dormant 2022-01-14"]),
    "suspended the day it would fall dormant": (
        {}, [turned("2022-01-14-halt", dpct="suspended")], ["open 2020-01-14", "suspended 2022-01-14"]),
    "not while suspended": (
        {}, [turned("2020-06-01-halt", dpct="suspended")], ["open 2020-01-14", "suspended 2020-06-01"]),
    "a channel without rounds": ({"rounds": "false"}, [], ["open 2020-01-14"]),
    "no patience at all": (
        {"dormant_after_months": "0"}, [talk("2023-01-14-round", date="2023-01-14/2023-01-16")],
        ["open 2020-01-14", "dormant 2020-01-15", "open 2023-01-14", "dormant 2023-01-17"]),
    "agreed after the last contact": (
        {}, [turned("2021-06-01-plan", "agreement", dpct="agreed")], ["open 2020-01-14", "agreed 2022-01-14"]),
    "agreed, then held": (
        {}, [turned("2020-06-01-plan", "agreement", dpct="agreed"), talk("2020-09-01-round")],
        ["open 2020-01-14", "dormant 2022-09-01"]),
    "a gap between contacts": (
        {}, [gap("2021/2022", "dpct"), talk("2023-01-14-round")], ["open 2020-01-14"]),
    "a gap after the last contact": ({}, [gap("2021/2022", "dpct")], ["open 2020-01-14", "dormant 2022-01-14"]),
    "a gap that ended long before the next contact": (
        {}, [gap("../2020-06", "dpct"), talk("2023-01-14-round")],
        ["open 2020-01-14", "dormant 2022-06-30", "open 2023-01-14"]),
    "a gap of another channel": (
        {}, [gap("2021/2022", "mmca"), gap("2021/2022"), talk("2023-01-14-round")],
        ["open 2020-01-14", "dormant 2022-01-14", "open 2023-01-14"]),
}  # fmt: skip


@pytest.mark.parametrize("case", SILENT)
def test_silence_makes_a_channel_dormant(case: str) -> None:
    """An open channel with rounds falls dormant when its months have passed without a contact, and wakes by one."""
    fields, entries, expected = SILENT[case]
    made = record(channel("dpct", **fields), OPENED, *entries)

    assert told(spans(made, "dpct", day("2024-01-31"))) == expected


def test_a_span_names_its_cause_and_end() -> None:
    """Each ends where the next begins, the last is open, and dormancy has no cause."""
    made = record(DPCT, OPENED, talk("2022-06-01-round"))

    found = spans(made, "dpct", day("2024-01-31"))

    assert [(span.end, span.cause and span.cause.id) for span in found] == [
        (day("2022-01-14"), "2020-01-14-fifteenth"),
        (day("2022-06-01"), None),
        (None, "2022-06-01-round"),
    ]
    assert spans(made, "unknown", day("2024-01-31")) == ()


def test_a_disputed_opening_stays_disputed_while_dormant() -> None:
    """Silence settles no dispute; a contact does."""
    opened = event("2020-01-14-open", "statement", effects=[{"channel": "dpct", "state": "open", "disputed": "true"}])

    found = spans(record(DPCT, opened, talk("2023-01-14-round")), "dpct", day("2024-01-31"))

    assert told(found) == ["open 2020-01-14 disputed", "dormant 2022-01-14 disputed", "open 2023-01-14"]


@pytest.mark.parametrize(("written", "certain"), [
    ("2022-08-05", True), ("2022-08", False), ("[..2022-08-05]", False), ("2022-08-05~", False)])  # fmt: skip
def test_a_span_says_whether_it_began_that_day(written: str, certain: bool) -> None:  # noqa: FBT001  a row of the table
    """A day is certain only where the date names one day and nothing earlier is possible."""
    made = record(DPCT, turned("2022-08-00-halt", date=written, dpct="suspended"))

    assert [span.began_that_day for span in spans(made, "dpct", day("2024-01-31"))] == [certain]


def test_the_state_on_a_day() -> None:
    """Nothing before the channel existed; on the day of a change the new state; after the last day checked, as then."""
    made = record(DPCT, OPENED, HALTED, turned("2024-03-01-again", "resumption", dpct="open"), checked="2024-01-31")

    days = ("2020-01-13", "2020-01-14", "2022-08-05", "2024-12-31")
    found = {text: state_on(made, "dpct", day(text)) for text in days}

    assert {text: span and span.state for text, span in found.items()} == {
        "2020-01-13": None,
        "2020-01-14": "open",
        "2022-08-05": "suspended",
        "2024-12-31": "suspended",
    }


def test_a_record_read_from_files(tmp_path: Path) -> None:
    """Files as contributors write them give the same spans as records made in memory."""
    files = {
        "registry/channels/attache.yml": "{name: A, short: A, level: operational, purpose: Contact, rounds: false}",
        "registry/parties.yml": "us: {name: United States, short: US}",
        "registry/coverage.yml": "checked: 2024-01-31",
        "2023/2023-02-17-halt.yml": """\
title: Halt
date: 2023-02-17~
kind: suspension
summary: Contact was halted.
effects:
  - {channel: attache, state: suspended, disputed: true}
sources: []
added: 2026-11-22""",
        "2023/2023-11-15-meeting.yml": """\
title: Meeting
date: [..2023-11-15]
kind: meeting
channel: attache
summary: They met.
effects: [{channel: attache, state: open}]
sources: []
added: 2026-11-22""",
    }
    for name, text in files.items():
        path = tmp_path / "events" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    reading = read_record(tmp_path)

    assert reading.faults == ()
    assert told(spans(reading.record, "attache", day("2024-01-31"))) == [
        "suspended 2023-02-17 ?2023-02-18 disputed",
        "open 2023-11-15",
    ]
