"""Rounds, what was declined, counterparts, and what stands before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.views.contacts import (
    between,
    declined,
    last_contact,
    latest_contacts,
    neighbours,
    neighbours_among,
    of_person,
    pair_rows,
    rounds,
)
from generator.views.holders import pairs
from tests.views.making import channel, day, event, gap, office, person, post, record

if TYPE_CHECKING:
    from generator.record.models import Event

SPRING = st.dates(date(2020, 1, 1), date(2020, 3, 31))
DPCT = (
    event("2020-01-14-fifteenth", channel="dpct"),
    event("2021-09-28-sixteenth", channel="dpct", date="2021-09-28/2021-09-29"),
    event("2022-08-05-refused", channel="dpct", status="refused"),
    event("2022-09-00-postponed", channel="dpct", date="2022-09", status="postponed"),
    event("2023-01-00-cancelled", channel="dpct", date="2023-01", status="cancelled"),
    event("2024-01-08-seventeenth", channel=["dpct", "mmca"], date="2024-01-08/2024-01-09"),
    event("2024-03-00-planned", channel="dpct", date="2024-03", status="planned"),
)
HOLDERS = (
    office("us-secretary", counterpart="prc-minister"), office("prc-minister"),
    person("austin", post("us-secretary", "2021-01-22"), party="us"),
    person("wei", post("prc-minister", "2018-03-19", "2023-03-12"), party="prc"),
    person("dong", post("prc-minister", "2023-12-29"), party="prc"),
)  # fmt: skip


def test_rounds_are_the_held_contacts() -> None:
    """They are numbered from 1, with the days from the end of one to the beginning of the next."""
    found = rounds(record(channel("dpct"), *DPCT), "dpct")

    assert [(one.event.id, one.number_in_record, one.days_since_previous) for one in found] == [
        ("2020-01-14-fifteenth", 1, None),
        ("2021-09-28-sixteenth", 2, 623),
        ("2024-01-08-seventeenth", 3, 831),
    ]
    assert rounds(record(), "unknown") == ()


def test_the_latest_contact_of_leaders_does_not_hide_the_one_below() -> None:
    """After a summit the last contact of others is given too; what is ahead or declined is none."""
    summits = channel("leaders", level="leaders")
    summit = event("2023-11-15-summit", "summit", channel="leaders")
    held_by_both = event("2024-02-01-both", channel=["leaders", "dpct"])
    made = record(summits, channel("dpct"), channel("mmca"), *DPCT, summit, held_by_both)

    def found(until: str) -> list[str]:
        return [one.id[11:] for one in latest_contacts(made, day(until))]

    assert found("2019-12-31") == []
    assert found("2023-10-31") == ["sixteenth"]
    assert found("2023-12-31") == ["summit", "sixteenth"]
    assert found("2024-01-31") == ["seventeenth"]
    assert found("2024-03-31") == ["both"]
    assert [one.id for one in latest_contacts(record(summits, summit), day("2024-01-01"))] == [summit.id]


def test_rounds_that_overlap_have_no_days_between() -> None:
    """A contact within a longer one, or on a day less certain than it, does not come before it."""
    week = event("2024-01-08-week", channel="dpct", date="2024-01-08/2024-01-14")
    within = event("2024-01-10-call", channel="dpct")

    assert [one.days_since_previous for one in rounds(record(week, within), "dpct")] == [None, 0]


def test_a_known_gap_between_rounds_is_said() -> None:
    """Days between rounds say little where the registry knows that rounds are missing there."""

    def across(period: str, id_: str | None = "dpct") -> list[bool]:
        return [one.across_gap for one in rounds(record(*DPCT, gap(period, id_)), "dpct")]

    assert across("2022") == [False, False, True]
    assert across("2021-12/..") == [False, False, True]
    assert across("../2020-06") == [False, True, False]
    assert across("2021-09-28") == [False, False, False]
    assert across("2022", "mmca") == across("2022", None) == [False, False, False]


def test_only_what_was_refused_or_cancelled_is_declined() -> None:
    """A contact that was put off is not, nor is one that lies ahead."""
    assert [one.id for one in declined(record(*DPCT), "dpct")] == ["2022-08-05-refused", "2023-01-00-cancelled"]
    assert declined(record(*DPCT), "unheard-of") == ()


def test_the_last_contact_is_a_held_one() -> None:
    """One counts from its first day; what was refused or planned never does."""
    made = record(*DPCT)

    days = ("2020-01-13", "2024-01-07", "2024-01-08", "2026-01-01")
    found = {text: last_contact(made, "dpct", day(text)) for text in days}

    assert {text: one and one.id[11:] for text, one in found.items()} == {
        "2020-01-13": None,
        "2024-01-07": "sixteenth",
        "2024-01-08": "seventeenth",
        "2026-01-01": "seventeenth",
    }


def test_neighbours_are_those_of_the_first_channel() -> None:
    """Every event of the channel is one, held or not; an event of two channels stands in the first."""
    mmca = event("2023-12-01-mmca", channel="mmca")
    made = record(*DPCT, mmca)

    earlier, later = neighbours(made, made.by_id["2024-01-08-seventeenth"])

    assert earlier is made.by_id["2023-01-00-cancelled"]
    assert later is made.by_id["2024-03-00-planned"]
    assert neighbours(made, mmca) == (None, made.by_id["2024-01-08-seventeenth"])


def test_neighbours_outside_the_channels_are_those_of_time() -> None:
    """An event without a channel has the nearest other such events."""
    drill, balloon = event("2022-08-04-drill", "drill"), event("2023-02-04-balloon", "crisis")
    law = event("2023-02-04-law", "law")
    made = record(*DPCT, drill, law, balloon)

    assert neighbours(made, drill) == (None, balloon)
    assert neighbours(made, balloon) == (drill, law)
    assert neighbours(made, law) == (balloon, None)


@given(st.lists(st.tuples(SPRING, st.sampled_from(("dpct", "mmca", []))), max_size=15))
def test_neighbours_are_each_others(drawn: list[tuple[date, str | list[str]]]) -> None:
    """Whatever the channels and days: what comes after an event has the event before it."""
    made = record(*(event(f"{when}-{number}", channel=id_) for number, (when, id_) in enumerate(drawn)))

    for one in made.events:
        earlier, later = neighbours(made, one)
        assert earlier is None or neighbours(made, earlier)[1] is one
        assert later is None or neighbours(made, later)[0] is one


def test_neighbours_among_any_events() -> None:
    """A list of the caller's own, such as a person's, is walked in the same way."""
    made = record(*DPCT)

    assert neighbours_among(made.events[:2], made.events[0]) == (None, made.events[1])
    assert neighbours_among(made.events[:1], made.events[0]) == (None, None)


def test_the_events_of_a_person() -> None:
    """They are those in which the person took part or was to."""
    call = event("2022-04-20-call", "call", participants={"us": ["austin"]})

    assert of_person(record(*HOLDERS, call), "austin") == (call,)
    assert of_person(record(), "austin") == ()


def meeting(id_: str, us: object, prc: object, status: str | None = None) -> Event:
    """Make a meeting of one from each side."""
    return event(id_, "meeting", participants={"us": [us], "prc": [prc]}, status=status)


MEETINGS = (
    meeting("2022-06-10-singapore", "austin", "wei"),
    meeting("2022-11-22-siem-reap", "austin", {"office": "prc-minister"}),
    meeting("2023-02-04-refused", "austin", "wei", status="refused"),
    meeting("2023-06-02-retired", "austin", "wei"),
    meeting("2024-02-01-dong", "austin", "dong"),
    event("2024-02-02-alone", "visit", participants={"prc": ["dong"]}),
)


def test_between_counterparts() -> None:
    """Both offices took part, by name or by who held them that day, in a contact that was held."""
    made = record(*HOLDERS, *MEETINGS)

    assert [one.id for one in between(made, pairs(made)[0])] == [
        "2022-06-10-singapore",
        "2022-11-22-siem-reap",
        "2024-02-01-dong",
    ]


def test_counterparts_on_a_day() -> None:
    """The row has the holders of the day, the last contact up to it, and the whole months since its end."""
    made = record(*HOLDERS, *MEETINGS)

    def told(text: str) -> tuple[object, ...]:
        [row] = pair_rows(made, day(text))
        return (row.first and row.first.person and row.first.person.id, row.second and row.second.person,
                row.last and row.last.id, row.months)  # fmt: skip

    austin = made.people["austin"]
    assert told("2022-06-09") == ("wei", austin, None, None)
    assert told("2023-06-21") == (None, austin, "2022-11-22-siem-reap", 6)
    assert told("2024-01-31") == ("dong", austin, "2022-11-22-siem-reap", 14)


def test_a_successor_ends_a_post_without_an_end() -> None:
    """Who handed an office on does not meet as its holder any more."""
    after = person("hegseth", post("us-secretary", "2025-01-25"))
    past, now = meeting("2025-11-01-past", "austin", "dong"), meeting("2025-11-02-now", "hegseth", "dong")
    made = record(*HOLDERS, after, past, now)

    assert [one.id for one in between(made, pairs(made)[0])] == ["2025-11-02-now"]
