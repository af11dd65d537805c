"""Who sits in an office, in words: by name, vacant, not known, or last seen there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.times import held_ends
from generator.record.date_words import day_words
from generator.views import holders
from generator.views.holders import HoldingKind
from generator.views.sittings import sitting_on, sittings

if TYPE_CHECKING:
    from generator.pages.press import Press
    from generator.record.registry import Office, Party, Person
    from generator.views.holders import Holding, Pair
    from generator.views.sittings import Sitting


@dataclass(frozen=True, slots=True)
class Seat:
    """An office of a pair on a day."""

    party: Party
    office: Office
    title: str
    """Its title on the last day checked."""
    person: Person | None
    """Who holds it, or held it last; absent where nobody does or it is not known."""
    words: str
    """What is said where no name stands: `vacant since 24 October 2023`, `not known`; or of the name: `acting`."""


def seat(press: Press, office: Office, sitting: Sitting | None) -> Seat:
    """Say who sits in an office, by what is known on a day."""
    party = press.record.parties[office.party]
    person, words = sitter(sitting)
    return Seat(party, office, holders.title_on(office, press.horizon).title, person, words)


def sitter(sitting: Sitting | None) -> tuple[Person | None, str]:
    """Name who sits in an office, or did when last known, and say what is to be said of it."""
    return _holder(sitting.holding, sitting.last) if sitting else (None, "not known")


def last_sitting(press: Press, office: Office) -> Sitting | None:
    """Give what is known of an office on the last day checked."""
    return sitting_on(sittings(press.record, office.id, press.horizon), press.horizon)


def pair_name(press: Press, pair: Pair) -> str:
    """Name a pair by the short labels of its offices, once where they are the same."""
    return " · ".join(dict.fromkeys(_label(press, office) for office in (pair.first, pair.second)))


def _label(press: Press, office: Office) -> str:
    return office.short or holders.title_on(office, press.horizon).title


def _holder(holding: Holding | None, last: Holding | None) -> tuple[Person | None, str]:
    if holding is None:
        return _last_seen(last)
    if holding.person is None:
        return None, f"vacant since {day_words(holding.start)}" if holding.start else "vacant"
    return holding.person, holding.role or ("seen in post" if holding.kind is HoldingKind.SEEN else "")


def _last_seen(last: Holding | None) -> tuple[Person | None, str]:
    """Name the last known holder of an office whose holder on the day is not known."""
    if last is None or last.person is None or last.end is None:
        return None, "not known"
    return last.person, f"last seen in post {day_words(last.end)}" if last.last_seen else f"until {held_ends(last)[1]}"
