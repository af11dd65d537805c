"""What an event did to channels, in words, and each channel's strip around that time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.pages.phrases import length
from generator.pages.picture.strip import strip
from generator.pages.times import start_words
from generator.pages.widths import PHONES, TEXT, drawn
from generator.record.date_words import day_words
from generator.record.vocabulary import DerivedState, State
from generator.views.months import add_months
from generator.views.spans import spans
from generator.views.states import turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.views.spans import Span
    from generator.views.states import Turn

_MOST_STRIPS = 3
_REST = frozenset({State.SUSPENDED, DerivedState.DORMANT})
_LASTING = frozenset({State.SUSPENDED, State.AGREED, State.PROPOSED})


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One effect: the signs before and after, and what is said of it."""

    channel: str
    """The channel's id."""
    before: State | DerivedState
    """The state before; `none` where nothing was known of the channel."""
    after: State
    """The state from then on."""
    words: str
    """What follows the channel's name: no capital, no full stop."""
    disputed: bool
    """Whether one side denies it."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A channel through some years."""

    name: str
    """The channel's name."""
    drawn: Mapping[str, Markup]
    """By the class of the width."""


def effect_lines(press: Press, event: Event) -> tuple[EffectLine, ...]:
    """Give what an event did to channels, in its order."""
    return tuple(_line(press, event, turn) for turn in turns(press.record, event, press.horizon))


def strips(press: Press, event: Event, place: str) -> tuple[Strip, ...]:
    """Give strips for the channels of an event: those it was a round of, then those it changed, at most three."""
    ids = dict.fromkeys((*event.channels, *(effect.channel for effect in event.effects)))
    known = [id_ for id_ in ids if id_ in press.record.channels]
    return tuple(_strip(press, event, place, id_, nth) for nth, id_ in enumerate(known[:_MOST_STRIPS]))


def _line(press: Press, event: Event, turn: Turn) -> EffectLine:
    found = spans(press.record, turn.channel.id, press.horizon)
    made = next((span for span in found if span.cause and span.cause.id == event.id and span.state is turn.after), None)
    if turn.before == turn.after:
        words = f"{turn.after}, as before"
    elif turn.not_open_since and made:
        words = _again(turn, turn.not_open_since, made.start)
    else:
        words = _lasting(made, press.horizon) if made and turn.after in _LASTING else str(turn.after)
    return EffectLine(turn.channel.id, turn.before, turn.after, words, turn.disputed)


def _again(turn: Turn, since: date, opened: date) -> str:
    """Say that a channel is open again, and how long it was not."""
    days = f"({day_words(since)} to {day_words(opened)})"
    if turn.before in _REST:
        return f"open again, after {length(since, opened)} {turn.before} {days}"
    return f"open again; it had not been open for {length(since, opened)} {days}"


def _lasting(span: Span, horizon: date) -> str:
    """Say a state that is waited out: how long it lasted, or that it still does."""
    if span.end is None:
        return f"{span.state}; still {span.state} on {day_words(horizon)}, the last day checked"
    days = f"{start_words(span)} to {day_words(span.end)}"
    return f"{span.state}, for {length(span.start, span.end)} ({days})"


def _strip(press: Press, event: Event, place: str, channel_id: str, nth: int) -> Strip:
    def draw(width: int, letter: str) -> str:
        before, after = (30, 18) if width in PHONES.values() else (72, 36)
        window = _window(event.date.anchor, press.horizon, before, after)
        return strip(press.record, channel_id, window, event.id, width, prefix=f"{letter}{nth}",
                     link=press.event_link(place), listed=press.row_link(place))  # fmt: skip

    return Strip(press.record.channels[channel_id].name, drawn(draw, TEXT))


def _window(day: date, horizon: date, before: int, after: int) -> tuple[date, date]:
    """Give months before and after a day, not past the last day checked unless the event lies beyond it."""
    last = max(min(add_months(day, after), horizon), day + timedelta(days=60))
    return add_months(day, -before), last
