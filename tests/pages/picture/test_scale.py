"""Days lie where they should, and ticks follow the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from generator.pages.picture.scale import Scale, Zoom, month_name, ticks

WHOLE = Scale(date(1971, 1, 1), date(2026, 12, 31), 222, 1076)
WINDOW = Scale(date(2015, 1, 1), date(2024, 12, 31), 222, 1076)
CLOSE = Scale(date(2021, 1, 1), date(2024, 12, 31), 222, 1076)


def test_the_ends_of_a_scale_are_its_days() -> None:
    """The first day lies at the left end, the last at the right, and days outside are moved to the nearer end."""
    assert (WHOLE.x(WHOLE.first), WHOLE.x(WHOLE.last)) == (222, 1076)
    assert WHOLE.inside(date(1950, 1, 1)) == 222
    assert WHOLE.inside(date(2050, 1, 1)) == 1076


@pytest.mark.parametrize(("scale", "zoom"), [(WHOLE, Zoom.WHOLE), (WINDOW, Zoom.WINDOW), (CLOSE, Zoom.MONTHS)])
def test_zoom_follows_pixels_a_year(scale: Scale, zoom: Zoom) -> None:
    """Under 40 px a year is the whole span, from 40 a window, from 150 months."""
    assert scale.zoom is zoom


def test_the_whole_span_names_every_fifth_year() -> None:
    """Years between are lines without a name."""
    found = ticks(WHOLE)
    assert [tick.label for tick in found if tick.label] == [str(year) for year in range(1975, 2027, 5)]
    assert len(found) == 56


def test_a_window_names_years_and_marks_quarters() -> None:
    """Each year has its name and three lines for its quarters."""
    found = ticks(WINDOW)
    assert [tick.label for tick in found if tick.strong] == [str(year) for year in range(2015, 2025)]
    assert [tick.day.month for tick in found if not tick.strong][:3] == [4, 7, 10]
    assert {tick.label for tick in found if not tick.strong} == {""}


def test_a_close_window_names_months() -> None:
    """With 150 px a year the quarters bear their months; with room every month does."""
    assert [tick.label for tick in ticks(CLOSE)][:5] == ["2021", "Apr", "July", "Oct", "2022"]
    month = Scale(date(2024, 1, 1), date(2024, 12, 31), 0, 800)
    assert [tick.label for tick in ticks(month)][:4] == ["2024", "Feb", "Mar", "Apr"]


@pytest.mark.parametrize(("last", "label"), [
    (date(2023, 9, 30), "Apr 2023"),
    (date(2024, 1, 3), "Apr 2023"),
    (date(2024, 3, 31), "Apr"),
])  # fmt: skip
def test_a_year_is_named_in_every_window(last: date, label: str) -> None:
    """Where no new year has room for its name, the first month is named with its year."""
    assert next(tick.label for tick in ticks(Scale(date(2023, 3, 10), last, 0, 350))) == label


def test_a_scale_of_one_day_is_no_fault() -> None:
    """A window without length is drawn as if it had a day."""
    assert Scale(date(2024, 1, 8), date(2024, 1, 8), 0, 100).x(date(2024, 1, 8)) == 0


def test_months_are_short() -> None:
    """Months have the short names that the tables use."""
    assert month_name(date(2024, 9, 14)) == "Sept 2024"
