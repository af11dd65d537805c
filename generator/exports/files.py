"""A file of the published site that is no page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the published site that is no page of a builder."""

    address: str
    """Where it stands, relative to the site's root."""
    drawn: Callable[..., str | bytes]
    """Makes what stands in it, of what it is given."""
    rests_on: str = ""
    """What stands for all that it is made of, beside the site's settings: where it is the same, so is the file. Empty
    for the whole record."""
    given: tuple[object, ...] = ()
    """What it is made of. A `partial` for each of a hundred thousand files would take half as much room again."""

    @classmethod
    def ready(cls, address: str, content: str | bytes) -> DataFile:
        """Give a file of which the content is at hand, as it is where making it costs less than keeping it."""
        return cls(address, lambda: content, digest(content))

    @property
    def content(self) -> str | bytes:
        """Its text, in UTF-8 when written, or its bytes: made at each asking and not kept."""
        return self.drawn(*self.given)

    def made(self) -> Iterator[tuple[str, str | bytes]]:
        """Give address and content, as a work gives them that makes several files."""
        yield self.address, self.content
