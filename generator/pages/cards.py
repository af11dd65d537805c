"""Cards: what stands in the picture that goes with a page's address wherever people share it.

A card is a value; `exports/cards.py` makes the picture of it. Everything in it is laid out for 1200 × 630 pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.pages import addresses
from generator.pages.addresses import CARDS, HOME, address
from generator.pages.phrases import capital, counted, listed, outcome_words, said, standing_words
from generator.pages.picture.bands import pieces
from generator.pages.picture.marks import look_of
from generator.pages.picture.scale import Scale
from generator.pages.picture.scene import whole
from generator.pages.picture.words import years_word
from generator.record.vocabulary import Standing, Status
from generator.views.bare import digest
from generator.views.levels import channels_in_order
from generator.views.once import once
from generator.views.states import spans

if TYPE_CHECKING:
    from datetime import date

    from generator.pages.picture.bands import Piece
    from generator.pages.picture.marks import Look
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.record import Record
    from generator.record.registry import Channel

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
_AXIS = 556
_BAND = 30
_UNDER_TITLE, _UNDER_TEXT = 300, 372
"""Where the bands of all channels begin, in pixels."""
_DECADE = 10
_KEPT = 512
"""So many bands are remembered by what tells them from others."""
_SITE = "site"
_SECTIONS = frozenset({
    addresses.TIMELINE, addresses.STATUS, addresses.CHAINS, addresses.COUNTERPARTS, addresses.NUMBERS,
    addresses.READOUTS, addresses.YEARS, addresses.CHANNELS, addresses.PEOPLE, addresses.OFFICES, addresses.TOPICS,
    addresses.PLACES, addresses.SOURCES, addresses.TOURS, addresses.CHANGES, addresses.DATA,
})  # fmt: skip
"""The pages whose card stands for all under them that have none of their own."""


@dataclass(frozen=True, slots=True)
class Band:
    """A channel's states through time."""

    pieces: tuple[Piece, ...]
    middle: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the event lies in time."""

    look: Look
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Card:
    """What a picture shows, from the top."""

    address: str
    """Where the picture stands."""
    alt: str
    """What it shows, in words."""
    site: str
    """The site's name."""
    over: str
    """The line above the title: the date and what it was."""
    title: str
    lede: str = ""
    """What follows the title: what a page is about."""
    under: str = ""
    """What the bands show: the name of their channel."""
    bands: tuple[Band, ...] = ()
    spot: Spot | None = None
    ticks: tuple[tuple[str, float], ...] = ()
    """Years with their positions; none where there is no axis."""

    @property
    def told(self) -> str:
        """What tells it from others: where it is the same, so is the picture."""
        shown = (self.site, self.over, self.title, self.lede, self.under, self.spot, self.ticks)
        return digest((shown, _told(self.bands)))


@lru_cache(_KEPT)
def _told(bands: tuple[Band, ...]) -> str:
    """Give what tells bands from others: those of a channel stand on the cards of all its events."""
    return digest(bands)


def card_of(press: Press, place: str, own: Card | None) -> str:
    """Give the address of a page's picture: its own, its section's or the site's; none where none is made."""
    if own or not press.settings.site_url:
        return own.address if own else ""
    section = place.partition("/")[0] + "/"
    return f"{CARDS}{section.rstrip('/') if section in _SECTIONS else _SITE}.png"


def event_card(press: Press, event: Event) -> Card | None:
    """Give the card of an event: date, what it was, title, and its place in its channel's time.

    No page has a card where it is not known where the site stands: a picture is found by its whole address.
    """
    if not press.settings.site_url:
        return None
    scale, middle = _scale(press.record, press.horizon), _AXIS - 26 - _BAND / 2
    known = [id_ for id_ in (*event.channels, *(effect.channel for effect in event.effects))
             if id_ in press.record.channels]  # fmt: skip
    channel = press.record.channels[known[0]] if known else None
    bands = (_band(press, channel, middle, _BAND),) if channel else (Band((), middle, _BAND),)
    over, under = ", ".join(_facts(press, event)), channel.name if channel else ""
    return Card(
        f"{CARDS}{address('event', event.id).rstrip('/')}.png", f"{event.title}. {over}.{_alt(under)}",
        press.settings.site_name, over, event.title, under=under, bands=bands,
        spot=Spot(look_of(event), scale.inside(event.date.anchor), middle), ticks=_ticks(scale),
    )  # fmt: skip


def channel_card(press: Press, channel: Channel, now: str) -> Card | None:
    """Give the card of a channel: its state in words, its name, and its states through time."""
    if not press.settings.site_url:
        return None
    scale, middle = _scale(press.record, press.horizon), _AXIS - 26 - _BAND / 2
    return Card(
        f"{CARDS}{address('channel', channel.id).rstrip('/')}.png", f"{channel.name}, {now}.{_alt('the channel')}",
        press.settings.site_name, capital(now), channel.name, under=channel.short,
        bands=(_band(press, channel, middle, _BAND),), ticks=_ticks(scale),
    )  # fmt: skip


def page_card(press: Press, place: str, title: str, about: str) -> Card | None:
    """Give the card of a section: its title, what it is about, and every channel; home's stands for the site."""
    if not press.settings.site_url or place not in (HOME, *_SECTIONS):
        return None
    name, under, scale = place.rstrip("/"), "", _scale(press.record, press.horizon)
    if place == HOME:
        name, title, about = _SITE, f"Contacts between {listed(party.named for party in press.parties)}", ""
        under = f"{counted(len(press.record.channels), 'channel')}, {years_word(scale.first, scale.last)}"
    return Card(
        f"{CARDS}{name}.png", f"{title}.{_alt('every channel')}", press.settings.site_name, "", title, about,
        under, _all_bands(press, _UNDER_TEXT if about else _UNDER_TITLE), None, _ticks(scale),
    )  # fmt: skip


def _alt(name: str) -> str:
    return f" The states of {name} through time." if name else ""


def _facts(press: Press, event: Event) -> list[str]:
    """Say when it was, what it was, what became of it, and how well it is established."""
    outcome = outcome_words(press.record, event) if event.outcome not in (None, Status.HELD) else ""
    standing = standing_words(event) if event.standing is not Standing.CONFIRMED else ""
    return list(filter(None, (capital(event.date.words()), said(event.kind), outcome, standing)))


def _scale(record: Record, until: date) -> Scale:
    return Scale(*whole(record, until), MARGIN, WIDTH - MARGIN)


@lru_cache(maxsize=1)
def _ticks(scale: Scale) -> tuple[tuple[str, float], ...]:
    first = -(-scale.first.year // _DECADE) * _DECADE
    days = (scale.first.replace(year=year, month=1, day=1) for year in range(first, scale.last.year, _DECADE))
    return tuple((str(day.year), round(scale.x(day), 1)) for day in days)


def _band(press: Press, channel: Channel, middle: float, height: float) -> Band:
    return Band(_pieces(press.record, channel.id, press.horizon), middle, height)


@once
def _pieces(record: Record, channel_id: str, until: date) -> tuple[Piece, ...]:
    return pieces(spans(record, channel_id, until), _scale(record, until), until)


def _all_bands(press: Press, top: float) -> tuple[Band, ...]:
    """Give every channel's band, in the room between what is written and the axis."""
    channels = channels_in_order(press.record)
    step = min((_AXIS - 16 - top) / max(len(channels), 1), 24)
    return tuple(
        _band(press, one, round(top + step * (row + 0.5), 1), round(step * 0.7, 1)) for row, one in enumerate(channels)
    )
