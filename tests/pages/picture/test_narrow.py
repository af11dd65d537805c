"""The picture for phones: numbers of breaks with their key, lanes that fold, targets for fingers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.narrow import key_of_breaks, spread
from generator.pages.picture.scene import EVERYTHING, Asked
from generator.pages.picture.timeline import timeline
from tests.pages.picture.drawn import texts
from tests.pages.picture.made import UNTIL, small
from tests.views.making import channel, event, record, turned

WINDOW = (date(2021, 1, 1), date(2024, 6, 30))


def test_the_key_says_what_the_numbers_mean() -> None:
    """Each break has its number, its name and its months."""
    assert (
        key_of_breaks(small(), UNTIL) == '<ol class="keys" aria-label="Breaks by their numbers">'
        "<li><b>1</b> 2022 Three channels cancelled, 15&#160;mo</li></ol>"
    )
    assert key_of_breaks(record(), UNTIL) == ""


def test_a_break_alone_in_a_window_bears_its_name() -> None:
    """Where there is room for it, a name says more than a number."""
    found = texts(timeline(small(), UNTIL, 358, link=str, prefix="n", window=WINDOW))
    assert "2022 Three channels cancelled" in found
    assert "1" not in found


def test_the_states_have_their_day() -> None:
    """Above the states at the right stands the day on which they are told: the last one known, or the one asked for."""
    known, asked = (
        texts(timeline(small(), UNTIL, 358, link=str, prefix="n", window=WINDOW, asked=one))
        for one in (EVERYTHING, Asked(day=date(2022, 10, 1)))
    )
    assert "31 Jan 2024" in known
    assert "31 Jan 2024" not in asked
    assert asked.count("1 Oct 2022") == 2  # beside the cursor, too


def test_a_dormant_lane_without_events_folds_away() -> None:
    """In a window a lane that would say nothing leaves its room to others; in the whole span all lanes stand."""
    made = record(
        channel("dpct", short="Talks"), channel("dsd", short="Old dialogue"),
        turned("2005-01-01-x", "talks", channel="dsd", dsd="open"),
        turned("2023-01-01-x", "talks", channel="dpct", dpct="open"), event("1980-01-01-x", "report"),
        checked=f"{UNTIL}",
    )  # fmt: skip
    assert "Old dialogue" not in texts(timeline(made, UNTIL, 358, link=str, prefix="n", window=WINDOW))
    assert "Old dialogue" in texts(timeline(made, UNTIL, 358, link=str, prefix="n"))


def test_numbers_that_would_overlap_move_apart() -> None:
    """Two breaks close together have their numbers side by side, as near as they go."""
    assert spread([100, 104], 14, 0, 358) == (100, 114)
    assert spread([350, 356], 14, 0, 358) == (337, 351)


@given(st.lists(st.floats(0, 358), max_size=20))
def test_spread_numbers_never_overlap(places: list[float]) -> None:
    """Whatever the places, boxes keep their order and their distance, and stay within the drawing."""
    found = spread(sorted(places), 14, 0, 358)
    assert len(found) == len(places)
    assert all(second - first >= 14 - 1e-6 for first, second in pairwise(found))
    assert all(7 - 1e-6 <= place <= 351 + 1e-6 for place in found)
