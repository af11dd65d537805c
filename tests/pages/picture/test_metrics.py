"""Widths of texts are on the safe side, and shortening keeps within a room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.metrics import fitted, text_width


@pytest.mark.parametrize(
    ("text", "in_arial"),
    [("Policy talks (DPCT)", 106.7), ("17th round", 54.0), ("Woodside: contacts agreed", 140.7), ("1234567890", 66.7)],
)
def test_a_width_is_no_less_than_that_of_arial(text: str, in_arial: float) -> None:
    """The table errs towards room: never under Arial at 12 px, and by a tenth over it at most."""
    assert in_arial <= text_width(text) <= in_arial * 1.12


def test_han_characters_take_an_em() -> None:
    """Each Han character is 12 px wide, with the margin of the others."""
    assert text_width("中美") == pytest.approx(24 * 1.03)


def test_a_combining_mark_takes_no_room() -> None:
    """An accent written apart stands over its letter."""
    assert text_width("e\u0301") == text_width("e")


@given(st.text(), st.floats(0, 300), st.booleans())
def test_a_fitted_text_fits(text: str, room: float, bold: bool) -> None:  # noqa: FBT001  drawn by Hypothesis
    """What is handed back is no wider than the room, and the text itself wherever that fits."""
    found = fitted(text, room, bold=bold)
    assert text_width(found, bold=bold) <= room
    assert found == text or text_width(text, bold=bold) > room
