"""What is new: entries added to the record and corrected in it, by day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.addresses import CHANGES
from generator.pages.forms import feed_forms
from generator.pages.phrases import counted
from generator.record.date_words import day_words
from generator.views.history import newest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.views.history import Edit

_MOST = 1000
_MANY = 30
"""From how many entries of a day on they stand folded."""


@dataclass(frozen=True, slots=True)
class Day:
    """The edits of a day."""

    day: date
    corrected: tuple[Edit, ...]
    added: tuple[Event, ...]

    @property
    def folded(self) -> bool:
        """Whether those added are too many to stand there at once."""
        return len(self.added) > _MANY


def pages(press: Press) -> Iterator[Page]:
    """Give the page of changes, the newest day first."""
    edits = newest(press.record.events, _MOST)
    days = [_day(day, tuple(found)) for day, found in groupby(edits, lambda edit: edit.day)]
    last = f"last on {day_words(days[0].day)}" if days else "none yet"
    yield press.page(
        "changes", CHANGES, "Changes", f"What was added to the record and corrected in it, {last}.",
        page_class="p-changes", days=days, total=counted(len(press.record.events), "event"), most=_MOST,
        cut=len(edits) == _MOST, forms=tuple(feed_forms(press.settings)),
    )  # fmt: skip


def _day(day: date, edits: tuple[Edit, ...]) -> Day:
    return Day(day, tuple(edit for edit in edits if edit.note), tuple(edit.event for edit in edits if not edit.note))
