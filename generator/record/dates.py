"""Dates as the record writes them: EDTF, the Extended Date/Time Format of ISO 8601-2.

Levels 0 and 1, the quarters of level 2, and its set "one of" over a span (`[a..b]`), which says that one
unknown day lies within, where an interval (`a/b`) says that something lasted. Specification:
https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.record.date_words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)
QUALIFIED = re.compile(r"(?:\d{4}-(?:2[1-4]|3[3-6])|\d{3}X|\d{2}XX|\d{4}-(?:XX|\d{2}-XX|XX-XX))([?~%]?)", re.ASCII)
_WRITTEN_OUT = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")
PARTS_OF_YEAR = ("21", "22", "23", "24", "33", "34", "35", "36")
"""What stands in the month's place for the seasons and the quarters."""
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_UNPADDED = re.compile(r"(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?", re.ASCII)
_TIME = re.compile(r"(?:T| +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? *(?:Z|[+-]\d{2}:?\d{2})?$", re.ASCII)
_BETWEEN = re.compile(r" +[-/–—] *| *[-/–—] +| +to +|[–—]")
"""What stands between two dates and in none."""
_SLASH = re.compile("/")


class Form(StrEnum):
    """What a date says: one date, a span that something lasted, or one unknown date within a span."""

    DATE = "date"
    INTERVAL = "interval"
    SET = "set"


class Precision(StrEnum):
    """The smallest unit that a date names."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class EdtfError(ValueError):
    """A text is no date of the supported kind; carries the code of the fault and a hint."""

    def __init__(self, code: str, message: str, hint: str = "", suggestion: str | None = None) -> None:
        """Keep the parts from which a fault is made."""
        super().__init__(message)
        self.code, self.message, self.hint, self.suggestion = code, message, hint, suggestion


@dataclass(frozen=True, slots=True)
class Bound:
    """One date of an EDTF expression: a whole expression, or an end of an interval or set."""

    text: str
    earliest: date
    """The first day that it can mean, taken literally."""
    latest: date
    """The last day that it can mean, taken literally."""
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    unspecified: bool = False
    """Some digits are `X`: the date is known to be unknown below its precision."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date of the record."""

    text: str
    """The expression as it was typed."""
    form: Form
    lower: Bound | None
    """The date itself or the first end; absent where that end is unknown."""
    upper: Bound | None
    """The date itself or the last end; absent where that end is unknown or open."""
    open_end: bool = False
    """An interval that still runs (`a/..`), where an absent upper bound otherwise means "not known"."""

    @property
    def earliest(self) -> date | None:
        """The first day that the date can mean; absent where only the latest is known."""
        return self.lower.earliest if self.lower else None

    @property
    def latest(self) -> date | None:
        """The last day that the date can mean; absent where the end is open or not known."""
        return self.upper.latest if self.upper else None

    @property
    def anchor(self) -> date:
        """The day by which the date is put in order: the earliest, else the latest possible one."""
        return self.lower.earliest if self.lower else next(self.bounds()).latest

    @property
    def end(self) -> date:
        """The last day that is named: the latest possible one, or the anchor where there is none."""
        return self.latest or (self.lower.latest if self.lower else self.anchor)

    @property
    def is_day(self) -> bool:
        """Whether the date is one certain day."""
        return self.form is Form.DATE and self.anchor == self.end and not self.is_doubtful

    @property
    def is_doubtful(self) -> bool:
        """Whether a bound is marked as approximate or uncertain."""
        return any(bound.approximate or bound.uncertain for bound in self.bounds())

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Order in time: by anchor, then by end, then by text so that the order never wavers."""
        return (self.anchor, self.end, self.text)

    @property
    def stem(self) -> str:
        """The date as file names begin with it: `2023-11-00`, with `00` for what is not known."""
        bound, day = next(self.bounds()), self.anchor
        if bound.precision is Precision.DAY:
            return day.isoformat()
        return f"{day.year:04}-{day.month:02}-00" if bound.precision is Precision.MONTH else f"{day.year:04}-00-00"

    def bounds(self) -> Iterator[Bound]:
        """Give the bounds that are there, one at least, the first end first."""
        yield from (bound for bound in (self.lower, self.upper) if bound)

    def may_include(self, day: date) -> bool:
        """Whether the day lies between the earliest and the latest possible one."""
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)

    def may_overlap(self, first: date | None, last: date | None) -> bool:
        """Whether a possible day of the date lies between two days; None for a side that is open or not known."""
        begins = last is None or self.earliest is None or self.earliest <= last
        return begins and (first is None or self.latest is None or first <= self.latest)

    def words(self) -> str:
        """Say the date and its precision in English: `on or before 15 November 2023`."""
        return _words(self.text)

    def __str__(self) -> str:
        """Give the expression as typed."""
        return self.text


@lru_cache(maxsize=16384)
def parse_edtf(text: str) -> Edtf:
    """Read an EDTF expression.

    Raises EdtfError, with the code of the fault, where the text is none, names a day that does not
    exist, or runs backwards.
    """
    if text.startswith("[") and text.endswith("]"):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    bound = _bound(text, text)
    return Edtf(text, Form.DATE, bound, bound)


@lru_cache(maxsize=16384)
def _words(text: str) -> str:
    return words_of(parse_edtf(text))


def _parse_set(text: str) -> Edtf:
    inner = text[1:-1]
    if inner.count("..") != 1 or "/" in inner or inner == "..":
        raise _not_edtf(text)
    first, last = inner.split("..")
    lower = _bound(first, text) if first else None
    upper = _bound(last, text) if last else None
    _forwards(text, lower, upper)
    return Edtf(text, Form.SET, lower, upper)


def _parse_interval(text: str) -> Edtf:
    first, last, *more = text.split("/")
    if more or (first in ("", "..") and last in ("", "..")):
        raise _not_edtf(text)
    lower = None if first in ("", "..") else _bound(first, text)
    upper = None if last in ("", "..") else _bound(last, text)
    _forwards(text, lower, upper)
    return Edtf(text, Form.INTERVAL, lower, upper, open_end=last == "..")


def _forwards(text: str, lower: Bound | None, upper: Bound | None) -> None:
    if lower and upper and lower.earliest > upper.latest:
        raise EdtfError("E303", f"`{text}` ends before it begins", "Write the earlier date first.")


def _bound(text: str, whole: str) -> Bound:
    plain = PLAIN.fullmatch(text)
    if plain:
        return _plain_bound(text, plain)
    qualified = QUALIFIED.fullmatch(text)
    if not qualified:
        raise _not_edtf(whole)
    return _library_bound(text, qualified[1])


def _plain_bound(text: str, match: re.Match[str]) -> Bound:
    """Read a plain ISO date on a short road: the EDTF library takes milliseconds for each."""
    year, month, day, mark = match.groups()
    if month in PARTS_OF_YEAR and not day:
        return _library_bound(text, mark)
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        unit = "day" if day else "month" if month else "year"
        raise EdtfError("E302", f"`{text}` names a {unit} that does not exist", _calendar_hint(year, month)) from None
    if day:
        last, precision = first, Precision.DAY
    elif month:
        last, precision = _last_of_month(first), Precision.MONTH
    else:
        last, precision = date(first.year, 12, 31), Precision.YEAR
    return Bound(text, first, last, precision, mark in ("~", "%"), mark in ("?", "%"))


def _library_bound(text: str, mark: str) -> Bound:
    """Read unspecified digits, seasons and quarters with the EDTF library, which knows the standard."""
    from edtf import parse_edtf as parse_with_library  # noqa: PLC0415  the import costs 0.1 s and few need it

    bare = text.rstrip("?~%")
    try:
        parsed = parse_with_library(bare)
        first, last = (date(*point[:3]) for point in (parsed.lower_strict(), parsed.upper_strict()))
    except Exception:  # noqa: BLE001  the library raises whatever its parser happens to meet
        hint = _calendar_hint(*bare.split("-")[:2])
        raise EdtfError("E302", f"`{text}` names a time that does not exist", hint) from None
    return Bound(text, first, last, _precision(bare), mark in ("~", "%"), mark in ("?", "%"), unspecified="X" in bare)


def _precision(text: str) -> Precision:
    year, _, rest = text.partition("-")
    if "X" in year:
        return Precision.DECADE
    if rest[:2] in PARTS_OF_YEAR:
        return Precision.SEASON if rest[0] == "2" else Precision.QUARTER
    return Precision.MONTH if rest[:2].isdigit() else Precision.YEAR


def _last_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _calendar_hint(year: str, month: str | None = None) -> str:
    if month is None:
        return "Years have four digits and begin with 0001."
    try:
        last = _last_of_month(date(int(year), int(month), 1))
    except ValueError:
        return "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters."
    return f"{last:%B %Y} has {last.day} days."


def _not_edtf(text: str) -> EdtfError:
    better = nearest_date(text)
    hint = (
        f"Did you mean `{better}`?"
        if better
        else "Write a day as 2024-01-08, a month as 2024-01, a span of days as 2024-01-08/2024-01-09, "
        "one unknown day up to another as [..2023-11-15]."
    )
    return EdtfError("E301", f"`{text}` is not an EDTF date", hint, better)


def _in_order(first: int, second: int, year: int, *, month_first: bool) -> str | None:
    """Give the day of `22.01.2024` or `01/22/2024`: without dots the order differs by country, and one must show it."""
    months = range(1, 13)
    if month_first and second in months and first in months and first != second:
        return None
    month, day = (first, second) if month_first and first in months else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest_day(text: str) -> str | None:
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _in_order(int(numbers[1]), int(numbers[3]), int(numbers[4]), month_first=numbers[2] != ".")
    unpadded = _UNPADDED.fullmatch(text)
    if unpadded:
        text = "{}/{}/{}".format(*unpadded.groups())
    for form in _WRITTEN_OUT:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007  days have no zone
        except ValueError:
            continue
    return None


def _nearest_span(text: str, between: re.Pattern[str]) -> str | None:
    ends = between.split(text)
    if len(ends) != 2:  # noqa: PLR2004  the first and the last
        return None
    try:
        return parse_edtf("/".join(dict.fromkeys(map(_meant, ends)))).text
    except EdtfError:
        return None


def _meant(text: str) -> str:
    """Give a date as it is, or what it was meant for. Raises EdtfError where that is unclear."""
    try:
        return _bound(text, text).text
    except EdtfError as error:
        if not error.suggestion:
            raise
        return error.suggestion


def nearest_date(text: str) -> str | None:
    """Give the EDTF form of a day or a span written in another common way, or nothing where that is unclear.

    A time of the day is left out: the record knows days.
    """
    text = text.strip()
    return _nearest_day(_TIME.sub("", text)) or _nearest_span(text, _BETWEEN) or _nearest_span(text, _SLASH)
