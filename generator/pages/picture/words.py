"""The words of a picture: names that links carry, labels beside marks, states in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.phrases import standing_words_of
from generator.pages.picture.scale import month_name
from generator.record.vocabulary import DerivedState, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.record.models import Event
    from generator.record.vocabulary import State

LONGEST_LABEL = 28
"""Characters of a label."""
_LISTED = 8
"""So many titles a count names; the list under the picture has them all."""


def event_name(event: Event) -> str:
    """Name an event: `17th Policy Talks, 8 to 9 January 2024, held`."""
    return f"{event.title}, {rest_of_name(event)}"


def rest_of_name(event: Event) -> str:
    """Give what stands behind the title in an event's name: when it was and what became of it."""
    parts = [event.date.words(), str(event.outcome or event.kind)]
    if event.standing is not Standing.CONFIRMED:
        parts.append(standing_words_of(event.standing))
    return ", ".join(parts)


def count_name(events: Sequence[Event]) -> str:
    """Name a count: `3 events, May 2023 to Jan 2024: first title; second title; third title`."""
    first, last = month_name(events[0].date.anchor), month_name(max(event.date.anchor for event in events))
    titles = "; ".join(event.title for event in events[:_LISTED])
    more = f"; and {len(events) - _LISTED} more" if len(events) > _LISTED else ""
    return f"{len(events)} events, {first if first == last else f'{first} to {last}'}: {titles}{more}"


def label_of(event: Event) -> str:
    """Give the label of an event: its short title, or a title that is short enough; else nothing."""
    if event.short:
        return event.short
    return event.title if len(event.title) <= LONGEST_LABEL else ""


def state_word(state: State | DerivedState) -> str:
    """Give the word for a state as readers meet it."""
    return "not recorded" if state is DerivedState.NONE else str(state)


def months_word(months: int, *, short: bool) -> str:
    """Say a number of months: `17 mo`, `1 month`."""
    if short:
        return f"{months} mo"
    return "1 month" if months == 1 else f"{months} months"


def years_word(first: date, last: date) -> str:
    """Say a span in years: `1971 to 2026`, `2024`."""
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
