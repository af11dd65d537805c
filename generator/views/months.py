"""Calendar months: adding them to a day, and counting the whole ones between two days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def day_after(day: date) -> date:
    """Give the next day; the calendar's last day where there is none."""
    return day + timedelta(days=1) if day < date.max else day


def add_months(day: date, months: int) -> date:
    """Give the same day of the month some months later, or that month's last day where it has no such day.

    31 January and one month give 28 or 29 February. Beyond the calendar's end the last day of it is given.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(first: date, last: date) -> int:
    """Count the whole months from one day to another; 0 where the last is not a month later, or earlier."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months if add_months(first, months) <= last else months - 1)
