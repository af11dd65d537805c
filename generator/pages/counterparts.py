"""Who faces whom: pairs of offices, who holds them, when they last met, and since when they have not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from generator.pages.addresses import COUNTERPARTS, address, pair_id
from generator.pages.phrases import capital, listed
from generator.pages.picture.events import Links
from generator.pages.picture.pair import pair_strip
from generator.pages.seats import last_sitting, pair_name, seat
from generator.pages.widths import drawn
from generator.views import contacts, holders, meetings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.pages.seats import Seat
    from generator.pages.slips import Made
    from generator.record.models import Event

_BAR = 110


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the table."""

    id: str
    """By which its page is addressed."""
    name: str
    """The two offices by their short labels."""
    seats: tuple[Seat, Seat]
    last: Event | None
    months: int | None
    bar: float
    """Length of the bar of silence in pixels, on one scale for the table."""


def index(press: Press) -> Iterator[Page]:
    """Give the page of all pairs."""
    names = listed(party.named for party in press.parties)
    yield press.page(
        "counterparts", COUNTERPARTS, "Who talks to whom",
        f"Counterpart offices of {names}: who holds them, and when they last had contact.",
        page_class="p-counterparts", index=True, lines=by_silence(press),
    )  # fmt: skip


def pages(press: Press) -> Iterator[Made]:
    """Give the page of each pair."""
    lines = cache(partial(pair_lines, press))
    yield from (partial(_page, press, pair, number, lines) for number, pair in enumerate(holders.pairs(press.record)))


def _page(
    press: Press, pair: holders.Pair, number: int, lines: Callable[[], Sequence[tuple[holders.Pair, PairLine]]]
) -> Page:
    record, offices = press.record, (pair.first, pair.second)
    titles = capital(listed(f"the {seat.title} of {seat.party.named}" for seat in _seats(press, pair)))
    return press.page(
        "pair", address("pair", pair_id(pair.first.id, pair.second.id)), pair_name(press, pair),
        f"{titles}: who held the offices, who met.", page_class="p-pair",
        of=(*contacts.between(record, pair), *contacts.not_held(record, pair)),
        lazily=lambda: _met(press, pair) | {
            "line": lines()[number][1],
            "missed": contacts.not_held(record, pair)[::-1],
            "holdings": [holders.holdings(record, office.id, press.horizon)[::-1] for office in offices],
            "strips": _strips(press, pair),
        },
    )  # fmt: skip


def _met(press: Press, pair: holders.Pair) -> dict[str, object]:
    """Give when the holders of the two met, the last first, and how long they have not."""
    met = meetings.meetings(press.record, pair, press.horizon)
    quiet = meetings.pauses(met, press.horizon)
    return {"met": met[::-1], "since": quiet[-1] if quiet else None, "longest": meetings.longest(quiet)}


def _strips(press: Press, pair: holders.Pair) -> dict[str, Markup]:
    """Draw the pair with every contact between the two, held or not."""
    place = address("pair", pair_id(pair.first.id, pair.second.id))
    events = (*contacts.between(press.record, pair), *contacts.not_held(press.record, pair))
    in_time = sorted(events, key=lambda event: (*event.date.sort_key[:2], event.id))
    to = Links(press.event_link(place), press.row_link(place))
    return drawn(lambda width, _: pair_strip(press.record, pair, in_time, press.horizon, width, to=to))


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
    length = max(1.0, round(_BAR * (row.months or 0) / most, 1))
    id_ = pair_id(row.pair.first.id, row.pair.second.id)
    return PairLine(id_, pair_name(press, row.pair), _seats(press, row.pair), row.last, row.months, length)


def _seats(press: Press, pair: holders.Pair) -> tuple[Seat, Seat]:
    first, second = (seat(press, office, last_sitting(press, office)) for office in (pair.first, pair.second))
    return first, second
