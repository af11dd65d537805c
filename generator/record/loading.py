"""From a folder to a record: every file is read, every fault is kept, nothing stops at the first."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.record.around import Documents, Reading
from generator.record.blocks import read_prose
from generator.record.faults import in_order
from generator.record.files import Refusal, content, is_printable, listing
from generator.record.glossary import terms_in
from generator.record.kinds import EVENTS, FOLDERS, MAPPINGS, PUBLISHED, REGISTRY
from generator.record.models import Event
from generator.record.parsing import File, fault_of, parsed
from generator.record.reading import Document
from generator.record.record import Registry
from generator.record.registry import Channel, Coverage, Gap, Person, Tour
from generator.record.sheet import Table
from generator.record.uncollected import uncollected
from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.record.entry import Entry
    from generator.record.faults import Fault
    from generator.record.memory import Memory
    from generator.record.parsing import Parsed
    from generator.record.sheet import Sheet

__all__ = ["EVENTS", "FOLDERS", "MAPPINGS", "REGISTRY", "Reading", "read_record"]

_FILES: dict[str, type[Entry]] = {**MAPPINGS, "gaps": Gap, "coverage": Coverage}
"""The files of the registry, by name without `.yml`."""
_NEEDED = ("parties", "coverage")
_LONGEST = 2**24
"""The most bytes of the list of published ids: some hundred thousand."""
_YAML = (".yml", ".yaml")
_MEANT = (*_YAML, ".txt")
"""The endings of what was most likely meant as a file of the record: some editors add `.txt` to any name."""
_UNDATED = (Channel, Person, Tour)
"""What is never called by a day, as events are."""
_EVENT_FILE = re.compile(r"(\d{4})-\d\d-\d\d-.+", re.ASCII)


@dataclass
class _Shelf:
    """What is collected while the files are found and read."""

    root: Path
    files: list[File] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    ids: dict[type[Entry], set[str]] = field(default_factory=dict)

    @cached_property
    def within(self) -> Path:
        """The folder out of which no link may lead."""
        return self.root / EVENTS

    def find(self, folder: str, name: str, model: type[Entry]) -> None:
        """Take a file for one of those to be read."""
        self.files.append(File(self.root, self.within, folder, name, model))

    def take(self, found: Parsed) -> None:
        """Keep what a file was found to say."""
        if found.ids is not None:
            self.known(found.file.model, found.ids)
        self.faults += found.faults
        if found.sheet:
            self.sheets.append(found.sheet)
        if found.document:
            self.documents[found.file.path] = found.document

    def known(self, model: type[Entry], ids: Iterable[str]) -> None:
        """Remember that ids have a file or an entry, whatever becomes of it."""
        self.ids.setdefault(model, set()).update(ids)

    def listing(self, folder: str) -> Iterator[os.DirEntry[str]]:
        """Give what is in a folder by name, and keep a fault for what cannot be read at all."""
        found = listing(self.root / folder, self.within)
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
        self.faults.append(fault_of(code, path, message, hint))


def read_record(root: Path, memory: Memory | None = None, workers: int = 1) -> Reading:
    """Read the record under a project's folder, with so many processes at most. Never raises for what a file holds.

    With a memory, files that have not changed since are not read anew; the reading is the same.
    """
    shelf = _Shelf(root)
    with uncollected():
        for name, model in _FILES.items():
            _registry_file(shelf, name, model)
        for name, model in FOLDERS.items():
            _folder(shelf, f"{REGISTRY}/{name}", model)
        _events(shelf)
        _strays(shelf)
        for found in parsed(shelf.files, memory, workers):
            shelf.take(found)
        return _reading(shelf)


def _reading(shelf: _Shelf) -> Reading:
    prose, published = read_prose(shelf.root), _published(shelf)
    paths = frozenset(sheet.path for sheet in shelf.sheets)
    return Reading(
        root=shelf.root,
        registry=_registry(shelf.sheets),
        documents=Documents(shelf.root, shelf.documents, paths),
        faults=in_order(shelf.faults),
        ids={model: frozenset(known) for model, known in shelf.ids.items()},
        renamed={former: sheet.ids[0] for sheet in shelf.sheets for former in sheet.formerly},
        sheets=tuple(shelf.sheets),
        prose=prose,
        published=published,
        terms=terms_in(prose),
    )


def _published(shelf: _Shelf) -> Document:
    path = shelf.root / PUBLISHED
    found = content(str(path), shelf.within, _LONGEST) if os.path.lexists(path) else b""
    if isinstance(found, Refusal):
        shelf.fault(found.code, PUBLISHED, found.message)
        found = b""
    return Document(PUBLISHED, found.decode("utf-8-sig", errors="replace"))


def _registry(sheets: list[Sheet]) -> Registry:
    tables: dict[str, Any] = {name: Table(model, sheets) for name, model in (*MAPPINGS.items(), *FOLDERS.items())}
    gaps, coverage = Table(Gap, sheets), Table(Coverage, sheets).get("coverage")
    return Registry(**tables, gaps=tuple(gaps.values()), checked=coverage.checked if coverage else None)


def _folder(shelf: _Shelf, folder: str, model: type[Entry]) -> list[str]:
    """Read the files of a folder, each an entry, refuse those that would be passed over, and give the ids."""
    found = []
    for entry in shelf.listing(folder):
        path, stem, suffix = f"{folder}/{entry.name}", *_parts(entry.name)
        dated = _EVENT_FILE.fullmatch(stem) if model in _UNDATED else None
        if suffix == ".yml" and dated:
            shelf.fault("E116", path, "no event belongs into this folder", f"Move it to `events/{dated[1]}/`.")
        elif suffix == ".yml":
            shelf.known(model, (stem,))
            shelf.find(folder, entry.name, model)
            found.append(stem)
        elif os.path.isdir(entry):  # noqa: PTH112  the entry itself stumbles over links in a circle
            shelf.fault("E116", path, "a folder in this place is not read", "Move its files one folder up.")
        elif suffix.lower() in _MEANT:
            stem = entry.name.partition(".")[0]
            shelf.known(model, (stem,))
            shelf.fault("E116", path, "record files end in `.yml`", f"Rename it to `{stem}.yml`.")
    return found


def _parts(name: str) -> tuple[str, str]:
    """Give the name of a file without its ending, and the ending. A Path for each of ten thousand names takes long."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def _events(shelf: _Shelf) -> None:
    for folder in shelf.listing(EVENTS):
        if os.path.isdir(folder):  # noqa: PTH112  as above
            if folder.name != "registry":
                _year(shelf, folder.name)
        elif _parts(folder.name)[1].lower() in _YAML:
            message, dated = "this file lies outside the folder of its year", _EVENT_FILE.match(folder.name)
            year = dated[1] if dated else "<year>"
            shelf.fault("E116", f"{EVENTS}/{folder.name}", message, f"Move it to `events/{year}/`.")
        elif f"{EVENTS}/{folder.name}" != PUBLISHED and not os.path.exists(folder):  # noqa: PTH110  as above
            shelf.fault("E114", f"{EVENTS}/{folder.name}", "this link leads nowhere")
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
        is_folder = os.path.isdir(entry)  # noqa: PTH112  as above
        known = set(FOLDERS) if is_folder else files
        if entry.name not in known and (is_folder or _parts(entry.name)[1].lower() in _YAML):
            hint, _ = did_you_mean(entry.name, known)
            shelf.fault("E116", f"{REGISTRY}/{entry.name}", "the registry has no file or folder of this name", hint)


def _registry_file(shelf: _Shelf, name: str, model: type[Entry]) -> None:
    path = f"{REGISTRY}/{name}.yml"
    if os.path.lexists(shelf.root / path):
        shelf.find(REGISTRY, f"{name}.yml", model)
    elif name in _NEEDED:
        shelf.fault("E117", path, "this file of the registry is missing")
