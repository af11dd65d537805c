"""A file of the published site that is no page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.pages.files import Sealed
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.files import Content


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the published site that is no page of a builder."""

    address: str
    """Where it stands, relative to the site's root."""
    drawn: Callable[..., Content]
    """Makes what stands in it, of what it is given."""
    rests_on: str | Callable[..., str] = ""
    """What stands for all that it is made of, beside the site's settings, or gives that of what the file is given:
    where it is the same, so is the file. Empty for the whole record."""
    given: tuple[object, ...] = ()
    """What it is made of. A `partial` for each of a hundred thousand files would take half as much room again."""

    @classmethod
    def ready(cls, address: str, content: str | bytes) -> DataFile:
        """Give a file of which the content is at hand, as it is where making it costs less than keeping it."""
        return cls(address, lambda: content, digest(content))

    @property
    def ground(self) -> str:
        """What stands for all that it is made of; worked out at each asking where that takes time."""
        return self.rests_on if isinstance(self.rests_on, str) else self.rests_on(*self.given)

    @property
    def content(self) -> str | bytes:
        """Its text, in UTF-8 when written, or its bytes: made at each asking and not kept."""
        content = self.drawn(*self.given)
        return content if isinstance(content, str | bytes) else b"".join(content)

    def sealed(self) -> Iterator[tuple[str, Content | Sealed]]:
        """Give the same not yet made, where it is known what stands for it."""
        drawn = partial(self.drawn, *self.given)
        yield self.address, Sealed(self.ground, drawn) if self.rests_on else drawn()

    def made(self) -> Iterator[tuple[str, Content]]:
        """Give address and content, as a work gives them that makes several files; what is made in parts, in parts."""
        yield self.address, self.drawn(*self.given)
