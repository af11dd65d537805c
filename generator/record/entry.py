"""What every entry of the record has: an id, and the place it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema  # noqa: TC002  pydantic reads it at run time

from generator.record.fields import Shape

if TYPE_CHECKING:
    from generator.record.reading import Path


class Origin(Shape):
    """Where an entry was read: a file, and the way to the entry inside it."""

    path: str
    """POSIX path relative to the project's root."""
    prefix: tuple[str | int, ...] = ()
    """Field names and positions from the top of the file; empty where the file is the entry."""

    def way(self, *steps: str | int) -> Path:
        """Give the way from the top of the file to a value of the entry."""
        return (*self.prefix, *steps)


class Entry(Shape):
    """An entry with an id that others refer to. Id and origin come from the file's name, never its text."""

    id: SkipJsonSchema[Annotated[str, Field(exclude=True)]]
    """The id: the file's stem, or the key in a file of many entries."""
    origin: SkipJsonSchema[Annotated[Origin, Field(exclude=True, repr=False)]]
    """Where the entry was read."""
