"""Shares of two accounts as a bar."""

from __future__ import annotations

import pytest

from generator.pages.picture.shares import WIDTH, share_bar
from tests.pages.picture.drawn import of_class


@pytest.mark.parametrize(("left", "common", "right"), [(3, 4, 0), (0, 4, 3), (5, 0, 5), (2, 1, 7)])
def test_each_side_lies_on_its_own(left: int, common: int, right: int) -> None:
    """What is common stands in the middle, what one side alone has touches it on that side, all to one scale."""
    svg = share_bar(left, common, right, 10)

    sides = [float(part.get("x", "")) for part in of_class(svg, "part")]
    middle = [(float(part.get("x", "")), float(part.get("width", ""))) for part in of_class(svg, "col")]

    assert len(sides) == bool(left) + bool(right)
    assert len(middle) == bool(common)
    assert all(start + width / 2 == pytest.approx(WIDTH / 2, abs=0.1) for start, width in middle)
    assert all((start < WIDTH / 2 - 1) == bool(left) for start in sides[:1])
    assert all(start >= WIDTH / 2 for start in sides[bool(left) :])


def test_nothing_is_a_line() -> None:
    """A topic that none names has no bar."""
    assert list(of_class(share_bar(0, 0, 0, 0), "part")) == []
