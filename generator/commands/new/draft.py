"""What is being written: the fields of an event and the registry entries that it needs, as files."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.checks import check
from generator.record.dates import EdtfError, parse_edtf
from generator.record.form.canonical import file_of
from generator.record.form.tree import parsed
from generator.record.loading import EVENTS, REGISTRY, read_record

if TYPE_CHECKING:
    from datetime import date

    from generator.record.faults import Fault
    from generator.record.loading import Reading
    from generator.record.reading import Plain

PUBLISHERS = f"{REGISTRY}/publishers.yml"
_SLUG_LENGTH = 40
"""Characters after which the suggested end of an id stops at a word."""


@dataclass
class Draft:
    """An event on its way into the record."""

    fields: dict[str, Plain] = field(default_factory=dict)
    """The event's fields as they will be written."""
    slug: str = ""
    """The end of its id."""
    people: dict[str, dict[str, Plain]] = field(default_factory=dict)
    """New people by id."""
    publishers: dict[str, dict[str, Plain]] = field(default_factory=dict)
    """New publishers by id."""

    @property
    def id(self) -> str:
        """The event's id: its earliest possible day and the slug; empty while either is missing."""
        stem = stem_of(self.fields.get("date", ""))
        return f"{stem}-{self.slug}" if stem and self.slug else ""

    @property
    def path(self) -> str:
        """The event's file."""
        return f"{EVENTS}/{self.id[:4]}/{self.id}.yml"

    def files(self, root: Path) -> dict[str, str]:
        """Give what is to be written by path, in an order in which each file needs only those before it."""
        found = {f"{REGISTRY}/people/{id_}.yml": plain for id_, plain in self.people.items()}
        files = {path: file_of(path, plain) for path, plain in found.items()}
        if self.publishers:
            files[PUBLISHERS] = _inserted(root / PUBLISHERS, self.publishers)
        if self.fields:
            plain = {name: _as_usual(name, value) for name, value in self.fields.items()}
            files[self.path] = file_of(self.path, plain)
        return files


def _as_usual(name: str, value: Plain) -> Plain:
    """Give a value in the form that the record's files have it in: one channel alone, a set without quotes."""
    if name == "channel" and isinstance(value, list) and len(value) == 1:
        return value[0]
    is_set = name in ("date", "disclosed") and isinstance(value, str) and value.startswith("[") and value.endswith("]")
    return [value[1:-1]] if is_set else value


def stem_of(text: Plain) -> str:
    """Give the beginning of an event's id for its date: `2023-11-00`; empty for what is no date."""
    if not isinstance(text, str):
        text = f"[{text[0]}]" if text else ""
    try:
        return parse_edtf(text).stem
    except EdtfError:
        return ""


def is_day(text: str) -> bool:
    """Tell whether a text is one certain day."""
    try:
        return parse_edtf(text).is_day
    except EdtfError:
        return False


def slug_of(text: str) -> str:
    """Give the words of a text as the end of an id: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > _SLUG_LENGTH:
            break
        slug = f"{slug}-{word}" if slug else word[:_SLUG_LENGTH]
    return slug


def tried(root: Path, files: dict[str, str], today: date) -> tuple[Reading, tuple[Fault, ...]]:
    """Read and check the record as if files were written, and give it with the faults of these files."""
    with tempfile.TemporaryDirectory(prefix="timeline-new-") as folder:
        shutil.copytree(root / EVENTS, Path(folder) / EVENTS, symlinks=True)
        for path, text in files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8", newline="")
        reading = read_record(Path(folder))
        return reading, tuple(fault for fault in check(reading, today) if fault.place.path in files)


def _inserted(path: Path, entries: dict[str, dict[str, Any]]) -> str:
    """Give a registry file with further entries, each behind the last one whose id comes before its own."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for id_, plain in entries.items():
        earlier = [member for member in parsed(text).members if member.key < id_] if text else []
        place = earlier[-1].value.end if earlier else 0
        text = f"{text[:place]}{file_of(PUBLISHERS, {id_: plain})}{text[place:]}"
    return text
