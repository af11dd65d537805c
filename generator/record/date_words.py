"""Dates in English words, with their precision said."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from generator.record.dates import Bound, Edtf

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_KEPT = 20_000
"""So many days are remembered in words: those of half a century."""
QUARTERS = {33: "early", 34: "the second quarter of", 35: "the third quarter of", 36: "late"}


def words_of(value: Edtf) -> str:
    """Say a date: `8 to 9 January 2024`, `on or before 15 November 2023`, `in early 2021 or later`."""
    if value.form == "set":
        return _set_words(value)
    if value.form == "interval":
        return _interval_words(value)
    return bound_words(next(value.bounds()))


def bound_words(bound: Bound) -> str:
    """Say one date: `8 January 2024`, `about March 2001`, `November 2023, day not known`."""
    words = _bare_words(bound)
    if bound.unspecified and bound.precision in ("month", "year"):
        words += ", day not known" if bound.precision == "month" else ", month not known"
    if bound.uncertain and bound.approximate:
        return f"possibly about {words}"
    if bound.uncertain:
        return f"possibly {words}"
    return f"about {words}" if bound.approximate else words


@lru_cache(_KEPT)
def day_words(day: date) -> str:
    """Say a day: `8 January 2024`."""
    return f"{day.day} {day:%B %Y}"


def _bare_words(bound: Bound) -> str:
    day = bound.earliest
    if bound.precision == "day":
        return day_words(day)
    if bound.precision == "month":
        return f"{day:%B %Y}"
    if bound.precision == "season":
        return f"{SEASONS[int(bound.text[5:7])]} {day.year}"
    if bound.precision == "quarter":
        return f"{QUARTERS[int(bound.text[5:7])]} {day.year}"
    if bound.precision == "decade":
        return f"the {day.year}s" if bound.text[2:4] != "XX" else f"{day.year} to {bound.latest.year}"
    return str(day.year)


def _set_words(value: Edtf) -> str:
    lower, upper = value.lower, value.upper
    if lower and upper:
        return f"between {bound_words(lower)} and {bound_words(upper)}"
    bound = next(value.bounds())
    to_the_day = bound.precision == "day"
    side = ("on or before" if to_the_day else "in or before") if upper else "on or after"
    if lower and not to_the_day:
        return f"in {bound_words(lower)} or later"
    return f"{side} {bound_words(bound)}"


def _interval_words(value: Edtf) -> str:
    lower, upper = value.lower, value.upper
    if lower and upper:
        return f"{_shortened(lower, upper)} to {bound_words(upper)}"
    if lower:
        return f"from {bound_words(lower)} on" if value.open_end else f"from {bound_words(lower)}, end not known"
    return f"until {bound_words(next(value.bounds()))}, beginning not known"


def _shortened(lower: Bound, upper: Bound) -> str:
    """Leave out of the first end what the last end says again, the month and the year, where the first is sure."""
    first, last = lower.earliest, upper.earliest
    if (
        lower.approximate
        or lower.uncertain
        or first.year != last.year
        or {lower.precision, upper.precision} - {"day", "month"}
    ):
        return bound_words(lower)
    if lower.precision == "month":
        return f"{first:%B}"
    if first.month == last.month and upper.precision == "day":
        return str(first.day)
    return f"{first.day} {first:%B}"
