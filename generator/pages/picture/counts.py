"""How many channels were in which state, day by day: a stepped, stacked area with the breaks named above it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.pages.picture.defs import defs, hatch_of
from generator.pages.picture.metrics import text_width
from generator.pages.picture.narrow import spread
from generator.pages.picture.scale import Scale, ticks
from generator.pages.picture.svg import drawing, element, line, text, way
from generator.pages.picture.svg import number as pixels
from generator.record.vocabulary import DerivedState, State
from generator.views.chains import breaks
from generator.views.states import open_counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from generator.record.record import Record
    from generator.views.chains import Break

STACKED: tuple[tuple[State | DerivedState, str], ...] = (
    (State.OPEN, "s-open openline"), (DerivedState.DORMANT, "a-dorm"), (State.SUSPENDED, "s-sus totline"),
)  # fmt: skip
"""The states that are counted, from the ground up, with their classes."""
_HEAD = 44
"""Room for the names of breaks, in pixels."""
_FOOT = 20
_ROW = 14
_WIDE = 600


@dataclass(frozen=True, slots=True)
class Slice:
    """A time in which the numbers stood still."""

    start: float
    end: float
    numbers: tuple[int, ...]
    """In the order of `STACKED`."""

    @property
    def total(self) -> int:
        """All that are counted."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the area stands."""

    scale: Scale
    zero: float
    unit: float
    """Pixels a channel."""

    def y(self, number: int) -> float:
        """Give the height of a number of channels."""
        return self.zero - number * self.unit


@dataclass(frozen=True, slots=True)
class Name:
    """Where the name or number of a break stands."""

    words: str
    x: float
    """Of the break's beginning."""
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart before a day is marked on it: one drawing serves every day."""

    ground: Ground
    body: str
    """Its markup, the mark of a day left out."""
    width: float
    height: float
    words: str
    """What screen readers are told; the tables hold the numbers."""

    def svg(self, at: date | None = None) -> str:
        """Give the chart as one SVG element, with a line and a knob at a day where one is given."""
        parts = (self.body, _cursor(at, self.ground))
        return drawing(parts, self.width, self.height + (8 if at else 0), role="img", aria_label=self.words)


def counts(record: Record, until: date, width: float, *, prefix: str) -> str:
    """Draw the chart as one SVG element, `width` px wide; see `chart`."""
    return chart(record, until, width, prefix=prefix).svg()


def chart(record: Record, until: date, width: float, *, prefix: str) -> Chart:
    """Draw the numbers of channels in each state: with named breaks when wide, numbered ones on a phone."""
    wide = width >= _WIDE
    height = 250 if wide else 200
    numbers = open_counts(record, until)
    first = min((day for day, _ in numbers), default=until)
    scale = Scale(first.replace(month=1, day=1), until, 28 if wide else 22, width - 8)
    slices = sliced(numbers, scale, until)
    most = max((piece.total for piece in slices), default=0)
    ground = Ground(scale, height - _FOOT, (height - _FOOT - _HEAD) / max(most, 1))
    names = named(breaks(record, until), slices, ground, numbered=not wide)
    parts = (
        defs(prefix), _areas(slices, ground, prefix), _grid(ground, most, wide=wide),
        *(_name(name, ground) for name in names), line("axis", "M", scale.left, ground.zero, "H", scale.right),
    )  # fmt: skip
    words = f"Number of channels open, dormant and suspended, {scale.first.year} to {scale.last.year}"
    return Chart(ground, "".join(parts), width, height, words)


def sliced(changes: Sequence[tuple[date, Mapping[str, int]]], scale: Scale, until: date) -> tuple[Slice, ...]:
    """Cut the numbers into slices on a scale, up to a day, that day included."""
    days = [*(day for day, _ in changes[1:]), until + timedelta(days=1)]
    found = []
    for (day, numbers), end in zip(changes, days, strict=False):
        start, finish = scale.inside(day), scale.inside(end)
        if finish > start:
            found.append(Slice(start, finish, tuple(numbers.get(state.value, 0) for state, _ in STACKED)))
    return tuple(found)


def named(found: Sequence[Break], slices: Sequence[Slice], ground: Ground, *, numbered: bool) -> tuple[Name, ...]:
    """Place the names of breaks above the area, each higher where it would cover another; or their numbers."""
    shown = [(number, gap) for number, gap in enumerate(found, start=1) if ground.scale.first <= gap.start.date.anchor]
    starts = [ground.scale.x(gap.start.date.anchor) for _, gap in shown]
    places = spread(starts, _ROW, ground.scale.left, ground.scale.right) if numbered else starts
    out: list[Name] = []
    for (number, gap), start, place in zip(shown, starts, places, strict=True):
        words = str(number) if numbered else gap.name
        width = text_width(words, bold=True)
        left = min(place - width / 2 if numbered else start, ground.scale.right - width)
        out.append(Name(words, start, left, left + width, _clear(left, left + width, slices, ground, out)))
    return tuple(out)


def _clear(left: float, right: float, slices: Sequence[Slice], ground: Ground, taken: Sequence[Name]) -> float:
    """Give the lowest baseline over the area and over the names already there."""
    below = [ground.y(piece.total) for piece in slices if piece.end > left - 2 and piece.start < right + 2]
    baseline = min(below, default=ground.zero) - 5
    near = [name for name in taken if left < name.right + 8 and right > name.left - 8]
    while any(abs(baseline - name.baseline) < _ROW for name in near):
        baseline -= _ROW
    return baseline


def _areas(slices: Sequence[Slice], ground: Ground, prefix: str) -> str:
    """Draw a stepped area a state, each from the ground up, the highest behind the others."""
    if not slices:
        return ""
    drawn = ""
    for number, (state, class_) in reversed([*enumerate(STACKED)]):
        fill = hatch_of(prefix) if state is State.SUSPENDED else None
        drawn += element("path", class_=class_, fill=fill, d=_area(slices, number + 1, ground))
    return drawn


def _area(slices: Sequence[Slice], states: int, ground: Ground) -> str:
    """Go along the upper edge of so many states, from the ground and back to it; the ground itself has no edge."""
    steps: list[str | float] = ["M", slices[0].start, ground.zero]
    for piece in slices:
        steps += ("V", ground.y(sum(piece.numbers[:states])), "H", piece.end)
    return way(*steps, "V", ground.zero)


def _grid(ground: Ground, most: int, *, wide: bool) -> str:
    scale, drawn = ground.scale, ""
    for tick in ticks(scale):
        x = scale.x(tick.day)
        if tick.label and tick.strong and scale.left + 12 <= x <= scale.right - 10:
            drawn += line("grid over", "M", x, _HEAD, "V", ground.zero)
            drawn += text(tick.label, x, ground.zero + 15, "tick", "middle")
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step * ground.unit >= (28 if wide else 24))
    for number in range(step, most + 1, step):
        drawn += line("grid over", "M", scale.left, ground.y(number), "H", scale.right)
        drawn += text(str(number), scale.left - 6, ground.y(number) + 4, "tick", "end")
    return drawn


def _name(name: Name, ground: Ground) -> str:
    ground_line = line("brkline", "M", name.x, name.baseline + 3, "V", ground.zero)
    return ground_line + text(name.words, name.left, name.baseline, "brk1")


def _cursor(at: date | None, ground: Ground) -> str:
    """Draw the mark of a day around 0, moved to its place, so that a script moves it by one number."""
    if at is None:
        return ""
    knob = way("M", -8, ground.zero, "h", 16, "v", 8, "l", -8, 7, "l", -8, -7, "Z")
    mark = line("cursor", "M", 0, _HEAD - 8, "V", ground.zero) + element("path", class_="knob", d=knob)
    return element("g", mark, class_="at", transform=f"translate({pixels(ground.scale.inside(at))})")
