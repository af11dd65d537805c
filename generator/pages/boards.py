"""The channels as a table by level: state, since when, strip, last contact. For the home page and the index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.picture.strip import board_strip
from generator.pages.times import last_words
from generator.views.spans import spans

if TYPE_CHECKING:
    from generator.pages.press import Press
    from generator.record.vocabulary import Level
    from generator.views.states import BoardRow

_WIDTH = 230


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A channel in the table."""

    row: BoardRow
    since: str
    """The year in which it came into its state; empty where no state is known."""
    strip: Markup
    last: str
    """Month of the last contact, `none held`, or nothing for a channel without rounds."""


@dataclass(frozen=True, slots=True)
class Board:
    """The whole table."""

    first_year: int
    last_year: int
    levels: tuple[tuple[Level, tuple[BoardLine, ...]], ...]
    """Levels from the highest, each with its channels."""


def board_of(press: Press, rows: tuple[BoardRow, ...]) -> Board:
    """Make the table from the rows of a day; its strips run from the first year in which a channel has a state."""
    known = (span for row in rows for span in spans(press.record, row.channel.id, press.horizon)[:1])
    first = min((span.start.year for span in known), default=press.horizon.year)
    window = (date(first, 1, 1), press.horizon)
    lines = [_line(press, row, window) for row in rows]
    levels = groupby(lines, key=lambda line: line.row.channel.level)
    return Board(first, press.horizon.year, tuple((level, tuple(group)) for level, group in levels))


def _line(press: Press, row: BoardRow, window: tuple[date, date]) -> BoardLine:
    strip = board_strip(press.record, row.channel.id, window, _WIDTH)
    since = f"since {row.span.start.year}" if row.span else ""
    return BoardLine(row, since, Markup(strip), _last_words(row))  # noqa: S704  drawn by us


def _last_words(row: BoardRow) -> str:
    if row.last_held:
        return last_words(row.channel, row.last_held)
    return "none held" if row.channel.rounds else ""
