"""Two accounts of one event, side by side: by year and channel, by topic what one names and the other does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from generator.pages.addresses import ONE_ACCOUNT, READOUTS, address
from generator.pages.phrases import capital, counted, listed, number_words
from generator.pages.picture.shares import share_bar
from generator.views import readouts
from generator.views.levels import channels_in_order
from generator.views.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.registry import Channel
    from generator.views.accounts import Side
    from generator.views.readouts import Readout, TopicShare

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in the table: where it stands, in numbers and as a bar."""

    share: TopicShare
    alone: tuple[int, ...]
    """By party, in the order of ids."""
    bar: Markup


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel in the table, or none: how many of its events have both accounts, how many only one side's."""

    channel: Channel | None
    both: int
    alone: tuple[int, ...]
    """By party, in the order of ids."""


@dataclass(frozen=True, slots=True)
class Found:
    """What all pages of the readouts draw from."""

    readouts: tuple[Readout, ...]
    shares: tuple[TopicShare, ...]
    single: Mapping[str, tuple[tuple[Event, Side], ...]]
    """By party the events of which it alone gave an account."""


def pages(press: Press) -> Iterator[Callable[[], Page]]:
    """Give what makes the guide with its indexes, the pages of years, channels and topics, that of single accounts."""
    made = readouts.readouts(press.record)
    found = Found(made, readouts.shares(press.record, made), readouts.one_sided(press.record))
    yield partial(_index, press, found)
    yield from _by_year(press, found)
    yield from _by_channel(press, found)
    yield from _by_topic(press, found)
    yield partial(_single, press, found)


def _index(press: Press, found: Found) -> Page:
    return press.page(
        "readouts", READOUTS, f"{capital(number_words(len(press.parties)))} accounts of one event",
        f"What {listed(party.named for party in press.parties)} each said of the same event, side by side, and which "
        f"topics one names and {press.other} does not.",
        page_class="p-readouts", index=True, found=found, lazily=lambda: _guide(press, found),
    )  # fmt: skip


def _guide(press: Press, found: Found) -> dict[str, object]:
    """Give the numbers and the indexes of the guide."""
    compared = [one for one in found.readouts if one.compared]
    return {
        "compared": len(compared), "differ": sum(bool(one.alone) for one in compared),
        "topics": _topic_lines(press, found.shares), "channels": _channel_lines(press, found),
        "years": _counted(found, lambda one: (one.event.date.anchor.year,)),
        "dated": [one for one in found.readouts if one.dates],
        "disputed": [one.event for one in found.readouts if one.disputed],
    }  # fmt: skip


def _topic_lines(press: Press, shares: tuple[TopicShare, ...]) -> list[TopicLine]:
    sides = [(share, tuple(len(share.alone[party.id]) for party in press.parties)) for share in shares]
    reach = max((len(share.common) / 2 + max(alone, default=0) for share, alone in sides), default=1)
    return [TopicLine(share, alone, _bar(alone[0], len(share.common), alone[-1], reach)) for share, alone in sides]


def _bar(left: int, common: int, right: int, reach: float) -> Markup:
    return Markup(share_bar(left, common, right, reach))  # noqa: S704  drawn by us


def _channel_lines(press: Press, found: Found) -> list[ChannelLine]:
    """Give the channels whose events have an account, then the events outside of all channels."""
    both = _counted(found, lambda one: one.event.channels or ("",))
    alone = [
        [id_ for event, _ in found.single.get(party.id, ()) for id_ in event.channels or ("",)]
        for party in press.parties
    ]
    rows = (*((channel.id, channel) for channel in channels_in_order(press.record)), ("", None))
    lines = (ChannelLine(it, both.get(id_, 0), tuple(ids.count(id_) for ids in alone)) for id_, it in rows)
    return [line for line in lines if line.both or any(line.alone)]


def _counted(found: Found, keys: Callable[[Readout], tuple[object, ...]]) -> dict[object, int]:
    numbers: dict[object, int] = {}
    for readout in found.readouts:
        for key in keys(readout):
            numbers[key] = numbers.get(key, 0) + 1
    return numbers


def _by_year(press: Press, found: Found) -> Iterator[Callable[[], Page]]:
    shown, single = _grouped(found, lambda event: (event.date.anchor.year,))
    for year, told in shown.items():
        yield partial(_entries, press, address("readouts-year", year), f"Accounts of {year}", told, single[year])


def _by_channel(press: Press, found: Found) -> Iterator[Callable[[], Page]]:
    shown, single = _grouped(found, lambda event: event.channels)
    for channel in channels_in_order(press.record):
        if channel.id in shown:
            title = f"{channel.name}: {press.every} accounts"
            place = address("readouts-channel", channel.id)
            yield partial(_entries, press, place, title, shown[channel.id], single[channel.id])


def _grouped(
    found: Found, keys: Callable[[Event], Iterable[Key]]
) -> tuple[Mapping[Key, list[Readout]], Mapping[Key, list[tuple[Event, Side]]]]:
    """Give by key the events with all accounts, and those with one party's alone."""
    shown: defaultdict[Key, list[Readout]] = defaultdict(list)
    single: defaultdict[Key, list[tuple[Event, Side]]] = defaultdict(list)
    for one in found.readouts:
        for key in dict.fromkeys(keys(one.event)):
            shown[key].append(one)
    for event, side in chain.from_iterable(found.single.values()):
        for key in dict.fromkeys(keys(event)):
            single[key].append((event, side))
    return shown, single


def _entries(press: Press, place: str, title: str, shown: list[Readout], single: list[tuple[Event, Side]]) -> Page:
    words = counted(len(shown), "event")
    ordered = sorted(single, key=lambda told: told[0].date.sort_key)
    return press.page(
        "readouts_entries", place, title,
        f"{title}: {words}, each with what {press.every} governments said of it, side by side.",
        page_class="p-readouts", shown=shown, single=ordered, words=words,
        of=(*(one.event for one in shown), *(event for event, _ in single)),
    )  # fmt: skip


def _by_topic(press: Press, found: Found) -> Iterator[Callable[[], Page]]:
    naming = Naming(press.record)
    compared = sum(one.compared for one in found.readouts)
    for share in found.shares:
        name = share.topic.name
        yield partial(
            press.page, "readouts_topic", address("readouts-topic", share.topic.id), f"{name}: in the accounts",
            f"{name} in the accounts of the governments: where {press.every} name it, and where one does.",
            page_class="p-readouts", share=share, compared=compared, sentences=naming.sentences,
        )  # fmt: skip


def _single(press: Press, found: Found) -> Page:
    return press.page(
        "readouts_single", ONE_ACCOUNT, "One account only",
        f"Events of which the record has the account of one government and none of {press.other}.",
        page_class="p-readouts", single=found.single,
    )  # fmt: skip
