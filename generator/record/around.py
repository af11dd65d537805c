"""What was read: what an entry has around it, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from generator.record import pickles
from generator.record.files import Refusal, content
from generator.record.kinds import EVENTS, MAPPINGS, home
from generator.record.models import Event
from generator.record.reading import Document, read
from generator.record.record import Record, Registry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.entry import Entry, Origin
    from generator.record.faults import Code, Fault
    from generator.record.outline import EventOutline, Outline
    from generator.record.reading import Path as Way
    from generator.record.sheet import Sheet

_UNREAD = "E1"
"""The family of codes of files that were not read at all."""


class Placed(Protocol):
    """An entry, or the outline of one."""

    @property
    def origin(self) -> Origin:
        """Where it was read."""


class Documents(Mapping[str, Document]):
    """The texts of files by path, each read when it is asked for, where it was not read before."""

    def __init__(self, root: Path, read_already: dict[str, Document], others: frozenset[str]) -> None:
        self._root = root
        self._found = read_already
        self._paths = others | read_already.keys()

    def __getitem__(self, path: str) -> Document:
        """Give the text of a file, empty where the disk does not give it any longer."""
        if path not in self._found:
            if path not in self._paths:
                raise KeyError(path)
            found = content(str(self._root / path), self._root / EVENTS)
            self._found[path] = read(path, b"" if isinstance(found, Refusal) else found)[0]
        return self._found[path]

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(sorted(self._paths))

    def __len__(self) -> int:
        """Count the files."""
        return len(self._paths)


@dataclass(frozen=True)
class Around:
    """What can be said of an entry without looking at the events beside it."""

    root: Path
    """The project's folder, which holds `events/`."""
    registry: Registry
    """What events refer to, as far as it could be read."""
    documents: Mapping[str, Document]
    """Every file of the record, by its path."""
    faults: tuple[Fault, ...]
    """What reading, shape and dates have shown, in order."""
    ids: Mapping[type[Entry], frozenset[str]]
    """Every id that has an entry or a file, readable or not: a reference to a broken file is no fault."""
    renamed: Mapping[str, str]
    """The ids of events by those that they had before."""

    @cached_property
    def broken(self) -> frozenset[str]:
        """The files of which something is missing in the record: a field, an entry, or all of it."""
        return frozenset(fault.place.path for fault in self.faults)

    @cached_property
    def known(self) -> Mapping[type[Entry], frozenset[str] | None]:
        """The ids of each kind, those in broken files included; nothing where the file that lists them was not read."""
        unread = {fault.place.path for fault in self.faults if fault.code.id.startswith(_UNREAD)}
        lost = [model for model in MAPPINGS.values() if home(model, "") in unread and not self.ids.get(model)]
        return {**self.ids, **dict.fromkeys(lost)}

    def fault(  # noqa: PLR0913  a fault has parts
        self,
        code: Code,
        entry: Placed,
        way: Way,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        suggestion: str | None = None,
    ) -> Fault:
        """Make a fault about a value of an entry, with its place in the file."""
        origin = entry.origin
        return self.documents[origin.path].fault(code, origin.way(*way), message, hint, key=key, suggestion=suggestion)


@dataclass(frozen=True)
class Reading(Around):
    """A record with all that is needed to say what is wrong with it."""

    sheets: tuple[Sheet, ...]
    """The files of which something could be read."""
    prose: Mapping[str, Document]
    """The pages that are written by hand, by path."""
    published: Document
    """The list of ids that were ever published, empty where there is none."""
    terms: Mapping[str, str]
    """The words that explain themselves in texts, each with its anchor in the glossary."""

    @cached_property
    def events(self) -> tuple[EventOutline, ...]:
        """The outlines of the events, in the order of time, then of ids."""
        found = (event for sheet in self.sheets for event in sheet.outlines.events)
        return tuple(sorted(found, key=lambda event: (event.first, event.last, event.id)))

    @cached_property
    def registered(self) -> tuple[Outline, ...]:
        """The outlines of the entries of the registry, in the order in which they stand."""
        return tuple(entry for sheet in self.sheets for entry in sheet.outlines.registered)

    def forget(self) -> None:
        """Let go of all outlines, which have half the room of the entries, once everything was compared."""
        for sheet in self.sheets:
            sheet.forget()
        for name in ("events", "registered"):
            vars(self).pop(name, None)

    @cached_property
    def record(self) -> Record:
        """What could be read. With an error among the faults it is good for checking, not for publishing."""
        registry: dict[str, Any] = {part.name: getattr(self.registry, part.name) for part in fields(Registry)}
        tables: dict[str, Any] = {
            name: dict(table) if isinstance(table, Mapping) else table for name, table in registry.items()
        }
        found = (entry for sheet in self.sheets if sheet.model is Event for entry in sheet.entries.values())
        events = [entry for entry in found if isinstance(entry, Event)]
        events.sort(key=lambda event: (*event.date.sort_key[:2], event.id))
        of_events = (sheet for sheet in self.sheets if sheet.model is Event and sheet.digest)
        files = {id_: pickles.digest(id_.encode() + sheet.digest).hex() for sheet in of_events for id_ in sheet.ids}
        return Record(**tables, events=tuple(events), terms=self.terms, files=files)
