"""Whatever a contributor writes is a fault or harmless text: five hundred texts through every field that holds text.

The site is built with the checks left out, so that the pages stand on their own: what the checks would let through by
mistake must do no harm either.
"""

from __future__ import annotations

import csv
import json
import pickle
import shutil
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.checks import check
from generator.record.faults import Severity
from generator.record.loading import read_record
from tests.browser.conftest import serve
from tests.conftest import ROOT
from tests.hostile.payloads import payloads
from tests.hostile.records import hostile, ids
from tests.hostile.scan import Parts, parts
from tests.world import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.conftest import Visit
    from tests.conftest import Once

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXTS = payloads()
BATCH = 88
BATCHES = [TEXTS[first : first + BATCH] for first in range(0, len(TEXTS), BATCH)]
COUNTED = "window.ran = []; window.pwn = number => { window.ran.push(number); };"
"""What the texts call when they run, put into each page before anything else."""
SEEN = (
    "",
    "timeline/",
    "timeline/all/",
    "people/",
    "channels/",
    "topics/",
    "places/",
    "sources/",
    "readouts/",
    "status/",
    "embed/",
)


@pytest.fixture(scope="session")
def allowed(site: Path, once: Once) -> Parts:
    """Give what the pages of the real record are made of."""
    kept = once("allowed", lambda folder: (folder / "parts").write_bytes(pickle.dumps(parts(site)))) / "parts"
    found: Parts = pickle.loads(kept.read_bytes())  # noqa: S301  written by this very run
    found.kinds.add(("blockquote", "lang"))  # a quotation in its own words, which no event of the record has yet
    return found


def project(folder: Path, texts: list[str]) -> Path:
    """Write a project whose record holds the texts in every field."""
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    files = {"content/about/index.md": "# Method\n\nA text.\n", "generator/watched.txt": "", **hostile(texts)}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def unchecked(root: Path, site: Path) -> Path:
    """Build a site without any check of the record, and give its folder."""
    with patch("generator.checks.remembering.check", return_value=()):
        build(load_config(str(root / "mkdocs.yml"), site_url="https://open-channel.example/", site_dir=str(site)))
    return site


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_texts_stay_texts(texts: list[str], allowed: Parts, tmp_path: Path, visit: Callable[..., Visit]) -> None:
    """No text becomes an element, an attribute, a script or a request; data files stay what their formats say."""
    root = project(tmp_path / "project", texts)
    site = unchecked(root, tmp_path / "site")

    found = parts(site)
    assert found.kinds - allowed.kinds == set()
    assert found.inline - allowed.inline == set()
    assert found.schemes <= {"http", "https", "webcal"}
    data_holds(site)
    with serve(site) as base:
        nothing_runs(visit, base, [*SEEN, *(f"events/{ids(number)['event']}/" for number in range(len(texts)))])


def test_what_runs_would_be_seen(allowed: Parts, tmp_path: Path, visit: Callable[..., Visit]) -> None:
    """A page in which a text has become markup fails each of the ways in which such a page is looked for."""
    (tmp_path / "index.html").write_text(f"<!doctype html><p>{TEXTS[0]}<a href=javascript:1>", encoding="utf-8")

    found = parts(tmp_path)
    assert found.inline - allowed.inline == {"script: pwn(0)"}
    assert "javascript" in found.schemes
    with serve(tmp_path) as base, pytest.raises(AssertionError):
        nothing_runs(visit, base, [""])


def nothing_runs(visit: Callable[..., Visit], base: str, addresses: list[str]) -> None:
    """Open each page of a site that is there, and find that no text of the record ran or asked for anything."""
    visited = visit()
    visited.base = base
    visited.page.add_init_script(COUNTED)
    for address in addresses:
        answer = visited.page.goto(base + address, wait_until="load")
        if answer is None or not answer.ok:  # a text that no event could hold
            continue
        assert visited.page.evaluate("window.ran") == [], address
        assert [asked for asked in visited.foreign if not asked.startswith(base)] == [], address


def data_holds(site: Path) -> None:
    """Read the data files as their readers do."""
    for path in site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    for path in (*site.rglob("*.atom"), *site.rglob("*.rss"), *site.rglob("*.xml")):
        ET.parse(path)  # noqa: S314  our own files
    for path in site.rglob("*.ics"):
        kinds = {part.name for part in Calendar.from_ical(path.read_bytes()).walk()}
        assert kinds <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"}, path
    for path in (site / "data").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert [cell for row in csv.reader(file) for cell in row if _formula(cell)] == [], path


def _formula(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula (OWASP, CSV Injection)."""
    return cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _number(cell)


def _number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdigit()


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_what_runs_is_a_fault(texts: list[str], tmp_path: Path) -> None:
    """Of the texts that hold an element or an address that runs, each has a fault in each event that holds it."""
    reading = read_record(project(tmp_path / "project", texts))
    faulty = {fault.place.path for fault in check(reading, TODAY) if fault.severity is Severity.ERROR}

    sound = [text for number, text in enumerate(texts) if _event(number) not in faulty]
    assert [text for text in sound if "<" in text or "script:" in text] == []


def _event(number: int) -> str:
    known: dict[str, Any] = ids(number)
    return f"events/{known['event'][:4]}/{known['event']}.yml"
