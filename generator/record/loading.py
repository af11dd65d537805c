"""From a folder to a record: every file is read, every fault is kept, nothing stops at the first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from generator.record.blocks import read_prose
from generator.record.entry import Entry
from generator.record.faults import Fault, in_order
from generator.record.faults import Place as FaultPlace
from generator.record.files import Refusal, content, is_printable, listing, printable
from generator.record.glossary import terms_in
from generator.record.models import Event
from generator.record.reading import CODES, Document, read
from generator.record.record import Record
from generator.record.registry import Channel, Coverage, Gap, Office, Party, Person, Place, Publisher, Topic, Tour
from generator.record.source import SharedSource
from generator.record.validating import did_you_mean, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.record.faults import Code
    from generator.record.memory import Memory
    from generator.record.reading import Path as Way
    from generator.record.reading import Plain

EVENTS = "events"
REGISTRY = "events/registry"

MAPPINGS: Mapping[str, type[Entry]] = {
    "parties": Party,
    "offices": Office,
    "places": Place,
    "topics": Topic,
    "publishers": Publisher,
}
"""Registry files that map ids to entries, by name without `.yml`."""
FOLDERS: Mapping[str, type[Entry]] = {"channels": Channel, "people": Person, "sources": SharedSource, "tours": Tour}
"""Registry folders with a file for each entry."""
_NEEDED = ("parties", "coverage")
_YAML = (".yml", ".yaml")
_EVENT_FILE = re.compile(r"(\d{4})-\d\d-\d\d-.+", re.ASCII)

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Reading:
    """A record with all that is needed to say what is wrong with it."""

    root: Path
    """The project's folder, which holds `events/`."""
    record: Record
    """What could be read. With an error among the faults it is good for checking, not for publishing."""
    documents: Mapping[str, Document]
    """Every file that was read, by its path."""
    faults: tuple[Fault, ...]
    """What reading, shape and dates have shown, in order."""
    ids: Mapping[type[Entry], frozenset[str]]
    """Every id that has an entry or a file, readable or not: a reference to a broken file is no fault."""
    prose: Mapping[str, Document]
    """The pages that are written by hand, by path."""

    def fault(  # noqa: PLR0913  a fault has parts
        self,
        code: Code,
        entry: Entry,
        way: Way,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        suggestion: str | None = None,
    ) -> Fault:
        """Make a fault about a value of an entry, with its place in the file."""
        document = self.documents[entry.origin.path]
        return document.fault(code, entry.origin.way(*way), message, hint, key=key, suggestion=suggestion)


@dataclass
class _Shelf:
    """What is collected while the files are read."""

    root: Path
    documents: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    ids: dict[type[Entry], set[str]] = field(default_factory=dict)
    memory: Memory | None = None

    def whole(self, model: type[E], path: Path) -> E | None:
        """Read a file that is an entry, or recall what it was found to be."""
        self.known(model, path.stem)
        found = content(path, self.root / EVENTS)
        if isinstance(found, Refusal):
            self.fault(found.code, path, found.message)
            return None
        known = self.memory.recall(path, found) if self.memory else None
        if isinstance(known, model):
            self.documents[known.origin.path] = Document(known.origin.path, found.decode())
            return known
        number = len(self.faults)
        document, plain = self._read(path, found)
        entry = None if plain is None else self.entry(model, plain, path.stem, document)
        if self.memory and entry and len(self.faults) == number:
            self.memory.keep(path, found, entry)
        return entry

    def plain(self, path: Path) -> tuple[Document, Plain] | None:
        """Read a file; None, with the faults kept, where it cannot be read as plain values."""
        found = content(path, self.root / EVENTS)
        if isinstance(found, Refusal):
            self.fault(found.code, path, found.message)
            return None
        document, plain = self._read(path, found)
        return None if plain is None else (document, plain)

    def _read(self, path: Path, found: bytes) -> tuple[Document, Plain]:
        document, plain, faults = read(path.relative_to(self.root).as_posix(), found)
        self.documents[document.path] = document
        self.faults += faults
        return document, plain

    def entry(self, model: type[E], plain: Plain, id_: str, document: Document, prefix: Way = ()) -> E | None:
        """Make an entry and keep its faults and its id."""
        self.known(model, id_)
        entry, faults = validate(model, plain, id_, document, prefix)
        self.faults += faults
        return entry

    def known(self, model: type[Entry], id_: str) -> None:
        """Remember that an id has a file or an entry, whatever becomes of it."""
        self.ids.setdefault(model, set()).add(id_)

    def listing(self, folder: Path) -> Iterator[Path]:
        """Give what is in a folder by name, and keep a fault for what cannot be read at all."""
        found = listing(folder, self.root / EVENTS)
        if isinstance(found, Refusal):
            self.fault(found.code, folder, found.message)
            return
        for path in found:
            if is_printable(path):
                yield path
            else:
                self.fault("E116", path, "the name of this file is not UTF-8")

    def fault(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """Keep a fault about a file as a whole."""
        where = FaultPlace(printable(path.relative_to(self.root)))
        self.faults.append(Fault(CODES[code], where, message, hint or CODES[code].mend))


def read_record(root: Path, memory: Memory | None = None) -> Reading:
    """Read the record under a project's folder. Never raises for what a file holds.

    With a memory, files that have not changed since are not read anew; the reading is the same.
    """
    shelf = _Shelf(root, memory=memory)
    # the tables above give each name its model
    tables: dict[str, Any] = {name: _mapping(shelf, name, model) for name, model in MAPPINGS.items()}
    tables |= {name: _folder(shelf, name, model) for name, model in FOLDERS.items()}
    events = sorted(_events(shelf), key=lambda event: (*event.date.sort_key[:2], event.id))
    coverage = _coverage(shelf)
    _strays(shelf)
    prose = read_prose(root)
    checked = coverage.checked if coverage else None
    record = Record(**tables, gaps=_gaps(shelf), events=tuple(events), checked=checked, terms=terms_in(prose))
    ids = {model: frozenset(known) for model, known in shelf.ids.items()}
    return Reading(root, record, shelf.documents, in_order(shelf.faults), ids, prose)


def _mapping(shelf: _Shelf, name: str, model: type[E]) -> dict[str, E]:
    found = _registry_file(shelf, name)
    if found is None:
        return {}
    document, plain = found
    if not isinstance(plain, dict):
        shelf.faults.append(document.fault(CODES["E112"], (), "the file is no mapping of ids to entries"))
        return {}
    entries = {id_: shelf.entry(model, value, id_, document, (id_,)) for id_, value in plain.items()}
    return {id_: entry for id_, entry in entries.items() if entry}


def _folder(shelf: _Shelf, name: str, model: type[E]) -> dict[str, E]:
    return {id_: entry for id_, entry in _entries(shelf, shelf.root / REGISTRY / name, model) if entry}


def _entries(shelf: _Shelf, folder: Path, model: type[E]) -> Iterator[tuple[str, E | None]]:
    """Read the files of a folder, each an entry, and refuse those that would be passed over."""
    for path in shelf.listing(folder):
        if path.suffix == ".yml":
            yield path.stem, shelf.whole(model, path)
        elif path.suffix.lower() in _YAML:
            shelf.known(model, path.stem)
            shelf.fault("E116", path, "record files end in `.yml`", f"Rename it to `{path.stem}.yml`.")
        elif path.is_dir():
            shelf.fault("E116", path, "a folder in this place is not read", "Move its files one folder up.")


def _events(shelf: _Shelf) -> Iterator[Event]:
    for folder in shelf.listing(shelf.root / EVENTS):
        if folder.is_dir():
            if folder.name != "registry":
                yield from _year(shelf, folder)
        elif folder.suffix.lower() in _YAML:
            shelf.fault("E116", folder, "this file lies outside the folder of its year", "Move it to `events/<year>/`.")
    if not shelf.ids.get(Event):
        shelf.fault("E118", shelf.root / EVENTS, "there is no event in this folder")


def _year(shelf: _Shelf, folder: Path) -> Iterator[Event]:
    for id_, event in _entries(shelf, folder, Event):
        dated = _EVENT_FILE.fullmatch(id_)
        if not dated or dated[1] != folder.name:
            message, hint = "the name of this file does not begin with a day and a hyphen", ""
            if dated:
                message, hint = f"this file belongs into `events/{dated[1]}/`", "Move it there."
            shelf.fault("E116", folder / f"{id_}.yml", message, hint)
        if event:
            yield event


def _strays(shelf: _Shelf) -> None:
    """Refuse what lies in the registry under a name that is none of its own."""
    files = {f"{name}.yml" for name in (*MAPPINGS, "gaps", "coverage")}
    for path in shelf.listing(shelf.root / REGISTRY):
        known = set(FOLDERS) if path.is_dir() else files
        if path.name not in known and (path.is_dir() or path.suffix.lower() in _YAML):
            hint, _ = did_you_mean(path.name, known)
            shelf.fault("E116", path, "the registry has no file or folder of this name", hint)


def _gaps(shelf: _Shelf) -> tuple[Gap, ...]:
    found = _registry_file(shelf, "gaps")
    if found is None:
        return ()
    document, plain = found
    if not isinstance(plain, list):
        shelf.faults.append(document.fault(CODES["E203"], (), "the file is no list of gaps"))
        return ()
    gaps = (shelf.entry(Gap, value, str(number), document, (number,)) for number, value in enumerate(plain))
    return tuple(gap for gap in gaps if gap)


def _coverage(shelf: _Shelf) -> Coverage | None:
    found = _registry_file(shelf, "coverage")
    return shelf.entry(Coverage, found[1], "coverage", found[0]) if found else None


def _registry_file(shelf: _Shelf, name: str) -> tuple[Document, Plain] | None:
    path = shelf.root / REGISTRY / f"{name}.yml"
    if path.exists() or path.is_symlink():
        return shelf.plain(path)
    if name in _NEEDED:
        shelf.fault("E117", path, "this file of the registry is missing")
    return None
