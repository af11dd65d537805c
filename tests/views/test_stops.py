"""Each time that a channel stopped, why, and what brought it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.record.vocabulary import State
from generator.views.spans import spans
from generator.views.stops import Stop, stops
from tests.views.making import channel, day, event, record, turned
from tests.views.test_spans_properties import LAST, records

if TYPE_CHECKING:
    from generator.record.entry import Entry
    from generator.record.record import Record

UNTIL = day("2024-01-31")
VISIT = event("2022-08-02-visit", "context")
HALT = turned("2022-08-05-halt", dpct="suspended", related=[{"event": VISIT.id, "relation": "responds-to"}])
OPENED = turned("2021-09-28-opened", "talks", channel="dpct", dpct="open")
AGREED = turned("2023-11-15-summit", "summit", dpct="agreed")
BACK = turned("2024-01-08-round", "talks", channel="dpct", dpct="open",
              related=[{"event": AGREED.id, "relation": "implements"}])  # fmt: skip


def told(stop: Stop) -> str:
    """Say a stop: its states with their causes and what these answered, then what opened the channel again."""
    steps = [*stop.steps, *([stop.again] if stop.again else [])]
    return ", ".join(
        f"{step.span.state} {step.span.cause.id[11:] if step.span.cause else 'silence'}"
        + "".join(f" {tie.words} {tie.event.id[11:]}" for tie in step.answers)
        for step in steps
    )


CASES: dict[str, tuple[list[Entry], list[str]]] = {
    "never stopped": ([OPENED, event("2023-06-01-round", channel="dpct")], []),
    "agreed before it was ever open is no stop": ([AGREED, BACK], []),
    "suspended, agreed, open again": (
        [OPENED, VISIT, HALT, AGREED, BACK],
        ["suspended halt responds to visit, agreed summit, open round implements summit"],
    ),
    "it lasts": ([OPENED, VISIT, HALT], ["suspended halt responds to visit"]),
    "suspended once more is one stop": (
        [OPENED, VISIT, HALT, turned("2022-10-01-again", dpct="suspended")], ["suspended halt responds to visit"]),
    "one suspension after another": (
        [OPENED, HALT, turned("2022-10-01-open", "resumption", dpct="open"),
         turned("2023-01-01-two", dpct="suspended")],
        ["suspended halt, open open", "suspended two"],
    ),
    "proposed, then suspended": (
        [turned("2021-08-01-idea", "statement", dpct="proposed"), HALT], ["suspended halt"]),
    "silence, then given up": (
        [turned("2015-01-01-opened", "talks", channel="dpct", dpct="open"),
         turned("2023-01-01-end", "statement", dpct="ended")],
        ["dormant silence, ended end"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_stops(case: str) -> None:
    """Each begins with a suspension, an end or silence, and runs to the next opening or to the last day."""
    entries, expected = CASES[case]

    assert [told(stop) for stop in stops(record(channel("dpct"), *entries), "dpct", UNTIL)] == expected


@given(records())
def test_a_channel_is_open_or_stopped_or_not_yet_there(made: Record) -> None:
    """Every span that is suspended, dormant or ended lies in exactly one stop, and what opens it again is open."""
    for id_ in made.channels:
        found = stops(made, id_, LAST)
        inside = [step.span for stop in found for step in stop.steps]

        assert len(set(map(id, inside))) == len(inside)
        assert all(stop.again is None or stop.again.span.state is State.OPEN for stop in found)
        for span in spans(made, id_, LAST):
            if span.state in ("suspended", "dormant", "ended"):
                assert span in inside
            assert span.state is not State.OPEN or span not in inside
