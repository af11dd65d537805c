"""Who faces whom: pairs of offices, who holds them, when they last met, and since when they have not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import COUNTERPARTS
from generator.pages.seats import pair_name, seat
from generator.views import contacts, holders
from generator.views.sittings import sitting_on, sittings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.seats import Seat
    from generator.record.models import Event
    from generator.record.registry import Office
    from generator.views.sittings import Sitting

_BAR = 110


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the table."""

    name: str
    """The two offices by their short labels."""
    seats: tuple[Seat, Seat]
    last: Event | None
    months: int | None
    bar: float
    """Length of the bar of silence in pixels, on one scale for the table."""


@dataclass(frozen=True, slots=True)
class PairHistory:
    """A pair with its holders through time and its contacts."""

    line: PairLine
    anchor: str
    """The fragment by which the pair is linked."""
    holdings: tuple[tuple[holders.Holding, ...], ...]
    """Of the first office, then of the second, the newest first."""
    met: tuple[Event, ...]
    """Contacts held between them, the newest first."""


def pages(press: Press) -> Iterator[Page]:
    """Give the page of all pairs."""
    lines = pair_lines(press)
    histories = [_history(press, pair, line) for pair, line in lines]
    yield press.page(
        "counterparts", COUNTERPARTS, "Who talks to whom",
        f"Counterpart offices of {_names(press)}: who holds them, and when they last had contact.",
        page_class="p-counterparts", lines=by_silence(press), histories=histories,
    )  # fmt: skip


def pair_lines(press: Press) -> tuple[tuple[holders.Pair, PairLine], ...]:
    """Give every pair with its line, by level."""
    rows = contacts.pair_rows(press.record, press.horizon)
    most = max((row.months or 0 for row in rows), default=0) or 1
    return tuple((row.pair, _line(press, row, most)) for row in rows)


def by_silence(press: Press) -> tuple[PairLine, ...]:
    """Give the lines by months of silence, the shortest first; pairs without a recorded contact last."""
    lines = (line for _, line in pair_lines(press))
    return tuple(sorted(lines, key=lambda line: (line.months is None, line.months or 0)))


def _line(press: Press, row: contacts.PairRow, most: int) -> PairLine:
    offices = (row.pair.first, row.pair.second)
    first, second = (seat(press, office, _sitting(press, office)) for office in offices)
    length = max(1.0, round(_BAR * (row.months or 0) / most, 1))
    return PairLine(pair_name(press, row.pair), (first, second), row.last, row.months, length)


def _sitting(press: Press, office: Office) -> Sitting | None:
    return sitting_on(sittings(press.record, office.id, press.horizon), press.horizon)


def _history(press: Press, pair: holders.Pair, line: PairLine) -> PairHistory:
    offices = (pair.first, pair.second)
    known = tuple(holders.holdings(press.record, office.id, press.horizon)[::-1] for office in offices)
    return PairHistory(line, f"{pair.first.id}-{pair.second.id}", known, contacts.between(press.record, pair)[::-1])


def _names(press: Press) -> str:
    return " and ".join(party.named for party in press.parties)
