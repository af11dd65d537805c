"""All that a good record turns into, before any of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exports import DataFile, cards, data_files
from generator.exports.hosting import hosting
from generator.pages.blocks import Blocks
from generator.pages.press import Press
from generator.pages.site import make_files, make_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from generator.building.theme import Theme
    from generator.pages.page import Page, Settings
    from generator.record.loading import Reading


@dataclass(frozen=True, slots=True)
class Published:
    """Pages, data, and what hand-written pages need of the record."""

    pages: tuple[Page, ...]
    data: tuple[DataFile, ...]
    blocks: Blocks
    checked: date | None
    """The last day up to which the record was checked."""
    dates: Mapping[str, str]
    """The day on which what a page tells last changed, by the page's source."""


def publish(reading: Reading, settings: Settings, theme: Theme, kept: Path | None) -> Published:
    """Make pages and data of a good record, what hosts are told, and pictures where a folder is to keep them."""
    record = reading.record
    pages = tuple(make_pages(record, settings))
    files = (DataFile.ready(*file) for file in make_files(record, settings, pages, reading.prose))
    told = hosting(record, settings, theme.policy, theme.assets.folder)
    data = (*data_files(record, settings), *files, *told, *(cards(pages, kept) if kept else ()))
    dates = {page.src_uri: page.changed.isoformat() for page in pages if page.changed}
    return Published(pages, data, Blocks(Press(record, settings)), record.checked, dates)
