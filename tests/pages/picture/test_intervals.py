"""Counts with what their words leave open."""

from __future__ import annotations

import pytest

from generator.pages.picture.intervals import Interval, intervals
from tests.pages.picture.drawn import of_class, texts


def drawn(low: int | None, high: int | None, width: float = 1216) -> str:
    """Draw one count beside an exact hundred."""
    return intervals(
        [Interval(2023, "Intercepts", "as said", low, high), Interval(2024, "All", "100", 100, 100)], width, "W"
    )


def places(svg: str) -> list[float]:
    """Give the left ends of the pieces of the first count."""
    return [float(piece.get("x", "nan")) for piece in of_class(svg, "dot") if piece.tag.endswith("rect")]


@pytest.mark.parametrize(("low", "high", "pieces", "bounds"), [
    (10, 10, 0, 0), (60, 70, 1, 2), (180, None, 5, 1), (None, 10, 5, 1), (None, 1, 5, 1), (0, 1, 1, 2),
])  # fmt: skip
def test_shapes_say_what_is_open(low: int | None, high: int | None, pieces: int, bounds: int) -> None:
    """A dot is exact, a bar has an end at each bound, and fades in steps where there is none."""
    svg = drawn(low, high)

    assert len(places(svg)) == pieces
    assert len(list(of_class(svg, "bound"))) == bounds


def test_a_bar_fades_to_its_open_side() -> None:
    """Without an upper bound it goes right from the least; without a lower one left from the most."""
    bound = float(next(iter(of_class(drawn(100, None), "bound"))).get("d", "M0 ")[1:].split(" ")[0])

    assert min(places(drawn(100, None))) == pytest.approx(bound, abs=0.2)
    assert max(places(drawn(None, 100))) < bound


@pytest.mark.parametrize("width", [1216, 728, 358])
def test_words_stand_at_every_width(width: float) -> None:
    """Year, label and count as said stand beside the bar, over it, or in two lines over it."""
    assert {"2023", "Intercepts", "as said"} <= set(texts(drawn(180, None, width)))


def test_the_scale_holds_the_largest_bound() -> None:
    """It runs in powers of ten from 1 to beyond the largest number."""
    assert "10,000" in texts(intervals([Interval(2023, "Many", "900", 900, 900)], 1216, "W")) or "1,000" in texts(
        drawn(180, None)
    )
