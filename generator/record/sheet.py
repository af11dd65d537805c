"""A file of the record with the entries that it holds, which need not be made before somebody asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from generator.record.entry import Entry
from generator.record.models import Event
from generator.record.outline import EventOutline, Outline, event_outline, outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

E = TypeVar("E", bound=Entry)

Entries = Mapping[str, Entry]
"""The entries of a file by id."""


class Outlines(NamedTuple):
    """What the entries of a file are to others."""

    events: tuple[EventOutline, ...]
    """The outline of its event; empty in a file of the registry."""
    registered: tuple[Outline, ...]
    """The outlines of its entries; empty in the file of an event."""


class Said(Protocol):
    """What a file says, where that need not be at hand."""

    def entries(self) -> Entries:
        """Make its entries."""

    def outlines(self) -> Outlines | None:
        """Give the outlines of its entries; nothing where they are not kept."""


@dataclass(slots=True)
class Sheet:
    """A file of the record of which something could be read."""

    path: str
    """POSIX path relative to the project's root."""
    model: type[Entry]
    """What its entries are."""
    digest: bytes = field(compare=False)
    """A few bytes that stand for its content."""
    is_sound: bool
    """Whether reading it showed no fault."""
    ids: tuple[str, ...]
    """The ids of its entries."""
    formerly: tuple[str, ...]
    """The ids that its event had before."""
    said: Said = field(compare=False, repr=False)
    _made: Entries | None = field(default=None, compare=False, repr=False)
    _outlines: Outlines | None = field(default=None, compare=False, repr=False)

    @property
    def entries(self) -> Entries:
        """Its entries, made when they are asked for."""
        if self._made is None:
            self._made = self.said.entries()
        return self._made

    @property
    def outlines(self) -> Outlines:
        """The outlines of its entries, read when they are asked for."""
        if self._outlines is None:
            self._outlines = self.said.outlines() or _outlines(self.entries)
        return self._outlines

    def take(self, entries: Entries) -> None:
        """Take entries that were made of what the file says, where none were made yet."""
        if self._made is None:
            self._made = entries

    def forget(self) -> None:
        """Let go of its outlines."""
        self._outlines = None

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """Leave the entries behind on the way to another process, which can make them."""
        return None, {name: getattr(self, name) for name in self.__slots__} | {"_made": None}


def sheet_of(  # noqa: PLR0913  a sheet has parts
    path: str, model: type[Entry], digest: bytes, entries: Entries, said: Said, *, is_sound: bool
) -> Sheet:
    """Make the sheet of a file that was read just now, and whose entries can be made once more."""
    outlines = _outlines(entries)
    formerly = tuple(former for event in outlines.events for former in event.formerly)
    return Sheet(path, model, digest, is_sound, tuple(entries), formerly, said, entries, outlines)


def _outlines(entries: Entries) -> Outlines:
    events = tuple(event_outline(entry) for entry in entries.values() if isinstance(entry, Event))
    return Outlines(events, () if events else tuple(map(outline, entries.values())))


class Table(Mapping[str, E], Generic[E]):
    """The entries of a kind by id, each made when it is asked for."""

    def __init__(self, model: type[E], sheets: Iterable[Sheet]) -> None:
        self._model = model
        self._sheets = {id_: sheet for sheet in sheets if sheet.model is model for id_ in sheet.ids}

    def __getitem__(self, id_: str) -> E:
        """Give an entry."""
        entry = self._sheets[id_].entries[id_]
        if not isinstance(entry, self._model):
            raise KeyError(id_)
        return entry

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._sheets)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._sheets)
