"""Pieces of large files, kept from one build to the next, so that a change of one event costs one piece."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from generator.record import pickles
from generator.views.bare import LEFT_OUT, bare, basis

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.record.record import Record


class Pieces:
    """The pieces of one file, by what each is made of."""

    def __init__(self, place: Path | None = None, ground: str = "") -> None:
        """Take where they are kept, and what stands for all that every one is made of; without a place none is kept."""
        self._place, self._ground = place, ground
        self._used: dict[str, bytes] = {}

    def of(self, made_of: str, make: Callable[[], bytes]) -> bytes:
        """Give the piece that is made of something: the one that was kept, else a new one."""
        if made_of not in self._used:
            self._used[made_of] = self._known.get(made_of) or make()
        return self._used[made_of]

    def of_bare(self, name: str, record: Record, make: Callable[[Record], str]) -> bytes:
        """Give a piece with a name that is made of the bare record alone; ValueError where it tells what that has not.

        It is the same until more of the record changes than long texts.
        """

        def made() -> bytes:
            text = make(bare(record))
            if LEFT_OUT in text:
                raise ValueError(f"{name} tells texts that the bare record has not: make it of the whole one")
            return text.encode("utf-8", "xmlcharrefreplace")

        return self.of(f"{name} {basis(record, ())}", made)

    def keep(self) -> None:
        """Keep all that were asked for, and no other."""
        if self._place and self._used.keys() != self._known.keys():
            pickles.write(self._place, (self._ground, self._used))

    @cached_property
    def _known(self) -> dict[str, bytes]:
        found = pickles.read(self._place) if self._place else None
        ground, known = found if isinstance(found, tuple) else ("", {})
        return known if ground == self._ground else {}
