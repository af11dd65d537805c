"""Silences on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from generator.pages.picture.lapses import lapses
from generator.views.silences import quiet_channels
from tests.pages.picture.drawn import of_class, texts
from tests.views.making import channel, event, gap, record, turned

UNTIL = date(2024, 1, 31)
MADE = record(
    channel("dpct", short="Policy talks"), channel("mmca", short="Maritime talks"), channel("old", short="Old talks"),
    event("2012-01-31-a", channel="dpct"), event("2020-01-31-b", channel="dpct"),
    event("2010-01-31-c", channel="mmca"), gap("2015", "mmca"),
    event("2001-01-31-d", channel="old"), event("2002-01-31-e", channel="old"),
    turned("2003-01-31-f", "agreement", old="ended"),
)  # fmt: skip


@pytest.mark.parametrize("width", [1216, 728, 358])
def test_each_channel_has_its_bars(width: int) -> None:
    """Hollow the longest, solid the present one; one bar where they are the same; dashed where contacts are missing."""
    svg = lapses(quiet_channels(MADE, UNTIL), UNTIL, width, "Words")

    assert [bar.get("class") for bar in of_class(svg, "lapse")] == [
        "lapse",
        "lapse now-on",
        "lapse now-on unsure",
        "lapse",
    ]
    assert {"Policy talks", "96", "48", "Maritime talks", "≤ 168", "12"} <= set(texts(svg))


def test_bars_lie_in_their_time() -> None:
    """The present silence of every channel ends on the last day known, and begins where the longest one ended."""
    longest, present, other, _ = of_class(lapses(quiet_channels(MADE, UNTIL), UNTIL, 1216, "Words"), "lapse")

    def ends(bar: object) -> tuple[float, float]:
        left, width = float(bar.get("x")), float(bar.get("width"))  # type: ignore[attr-defined]  # an element
        return left, left + width

    assert ends(longest)[1] == pytest.approx(ends(present)[0], abs=0.2)
    assert ends(present)[1] == pytest.approx(ends(other)[1], abs=0.2)


def test_no_silence_is_no_fault() -> None:
    """Without a channel the picture is its calendar."""
    assert list(of_class(lapses((), UNTIL, 728, "Words"), "lapse")) == []
