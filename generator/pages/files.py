"""Files beside the pages, made together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Content = str | bytes | Iterator[bytes]
    """What stands in a file; what takes much room part by part, and then but once."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What stands in a file of a bundle, not yet made: one that is there already may be known for the same."""

    told: str
    """What stands for it."""
    drawn: Callable[[], Content]
    """Makes it."""


def parts_of(content: Content | Sealed) -> Iterable[bytes]:
    """Give the bytes of a file."""
    if isinstance(content, Sealed):
        content = content.drawn()
    if isinstance(content, str):
        content = encoded(content)
    return (content,) if isinstance(content, bytes) else content


def encoded(text: str) -> bytes:
    """Give a text of a file in UTF-8, and what that cannot write as HTML does."""
    return text.encode("utf-8", errors="xmlcharrefreplace")


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files of the published site that one work makes together; which they are may show when they are made."""

    name: str
    """The address of the folder in which they stand, or of the file where it is a single one."""
    drawn: Callable[[], Iterable[tuple[str, Content | Sealed]]]
    """Makes them: their addresses, relative to the site's root, with what stands in them."""
    rests_on: str
    """What stands for all that they are made of, beside the site's settings: where it is the same, so are they."""
    known: tuple[str, ...] = ()
    """The addresses that can be told before they are made, for pages to link to."""
    tells: bool = True
    """Whether they tell long texts of events."""
