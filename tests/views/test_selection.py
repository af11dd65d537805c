"""Choosing events by the filters of the site."""

from __future__ import annotations

import pytest

from generator.views.selection import Selection, select, text_of
from tests.views.making import channel, day, event, person, record

TALKS = "2024-01-08-talks"
RECORD = record(
    event(TALKS, date="2024-01-08/2024-01-09", channel="dpct", title="17th Defense Policy Talks", short="17th round",
          participants={"us": [{"person": "chase"}], "prc": [{"office": "prc-office"}]}, topics=["taiwan"],
          summary="Nobody looks for a submarine here.", standing="single-source",
          accounts={"prc": {"text": "They spoke of a submarine."}}),
    event("2024-06-01-law", "law", title="A law", effects=[{"channel": "hotline", "state": "open"}]),
    event("2024-07-00-call", "call", title="A call", date="2024-07/..", status="refused"),
    channel("dpct", name="Defense Policy Coordination Talks", short="Policy talks (DPCT)"),
    channel("hotline", level="leaders"), person("chase", name="Michael Chase", native="蔡斯"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Selection(), True),
        (Selection(channels=("dpct",)), True),
        (Selection(channels=("mmca",)), False),
        (Selection(kinds=("contact",)), True),
        (Selection(kinds=("talks", "call")), True),
        (Selection(kinds=("incident",)), False),
        (Selection(parties=("prc",)), True),
        (Selection(people=("chase",)), True),
        (Selection(people=("chase",), kinds=("call",)), False),
        (Selection(topics=("taiwan",)), True),
        (Selection(topics=("islands",)), False),
        (Selection(levels=("policy",)), True),
        (Selection(levels=("leaders",)), False),
        (Selection(statuses=("held",)), True),
        (Selection(statuses=("refused", "planned")), False),
        (Selection(standings=("single-source",)), True),
        (Selection(standings=("confirmed",)), False),
        (Selection(since=day("2024-01-09")), True),
        (Selection(since=day("2024-01-10")), False),
        (Selection(until=day("2024-01-08")), True),
        (Selection(until=day("2024-01-07")), False),
        (Selection(text="POLICY talks"), True),
        (Selection(text="17th round"), True),
        (Selection(text="efens CHASE"), True),
        (Selection(text="coordination"), False),
        (Selection(text="dpct"), True),
        (Selection(text="蔡斯"), True),
        (Selection(text="submarine"), False),
        (Selection(text="policy submarine"), False),
    ],
)
def test_selection(wanted: Selection, *, found: bool) -> None:
    """Every filter that is given must match; of several values in one filter, one."""
    assert (TALKS in {event.id for event in select(RECORD, wanted)}) is found


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Selection(channels=("hotline",)), ["2024-06-01-law"]),
        (Selection(levels=("leaders",)), ["2024-06-01-law"]),
        (Selection(statuses=("held", "refused")), [TALKS, "2024-07-00-call"]),
        (Selection(since=day("2025-01-01")), ["2024-07-00-call"]),
    ],
)
def test_what_is_chosen(wanted: Selection, ids: list[str]) -> None:
    """A change of a channel counts for it and its level; what is no contact has no status; what goes on is not over."""
    assert [event.id for event in select(RECORD, wanted)] == ids


def test_what_is_searched() -> None:
    """Words are looked for in titles and names alone: those that the site has at hand."""
    assert text_of(RECORD, RECORD.by_id[TALKS]) == (
        "17th Defense Policy Talks 17th round Policy talks (DPCT) Michael Chase 蔡斯"
    )
