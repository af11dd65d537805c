"""What stands over a timeline: the years of its window, its breaks, or the number of events that a filter keeps.

`theme/assets/js/timeline/words.js` says the same of any other window.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator.pages.phrases import counted, number_words
from generator.pages.picture.scale import month_name
from generator.pages.picture.scene import whole
from generator.record.date_words import day_words
from generator.views.chains import breaks

if TYPE_CHECKING:
    from datetime import date

    from generator.pages.picture.scene import Window
    from generator.record.record import Record
    from generator.views.chains import Break

_YEARS = timedelta(days=1100)
"""A longer window is told by its years, a shorter one by its months."""
_MONTHS = timedelta(days=100)
"""A longer window is told by its months, a shorter one by its days."""
_MOST = 12
"""So many breaks are said in words."""


def window_words(window: Window) -> str:
    """Say a window as closely as its length asks for: `1971 to 2026`, `Aug 2022 to Jan 2024`, `3 to 9 May 2024`."""
    first, last = window
    if last - first > _YEARS:
        return f"{first.year} to {last.year}"
    if last - first > _MONTHS:
        return f"{month_name(first)} to {month_name(last)}"
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else day_words(first)
    return f"{start} to {day_words(last)}"


def heading(record: Record, until: date, window: Window, shown: int | None) -> str:
    """Head a window by the break that fills it, or its years and breaks; by the events `shown` under a filter."""
    first, last = whole(record, until)
    words = window_words((max(window[0], first), min(window[1], last)))
    if shown is not None:
        return f"{counted(shown, 'event')}, {words}"
    found = [gap for gap in breaks(record, until) if _start(gap) < window[1] and _end(gap, until) > window[0]]
    if len(found) == 1 and _fills(found[0], window, until):
        repaired = found[0].end is not None and _end(found[0], until) <= window[1]
        return f"The {_start(found[0]).year} break{' and its repair' if repaired else ''}"
    number = number_words(len(found)) if len(found) <= _MOST else str(len(found))
    return f"{words}: {number} break{'' if len(found) == 1 else 's'}"


def _fills(gap: Break, window: Window, until: date) -> bool:
    return _start(gap) >= window[0] and _end(gap, until) - _start(gap) > (window[1] - window[0]) / 4


def _start(gap: Break) -> date:
    return gap.start.date.anchor


def _end(gap: Break, until: date) -> date:
    return gap.end.date.anchor if gap.end else until
