"""Citations as files, for programs that keep references: beside each page that is cited, and of the whole record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.files import DataFile
from generator.pages.citations import STYLES, of_event, works
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.page import Settings
    from generator.record.models import Event
    from generator.record.record import Record


def citations(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give the files of citations: `cite.bib`, `cite.ris` and `cite.json` in the folder of each page."""
    for folder, work in works(record, settings):
        for ending, style in STYLES.items():
            yield DataFile(f"{folder}cite.{ending}", style.write, digest, (work,))


def events_cited(record: Record, events: Iterable[Event], settings: Settings, ending: str) -> str:
    """Give the citations of chosen events as one list. CSL-JSON is not among the forms that can be strung together."""
    return "".join(STYLES[ending].write(of_event(record, settings, event)) for event in events)
