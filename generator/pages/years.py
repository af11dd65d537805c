"""A year read as a chronicle, and the index of years."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.addresses import YEARS, address
from generator.pages.phrases import counted, listed
from generator.record.date_words import day_words
from generator.record.dates import Precision
from generator.views import states
from generator.views.days import calendar
from generator.views.years import YearTally, tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.views.days import Calendar

_COARSE = frozenset({Precision.YEAR, Precision.DECADE, Precision.SEASON, Precision.QUARTER})


def index(press: Press) -> Iterator[Page]:
    """Give the index of years."""
    known, years = _tallies(press), tuple(press.record.by_year)
    yield press.page(
        "years", YEARS, "Year by year", "Every year of the record as a chronicle.", page_class="p-years", index=True,
        years=[(year, len(press.record.by_year[year]), tally_words(known[year])) for year in years],
    )  # fmt: skip


def pages(press: Press) -> Iterator[Callable[[], Page]]:
    """Give what makes the page of each year that has events."""
    known, years = _tallies(press), tuple(press.record.by_year)
    for near in zip((None, *years), years, (*years[1:], None), strict=False):
        yield partial(_page, press, near, known)


def _page(press: Press, near: tuple[int | None, int, int | None], known: Mapping[int, YearTally]) -> Page:
    before, year, after = near
    words, events = tally_words(known[year]), press.record.by_year[year]
    return press.page(
        "year", address("year", year), str(year), f"What happened in {year}: {words}.", page_class="p-year",
        year=year, words=words, before=before, after=after, months=_months(events), of=events,
        changes=_board_words(press, calendar(press.record, press.horizon), year),
    )  # fmt: skip


def _tallies(press: Press) -> dict[int, YearTally]:
    return {tally.year: tally for tally in tallies(press.record, date.max)}


def tally_words(tally: YearTally) -> str:
    """Say the numbers of a year: `3 contacts held, 1 refused or called off`."""
    parts = [
        f"{counted(tally.contacts, 'contact')} held" if tally.contacts else "",
        f"{tally.refusals} refused or called off" if tally.refusals else "",
        counted(tally.friction, "event of friction", "events of friction") if tally.friction else "",
        counted(tally.suspensions, "suspension") if tally.suspensions else "",
    ]
    return listed(part for part in parts if part) or "no contact held"


def _months(events: tuple[Event, ...]) -> list[tuple[str, tuple[Event, ...]]]:
    """Group the events of a year by the month in which they begin; first those of which no month is known."""
    grouped = groupby(sorted(events, key=lambda event: not _coarse(event)), key=_month)
    return [(month, tuple(group)) for month, group in grouped]


def _month(event: Event) -> str:
    return "In the year" if _coarse(event) else f"{event.date.anchor:%B}"


def _coarse(event: Event) -> bool:
    bound = event.date.lower or event.date.upper
    return bound is not None and bound.precision in _COARSE


def _board_words(press: Press, known_days: Calendar, year: int) -> str:
    """Say how many channels were open at the year's end, or on the last day checked where that is earlier."""
    last = min(date(year, 12, 31), press.horizon)
    if last.year != year or not press.record.channels:
        return ""
    numbers = states.tally(known_days.board(last))
    known = {state: number for state, number in numbers.items() if number and state != "none"}
    return f"Channels on {day_words(last)}: {listed(f'{number} {state}' for state, number in known.items())}"
