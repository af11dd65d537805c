"""A file of the record with the entries that it holds, which need not be made before somebody asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.record.entry import Entry
from generator.record.models import Event
from generator.record.outline import EventOutline, Outline, event_outline, outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

E = TypeVar("E", bound=Entry)

Entries = Mapping[str, Entry]
"""The entries of a file by id."""


@dataclass
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
    events: tuple[EventOutline, ...]
    """The outline of its event; empty in a file of the registry."""
    registered: tuple[Outline, ...]
    """The outlines of its entries; empty in the file of an event."""
    make: Callable[[], Entries] = field(compare=False, repr=False)
    """Make its entries."""
    _made: Entries | None = field(default=None, compare=False, repr=False)

    @property
    def entries(self) -> Entries:
        """Its entries, made when they are asked for."""
        if self._made is None:
            self._made = self.make()
        return self._made

    def take(self, entries: Entries) -> None:
        """Take entries that were made of what the file says, where none were made yet."""
        if self._made is None:
            self._made = entries

    def forget(self) -> None:
        """Let go of its outlines."""
        self.events, self.registered = (), ()

    def __getstate__(self) -> dict[str, Any]:
        """Leave the entries behind on the way to another process, which can make them."""
        return {**vars(self), "_made": None}


def sheet_of(  # noqa: PLR0913  a sheet has parts
    path: str, model: type[Entry], digest: bytes, entries: Entries, make: Callable[[], Entries], *, is_sound: bool
) -> Sheet:
    """Make the sheet of a file that was read just now, and whose entries can be made once more."""
    events = tuple(event_outline(entry) for entry in entries.values() if isinstance(entry, Event))
    registered = () if events else tuple(map(outline, entries.values()))
    return Sheet(path, model, digest, is_sound, tuple(entries), events, registered, make, entries)


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
