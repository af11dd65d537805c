"""The chart of counts stands on the numbers of the views, and its names find room."""

from __future__ import annotations

from datetime import date

from generator.pages.picture.counts import chart, counts, sliced
from generator.pages.picture.scale import Scale
from tests.pages.picture.drawn import classes, of_class, parsed, texts
from tests.pages.picture.made import UNTIL, small
from tests.views.making import record

SCALE = Scale(date(2020, 1, 1), date(2021, 12, 31), 0, 730)


def test_numbers_hold_until_the_next_change() -> None:
    """A slice runs from a change to the next, the last one to the day known, that day included."""
    changes = ((date(2019, 1, 1), {"open": 1}), (date(2020, 1, 11), {"open": 1, "suspended": 2}))
    first, second = sliced(changes, SCALE, date(2020, 1, 30))
    assert (first.start, first.end, first.numbers) == (0, 10, (1, 0, 0))
    assert (second.start, second.end, second.numbers, second.total) == (10, 30, (1, 0, 2), 3)


def test_the_chart_has_its_three_areas_and_the_break() -> None:
    """Open, dormant and suspended are stacked; the break is named above."""
    svg = counts(small(), UNTIL, 1216, prefix="c")
    assert {"s-open", "a-dorm", "s-sus", "openline", "totline"} <= classes(svg)
    assert "2022 Three channels cancelled" in texts(svg)
    assert parsed(svg).get("aria-label") == "Number of channels open, dormant and suspended, 2005 to 2024"


def test_a_phone_has_numbers() -> None:
    """Where names find no room, the break has its number in the key."""
    assert "1" in [text.text for text in of_class(counts(small(), UNTIL, 358, prefix="c"), "brk1")]


def test_a_day_has_its_knob() -> None:
    """The day asked about is marked with a line and a knob."""
    assert {"cursor", "knob"} <= classes(chart(small(), UNTIL, 1216, prefix="c").svg(date(2022, 8, 8)))
    assert "knob" not in classes(counts(small(), UNTIL, 1216, prefix="c"))


def test_a_record_without_channels_is_no_fault() -> None:
    """The chart of nothing is an axis."""
    assert classes(counts(record(), UNTIL, 1216, prefix="c")) >= {"axis"}
