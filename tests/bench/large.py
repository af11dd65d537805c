"""The page of the timeline for a record of any size, within the site of a small one: its events need no pages here."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from generator.pages import timeline_page
from generator.pages.page import Settings
from generator.pages.press import Press
from generator.pages.timeline_index import index_files
from tests.bench.measuring import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

_TIMELINE = re.compile(r"<event-timeline .*</event-timeline>", re.DOTALL)


def site(record: Record, small: Path, folder: Path) -> Path:
    """Copy the site of a small record into a folder and put another record's timeline in it; give the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(small, folder)
    press = Press(record, Settings("Bench", SITE_URL))
    body = _drawn(next(timeline_page.pages(press)).text)
    page = folder / "timeline" / "index.html"
    around = page.read_text(encoding="utf-8")
    page.write_text(around.replace(_drawn(around), body), encoding="utf-8")
    for address, text in index_files(record, press.horizon):
        (folder / address).write_text(text, encoding="utf-8")
    return folder


def _drawn(text: str) -> str:
    found = _TIMELINE.search(text)
    if not found:
        raise ValueError("no timeline stands in this page")
    return found[0]
