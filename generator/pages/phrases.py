"""Small wordings that pages share: counts, lists, lengths of time, words of the vocabulary."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from generator.record.faults import Severity
from generator.record.vocabulary import DerivedState, Standing, Status
from generator.views.months import whole_months

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel
    from generator.record.vocabulary import State, Word

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_STANDING = {
    Standing.CONFIRMED: "confirmed", Standing.SINGLE_SOURCE: "one secondary source",
    Standing.DISPUTED: "disputed", Standing.UNCONFIRMED: "unconfirmed",
}  # fmt: skip

_SEVERITY = {
    Severity.ERROR: "error, which stops the publication", Severity.WARNING: "warning, which asks for a second look",
    Severity.NOTICE: "notice, which stops nothing",
}  # fmt: skip


def counted(number: int, noun: str, plural: str = "") -> str:
    """Give a number with its noun: `1 event`, `3 events`, `2 boundaries` where the plural is given."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number_words(number: int) -> str:
    """Give a number from 0 to 99 in words, any other in digits: `forty-five`."""
    if number >= 100 or number < 0:  # noqa: PLR2004  words end where they get long
        return f"{number:,}"
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def listed(items: Iterable[str]) -> str:
    """Join words: `a`, `a and b`, `a, b and c`."""
    *most, last = list(items) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def some(items: Iterable[object], name: str) -> bool:
    """Tell whether there is something under a name, which may have dots, of any of the items."""
    return any(map(attrgetter(name), items))


def capital(text: str) -> str:
    """Give a text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def said(word: Word | str) -> str:
    """Give a word of the vocabulary as running text: `arms sale` for `arms-sale`."""
    return str(word).replace("-", " ")


def length(first: date, last: date) -> str:
    """Say the time between two days: in days up to a month, then in whole months."""
    months = whole_months(first, last)
    return counted(months, "month") if months else counted(max(0, (last - first).days), "day")


def outcome_words(record: Record, event: Event) -> str:
    """Say what became of a contact and who declined it; empty for an event that is no contact."""
    if event.outcome is None:
        return ""
    party = record.parties.get(event.declined_by or "")
    if party and event.outcome in (Status.REFUSED, Status.CANCELLED, Status.POSTPONED):
        return f"{event.outcome} by {party.name}"
    return str(event.outcome)


def standing_words(event: Event) -> str:
    """Say how well an event is established, in plain words."""
    return standing_words_of(event.standing)


def standing_words_of(standing: Standing) -> str:
    """Say a standing in plain words."""
    return _STANDING[standing]


def state_words(state: State | DerivedState) -> str:
    """Say a channel's state as readers meet it."""
    return "no recorded state" if state == DerivedState.NONE else str(state)


def silent_words(channel: Channel) -> str:
    """Say why a channel fell dormant, where no event stands behind it."""
    return f"after {counted(channel.dormant_after_months, 'month')} without a contact in the record"


def severity_words(severity: Severity) -> str:
    """Say what a fault of this weight does."""
    return _SEVERITY[severity]


def shortened(text: str, room: int = 200) -> str:
    """Cut a text at a space so that it fits, and mark the cut."""
    return text if len(text) <= room else text[: room - 1].rpartition(" ")[0].rstrip(",;:") + "…"
