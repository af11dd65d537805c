"""The sizes and SHA-256 sums of files, kept from one build to the next: one that stands is not made for its sum."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.record import pickles

if TYPE_CHECKING:
    from pathlib import Path

    Sized = tuple[int, str]
    """A number of bytes, and their sum."""


class Sums:
    """What is known of files by what each is made of."""

    def __init__(self, place: Path | None = None, ground: str = "") -> None:
        """Take where it is kept, and what stands for all that every file is made of; without a place nothing is."""
        self._place, self._ground = place, ground
        self._now: dict[str, Sized] = {}

    def known(self, made_of: str) -> Sized | None:
        """Give what is known of a file that is made of something."""
        return self._known.get(made_of)

    def note(self, made_of: str, sized: Sized) -> None:
        """Take what is to be known of a file the next time."""
        self._now[made_of] = sized

    def keep(self) -> None:
        """Keep what was noted, and nothing else."""
        if self._place and self._now != self._known:
            pickles.write(self._place, (self._ground, self._now))

    @cached_property
    def _known(self) -> dict[str, Sized]:
        found = pickles.read(self._place) if self._place else None
        ground, known = found if isinstance(found, tuple) else ("", {})
        return known if ground == self._ground else {}
