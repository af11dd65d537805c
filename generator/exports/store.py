"""What exports take over from the last build: pieces of large files, sums of those that stand, and the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exports.base import Base
from generator.exports.pieces import Pieces
from generator.exports.sums import Sums

if TYPE_CHECKING:
    from pathlib import Path


class Store(NamedTuple):
    """Where that is kept."""

    folder: Path | None = None
    """None where nothing is."""
    ground: str = ""
    """What stands for all that it is made of beside the record."""

    def pieces(self, name: str) -> Pieces:
        """Give the pieces of a name."""
        return Pieces(self.folder and self.folder / f"{name}.pickle", self.ground)

    @property
    def sums(self) -> Sums:
        """The sums of the files of data."""
        return Sums(self.folder and self.folder / "sums.pickle", self.ground)

    @property
    def base(self) -> Base:
        """The database."""
        return Base(self.folder and self.folder / "timeline.sqlite", self.ground)
