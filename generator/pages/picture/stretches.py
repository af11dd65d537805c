"""How a date lies on an axis: one place, a time that it lasted, or a time within which it is not known.

Numbers in pixels alone. A bar that fades says that nobody knows the day there; where the time is too short to be
seen at this scale the bar still shows beside its mark, because a mark alone would claim a day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.record.dates import Form, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.pages.picture.scale import Scale
    from generator.record.dates import Bound, Edtf

LONG = 62
"""From more days than this, what lasted is marked at its start and no longer in its middle."""
BEYOND = 16
"""How far a bar runs on where its end is open or not known, in pixels."""
_WHISKER = 5
"""How far an uncertain bar shows beside its mark at least, in pixels."""
_ENDS = 3
"""Steps of a fading end where both ends fade: six in all."""
_SURE = 0.75
"""The opacity of a bar where it is sure: the state under it stays readable."""
_SIDE = 6
"""Steps where one end fades."""


class Stretch(NamedTuple):
    """The place of a mark, and the bar behind it: `start` to `end`, sure between `sure_from` and `sure_to`."""

    mark: float
    start: float
    sure_from: float
    sure_to: float
    end: float

    @property
    def fades(self) -> bool:
        """Whether the bar says that something is not known."""
        return self.start < self.sure_from or self.sure_to < self.end


class Step(NamedTuple):
    """A piece of a bar."""

    start: float
    end: float
    opacity: float


def stretch(when: Edtf, scale: Scale, until: date, radius: float) -> Stretch:
    """Lay a date out on a scale, for marks of a radius; what is open runs on to `until`, the last day known."""
    if when.form is Form.INTERVAL:
        return _lasting(when, scale, until, radius)
    if when.lower is None or when.upper is None:
        return _one_sided(scale.x(when.anchor), radius, past=when.lower is None)
    return _within(scale, when, radius)


def steps(bar: Stretch) -> tuple[Step, ...]:
    """Cut a bar into pieces: one for what is sure, and fading ones towards an end that is not."""
    left, right = bar.start < bar.sure_from, bar.sure_to < bar.end
    count = _ENDS if left and right else _SIDE
    pieces = [*_fading(bar.sure_from, bar.start, count)][::-1] if left else []
    if bar.sure_from < bar.sure_to:
        pieces.append(Step(bar.sure_from, bar.sure_to, _SURE))
    return (*pieces, *(_fading(bar.sure_to, bar.end, count) if right else ()))


def clipped(pieces: tuple[Step, ...], left: float, right: float) -> tuple[Step, ...]:
    """Cut pieces at the ends of the drawing."""
    cut = (Step(max(piece.start, left), min(piece.end, right), piece.opacity) for piece in pieces)
    return tuple(piece for piece in cut if piece.end > piece.start)


def _within(scale: Scale, when: Edtf, radius: float) -> Stretch:
    start = scale.x(when.anchor)
    if when.is_day:
        return Stretch(start, start, start, start, start)
    end = scale.x(when.end + timedelta(days=1))
    middle = (start + end) / 2
    half = max((end - start) / 2, radius + _WHISKER)
    return Stretch(middle, middle - half, middle, middle, middle + half)


def _one_sided(x: float, radius: float, *, past: bool) -> Stretch:
    """Lay out `[..b]` or `[a..]`: the mark ends or begins at the known bound, its bar fades away from it."""
    if past:
        return Stretch(x - radius, x - radius - BEYOND, x, x, x)
    return Stretch(x + radius, x, x, x, x + radius + BEYOND)


def _lasting(when: Edtf, scale: Scale, until: date, radius: float) -> Stretch:
    if when.lower is None:
        end = scale.x(when.anchor)
        return Stretch(end, end - radius - BEYOND, end, end, end)
    if when.upper is None:
        return _running_on(when.lower, scale, until, radius, known=when.open_end)
    return _from_to(scale, when.lower, when.upper, radius)


def _running_on(lower: Bound, scale: Scale, until: date, radius: float, *, known: bool) -> Stretch:
    """Lay out what has no end: where it is known to run on, it is sure to the last day known; then it fades."""
    start, sure = scale.x(lower.earliest), scale.x(lower.latest)
    mark = (start + sure) / 2
    sure_from = max(sure, mark + radius) if _unsure(lower) else mark
    sure_to = max(scale.x(until), sure_from) if known else max(sure_from, mark + radius)
    first = min(start, mark - radius - _WHISKER) if _unsure(lower) else mark
    return Stretch(mark, first, sure_from, sure_to, sure_to + BEYOND)


def _from_to(scale: Scale, lower: Bound, upper: Bound, radius: float) -> Stretch:
    start, end = scale.x(lower.earliest), scale.x(upper.latest)
    short = (upper.latest - lower.earliest).days <= LONG
    mark = (start + (end if short else scale.x(lower.latest))) / 2
    sure_from, sure_to = start, end
    if _unsure(lower):
        start = min(start, mark - radius - _WHISKER)
        sure_from = min(max(scale.x(lower.latest), start + _WHISKER), max(mark, start))
    if _unsure(upper):
        end = max(end, mark + radius + _WHISKER)
        sure_to = max(min(scale.x(upper.earliest), end - _WHISKER), mark, sure_from)
    return Stretch(mark, start, sure_from, max(sure_to, sure_from), end)


def _unsure(bound: Bound) -> bool:
    return bound.precision is not Precision.DAY or bound.approximate or bound.uncertain


def _fading(sure: float, end: float, count: int) -> Iterator[Step]:
    """Cut the way from what is sure to an end into steps, each lighter than the one before."""
    for index in range(count):
        ends = sorted((sure + (end - sure) * index / count, sure + (end - sure) * (index + 1) / count))
        yield Step(ends[0], ends[1], round(_SURE - 0.55 * index / (count - 1), 2))
