"""Which channels were open: on the last day checked, and on each day on which something changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.pages.addresses import STATUS, address
from generator.pages.almanac import Almanac
from generator.pages.phrases import counted
from generator.record.date_words import day_words
from generator.record.vocabulary import DerivedState
from generator.views import states

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.slips import Made
    from generator.record.vocabulary import State
    from generator.views.days import ChangeDay
    from generator.views.states import BoardRow


@dataclass(frozen=True, slots=True)
class Around:
    """The days of change next to a day, for the links to them."""

    earlier: date | None
    later: date | None


def pages(press: Press) -> Iterator[Made]:
    """Give the page of the last day checked, then one for each day of change."""
    almanac = Almanac(press)
    days = almanac.changes
    yield _today(press, almanac)
    for before, one, after in zip((None, *days), days, (*days[1:], None), strict=False):
        around = Around(before.day if before else None, after.day if after else None)
        yield partial(_day, press, almanac, one, around)


def _today(press: Press, almanac: Almanac) -> Page:
    words, rows = day_words(press.horizon), almanac.calendar.board(press.horizon)
    earlier = [one.day for one in almanac.changes if one.day < press.horizon]
    return press.page(
        "status", STATUS, f"Channels on {words}", f"{states.answer(rows)} on {words}, the last day checked.",
        page_class="p-status", index=True, day=press.horizon, answer=states.answer(rows), shifts=(),
        around=Around(earlier[-1] if earlier else None, None), last=almanac.changes[-1:], years=_years(almanac.changes),
        lazily=lambda: _shown(almanac, rows, press.horizon),
    )  # fmt: skip


def _day(press: Press, almanac: Almanac, one: ChangeDay, around: Around) -> Page:
    words, rows = day_words(one.day), almanac.calendar.board(one.day)
    answer = states.answer(rows, past=True)
    changed = counted(len(one.shifts), "channel")
    return press.page(
        "status", address("day", one.day), f"Channels on {words}", f"{answer} on {words}, when {changed} changed.",
        page_class="p-status", searched=False, day=one.day, answer=answer, shifts=one.shifts, around=around, last=(),
        years=(), lazily=lambda: _shown(almanac, rows, one.day),
    )  # fmt: skip


def _shown(almanac: Almanac, rows: Sequence[BoardRow], day: date) -> dict[str, Any]:
    """Give what the page of any day shows."""
    return {
        "total": len(rows), "groups": _groups(rows), "lines": almanac.lines(day), "scrub": almanac.scrub,
        "unknown": sum(row.state is DerivedState.NONE for row in rows),
        "charts": {name: Markup(chart.svg(day)) for name, chart in almanac.charts.items()},  # noqa: S704  drawn by us
        "breaks": almanac.breaks,
    }  # fmt: skip


def _groups(rows: Sequence[BoardRow]) -> list[tuple[State | DerivedState, list[BoardRow]]]:
    """Give the channels of which something is known by state, in the order in which states are said."""
    known = [(state, [row for row in rows if row.state == state]) for state in states.ORDER]
    return [(state, found) for state, found in known if found and state is not DerivedState.NONE]


def _years(days: Sequence[ChangeDay]) -> list[tuple[int, list[ChangeDay]]]:
    """Give the days of change by year, the newest year first."""
    grouped = groupby(days, key=lambda one: one.day.year)
    return [(year, list(found)) for year, found in grouped][::-1]
