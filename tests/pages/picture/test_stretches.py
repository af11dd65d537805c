"""A date is drawn as surely as it is known, and no surer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from generator.pages.picture.scale import Scale
from generator.pages.picture.stretches import BEYOND, Stretch, clipped, steps, stretch
from generator.record.dates import Form, Precision, parse_edtf
from tests.pages.picture.made import dates

UNTIL = date(2024, 1, 31)
YEAR = Scale(date(2023, 1, 1), date(2025, 1, 1), 0, 731)
"""One pixel a day."""
CENTURY = Scale(date(1925, 1, 1), date(2025, 1, 1), 0, 365.25)
"""A hundredth of that: months are less than a pixel."""
RADIUS = 4


def laid(text: str, scale: Scale = YEAR) -> Stretch:
    """Lay a date out, for marks of 4 px."""
    return stretch(parse_edtf(text), scale, UNTIL, RADIUS)


def test_a_day_is_a_point() -> None:
    """A certain day has a mark and no bar."""
    bar = laid("2023-01-11")
    assert (bar.mark, bar.start, bar.end, bar.fades) == (10, 10, 10, False)


def test_a_month_fades_on_both_sides_of_its_middle() -> None:
    """A month spans its days, its mark in the middle, three steps to either side."""
    bar = laid("2023-01")
    assert (bar.start, bar.mark, bar.end) == (0, 15.5, 31)
    pieces = steps(bar)
    assert [piece.opacity for piece in pieces] == [0.2, 0.47, 0.75, 0.75, 0.47, 0.2]
    assert (pieces[0].start, pieces[-1].end) == (0, 31)


def test_what_is_too_short_to_be_seen_fades_beside_its_mark() -> None:
    """Where a month is less than a pixel, its bar still shows to both sides of the mark."""
    bar = laid("2023-01", CENTURY)
    assert bar.start < bar.mark - RADIUS
    assert bar.mark + RADIUS < bar.end


def test_a_short_interval_has_its_mark_in_the_middle() -> None:
    """What lasted up to two months is marked there, and its bar is sure."""
    bar = laid("2023-01-11/2023-01-31")
    assert (bar.start, bar.mark, bar.end, bar.fades) == (10, 20, 30, False)


def test_a_long_interval_has_its_mark_at_its_start() -> None:
    """What lasted longer is marked where it began, and fades where its end is not sure."""
    bar = laid("2023-01-11/2023-12")
    assert (bar.mark, bar.start, bar.sure_from) == (10, 10, 10)
    assert bar.sure_to == YEAR.x(date(2023, 12, 1))
    assert bar.end == YEAR.x(date(2023, 12, 31))


def test_an_open_interval_runs_on_past_the_last_day_known() -> None:
    """It is sure up to that day and fades after it."""
    bar = laid("2023-01-11/..")
    assert (bar.mark, bar.sure_to) == (10, YEAR.x(UNTIL))
    assert bar.end == bar.sure_to + BEYOND


def test_an_end_that_is_not_known_is_not_drawn_as_if_it_lasted() -> None:
    """The bar fades beside the mark and does not reach for the last day known."""
    bar = laid("2023-01-11/")
    assert bar.end < 10 + RADIUS + BEYOND + 1


@pytest.mark.parametrize(("text", "side"), [("[..2023-03-01]", -1), ("../2023-03-01", -1), ("[2023-03-01..]", 1)])
def test_a_bound_that_is_not_known_fades_away_from_the_known_one(text: str, side: int) -> None:
    """Neither mark nor bar lies beyond the bound that is known."""
    bar, known = laid(text), YEAR.x(date(2023, 3, 1))
    assert bar.fades
    reach = (bar.start, bar.mark) if side < 0 else (bar.mark, bar.end)
    assert all((place - known) * side >= 0 for place in reach)


@given(dates())
def test_only_what_is_known_to_the_day_has_no_fading_end(text: str) -> None:
    """At any scale, a bar fades exactly where a bound of the date is missing, doubtful or less than a day."""
    when = parse_edtf(text)
    bounds = list(when.bounds())
    plain = len(bounds) == 2 and all(
        bound.precision is Precision.DAY and not bound.approximate and not bound.uncertain for bound in bounds
    )
    known = when.is_day or (plain and when.form is Form.INTERVAL)
    for scale in (YEAR, CENTURY):
        assert stretch(when, scale, UNTIL, RADIUS).fades is not known


@given(dates())
def test_the_pieces_of_a_bar_are_its_length(text: str) -> None:
    """Pieces join without a gap from start to end, hold the mark, and grow lighter outwards."""
    for scale in (YEAR, CENTURY):
        bar = stretch(parse_edtf(text), scale, UNTIL, RADIUS)
        assert bar.start <= bar.mark <= bar.end
        assert bar.start <= bar.sure_from <= bar.sure_to <= bar.end
        pieces = steps(bar)
        assert all(first.end == pytest.approx(second.start) for first, second in pairwise(pieces))
        if pieces:
            assert [pieces[0].start, pieces[-1].end] == pytest.approx([bar.start, bar.end])
            peak = max(range(len(pieces)), key=lambda index: pieces[index].opacity)
            opacities = [piece.opacity for piece in pieces]
            assert opacities[: peak + 1] == sorted(opacities[: peak + 1])
            assert opacities[peak:] == sorted(opacities[peak:], reverse=True)


def test_pieces_end_where_the_drawing_does() -> None:
    """What lies outside is cut, and what lies outside as a whole is left out."""
    pieces = clipped(steps(laid("2023-01")), 10, 20)
    assert (pieces[0].start, pieces[-1].end) == (10, 20)
    assert clipped(steps(laid("2023-01")), 100, 200) == ()
