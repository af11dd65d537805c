"""The timeline for phones: made anew for its width, names above the bands, breaks by number, no labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.picture.axis import cursor, grid, horizon, tick_labels
from generator.pages.picture.bands import band
from generator.pages.picture.breaks import shades
from generator.pages.picture.events import Line, backs, in_time, links
from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.plots import plot
from generator.pages.picture.scale import day_name
from generator.pages.picture.svg import clean, element, levels, line, rect, text
from generator.pages.picture.wide import picture
from generator.pages.picture.words import months_word, state_word
from generator.record.vocabulary import DerivedState, State
from generator.views.chains import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.pages.picture.breaks import Column
    from generator.pages.picture.lanes import Lane
    from generator.pages.picture.scene import Scene
    from generator.record.record import Record

LANE = 36
"""The height of a lane with its name, in pixels."""
_AXIS = 18
_DAY = 14
"""Of the day on which the states at the right stand."""
_NUMBER = 14
"""The width of a break's number, in pixels."""
_BETWEEN = 6
_QUIET = frozenset({State.ENDED, DerivedState.DORMANT, DerivedState.NONE})


def draw(scene: Scene, width: float) -> str:
    """Draw the timeline of a scene for a phone."""
    top = _AXIS + (20 if scene.columns else 4)
    rows = tuple(_rows(scene, top + _DAY))
    bottom = rows[-1][1].bottom + 2 if rows else top + _DAY
    behind = (
        shades(scene.columns, top, bottom), grid(scene.scale, _AXIS - 2, bottom),
        horizon(scene.scale, scene.until, _AXIS - 2, bottom),
        *(line("brkline", "M", column.start, top, "V", bottom) for column in scene.columns if column.extent.begins),
        levels("base", (drawn.middle for _, drawn, _ in rows), scene.scale.left, scene.scale.right),
        *(_behind(lane, drawn, scene) for lane, drawn, _ in rows),
        levels("rule", (drawn.top - 3 for _, drawn, begins in rows if begins), 0, width),
    )  # fmt: skip
    before = (
        tick_labels(scene.scale, (_AXIS - 6, bottom + 14), scene.cursor), _numbers(scene, width, top),
        text(day_name(scene.day), width, top + _DAY - 3, "party", "end"),
        *(_names(lane, drawn, scene, width) for lane, drawn, _ in rows),
        cursor(scene.scale, scene.cursor, _AXIS - 6, _AXIS - 2, bottom),
    )  # fmt: skip
    marks = in_time(link for _, drawn, _ in rows for link in links(drawn, scene.how, scene.to))
    return picture(scene, (width, bottom + 20), behind, marks, before)


def key_of_breaks(record: Record, until: date) -> str:
    """Write the key to the numbers of breaks, as an HTML list; nothing where there was no break."""
    found = breaks(record, until)
    items = (
        element("li", f"{element('b', str(number))} {clean(gap.name)}, {_whole(months_word(gap.months, short=True))}")
        for number, gap in enumerate(found, start=1)
    )
    return element("ol", "".join(items), class_="keys", aria_label="Breaks by their numbers") if found else ""


def _whole(words: str) -> str:
    """Give words between which no line may end."""
    return words.replace(" ", "&#160;")


def spread(places: Sequence[float], width: float, left: float, right: float) -> tuple[float, ...]:
    """Move boxes of one width apart where they overlap, as little as it takes, between two edges. Sorted places."""
    out: list[float] = []
    for place in places:
        out.append(max(place, out[-1] + width) if out else max(place, left + width / 2))
    limit = right - width / 2
    for index in range(len(out) - 1, -1, -1):
        out[index] = min(out[index], limit)
        limit = out[index] - width
    return tuple(out)


def _rows(scene: Scene, top: float) -> Iterator[tuple[Lane, Line, bool]]:
    """Lay the lanes out; the third value tells whether a rule stands above the lane, as it begins a level."""
    y, before = float(top), ""
    offices = (scene.lanes.offices,) if scene.lanes.offices else ()
    for lane in (*scene.lanes.channels, *offices, *scene.lanes.around):
        spots = plot(lane.events, scene.how)
        if not spots and _folds(lane, scene):
            continue
        level = lane.channel.level.value if lane.channel else "around"
        y += _BETWEEN if level != before else 0
        yield lane, Line(spots, (), y + 25, y, y + 2, y + LANE), level != before
        y, before = y + LANE, level


def _folds(lane: Lane, scene: Scene) -> bool:
    """Tell whether a lane without events in the window folds away: it says nothing that its absence would not."""
    if lane.channel is None:
        return not lane.events or scene.close or scene.filtered
    states = [span.state for span in scene.states[lane.id]
              if span.start <= scene.scale.last and (span.end is None or span.end > scene.scale.first)]  # fmt: skip
    return (scene.close or scene.filtered) and all(state in _QUIET for state in states)


def _behind(lane: Lane, drawn: Line, scene: Scene) -> str:
    if not lane.channel:
        return backs(drawn, scene.how)
    states = scene.states[lane.id]
    return band(states, scene.scale, scene.until, drawn.middle, prefix=scene.prefix) + backs(drawn, scene.how)


def _names(lane: Lane, drawn: Line, scene: Scene, width: float) -> str:
    baseline = drawn.middle - 12
    name = text(fitted(lane.name, width - 80), 0, baseline, "lane" if lane.channel else "lane ctx")
    if not lane.channel:
        return name
    state = scene.board[lane.id].state
    if state is DerivedState.NONE:
        return name
    return name + text(state_word(state), width, baseline, f"now {state}", "end")


def _numbers(scene: Scene, width: float, top: float) -> str:
    """Write the numbers of the breaks in view, or the name of one that stands alone."""
    shown = _numbered(scene)
    if len(shown) == 1 and scene.close:
        return _alone(shown[0][1], width, top)
    places = spread([column.start for _, column in shown], _NUMBER, 0, width)
    drawn = ""
    for x, (number, _) in zip(places, shown, strict=True):
        drawn += rect("knum", x - _NUMBER / 2, top - 18, _NUMBER, 16)
        drawn += text(str(number), x, top - 5, "brk1", "middle")
    return drawn


def _numbered(scene: Scene) -> list[tuple[int, Column]]:
    """Give the breaks in view with their numbers among all."""
    within = [
        number for number, gap in enumerate(scene.breaks, start=1)
        if (gap.end.date.anchor if gap.end else scene.until) >= scene.scale.first
        and gap.start.date.anchor <= scene.scale.last
    ]  # fmt: skip
    return list(zip(within, scene.columns, strict=True))


def _alone(column: Column, width: float, top: float) -> str:
    words = column.lines[0] if column.lines else ""
    fits = column.start + 4 + text_width(words, bold=True) <= width
    return text(words, column.start + 4 if fits else width, top - 5, "brk1", None if fits else "end")
