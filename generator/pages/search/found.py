"""What a search can find: a page or a part of one, with its texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class What(StrEnum):
    """The sort of a page, in the order in which the search names them."""

    EVENT = "event"
    PERSON = "person"
    CHANNEL = "channel"
    OFFICE = "office"
    BREAK = "break"
    TEXT = "text"
    TERM = "term"
    TOUR = "tour"
    TOPIC = "topic"
    PLACE = "place"
    PUBLISHER = "publisher"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Found:
    """A page, or a part of one under a heading."""

    what: What
    address: str
    """From the site's root, with a fragment where it is a part of a page."""
    title: str
    parts: Sequence[str]
    """Its texts, each a paragraph or a list of names, without markup: at hand, or on the disk."""
    native: str = ""
    """The title in its other language."""
    names: tuple[str, ...] = ()
    """Further names by which it is looked for before others: former titles, an id, a date in words."""
    when: str = ""
    """Its date in words."""
    year: int | None = None
    kind: str = ""
    """The kind of an event."""
    channels: tuple[str, ...] = ()
    """The ids of the channels that it belongs to."""
    made_of: str = field(default="", compare=False)
    """What stands for all that it is made of; empty where that is not known."""
