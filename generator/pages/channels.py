"""The channels: the board of all, and a page for each with its rounds, refusals, changes of state and gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.pages.addresses import CHANNELS, address
from generator.pages.boards import board_of
from generator.pages.cards import channel_card
from generator.pages.chains import stories_of
from generator.pages.citations import in_words, of_entry
from generator.pages.citing import references
from generator.pages.forms import entry_forms
from generator.pages.phrases import counted, length, shortened, silent_words
from generator.pages.picture.strip import strip
from generator.pages.schema_org import channel_nodes
from generator.pages.text import plain
from generator.pages.times import start_words
from generator.pages.widths import drawn
from generator.record.date_words import day_words
from generator.record.vocabulary import DerivedState
from generator.views import contacts, holders, intervals, spans, states, stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Channel
    from generator.views.chains import Break
    from generator.views.silences import Lapse


@dataclass(frozen=True, slots=True)
class SpanLine:
    """A time in one state."""

    span: spans.Span
    when: str
    """From when, with its doubt said."""
    lasted: str
    why: str
    """What is said where no event stands behind it."""


def pages(press: Press) -> Iterator[Page]:
    """Give the board of all channels, then each channel."""
    rows = states.board(press.record, press.horizon)
    yield press.page(
        "channels", CHANNELS, "Channels", f"{states.answer(rows)} on {day_words(press.horizon)}.",
        page_class="p-channels", index=True, answer=states.answer(rows), board=board_of(press, rows),
        broken=bool(press.stories), shown={row.state for row in rows},
    )  # fmt: skip
    told_in = stories_of(press)
    for row in rows:
        yield _page(press, row, told_in)


def _page(press: Press, row: states.BoardRow, told_in: Mapping[str, Sequence[Break]]) -> Page:
    channel, record = row.channel, press.record
    found = spans.spans(record, channel.id, press.horizon)
    quiet = intervals.long_lapses(record, channel.id, press.horizon)
    held = contacts.rounds(record, channel.id)
    declined = contacts.declined(record, channel.id)
    return press.page(
        "channel", address("channel", channel.id), channel.name, shortened(plain(channel.purpose)),
        page_class="p-channel", edit_path=channel.origin.path, channel=channel, row=row,
        now=_now(row, press.horizon), interval=_interval(channel), offices=_offices(press, channel),
        rounds=held, quiet=dict(map(_quiet, quiet)), rule=_rule(press, channel),
        stops=stops.stops(record, channel.id, press.horizon), told_in=told_in,
        declined=declined, others=_others(press, channel, held, declined), known=_known(press, channel),
        spans=[_span_line(span, channel, press.horizon) for span in found],
        gaps=[gap for gap in record.gaps if gap.channel == channel.id], references=references(press, channel.sources),
        cited=in_words(of_entry(record, press.settings, "channel", channel.id, channel.name)),
        forms=entry_forms(press.settings, "channel", channel.id, events=bool(_known(press, channel))),
        lazily=lambda: {"strips": _strips(press, channel)},
        nodes=lambda: channel_nodes(press, channel), of=_known(press, channel),
        card=channel_card(press, channel, _now(row, press.horizon)),
    )  # fmt: skip


def _now(row: states.BoardRow, horizon: date) -> str:
    if row.span is None:
        return "no state is recorded"
    return f" since {start_words(row.span)}, {length(row.span.start, horizon)}"


def _rule(press: Press, channel: Channel) -> str:
    """Say what counts as a silence in a channel."""
    usual = intervals.usual_interval(press.record, channel.id, press.horizon)
    if usual is None:
        return f"A silence is said where it lasts longer than {counted(channel.dormant_after_months, 'month')}."
    basis = f"the median of {usual.known} between rounds in this record" if usual.known else "as the channel expects"
    limit = f"longer than one and a half times that, and than {intervals.LEAST} days"
    return f"The usual interval is {counted(usual.days, 'day')}, {basis}. A silence is said where it is {limit}."


def _quiet(silence: Lapse) -> tuple[str, str]:
    """Say a time in which no round was found, under the id of the round that ended it or, where none did, nothing."""
    since, until = day_words(silence.since), day_words(silence.until)
    days = counted(silence.days, "day") + ("; rounds are known to be missing" if silence.across_gap else "")
    if silence.ended_by is None:
        return "", f"No round found after {since}, up to {until}: {days}"
    return silence.ended_by.id, f"No round found between {since} and {until}: {days}"


def _interval(channel: Channel) -> str:
    if not channel.rounds:
        return "it has no rounds"
    return f"every {counted(channel.interval_months, 'month')}" if channel.interval_months else ""


def _offices(press: Press, channel: Channel) -> list[tuple[str, str]]:
    """Give id and title today of the offices that meet in a channel."""
    known = [press.record.offices[id_] for id_ in channel.offices if id_ in press.record.offices]
    return [(office.id, holders.title_on(office, press.horizon).title) for office in known]


def _others(
    press: Press, channel: Channel, held: tuple[contacts.Round, ...], declined: tuple[Event, ...]
) -> list[Event]:
    """Give the events of a channel that were neither held contacts nor declined: planned ones, statements."""
    shown = {item.event.id for item in held} | {event.id for event in declined}
    return [event for event in press.record.by_channel.get(channel.id, ()) if event.id not in shown]


def _span_line(span: spans.Span, channel: Channel, horizon: date) -> SpanLine:
    lasted = length(span.start, span.end or horizon)
    why = silent_words(channel) if span.state is DerivedState.DORMANT and span.cause is None else ""
    return SpanLine(span, start_words(span), lasted if span.end else f"{lasted} so far", why)


def _strips(press: Press, channel: Channel) -> dict[str, Markup]:
    place = address("channel", channel.id)
    known = [event.date.anchor.year for event in _known(press, channel)]
    window = (date(min(known, default=press.horizon.year), 1, 1), press.horizon)
    return drawn(lambda width, letter: strip(
        press.record, channel.id, window, None, width, prefix=letter,
        link=press.event_link(place), listed=press.row_link(place)))  # fmt: skip


def _known(press: Press, channel: Channel) -> tuple[Event, ...]:
    return (*press.record.by_channel.get(channel.id, ()), *press.record.by_effect.get(channel.id, ()))
