"""What the signs of the picture mean, as an HTML list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.picture.marks import Look, mark
from generator.pages.picture.signs import family_sign, state_sign
from generator.pages.picture.svg import clean, drawing, element, group, line, rect
from generator.record.vocabulary import DerivedState, Family, Standing, State, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.record.record import Record
    from generator.record.vocabulary import Word

_FADES = (1.0, 0.8, 0.6, 0.4, 0.2)
_STATES: tuple[tuple[State | DerivedState, str], ...] = (
    (State.OPEN, "open"), (State.SUSPENDED, "suspended"), (DerivedState.DORMANT, "dormant"), (State.AGREED, "agreed"),
    (State.PROPOSED, "proposed"), (State.ENDED, "ended"), (DerivedState.NONE, "did not exist"),
)  # fmt: skip
_STATUSES = (
    ((Status.HELD,), "held"), ((Status.PLANNED, Status.PROPOSED), "planned or proposed"),
    ((Status.POSTPONED,), "postponed"), ((Status.REFUSED, Status.CANCELLED), "refused or cancelled"),
)  # fmt: skip
_DOUBTFUL = "; ".join(f"{word}: {word.definition}" for word in Standing if word is not Standing.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign with its words."""

    sign: str
    words: str
    meaning: str | None = None
    """What the vocabulary says of it, for who points at it."""


def legend(record: Record, until: date) -> str:
    """Write the legend: states that the record knows, offices, kinds, statuses, dates."""
    used = {State.OPEN, State.SUSPENDED, DerivedState.DORMANT, DerivedState.NONE} | {
        effect.state for event in record.events for effect in event.effects}  # fmt: skip
    states = [Entry(state_sign(state), words, state.definition) for state, words in _STATES if state in used]
    kinds = [Entry(family_sign(family), family.value, family.definition) for family in Family]
    statuses = [Entry(family_sign(Family.CONTACT, one[0]), words, _meaning(one)) for one, words in _STATUSES]
    statuses.append(Entry(family_sign(Family.CONTACT, doubtful=True), "doubtful", _DOUBTFUL))
    groups = (
        _entry("State of a channel", states), _entry("Office", _offices()), _entry("Kind", kinds),
        _entry("Status", statuses), _entry("Date", _dates(until)),
    )  # fmt: skip
    return element("dl", "".join(groups), class_="legend", aria_label="Legend")


def _entry(title: str, entries: Iterable[Entry]) -> str:
    terms = "".join(element("dd", entry.sign + clean(entry.words), title=entry.meaning) for entry in entries)
    return element("div", element("dt", clean(title)) + terms)


def _meaning(words: Iterable[Word]) -> str:
    return "; ".join(f"{word}: {word.definition}" for word in words)


def _offices() -> list[Entry]:
    held = rect("post", 0, 0, 22, 12) + rect("postline", 0, 10.5, 22, 1.5)
    seen = "".join(element("rect", class_="post", opacity=fade, x=number * 4.4, width=3.8, height=12)
                   + element("rect", class_="postline", opacity=fade, x=number * 4.4, y=10.5, width=3.8, height=1.5)
                   for number, fade in enumerate(_FADES))  # fmt: skip
    vacant = group((rect(None, 0.5, 0.5, 21, 11),), class_="vac")
    return [Entry(_glyph(held), "in post"), Entry(_glyph(seen), "day not certain"), Entry(_glyph(vacant), "vacant")]


def _dates(until: date) -> list[Entry]:
    bars = "".join(element("rect", opacity=fade, x=2 + number * 5, y=6.5, width=4.2, height=3)
                   for number, fade in enumerate((0.2, 0.45, 0.8, 0.8, 0.45, 0.2)))  # fmt: skip
    unsure = element("g", bars, class_="span contact") + mark(Look(Family.CONTACT), 17, 8, 4)
    lasting = element("rect", class_="span friction", x=5, y=6.5, width=24, height=3) + mark(
        Look(Family.FRICTION), 7, 8, 4)  # fmt: skip
    checked = drawing((line("checked", "M", 7, 0, "V", 16),), 14, 16, "tl glyph", aria_hidden="true")
    return [
        Entry(_long(unsure), "uncertain"), Entry(_long(lasting), "lasted"),
        Entry(checked, f"checked up to {until.day} {until:%B %Y}"),
    ]  # fmt: skip


def _glyph(content: str) -> str:
    return drawing((content,), 22, 12, "tl glyph", aria_hidden="true")


def _long(content: str) -> str:
    return drawing((content,), 34, 16, "tl sym", aria_hidden="true")
