"""What a reviewer wants to know of a change: its faults, what mends itself, what it adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.checks import check
from generator.checks.mending import mended
from generator.record.faults import Severity
from generator.views.differences import difference, without

if TYPE_CHECKING:
    from datetime import date

    from generator.record.faults import Fault
    from generator.record.loading import Reading
    from generator.record.vocabulary import Relation
    from generator.views.differences import Difference


class Link(NamedTuple):
    """A relation that a new event has, or that an event has to a new one."""

    event: str
    relation: Relation
    other: str


class Mend(NamedTuple):
    """A file that can be brought nearer to right without asking."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """A change of the record, as a reviewer meets it."""

    changed: tuple[str, ...]
    """The files whose text is another, in order, new ones among them."""
    new: frozenset[str]
    """Those that were not there."""
    faults: tuple[Fault, ...]
    """Errors anywhere, since a change of the registry breaks other files; warnings and notices of changed files."""
    mends: tuple[Mend, ...]
    unsaid: tuple[str, ...]
    """Changed files of which something could not be read: what they change is known once they are mended."""
    difference: Difference
    """What all other files change."""
    links: tuple[Link, ...]
    """Relations from and to new events."""

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before the change can be merged."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def review(before: Reading, after: Reading, today: date) -> Review:
    """Compare two states of a record; faults are those of the second one on a day that counts as today."""
    texts = {path: document.text for path, document in before.documents.items()}
    new = frozenset(path for path in after.documents if path not in texts)
    changed = tuple(sorted(path for path, now in after.documents.items() if texts.get(path) != now.text))
    faults = tuple(
        fault
        for fault in check(after, today)
        if fault.severity is Severity.ERROR or fault.place.path in changed
    )  # fmt: skip
    old, now = (without(reading.record, after.broken) for reading in (before, after))
    found = difference(old, now, after.record.horizon)
    mends = tuple(Mend(*mend) for mend in mended(after, faults, changed))
    unsaid = tuple(path for path in changed if path in after.broken)
    return Review(changed, new, faults, mends, unsaid, found, tuple(_links(after, found)))


def _links(after: Reading, found: Difference) -> list[Link]:
    added = {event.id for event in found.added}
    return [
        Link(event.id, link.relation, link.event)
        for event in after.record.events
        for link in event.related
        if added & {event.id, link.event}
    ]
