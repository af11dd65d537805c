"""A channel's band shows its states where they were, and as surely as they are known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.pages.picture.bands import Piece, band, piece_shape, pieces
from generator.pages.picture.scale import Scale
from generator.record.vocabulary import DerivedState, State
from generator.views.states import spans
from tests.pages.picture.drawn import classes, parsed
from tests.pages.picture.made import CHANNELS, UNTIL, records
from tests.views.making import channel, record, turned

if TYPE_CHECKING:
    from generator.record.record import Record

SCALE = Scale(date(2020, 1, 1), date(2024, 12, 31), 0, 1826)


def shape(state: State | DerivedState, *, disputed: bool = False) -> str:
    """Draw a state from 10 to 40, around 20."""
    return piece_shape(Piece(state, 10, 40, 1, disputed), 20, 13, "w")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.OPEN, {"s-open", "s-edge"}), (State.SUSPENDED, {"s-sus"}), (DerivedState.DORMANT, {"s-dormant"}),
        (State.AGREED, {"s-agreed"}), (State.PROPOSED, {"s-agreed"}), (State.ENDED, {"s-edge"}),
    ],
)  # fmt: skip
def test_each_state_has_its_texture(state: State, expected: set[str]) -> None:
    """Filled with two edges, hatched, a thin line, dotted, and a stop where a channel ended."""
    assert classes(f"<svg>{shape(state)}</svg>") == expected


def test_a_suspension_is_hatched_with_its_own_pattern() -> None:
    """The hatch is that of the drawing's prefix."""
    assert 'fill="url(#whatch)"' in shape(State.SUSPENDED)


def test_what_is_disputed_has_dashed_edges() -> None:
    """A suspension that one side denies is drawn with a broken outline."""
    assert "stroke-dasharray" in shape(State.SUSPENDED, disputed=True)
    assert "stroke-dasharray" not in shape(State.SUSPENDED)


def test_a_state_that_may_have_begun_fades_in() -> None:
    """Where only the month of a change is known, the state is light at first and full from the month's end."""
    made = record(channel("dpct"), turned("2022-08-00-x", date="2022-08", dpct="suspended"), checked=f"{UNTIL}")
    found = pieces(spans(made, "dpct", UNTIL), SCALE, UNTIL)
    assert [round(piece.opacity, 1) for piece in found] == [0.2, 0.4, 0.6, 0.8, 1]
    assert found[-1].start == pytest.approx(SCALE.x(date(2022, 8, 31)))


def test_a_band_ends_with_the_last_day_known() -> None:
    """Nothing after that day is drawn as if it were known."""
    made = record(channel("dpct"), turned("2022-08-05-x", dpct="suspended"), checked=f"{UNTIL}")
    assert pieces(spans(made, "dpct", UNTIL), SCALE, UNTIL)[-1].end == SCALE.x(date(2024, 2, 1))


def test_a_band_says_its_states() -> None:
    """Who points at a band reads the state and its months."""
    made = record(channel("dpct"), turned("2021-01-05-x", dpct="open"), turned("2022-08-05-x", dpct="suspended"),
                  checked=f"{UNTIL}")  # fmt: skip
    svg = parsed(f"<svg>{band(spans(made, 'dpct', UNTIL), SCALE, UNTIL, 10, prefix='w')}</svg>")
    assert [title.text for title in svg.iter("title")] == ["open, Jan 2021 to Aug 2022", "suspended, Aug 2022 on"]


@given(records())
def test_bands_have_no_gap_and_no_overlap(made: Record) -> None:
    """From its first change on a channel is in one state at a time, inside the drawing."""
    for id_ in CHANNELS:
        found = pieces(spans(made, id_, UNTIL), SCALE, UNTIL)
        assert all(SCALE.left <= piece.start < piece.end <= SCALE.right for piece in found)
        assert all(first.end == pytest.approx(second.start) for first, second in pairwise(found))
