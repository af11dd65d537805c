"""The addresses that a record cites, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.checks.evidence import cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.record.faults import Place
    from generator.record.loading import Reading
    from generator.record.reading import Path
    from generator.record.source import Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """An address of a source in a file."""

    url: str
    path: str
    """The file, relative to the project's root."""
    way: Path
    """The way to the source in the file; empty where the file is the source."""
    field: str
    """`url`, or `archived` for that of a copy."""
    source: Citation

    @property
    def archived(self) -> str | None:
        """The address of an archived copy that the record has for it."""
        return self.source.archived if self.field == "url" else None

    @property
    def day(self) -> date | None:
        """The day nearest to which a copy says what was cited: that of the last reading, else of publication."""
        return self.source.accessed or (self.source.published.latest if self.source.published else None)


def addresses(reading: Reading) -> Iterator[Cited]:
    """Give every address of a source, shared ones first, then those of events in the order of time."""
    for entry, way, source in cited(reading.record):
        path, full = entry.origin.path, entry.origin.way(*way)
        yield Cited(source.url, path, full, "url", source)
        if source.archived:
            yield Cited(source.archived, path, full, "archived", source)


def place(reading: Reading, one: Cited) -> Place:
    """Find where an address stands."""
    return reading.documents[one.path].place((*one.way, one.field))


def by_address(found: Sequence[Cited]) -> dict[str, list[Cited]]:
    """Put together what cites the same address."""
    together: dict[str, list[Cited]] = {}
    for one in found:
        together.setdefault(one.url, []).append(one)
    return together
