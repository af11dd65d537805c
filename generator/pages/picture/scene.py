"""What a timeline is drawn from: the record's lanes and breaks, a scale, and where links lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.pages.picture.breaks import Column, columns
from generator.pages.picture.lanes import Lanes, lanes, narrowed, occupied
from generator.pages.picture.plots import visible
from generator.pages.picture.scale import Scale, Zoom
from generator.views.chains import Break, breaks
from generator.views.holders import pairs
from generator.views.levels import level_rank
from generator.views.once import once
from generator.views.states import BoardRow, Span, board, spans

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.pages.picture.events import Links
    from generator.pages.picture.plots import Plotting
    from generator.record.record import Record
    from generator.record.registry import Office
    from generator.record.vocabulary import Level

_LEADING = 3
"""Offices of so many levels from the top have bands above the lanes."""

Window = tuple[date, date]
"""The first and the last day of what is shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture is narrowed to."""

    kept: Collection[str] | None = None
    """Ids of the events that pass a filter; None where there is no filter."""
    occupied: bool = False
    """Whether lanes alone are shown that hold an event, as in the picture that stands within a text."""
    day: date | None = None
    """A day to mark and to say the states of, instead of the last one that is known."""


EVERYTHING = Asked()


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a drawing of the timeline asks for."""

    record: Record
    until: date
    """The last day that is known."""
    how: Plotting
    lanes: Lanes
    breaks: tuple[Break, ...]
    columns: tuple[Column, ...]
    states: Mapping[str, tuple[Span, ...]]
    """The spans of each channel."""
    board: Mapping[str, BoardRow]
    """Each channel on the last day that is known."""
    to: Links
    prefix: str
    """With which the ids of this drawing begin."""
    asked: Asked
    offices: tuple[tuple[Office, Office], ...]
    """The counterpart offices whose holders stand above the lanes."""

    @property
    def filtered(self) -> bool:
        """Whether a filter holds: a lane of context that it leaves empty then folds away, on a phone others, too."""
        return self.asked.kept is not None

    @property
    def day(self) -> date:
        """The day whose states stand beside the lanes."""
        return min(self.asked.day or self.until, self.until)

    @property
    def cursor(self) -> date | None:
        """The day to mark, where it lies in view."""
        day = self.asked.day
        return day if day and self.scale.first <= day <= self.scale.last else None

    @property
    def scale(self) -> Scale:
        """Where days lie."""
        return self.how.scale

    @property
    def close(self) -> bool:
        """Whether all lanes have labels and holders their full names."""
        return self.scale.zoom is not Zoom.WHOLE

    def level(self, channel_id: str) -> Level:
        """Give the level of a channel."""
        return self.record.channels[channel_id].level


@once
def whole(record: Record, until: date) -> Window:
    """Give the span of all that is recorded, in whole years: that of the last day known is the last, or of a plan."""
    days = [until, *(event.date.anchor for event in record.events)]
    return date(min(days).year, 1, 1), date(max(days).year, 12, 31)


def stage(record: Record, until: date, how: Plotting, to: Links, prefix: str, *,  # noqa: PLR0913  a scene has parts
          asked: Asked = EVERYTHING) -> Scene:  # fmt: skip
    """Gather what a drawing needs."""
    found = breaks(record, until)
    shown = _lanes(lanes(record, {one.start.id for one in found}), how, asked)
    held = not asked.occupied or asked.kept is None or shown.offices is not None
    return Scene(
        record=record, until=until, how=how, lanes=shown, breaks=found,
        columns=columns(found, record, how.scale, until),
        states={id_: spans(record, id_, until) for id_ in record.channels},
        board={row.channel.id: row for row in board(record, min(asked.day or until, until))}, to=to, prefix=prefix,
        asked=asked, offices=leading_pairs(record) if held else (),
    )  # fmt: skip


def _lanes(found: Lanes, how: Plotting, asked: Asked) -> Lanes:
    if asked.kept is not None:
        found = narrowed(found, asked.kept)
    return occupied(found, lambda event: visible(event, how)) if asked.occupied else found


def leading_pairs(record: Record) -> tuple[tuple[Office, Office], ...]:
    """Give the counterpart offices of the highest levels whose holders are on record as complete, by level."""
    return tuple(
        (pair.first, pair.second) for pair in pairs(record)
        if min(level_rank(pair.first.level), level_rank(pair.second.level)) < _LEADING
        and (pair.first.complete_since or pair.second.complete_since)
    )  # fmt: skip
