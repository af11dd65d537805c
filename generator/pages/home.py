"""The home page: how many channels are open, the ways in, the latest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages import addresses
from generator.pages.boards import board_of
from generator.pages.counterparts import by_silence
from generator.pages.phrases import counted, listed
from generator.pages.picture.counts import counts
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.schema_org import site_nodes
from generator.pages.widths import drawn
from generator.record.date_words import day_words
from generator.record.vocabulary import Status
from generator.views import chains, states
from generator.views.ahead import ahead, lies_ahead
from generator.views.contacts import latest_contacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.counterparts import PairLine
    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event

_LISTED = 6
_PAIRS = 8
"""How many pairs of counterparts have room beside the channels."""


@dataclass(frozen=True, slots=True)
class Way:
    """A question with the page that answers it."""

    question: str
    target: str
    """An address of the site."""
    words: str
    """What is found there."""


def pages(press: Press) -> Iterator[Page]:
    """Give the home page."""
    record = press.record
    rows = states.board(record, press.horizon)
    names = listed(party.named for party in press.parties)
    latest, lying = _latest(press), ahead(record, press.horizon)
    yield press.page(
        "home", addresses.HOME, states.answer(rows),
        f"Which channels between {names} are open, who last met, and what happened, each with its sources. "
        f"Record checked to {day_words(press.horizon)}.",
        page_class="p-home", names=names, subject=press.settings.subject,
        about=press.settings.about or f"A record of contacts between {names}.",
        cells=_cells(rows), latest=latest, ahead=lying, has_tours=bool(record.tours), total=len(rows),
        planned=[event for event in lying if event.outcome is Status.PLANNED], nodes=lambda: site_nodes(press),
        lazily=lambda: {
            "ways": _ways(press), "board": board_of(press, rows), "pairs": _pairs(press),
            "newest": _newest(press, latest), "last": latest_contacts(record, press.horizon),
            "counts": drawn(lambda width, letter: counts(record, press.horizon, width, prefix=f"c{letter}")),
            "breaks": Markup(key_of_breaks(record, press.horizon)),  # noqa: S704  drawn by us
        },
    )  # fmt: skip


def _cells(rows: tuple[states.BoardRow, ...]) -> list[states.BoardRow]:
    """Give the rows that the heading counts, in its order of states."""
    return sorted((row for row in rows if row.state not in states.GONE), key=lambda row: states.ORDER.index(row.state))


def _pairs(press: Press) -> tuple[PairLine, ...]:
    """Give the counterparts that had contact last; all pairs stand on their own page."""
    return tuple(line for line in by_silence(press) if line.last)[:_PAIRS]


def _ways(press: Press) -> list[Way]:
    events = counted(len(press.record.events), "event")
    return [
        Way("What happened, and according to whom?", addresses.TIMELINE, f"The timeline, {events}"),
        Way("Are they talking now?", addresses.STATUS, f"The channels on {day_words(press.horizon)}"),
        _why(press),
        Way("Who talks to whom?", addresses.COUNTERPARTS, "Offices and their counterparts"),
    ]


def _why(press: Press) -> Way:
    """Lead to the breaks across channels, else to the channels."""
    question = "Why did it stop or start?"
    breaks = chains.breaks(press.record, press.horizon)
    if breaks:
        found = counted(len(breaks), "break")
        return Way(question, addresses.CHAINS, f"{found} in talks, the last of them: {breaks[-1].name}")
    return Way(question, addresses.CHANNELS, "Each channel and its changes of state")


def _latest(press: Press) -> tuple[Event, ...]:
    """Give the last events up to the last day checked, the newest first."""
    known = [event for event in press.record.events if event.date.anchor <= press.horizon and not lies_ahead(event)]
    return tuple(reversed(known[-_LISTED:]))


def _newest(press: Press, shown: tuple[Event, ...]) -> tuple[Event, ...]:
    """Give the entries that were added or corrected last, less those that stand among the latest events.

    Nothing where all were entered on one day: there none is newer than another.
    """
    others = [event for event in press.record.events if event not in shown]
    if len({event.changed for event in others}) <= 1:
        return ()
    return tuple(sorted(others, key=lambda event: (event.changed, event.date.sort_key), reverse=True)[:_LISTED])
