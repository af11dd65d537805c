"""Which channels were open on the last day checked, a column a state, and who was in office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import STATUS
from generator.pages.counterparts import pair_lines
from generator.pages.picture.counts import counts
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.times import month_words
from generator.record.date_words import day_words
from generator.views import states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press

_WIDE, _NARROW = 1216, 358


def pages(press: Press) -> Iterator[Page]:
    """Give the page of the last day checked."""
    day = day_words(press.horizon)
    rows = states.board(press.record, press.horizon)
    groups = [(state, [row for row in rows if row.state == state]) for state in states.ORDER]
    yield press.page(
        "status", STATUS, f"Channels on {day}", f"{states.answer(rows)} on {day}, the last day checked.",
        page_class="p-status", answer=states.answer(rows), total=len(rows),
        groups=[(state, found) for state, found in groups if found],
        lines=[line for _, line in pair_lines(press)], month_words=month_words,
        wide=_counts(press, _WIDE, "cw"), narrow=_counts(press, _NARROW, "cn"),
        breaks=Markup(key_of_breaks(press.record, press.horizon)),  # noqa: S704  drawn by us
    )  # fmt: skip


def _counts(press: Press, width: int, prefix: str) -> Markup:
    return Markup(counts(press.record, press.horizon, width, prefix=prefix))  # noqa: S704  drawn by us
