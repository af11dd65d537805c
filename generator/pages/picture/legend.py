"""What the signs of the picture mean, as an HTML list, and behind it what the words mean."""

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
_DOUBTS = tuple(word for word in Standing if word is not Standing.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign with its words."""

    sign: str
    words: str
    meaning: str = ""
    """What the vocabulary says of it; empty where the words say all."""


def legend(record: Record, until: date) -> str:
    """Write the legend: states that the record knows, offices, kinds, statuses, dates.

    What the vocabulary says of the words stands below it, folded: a pointer that rests, which is all that would show a
    `title`, is what fingers and keyboards lack.
    """
    used = {State.OPEN, State.SUSPENDED, DerivedState.DORMANT, DerivedState.NONE} | {
        effect.state for event in record.events for effect in event.effects}  # fmt: skip
    states = [
        Entry(state_sign(state), words, f"{words}: {state.definition}") for state, words in _STATES if state in used
    ]
    kinds = [Entry(family_sign(family), family.value, _meaning((family,))) for family in Family]
    statuses = [Entry(family_sign(Family.CONTACT, one[0]), words, _meaning(one)) for one, words in _STATUSES]
    statuses.append(Entry(family_sign(Family.CONTACT, doubtful=True), "doubtful", f"doubtful ({_meaning(_DOUBTS)})"))
    groups = {
        "State of a channel": states, "Office": _offices(), "Kind": kinds, "Status": statuses, "Date": _dates(until),
    }  # fmt: skip
    signs = (_group(title, [entry.sign + clean(entry.words) for entry in some]) for title, some in groups.items())
    meanings = (
        _group(title, [clean(entry.meaning) for entry in some if entry.meaning]) for title, some in groups.items()
    )
    folded = element("summary", "What these words mean") + element("dl", "".join(meanings))
    return element("dl", "".join(signs), class_="legend", aria_label="Legend") + element(
        "details", folded, class_="meanings"
    )


def _group(title: str, entries: list[str]) -> str:
    terms = "".join(element("dd", entry) for entry in entries)
    return element("div", element("dt", clean(title)) + terms) if entries else ""


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
