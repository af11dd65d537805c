"""Marks that would cover each other become counts, and nothing is lost on the way."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.clusters import Cluster, clusters, pill_width

RADIUS = 4
PLACES = st.lists(st.floats(0, 400, allow_nan=False), max_size=60)


def joined(*places: float) -> list[tuple[int, ...]]:
    """Cluster marks and give the members of each cluster."""
    return [cluster.members for cluster in clusters(places, RADIUS)]


def test_marks_apart_stay_apart() -> None:
    """A diameter and some air between two middles is enough."""
    assert joined(0, 10, 20) == [(0,), (1,), (2,)]


def test_two_that_fit_side_by_side_stay_two() -> None:
    """A pair is drawn as two marks while each can be told."""
    assert joined(0, 6) == [(0,), (1,)]
    assert joined(0, 3) == [(0, 1)]


def test_three_close_ones_are_counted() -> None:
    """Nearer than a diameter, three become one count."""
    assert joined(0, 6, 12) == [(0, 1, 2)]


def test_a_count_is_no_longer_than_a_bit() -> None:
    """A row of marks is cut into counts that do not reach too far."""
    found = clusters([place * 5.0 for place in range(40)], RADIUS)
    assert all(cluster.end - cluster.start <= 60 for cluster in found)
    assert len(found) > 3


def test_a_mark_that_stands_alone_is_never_counted() -> None:
    """A selected mark keeps its own place among the others."""
    found = clusters([0, 2, 4, 6], RADIUS, alone={1})
    assert (1,) in [cluster.members for cluster in found]


def test_the_pill_has_room_for_its_digits() -> None:
    """One, two and three digits have their widths."""
    assert [pill_width(number) for number in (9, 10, 100)] == [16, 22, 30]


@given(PLACES, st.sets(st.integers(0, 60), max_size=2))
def test_every_mark_is_in_exactly_one_cluster(places: list[float], alone: set[int]) -> None:
    """Whatever the places, each is drawn once, alone or counted."""
    found = clusters(places, RADIUS, alone)
    assert sorted(member for cluster in found for member in cluster.members) == list(range(len(places)))


@given(PLACES)
def test_counts_overlap_nothing(places: list[float]) -> None:
    """A count covers no mark beside it and no other count."""

    def half(cluster: Cluster) -> float:
        return pill_width(len(cluster.members)) / 2 if cluster.counted else RADIUS

    for first, second in pairwise(clusters(places, RADIUS)):
        if first.counted or second.counted:
            assert first.middle + half(first) <= second.middle - half(second)
