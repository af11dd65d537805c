"""What can be mended without asking anybody: the right texts that faults carry, and the canonical form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.addresses import without_trackers
from generator.record.form.canonical import FormError, canonical
from generator.record.loading import EVENTS
from generator.record.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.record.faults import Fault
    from generator.record.loading import Reading

_LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def mended(reading: Reading, faults: Sequence[Fault], paths: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Give those of some files of the record that can be brought nearer to right: path, text now, text mended.

    A file that cannot be read as YAML, and one that would not be readable afterwards, is left out.
    """
    for path in paths:
        document = reading.documents.get(path)
        if document is None or not path.startswith(f"{EVENTS}/"):
            continue
        own = [fault for fault in faults if fault.place.path == path]
        text = _formed(path, _corrected(document.text, own)) or _formed(path, document.text)
        if text is not None and text != document.text:
            yield path, document.text, text


def _corrected(text: str, faults: Sequence[Fault]) -> str:
    """Write the right texts over the places of faults that know them, the last one first."""
    lines = _LINE_ENDS.split(text)
    known = [fault for fault in faults if fault.suggestion is not None and fault.place.line == fault.place.end_line]
    for fault in sorted(known, key=lambda one: one.place, reverse=True):
        place = fault.place
        line = lines[place.line - 1]
        lines[place.line - 1] = f"{line[: place.column - 1]}{fault.suggestion}{line[place.end_column - 1 :]}"
    return "".join(lines)


def _formed(path: str, text: str) -> str | None:
    _, _, faults = read(path, text.encode())
    if faults:
        return None
    try:
        return canonical(path, text, without_trackers)
    except FormError:
        return None
