"""Silences: for each channel the longest time without a contact, and the one that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.record.vocabulary import State
from generator.views.contacts import rounds
from generator.views.levels import channels_in_order
from generator.views.months import whole_months
from generator.views.spans import state_on

if TYPE_CHECKING:
    from datetime import date

    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel


@dataclass(frozen=True, slots=True)
class Lapse:
    """A time without a held contact in a channel."""

    after: Event
    """The contact before it."""
    since: date
    """The last day named for that contact."""
    until: date
    """The first day of the contact that ended it, or the day up to which was asked."""
    ended_by: Event | None
    """The contact that ended it; absent while it lasts."""
    across_gap: bool
    """Whether the registry names a gap of the channel that reaches into it: contacts may be missing."""

    @property
    def days(self) -> int:
        """Its length, at least 0."""
        return max(0, (self.until - self.since).days)

    @property
    def months(self) -> int:
        """Its length in whole months."""
        return whole_months(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The silences of a channel."""

    channel: Channel
    longest: Lapse
    """The longest of all, the present one among them; the earliest of several."""
    present: Lapse | None
    """The one that lasts on the day up to which was asked; absent where the channel has ended by then."""


def quiet_channels(record: Record, until: date) -> tuple[Quiet, ...]:
    """Give the silences of every channel that has rounds and had one up to a day, by level, then by id."""
    channels = (channel for channel in channels_in_order(record) if channel.rounds)
    return tuple(quiet for channel in channels if (quiet := _quiet(record, channel, until)))


def lapses_of(record: Record, channel_id: str, until: date) -> tuple[Lapse, ...]:
    """Give the times between the held contacts of a channel, in the order of time.

    The last of them lasts, unless the channel has ended. There are none where it had no contact.
    """
    known = [one for one in rounds(record, channel_id) if one.event.date.anchor <= until]
    between = [
        Lapse(before.event, before.event.date.end, after.event.date.anchor, after.event, after.across_gap)
        for before, after in pairwise(known)
    ]
    span = state_on(record, channel_id, until)
    lasts = known and not (span and span.state is State.ENDED)
    return (*between, _present(record, channel_id, known[-1].event, until)) if lasts else tuple(between)


def _quiet(record: Record, channel: Channel, until: date) -> Quiet | None:
    lapses = lapses_of(record, channel.id, until)
    if not lapses:
        return None
    longest = max(lapses, key=lambda lapse: lapse.days)
    return Quiet(channel, longest, None if lapses[-1].ended_by else lapses[-1])


def _present(record: Record, channel_id: str, last: Event, until: date) -> Lapse:
    since = last.date.end
    gaps = (gap.period for gap in record.gaps if gap.channel == channel_id)
    across = any((gap.earliest or since) < until and (gap.open_end or gap.end > since) for gap in gaps)
    return Lapse(last, since, until, None, across)
