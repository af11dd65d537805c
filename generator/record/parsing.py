"""What the files of a record say: recalled where they are what they were, else read, many by several processes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.record import pickles
from generator.record.entries import entries_of
from generator.record.faults import Fault, Place
from generator.record.files import Refusal, content, printable, signature
from generator.record.reading import CODES, Document, read
from generator.record.sheet import Outlines, Sheet, sheet_of
from generator.record.workers import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.record.entry import Entry
    from generator.record.files import Signature
    from generator.record.memory import Memory
    from generator.record.reading import Plain
    from generator.record.sheet import Entries


@dataclass(frozen=True, slots=True)
class File:
    """A file of the record on the disk."""

    root: Path
    """The project's folder."""
    within: Path
    """The folder out of which no link may lead."""
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


@dataclass(slots=True)
class Parsed:
    """What a file was found to say."""

    file: File
    ids: tuple[str, ...] | None = None
    """The ids of its entries, whatever became of them; absent where nothing could be read."""
    sheet: Sheet | None = None
    """What could be read; absent where it could not even be opened."""
    faults: tuple[Fault, ...] = ()
    document: Document | None = None
    """Its text, where it was read just now and this process reads all: where many share that, it takes much room, and
    who asks for one finds it on the disk."""
    signature: Signature | None = None
    """What the disk said of it before it was read."""
    values: bytes = b""
    """Its plain value as a pickle; empty where nobody needs it, or where there is none."""


def parsed(files: Sequence[File], memory: Memory | None, workers: int) -> Iterator[Parsed]:
    """Give what files say, in their order: by a memory, where there is one, and by so many processes at most."""
    recalled = [_recalled(file, memory) if memory else None for file in files]
    missing = [file for file, known in zip(files, recalled, strict=True) if known is None]
    answers = iter(shared(partial(_parsed, remembers=memory is not None, packs=workers > 1), missing, workers))
    for known in recalled:
        found = known or next(answers)
        if memory and found.sheet and not known and found.sheet.is_sound:
            memory.keep(found.file.folder, found.file.name, found.signature, found.sheet, found.values)
        yield found


def _recalled(file: File, memory: Memory) -> Parsed | None:
    """Give what is remembered of a file, which is opened only where the disk says that it has changed."""
    if not memory.knows(file.folder, file.name):
        return None
    said = signature(file.place)
    known = memory.recall(file.folder, file.name, said)
    if known is None:
        found = content(file.place, file.within)
        known = None if isinstance(found, Refusal) else memory.recall(file.folder, file.name, said, found)
    if known is None:
        return None
    kept = _Kept(file, memory, known.digest)
    sheet = Sheet(file.path, file.model, known.digest, True, known.ids, known.formerly, kept)  # noqa: FBT003  it is sound
    return Parsed(file, known.ids, sheet)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a file said when it was read before."""

    file: File
    memory: Memory
    digest: bytes

    def entries(self) -> Entries:
        return _remade(self.file, self.memory.plain(self.file.folder, self.file.name, self.digest))

    def outlines(self) -> Outlines | None:
        return self.memory.outlines(self.file.folder, self.file.name, self.digest)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a file said just now."""

    file: File
    values: bytes
    """Its plain value as a pickle, or nothing."""

    def entries(self) -> Entries:
        return _remade(self.file, pickles.unpacked(self.values))

    def outlines(self) -> Outlines | None:
        """Give none: they were made at once, and are not kept."""


def _parsed(file: File, *, remembers: bool, packs: bool) -> Parsed:
    said = signature(file.place) if remembers else None
    found = content(file.place, file.within)
    if isinstance(found, Refusal):
        return Parsed(file, faults=(fault_of(found.code, file.path, found.message),))
    document, plain, faults = read(file.path, found)
    values = pickles.packed(plain) if (remembers or packs) and plain is not None else b""
    entries, ids, wrong = entries_of(file.model, plain, file.stem, document) if plain is not None else ({}, None, [])
    told = (*faults, *wrong)
    digest = pickles.digest(found) if remembers else b""
    sheet = sheet_of(file.path, file.model, digest, entries, _Read(file, values), is_sound=not told)
    return Parsed(file, ids, sheet, told, None if packs else document, said, values)


def _remade(file: File, plain: Plain) -> Entries:
    """Make the entries of a file that says what it said: of the values that are kept, else by reading it once more."""
    document = Document(file.path, "")
    if plain is None:
        found = content(file.place, file.within)
        document, plain, _ = read(file.path, b"" if isinstance(found, Refusal) else found)
    return {} if plain is None else entries_of(file.model, plain, file.stem, document)[0]


def fault_of(code: str, path: str, message: str, hint: str = "") -> Fault:
    """Make a fault about a file as a whole."""
    return Fault(CODES[code], Place(printable(path)), message, hint or CODES[code].mend)
