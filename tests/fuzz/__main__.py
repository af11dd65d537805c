"""Coverage-guided fuzzing of the reader: `make fuzz SECONDS=3600`.

libFuzzer, through Atheris, changes files of the record and the bad files of the corpus byte by byte and word by word,
keeps what reaches new code of the generator, and goes on from there. An input is one file, put in the place of an
event, a person or a channel of the tests' small record; its first byte chooses which. It fails where anything but
faults comes of it, where a fault points outside the file, or where it takes more than ten seconds. What is found
lies in `.cache/fuzz/` and belongs, made small, into `tests/corpus/`.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import atheris  # type: ignore[import-untyped]  # `make fuzz` alone installs it

with atheris.instrument_imports(include=["generator"]):
    from generator.checks import check
    from generator.checks.report_github import github_report
    from generator.checks.report_json import json_report
    from generator.checks.report_text import text_report
    from generator.record.loading import Reading, read_record
    from generator.record.models import Event
    from generator.record.reading import Document, read
    from generator.record.registry import Channel, Person
    from generator.record.sheet import Table, sheet_of
    from generator.record.validating import validate

from tests.world import FILES, REGISTRY, TALKS, TODAY, world

if TYPE_CHECKING:
    from generator.record.entry import Entry

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / ".cache" / "fuzz"
PLACES: tuple[tuple[type[Entry], str, str], ...] = (
    (Event, TALKS, "events/20*/*.yml"),
    (Person, f"{REGISTRY}/people/michael-chase.yml", f"{REGISTRY}/people/*.yml"),
    (Channel, f"{REGISTRY}/channels/dpct.yml", f"{REGISTRY}/channels/*.yml"),
)
"""What an input may be: its model, the file in whose place it is put, the files to begin with."""
SMALL = read_record(world(Path(tempfile.mkdtemp())))


def attempt(data: bytes) -> None:
    """Read, check and report one file as `timeline check` does."""
    if not data:
        return
    model, path, _ = PLACES[data[0] % len(PLACES)]
    document, plain, faults = read(path, data[1:])
    entry, found = validate(model, plain, Path(path).stem, document)
    faults = [*faults, *found]
    if entry is not None:
        faults += check(_holding(entry, document), TODAY)
    last = data.count(b"\n") + data.count(b"\r") + 2
    outside = [fault for fault in faults if fault.place.path == path and not 1 <= fault.place.line <= last]
    if outside:
        raise AssertionError(outside)
    for report in (github_report(faults), json_report(faults), text_report(faults, 1)):
        report.encode()


class _Nothing:
    """Says nothing more than what was made of it already."""

    def entries(self) -> dict[str, Entry]:
        return {}

    def outlines(self) -> None:
        return None


def _holding(entry: Entry, document: Document) -> Reading:
    """Put an entry into the place of the one of its file."""
    made = sheet_of(document.path, type(entry), b"", {entry.id: entry}, _Nothing(), is_sound=True)
    sheets = tuple(made if sheet.path == document.path else sheet for sheet in SMALL.sheets)
    registry = replace(SMALL.registry, people=Table(Person, sheets), channels=Table(Channel, sheets))
    documents = {**SMALL.documents, document.path: document}
    return replace(SMALL, sheets=sheets, registry=registry, documents=documents)


def lay_seeds(folder: Path) -> None:
    """Lay the files of the record and of the corpus down as first inputs."""
    folder.mkdir(parents=True, exist_ok=True)
    bad = [(0, path) for path in (ROOT / "tests/corpus").rglob("*.yml")]
    good = [(place, path) for place, (_, _, files) in enumerate(PLACES) for path in ROOT.glob(files)]
    for number, (place, path) in enumerate([*bad, *good]):
        (folder / f"seed-{number:04}").write_bytes(bytes([place]) + path.read_bytes())
    for place, (_, file, _) in enumerate(PLACES):
        (folder / f"small-{place}").write_bytes(bytes([place]) + FILES[file].encode())


def lay_words(path: Path) -> None:
    """Lay the names of fields, the words of the vocabulary and some ids down, to be put in and exchanged."""
    schemas = [model.model_json_schema() for model, _, _ in PLACES]
    shapes: list[dict[str, Any]] = [shape for schema in schemas for shape in (schema, *schema["$defs"].values())]
    fields = {f"\\x0a{name}: " for shape in shapes for name in shape.get("properties", {})}
    values = {str(word) for shape in shapes for word in shape.get("enum", ())}
    words = sorted(fields | values | {*SMALL.record.people, *SMALL.record.channels, "\\x0a  - ", "[..", "..]"})
    path.write_text("".join(f'"{word}"\n' for word in words), encoding="utf-8")


if __name__ == "__main__":
    lay_seeds(WORK / "inputs")
    lay_words(WORK / "words")
    options = [f"-artifact_prefix={WORK}/found-", f"-dict={WORK}/words", "-timeout=10", "-max_len=4096"]
    atheris.Setup([sys.argv[0], str(WORK / "inputs"), *options, *sys.argv[1:]], attempt)
    atheris.Fuzz()
