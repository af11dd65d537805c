"""From a folder to a record: every file is read, every fault is kept, nothing stops at the first."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.record import pickles
from generator.record.around import Documents, Reading, in_time
from generator.record.blocks import read_prose
from generator.record.entries import entries_of
from generator.record.faults import Fault, in_order
from generator.record.faults import Place as FaultPlace
from generator.record.files import Refusal, content, is_printable, listing, printable, signature
from generator.record.glossary import terms_in
from generator.record.kinds import EVENTS, FOLDERS, MAPPINGS, REGISTRY
from generator.record.models import Event
from generator.record.reading import CODES, Document, read
from generator.record.record import Registry
from generator.record.registry import Coverage, Gap
from generator.record.sheet import Sheet, Table, sheet_of
from generator.record.uncollected import uncollected
from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.record.entry import Entry
    from generator.record.files import Signature
    from generator.record.memory import Kept, Memory
    from generator.record.sheet import Entries

__all__ = ["EVENTS", "FOLDERS", "MAPPINGS", "REGISTRY", "Reading", "read_record"]

_FILES: dict[str, type[Entry]] = {**MAPPINGS, "gaps": Gap, "coverage": Coverage}
"""The files of the registry, by name without `.yml`."""
_NEEDED = ("parties", "coverage")
_YAML = (".yml", ".yaml")
_EVENT_FILE = re.compile(r"(\d{4})-\d\d-\d\d-.+", re.ASCII)


@dataclass(frozen=True)
class _File:
    """A file of the record on the disk."""

    root: Path
    folder: str
    """POSIX path relative to the project's root."""
    name: str
    model: type[Entry]

    @property
    def path(self) -> str:
        """POSIX path relative to the project's root."""
        return f"{self.folder}/{self.name}"

    @property
    def stem(self) -> str:
        """What an entry that is alone in the file is called."""
        return self.name[:-4]

    @property
    def place(self) -> str:
        """Where the disk has it."""
        return f"{self.root}/{self.folder}/{self.name}"


@dataclass
class _Shelf:
    """What is collected while the files are read."""

    root: Path
    memory: Memory | None
    sheets: list[Sheet] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    ids: dict[type[Entry], set[str]] = field(default_factory=dict)

    def read(self, file: _File) -> None:
        """Read a file, or recall what it was found to be: it is opened only where the disk says that it has changed."""
        said = signature(file.place) if self.memory else None
        known = self.memory.recall(file.folder, file.name, said) if self.memory else None
        if self.memory and known:
            self._recalled(file, known, self.memory)
            return
        found = content(file.place, self.root / EVENTS)
        if isinstance(found, Refusal):
            self.fault(found.code, file.path, found.message)
            return
        known = self.memory.recall(file.folder, file.name, said, found) if self.memory else None
        if self.memory and known:
            self._recalled(file, known, self.memory)
            return
        self._parsed(file, found, said)

    def _recalled(self, file: _File, known: Kept, memory: Memory) -> None:
        self.known(file.model, known.ids)
        make = partial(_entries, file, known.digest, memory)
        self.sheets.append(
            Sheet(
                path=file.path,
                model=file.model,
                digest=known.digest,
                is_sound=True,
                ids=known.ids,
                events=known.events,
                registered=known.registered,
                make=make,
            )
        )

    def _parsed(self, file: _File, found: bytes, said: Signature | None) -> None:
        document, plain, faults = read(file.path, found)
        entries: Entries = {}
        if plain is not None:
            entries, ids, wrong = entries_of(file.model, plain, file.stem, document)
            self.known(file.model, ids)
            faults = [*faults, *wrong]
        self.documents[file.path] = document
        self.faults += faults
        digest = pickles.digest(found) if self.memory else b""
        sheet = sheet_of(file.path, file.model, digest, entries, is_sound=not faults)
        self.sheets.append(sheet)
        if self.memory and sheet.is_sound:
            self.memory.keep(file.folder, file.name, said, sheet, plain)

    def known(self, model: type[Entry], ids: Iterable[str]) -> None:
        """Remember that ids have a file or an entry, whatever becomes of it."""
        self.ids.setdefault(model, set()).update(ids)

    def listing(self, folder: str) -> Iterator[os.DirEntry[str]]:
        """Give what is in a folder by name, and keep a fault for what cannot be read at all."""
        found = listing(self.root / folder, self.root / EVENTS)
        if isinstance(found, Refusal):
            self.fault(found.code, folder, found.message)
            return
        for entry in found:
            if is_printable(entry.name):
                yield entry
            else:
                self.fault("E116", f"{folder}/{entry.name}", "the name of this file is not UTF-8")

    def fault(self, code: str, path: str, message: str, hint: str = "") -> None:
        """Keep a fault about a file as a whole."""
        self.faults.append(Fault(CODES[code], FaultPlace(printable(path)), message, hint or CODES[code].mend))


def read_record(root: Path, memory: Memory | None = None) -> Reading:
    """Read the record under a project's folder. Never raises for what a file holds.

    With a memory, files that have not changed since are not read anew; the reading is the same.
    """
    shelf = _Shelf(root, memory)
    with uncollected():
        for name, model in _FILES.items():
            _registry_file(shelf, name, model)
        for name, model in FOLDERS.items():
            _folder(shelf, f"{REGISTRY}/{name}", model)
        _events(shelf)
        _strays(shelf)
        return _reading(shelf)


def _reading(shelf: _Shelf) -> Reading:
    prose = read_prose(shelf.root)
    paths = frozenset(sheet.path for sheet in shelf.sheets)
    return Reading(
        root=shelf.root,
        registry=_registry(shelf.sheets),
        documents=Documents(shelf.root, shelf.documents, paths),
        faults=in_order(shelf.faults),
        ids={model: frozenset(known) for model, known in shelf.ids.items()},
        renamed={former: event.id for event in in_time(shelf.sheets) for former in event.formerly},
        sheets=tuple(shelf.sheets),
        prose=prose,
        terms=terms_in(prose),
    )


def _registry(sheets: list[Sheet]) -> Registry:
    tables: dict[str, Any] = {name: Table(model, sheets) for name, model in (*MAPPINGS.items(), *FOLDERS.items())}
    gaps, coverage = Table(Gap, sheets), Table(Coverage, sheets).get("coverage")
    return Registry(**tables, gaps=tuple(gaps.values()), checked=coverage.checked if coverage else None)


def _entries(file: _File, digest: bytes, memory: Memory) -> Entries:
    """Make the entries of a file that says what it said: of the values that are kept, else by reading it once more."""
    plain, document = memory.plain(file.folder, file.name, digest), Document(file.path, "")
    if plain is None:
        found = content(file.place, file.root / EVENTS)
        document, plain, _ = read(file.path, b"" if isinstance(found, Refusal) else found)
    return {} if plain is None else entries_of(file.model, plain, file.stem, document)[0]


def _folder(shelf: _Shelf, folder: str, model: type[Entry]) -> list[str]:
    """Read the files of a folder, each an entry, refuse those that would be passed over, and give the ids."""
    found = []
    for entry in shelf.listing(folder):
        path, stem, suffix = f"{folder}/{entry.name}", *_parts(entry.name)
        if suffix == ".yml":
            shelf.known(model, (stem,))
            shelf.read(_File(shelf.root, folder, entry.name, model))
            found.append(stem)
        elif suffix.lower() in _YAML:
            shelf.known(model, (stem,))
            shelf.fault("E116", path, "record files end in `.yml`", f"Rename it to `{stem}.yml`.")
        elif entry.is_dir():
            shelf.fault("E116", path, "a folder in this place is not read", "Move its files one folder up.")
    return found


def _parts(name: str) -> tuple[str, str]:
    """Give the name of a file without its ending, and the ending. A Path for each of ten thousand names takes long."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def _events(shelf: _Shelf) -> None:
    for folder in shelf.listing(EVENTS):
        if folder.is_dir():
            if folder.name != "registry":
                _year(shelf, folder.name)
        elif _parts(folder.name)[1].lower() in _YAML:
            message = "this file lies outside the folder of its year"
            shelf.fault("E116", f"{EVENTS}/{folder.name}", message, "Move it to `events/<year>/`.")
    if not shelf.ids.get(Event):
        shelf.fault("E118", EVENTS, "there is no event in this folder")


def _year(shelf: _Shelf, year: str) -> None:
    for id_ in _folder(shelf, f"{EVENTS}/{year}", Event):
        dated = _EVENT_FILE.fullmatch(id_)
        if not dated or dated[1] != year:
            message, hint = "the name of this file does not begin with a day and a hyphen", ""
            if dated:
                message, hint = f"this file belongs into `events/{dated[1]}/`", "Move it there."
            shelf.fault("E116", f"{EVENTS}/{year}/{id_}.yml", message, hint)


def _strays(shelf: _Shelf) -> None:
    """Refuse what lies in the registry under a name that is none of its own."""
    files = {f"{name}.yml" for name in _FILES}
    for entry in shelf.listing(REGISTRY):
        known = set(FOLDERS) if entry.is_dir() else files
        if entry.name not in known and (entry.is_dir() or _parts(entry.name)[1].lower() in _YAML):
            hint, _ = did_you_mean(entry.name, known)
            shelf.fault("E116", f"{REGISTRY}/{entry.name}", "the registry has no file or folder of this name", hint)


def _registry_file(shelf: _Shelf, name: str, model: type[Entry]) -> None:
    file = _File(shelf.root, REGISTRY, f"{name}.yml", model)
    if os.path.lexists(file.place):
        shelf.read(file)
    elif name in _NEEDED:
        shelf.fault("E117", file.path, "this file of the registry is missing")
