"""The timeline for wide pages: names left of the lanes, the state on the last day checked right of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.picture import breaks
from generator.pages.picture.axis import cursor, grid, horizon, tick_labels
from generator.pages.picture.bands import band
from generator.pages.picture.defs import defs
from generator.pages.picture.events import backs, in_time, links
from generator.pages.picture.holders import HEIGHT, office_band
from generator.pages.picture.metrics import fitted, text_width
from generator.pages.picture.rows import Row, around_rows, channel_rows, office_row
from generator.pages.picture.scale import day_name, month_name
from generator.pages.picture.svg import clean, drawing, element, group, levels, text
from generator.pages.picture.words import state_word, years_word
from generator.record.vocabulary import DerivedState
from generator.views.holders import holdings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.picture.scene import Scene
    from generator.record.registry import Office

_TOP = 26
"""Below the labels of the upper axis, in pixels."""
_PAIR = 5
"""Between two pairs of offices."""
_FOOT = 24
"""Of the lower axis."""
_AIR = 4
"""Between a name and the drawing."""
_HEADING = 56
"""The room of the heading over the offices."""
_COLUMN = 140
"""The column at the right with state and last contact."""
_FULL = 1000
"""From this width on the names have two columns."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands beside the drawing."""

    width: float
    left: float
    """Where the drawing begins."""
    right: float
    """The margin to its right."""
    names: float
    """Where the names of lanes begin; levels stand at 0, above their lanes where that is 0 too."""

    @property
    def column(self) -> bool:
        """Whether the column at the right has room for the last contact."""
        return self.right == _COLUMN


def frame(width: float) -> Frame:
    """Choose the margins for a width in pixels: two columns of names on a full page, one below."""
    return Frame(width, 222, _COLUMN, 84) if width >= _FULL else Frame(width, 168, 76, 0)


def draw(scene: Scene, sides: Frame) -> str:
    """Draw the timeline of a scene."""
    office_bands, y = _offices(scene, sides)
    offices = office_row(scene, y)
    names = (offices[0].bottom if offices else y) + 6
    top = names + max(breaks.height(scene.columns), 24)
    channels = channel_rows(scene, top, headings=not sides.names)
    around = around_rows(scene, channels[-1].bottom if channels else top)
    rows = (*offices, *channels, *around)
    bottom = max(top, rows[-1].bottom if rows else top) + 4
    behind = (
        breaks.shades(scene.columns, top - 4, bottom), grid(scene.scale, _TOP - 4, bottom),
        horizon(scene.scale, scene.until, _TOP - 4, bottom), breaks.edges(scene.columns, top - 4, bottom),
        levels("base", (row.line.middle for row in rows), scene.scale.left, scene.scale.right),
        *(_lane(row, scene) for row in rows), _rules(rows, around, sides), office_bands,
    )  # fmt: skip
    before = (
        breaks.titles(scene.columns, top - 4), tick_labels(scene.scale, (_TOP - 10, bottom + 15), scene.cursor),
        *(text(row.lane.name, _offices_at(scene, sides), row.line.middle + 4, "lane") for row in offices),
        *(_names(row, sides) for row in (*channels, *around)), *(_now(row, scene, sides) for row in channels),
        _heading(scene, sides, top - 26), cursor(scene.scale, scene.cursor, _TOP - 10, _TOP - 4, bottom),
    )  # fmt: skip
    marks = in_time(link for row in rows for link in links(row.line, scene.how, scene.to))
    return picture(scene, (sides.width, bottom + _FOOT), behind, marks, before)


def picture(scene: Scene, size: tuple[float, float], behind: Iterable[str], marks: str, before: Iterable[str]) -> str:
    """Put the layers of a drawing together. Screen readers meet the links; the list under the picture has the rest."""
    shown = f"{scene.prefix}desc"
    words = f"Timeline, {years_word(scene.scale.first, scene.scale.last)}"
    about = (
        "Every mark leads to its event, every count to the list under the picture, which holds the same events. "
        f"The record was checked up to {scene.until.day} {scene.until:%B %Y}."
    )
    parts = (
        element("desc", clean(about), id=shown), defs(scene.prefix), group(behind, aria_hidden="true"), marks,
        group(before, aria_hidden="true"),
    )  # fmt: skip
    return drawing(parts, *size, role="group", aria_label=words, aria_describedby=shown)


def _offices(scene: Scene, sides: Frame) -> tuple[str, float]:
    """Draw the bands of the leading offices in counterpart pairs; give the height below them."""
    drawn, y = [], float(_TOP)
    for number, pair in enumerate(scene.offices):
        y += _PAIR if number else 0
        for office in pair:
            drawn.append(_office_name(office, scene, sides, y))
            drawn.append(office_band(holdings(scene.record, office.id, scene.until), scene.scale, scene.until, y))
            y += HEIGHT
    if drawn and sides.names:
        drawn.append(text("Offices", 0, _TOP + 13, "level"))
    return "".join(drawn), y


def _office_name(office: Office, scene: Scene, sides: Frame, top: float) -> str:
    x = _offices_at(scene, sides)
    party, title = _party_and_title(office, scene)
    title = fitted(title, sides.left - _AIR - x - text_width(f"{party} "))
    words = element("tspan", clean(party), class_="party") + f" {clean(title)}"
    return element("text", words, class_="lane", x=x, y=top + 13)


def _offices_at(scene: Scene, sides: Frame) -> float:
    """Give where the names of offices begin: further left than lanes where the longest one needs it."""
    widths = [text_width(" ".join(_party_and_title(office, scene))) for pair in scene.offices for office in pair]
    return max(min(sides.names, sides.left - _AIR - max(widths, default=0) - 1), min(sides.names, _HEADING))


def _party_and_title(office: Office, scene: Scene) -> tuple[str, str]:
    party = scene.record.parties[office.party].short if office.party in scene.record.parties else office.party
    return party, office.short or office.titles[-1].title


def _rules(rows: tuple[Row, ...], around: tuple[Row, ...], sides: Frame) -> str:
    """Draw a rule above each level, and one above the lanes of context."""
    tops = [row.top for row in (*(row for row in rows if row.level), *around[:1])]
    return levels("rule", (top - 1.5 for top in tops), 0, sides.width)


def _lane(row: Row, scene: Scene) -> str:
    """Draw what lies behind the marks of a lane, over its hairline: its band, leaders, long bars."""
    if not row.lane.channel:
        return backs(row.line, scene.how)
    states = scene.states[row.lane.id]
    return band(states, scene.scale, scene.until, row.line.middle, prefix=scene.prefix) + backs(row.line, scene.how)


def _names(row: Row, sides: Frame) -> str:
    baseline = row.line.middle + 4
    if row.lane.channel is None:
        return text(fitted(row.lane.name, sides.left - 4), 0, baseline, "lane ctx")
    name = text(fitted(row.lane.name, sides.left - sides.names - 6), sides.names, baseline, "lane")
    if row.level:
        name += text(row.level.capitalize(), 0, baseline if sides.names else row.top + 11, "level")
    return name


def _heading(scene: Scene, sides: Frame, top: float) -> str:
    """Say above the column at the right on which day it stands."""
    day = day_name(scene.day)
    if not sides.column:
        return text(day, sides.width, top + 12, "party", "end")
    return text(day, scene.scale.right + 10, top + 12, "party") + text(
        "last held", sides.width, top + 12, "party", "end"
    )


def _now(row: Row, scene: Scene, sides: Frame) -> str:
    """Write a channel's state on the scene's day, and the month of its last contact."""
    now = scene.board[row.lane.id]
    baseline = row.line.middle + 4
    state = "" if now.state is DerivedState.NONE else text(
        state_word(now.state), scene.scale.right + 10, baseline, f"now {now.state}")  # fmt: skip
    silent = scene.asked.day is not None and now.state is DerivedState.NONE
    if not sides.column or not now.channel.rounds or silent:
        return state
    last = month_name(now.last_held.date.end) if now.last_held else "none held"
    return state + text(last, sides.width, baseline, "when", "end")
