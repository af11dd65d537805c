"""The breaks, great ones and those of single channels: an index, and each told from its causes to its repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import CHAINS, address
from generator.pages.phrases import counted, listed, number_words
from generator.pages.picture.chain import chain
from generator.pages.picture.counts import counts
from generator.pages.picture.narrow import key_of_breaks
from generator.pages.picture.strip import strip
from generator.pages.widths import TEXT, drawn
from generator.record.date_words import day_words
from generator.views.days import calendar
from generator.views.months import add_months

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.views.chains import Break
    from generator.views.stories import Story


@dataclass(frozen=True, slots=True)
class Lane:
    """A stopped channel around the time of a break."""

    channel: str
    """Its id."""
    strips: Mapping[str, Markup]
    """By the class of the width."""


@dataclass(frozen=True, slots=True)
class Column:
    """A day in the table of states: its heading, and whether the day has a page."""

    day: date
    words: str
    linked: bool


def index(press: Press) -> Iterator[Page]:
    """Give the index of breaks; nothing where there was none."""
    told = press.stories
    if not told:
        return
    great = [story.about for story in told if story.about.great]
    names = listed(gap.name for gap in great or (story.about for story in told))
    yield press.page(
        "chains", CHAINS, _title(len(great)), f"Why it stopped, and what brought it back: {names}.",
        page_class="p-chains", index=True, breaks=great, single=[one.about for one in told if not one.about.great],
        lazily=lambda: _pictures(press),
    )  # fmt: skip


def pages(press: Press) -> Iterator[Page]:
    """Give the page of each break."""
    told = press.stories
    days = {one.day for one in calendar(press.record, press.horizon).days()}
    for before, story, after in zip((None, *told), told, (*told[1:], None), strict=False):
        yield _page(press, story, (before.about if before else None, after.about if after else None), days)


def stories_of(press: Press) -> dict[str, list[Break]]:
    """Give the breaks in whose story an event stands, by the event's id, in the order of time."""
    found: dict[str, list[Break]] = {}
    for story in press.stories:
        for chapter in story.chapters:
            found.setdefault(chapter.event.id, []).append(story.about)
    return found


def _page(press: Press, told: Story, near: tuple[Break | None, Break | None], days: Collection[date]) -> Page:
    gap = told.about
    place = address("chain", gap.start.id)
    party = press.record.parties.get(gap.party or "")
    who = f"{party.named} broke off" if party else "Broken off:"
    channels = counted(len(gap.channels), "channel")
    return press.page(
        "chain", place, gap.name,
        f"{who} {channels} on {gap.start.date.words()}: what it answered, what brought them back, event by event.",
        page_class="p-chain", edit_path=gap.start.origin.path, of=[chapter.event for chapter in told.chapters],
        gap=gap, party=party, told=told, before=near[0], after=near[1],
        columns=_columns(told, gap, days), lazily=lambda: {
            "lanes": [_lane(press, gap, place, id_) for id_ in gap.channels],
            "pictures": _chain(press, told, place),
        },
    )  # fmt: skip


def _pictures(press: Press) -> dict[str, object]:
    record, until = press.record, press.horizon
    return {
        "counts": drawn(lambda width, letter: counts(record, until, width, prefix=f"c{letter}")),
        "key": Markup(key_of_breaks(record, until)),  # noqa: S704  drawn by us
    }


def _title(number: int) -> str:
    many = number != 1
    if not number:
        return "What stopped, and what brought it back"
    return f"{number_words(number).capitalize()} break{'s' if many else ''}, and what brought talks back"


def _columns(told: Story, gap: Break, days: Collection[date]) -> list[Column]:
    """Head the columns of states: before, broken off, ended or so far, and where it is later, all back."""
    heads = ("before", "broken off", "ended" if gap.end else "last day checked", "later")
    found = zip((moment.day for moment in told.moments), heads, strict=False)
    return [Column(day, f"{day_words(day)}, {head}", day in days) for day, head in found]


def _chain(press: Press, told: Story, place: str) -> dict[str, Markup]:
    events, selected = [chapter.event for chapter in told.chapters], told.about.start.id
    return drawn(lambda width, _: chain(events, told.edges, selected, width, link=press.event_link(place)), TEXT)


def _lane(press: Press, gap: Break, place: str, channel_id: str) -> Lane:
    first, last = gap.start.date.anchor, gap.end.date.anchor if gap.end else press.horizon
    window = (add_months(first, -18), max(min(add_months(last, 18), press.horizon), add_months(first, 3)))

    return Lane(channel_id, drawn(lambda width, letter: strip(
        press.record, channel_id, window, gap.start.id, width, prefix=f"{letter}{channel_id}-",
        link=press.event_link(place), listed=press.row_link(place))))  # fmt: skip
