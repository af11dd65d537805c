"""Which marks of a lane are drawn alone, and which too close to tell apart become one count. Pixels alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

PILL_HEIGHT = 14
PILL_WIDTHS = {1: 16.0, 2: 22.0, 3: 30.0}
"""By the number of digits."""
_PAIR = 2
LONGEST = 26
"""Marks further apart than this never join at once, in pixels."""
_GAP = 1.4
"""The air that two marks need between them, in pixels."""
_BESIDE = 1.3
"""Two marks at least so many radii apart are told from each other."""


class Cluster(NamedTuple):
    """A mark, or several that are counted."""

    members: tuple[int, ...]
    """Positions in the sequence that was clustered, from left to right."""
    start: float
    """The place of the first mark."""
    end: float
    """The place of the last mark."""

    @property
    def counted(self) -> bool:
        """Whether it is drawn as a count."""
        return len(self.members) > 1

    @property
    def middle(self) -> float:
        """Where the mark or the count stands."""
        return (self.start + self.end) / 2


def pill_width(count: int) -> float:
    """Give the width of a count in pixels, by its digits."""
    return PILL_WIDTHS.get(len(str(count)), 38.0)


def clusters(places: Sequence[float], radius: float, alone: Collection[int] = ()) -> tuple[Cluster, ...]:
    """Join marks of a radius that lie nearer than a diameter, and counts that overlap anything.

    `alone` holds positions of marks that never join, such as a selected one. From left to right.
    """
    found: list[Cluster] = []
    for run in _runs(places, radius, alone):
        found.extend(_settled(run, radius))
    while True:
        joined = _joined(found, radius, alone)
        if len(joined) == len(found):
            return tuple(found)
        found = joined


def _runs(places: Sequence[float], radius: float, alone: Collection[int]) -> list[list[tuple[float, int]]]:
    runs: list[list[tuple[float, int]]] = []
    for x, index in sorted((x, index) for index, x in enumerate(places)):
        last = runs[-1] if runs else None
        near = last is not None and x - last[-1][0] < 2 * radius + _GAP and x - last[0][0] < LONGEST
        if last is not None and near and index not in alone and last[-1][1] not in alone:
            last.append((x, index))
        else:
            runs.append([(x, index)])
    return runs


def _settled(run: list[tuple[float, int]], radius: float) -> Iterable[Cluster]:
    """Make a run a count, unless it is a pair that fits side by side."""
    if len(run) == _PAIR and run[1][0] - run[0][0] > radius * _BESIDE:
        return [Cluster((index,), x, x) for x, index in run]
    return [Cluster(tuple(index for _, index in run), run[0][0], run[-1][0])]


def _joined(found: Sequence[Cluster], radius: float, alone: Collection[int]) -> list[Cluster]:
    """Join each count with the neighbour that it overlaps, once from left to right."""
    out: list[Cluster] = []
    for cluster in found:
        if out and _clash(out[-1], cluster, radius) and not _keeps(out[-1], alone) and not _keeps(cluster, alone):
            last = out.pop()
            out.append(Cluster(last.members + cluster.members, last.start, max(last.end, cluster.end)))
        else:
            out.append(cluster)
    return out


def _clash(first: Cluster, second: Cluster, radius: float) -> bool:
    if not first.counted and not second.counted:
        return False
    return first.middle + _half(first, radius) > second.middle - _half(second, radius) - 1


def _half(cluster: Cluster, radius: float) -> float:
    return pill_width(len(cluster.members)) / 2 if cluster.counted else radius


def _keeps(cluster: Cluster, alone: Collection[int]) -> bool:
    return any(member in alone for member in cluster.members)
