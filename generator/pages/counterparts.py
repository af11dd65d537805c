"""Who faces whom: pairs of offices, who holds them, when they last met, and since when they have not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.pages.addresses import COUNTERPARTS
from generator.record.date_words import day_words
from generator.views import contacts, holders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Office, Party, Person

_BAR = 110


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of a pair on a day."""

    party: Party
    office: Office
    title: str
    """Its title on that day."""
    person: Person | None
    """Who holds it; absent where nobody does or it is not known."""
    words: str
    """What is said where no name stands: `vacant since 24 October 2023`, `not known`; or of the name: `acting`."""


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
    first, second = row.pair.first, row.pair.second
    seats = (_seat(press, first, row.first), _seat(press, second, row.second))
    labels = dict.fromkeys((_label(press, first), _label(press, second)))
    length = max(1.0, round(_BAR * (row.months or 0) / most, 1))
    return PairLine(" · ".join(labels), seats, row.last, row.months, length)


def _label(press: Press, office: Office) -> str:
    return office.short or holders.title_on(office, press.horizon).title


def _seat(press: Press, office: Office, holding: holders.Holding | None) -> Seat:
    party = press.record.parties[office.party]
    title = holders.title_on(office, press.horizon).title
    if holding is None:
        return _last_seen(press, Seat(party, office, title, None, "not known"))
    if holding.person is None:
        since = f"vacant since {day_words(holding.start)}" if holding.start else "vacant"
        return Seat(party, office, title, None, since)
    seen = "seen in post" if holding.kind is holders.HoldingKind.SEEN else ""
    return Seat(party, office, title, holding.person, holding.role or seen)


def _last_seen(press: Press, seat: Seat) -> Seat:
    """Name the last known holder of an office whose holder on the day is not known."""
    last = holders.last_known(press.record, seat.office.id, press.horizon)
    if last is None or last.person is None:
        return seat
    words = "last seen in post" if last.kind is holders.HoldingKind.SEEN else "until"
    return replace(seat, person=last.person, words=f"{words} {day_words(last.end or press.horizon)}")


def _history(press: Press, pair: holders.Pair, line: PairLine) -> PairHistory:
    offices = (pair.first, pair.second)
    known = tuple(holders.holdings(press.record, office.id, press.horizon)[::-1] for office in offices)
    return PairHistory(line, f"{pair.first.id}-{pair.second.id}", known, contacts.between(press.record, pair)[::-1])


def _names(press: Press) -> str:
    return " and ".join(party.named for party in press.parties)
