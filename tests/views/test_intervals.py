"""How long a channel usually waits, and when it waited longer."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.intervals import FACTOR, LEAST, long_lapses, usual_interval
from tests.views.making import channel, day, event, gap, record
from tests.views.test_spans_properties import DAYS, LAST

UNTIL = day("2024-01-31")


def world(*days: str, hidden: tuple[str, ...] = (), **fields: Any) -> list[str]:  # noqa: ANN401  as a file
    """Say the silences of a channel with rounds on some days: `2020-01-14 2021-09-28 623`, `so far`, `gap`."""
    made = record(channel("dpct", **fields), *(event(f"{text}-round", channel="dpct") for text in days),
                  *(gap(period, "dpct") for period in hidden))  # fmt: skip
    found = long_lapses(made, "dpct", UNTIL)
    return [
        f"{one.since} {one.until} {one.days}{'' if one.ended_by else ' so far'}{' gap' if one.across_gap else ''}"
        for one in found
    ]


YEARLY = ("2015-01-01", "2016-01-01", "2017-01-01", "2018-01-01")


@pytest.mark.parametrize(("days", "fields", "expected"), [
    ((*YEARLY, "2019-06-01", "2021-01-01", "2023-12-01"), {}, ["2021-01-01 2023-12-01 1064"]),
    (YEARLY, {}, ["2018-01-01 2024-01-31 2221 so far"]),
    (("2022-06-10", "2023-12-01"), {"interval_months": "12"}, []),
    (("2022-05-01", "2023-12-01"), {"interval_months": "12"}, ["2022-05-01 2023-12-01 579"]),
    (("2020-01-01", "2023-12-01"), {"dormant_after_months": "60"}, []),
    (("2018-01-01", "2023-12-01"), {"dormant_after_months": "60"}, ["2018-01-01 2023-12-01 2160"]),
    (("2023-01-01", "2023-01-11", "2023-01-21", "2023-01-31", "2023-06-01", "2023-12-15"), {},
     ["2023-06-01 2023-12-15 197"]),
    (YEARLY, {"rounds": "false"}, []),
    ((), {"interval_months": "12"}, []),
])  # fmt: skip
def test_silences(days: tuple[str, ...], fields: dict[str, Any], expected: list[str]) -> None:
    """Longer than one and a half usual intervals, and than half a year; else longer than what makes it dormant."""
    assert world(*days, **fields) == expected


def test_a_known_gap_makes_nothing_usual() -> None:
    """A time in which rounds are known to be missing counts for no interval, and says so where it is long."""
    days = ("2010-01-01", "2014-01-01", "2015-01-01", "2016-01-01", "2017-01-01", "2023-12-01")

    assert world(*days, hidden=("2011/2013",)) == ["2010-01-01 2014-01-01 1461 gap", "2017-01-01 2023-12-01 2525"]


def test_what_is_usual_and_what_it_rests_on() -> None:
    """Three times between rounds make a median; fewer give way to what the registry expects, or to nothing."""

    def usual(*days: str, **fields: str) -> tuple[int, int] | None:
        made = record(channel("dpct", **fields), *(event(f"{text}-round", channel="dpct") for text in days))
        found = usual_interval(made, "dpct", UNTIL)
        return (found.days, found.known) if found else None

    assert usual(*YEARLY, interval_months="6") == (365, 3)
    assert usual(*YEARLY[:3], interval_months="6") == (183, 0)
    assert usual(*YEARLY[:3]) is None
    assert usual(*YEARLY, "2024-06-01") == (365, 3)


@given(st.lists(DAYS, max_size=12, unique=True))
def test_every_long_time_is_a_silence_and_no_other(days: list[object]) -> None:
    """Whatever the rounds: what is longer than the rule says is given, in the order of time, what is not is not."""
    made = record(channel("dpct"), *(event(f"{when}-{number}", channel="dpct") for number, when in enumerate(days)))
    usual, found = usual_interval(made, "dpct", LAST), long_lapses(made, "dpct", LAST)

    ends = [*(one.date.anchor for one in made.events), LAST]
    if usual:
        limit = max(FACTOR * usual.days, LEAST)
        long = [(a, b) for a, b in pairwise(ends) if (b - a).days > limit]
        assert [(one.since, one.until) for one in found] == long
    assert all(one.days > LEAST for one in found)
