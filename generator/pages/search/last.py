"""What was found for the last build, and where its words stand: most of it is the same the next time."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.pages.search.found import Found, What
from generator.pages.search.laid import Texts
from generator.pages.search.rows import rows_of, rows_upon
from generator.record import pickles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.pages.search.rows import Rows

_PORTION = 1_000
"""So many finds are written at a time."""


class Last:
    """What is kept of a search."""

    def __init__(self, place: Path | None = None, ground: str = "") -> None:
        """Take where it is kept, if it is, and what stands for all that it is made of beside record and pages."""
        self._place, self._ground = place, ground
        self._texts = Texts(place and place.with_suffix(".texts"))

    def of(self, made_of: str, make: Callable[[], Found]) -> Found:
        """Give what was found in something that has a sum: the last time, or now."""
        return self._known.get(made_of) or make()

    def laid(self, one: Found) -> Found:
        """Give what was found with its texts on the disk."""
        return replace(one, parts=self._texts.lay(one.parts))

    def rows(self, found: Sequence[Found]) -> Rows:
        """Give the rows of what was found now."""
        before, rows, _ = self._before
        return rows_upon(rows, before, found) if before else rows_of(found)

    def sums(self, found: Sequence[Found], at_once: int) -> list[str]:
        """Give the sums of the texts of so many at a time; an empty one where what was found is other now."""
        before, _, sums = self._before
        if len(before) != len(found):
            return [""] * -(-len(found) // at_once)
        changed = {number // at_once for number, (old, one) in enumerate(zip(before, found, strict=True)) if old != one}
        return ["" if number in changed else told for number, told in enumerate(sums)]

    def keep(self, found: Sequence[Found], rows: Rows, sums: Sequence[str]) -> None:
        """Keep what was found, its rows, and the sums of its texts."""
        if self._place:
            texts = self._texts.keep(self._texts.lay(one.parts) for one in found)
            parts = ([*map(_plain, found[start : start + _PORTION])] for start in range(0, len(found), _PORTION))
            pickles.write_each(self._place, chain(((self._ground, texts, sums, rows),), parts))

    @cached_property
    def _before(self) -> tuple[list[Found], Rows, list[str]]:
        known = pickles.read_each(self._place) if self._place else []
        if not known or known[0][0] != self._ground:
            return [], {}, []
        (_, kept, sums, rows), *parts = known
        found, texts = [*chain.from_iterable(parts)], self._texts.known(kept)
        if len(texts) != len(found):
            return [], {}, []
        heads = zip(found, texts, strict=True)
        return [Found(What(what), at, title, parts, *rest) for (what, at, title, *rest), parts in heads], rows, sums

    @cached_property
    def _known(self) -> dict[str, Found]:
        return {one.made_of: one for one in self._before[0] if one.made_of}


def _plain(one: Found) -> tuple[Any, ...]:
    """Give all of it but its texts."""
    return (
        str(one.what), one.address, one.title, one.native, one.names, one.when, one.year, one.kind, one.channels,
        one.made_of,
    )  # fmt: skip
