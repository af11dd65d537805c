"""Labels stand beside their marks, the weightier first, and never over each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.labels import GAP, Candidate, place

CANDIDATES = st.lists(
    st.builds(Candidate, key=st.integers(0, 999), x=st.floats(0, 500), width=st.floats(1, 180), rank=st.integers(1, 9)),
    max_size=40,
)


def test_a_label_begins_at_its_mark() -> None:
    """With room to the right, the left edge stands at the mark, in the row next to it."""
    (found,) = place([Candidate(0, 100, 60, 2)], 0, 500, 2)
    assert (found.row, found.left, found.right, found.from_right) == (0, 96, 156, False)


def test_at_the_right_end_a_label_ends_at_its_mark() -> None:
    """Without room to the right, the right edge stands at the mark."""
    (found,) = place([Candidate(0, 480, 60, 2)], 0, 500, 2)
    assert (found.right, found.from_right) == (484, True)


def test_the_weightier_label_goes_first() -> None:
    """Of two that want one place, the major one has it and the other goes a row up."""
    found = place([Candidate(0, 100, 400, 1), Candidate(1, 110, 400, 3)], 90, 520, 2)
    assert [(spot.key, spot.row) for spot in found] == [(1, 0), (0, 1)]


def test_a_label_without_room_is_left_out() -> None:
    """What fits in no row is not drawn."""
    wide = [Candidate(key, 100, 400, 2) for key in range(3)]
    assert len(place(wide, 0, 500, 2)) == 2
    assert place([Candidate(0, 10, 600, 9)], 0, 500, 2) == ()


@given(CANDIDATES, st.integers(0, 3))
def test_no_two_labels_overlap(candidates: list[Candidate], rows: int) -> None:
    """In a row there is always air between two labels, and none runs out of the drawing."""
    found = place(candidates, 0, 500, rows)
    assert len(found) <= len(candidates)
    for spot in found:
        assert 0 <= spot.left <= spot.right <= 500
        assert 0 <= spot.row < rows
    for first, second in combinations(found, 2):
        if first.row == second.row:
            assert first.right + GAP <= second.left or second.right + GAP <= first.left


@given(CANDIDATES)
def test_the_order_of_candidates_does_not_matter(candidates: list[Candidate]) -> None:
    """The same labels stand in the same places, in whatever order they are named."""
    told = {candidate.key: candidate for candidate in candidates}.values()
    assert place(told, 0, 500, 2) == place(reversed(list(told)), 0, 500, 2)
