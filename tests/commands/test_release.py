"""`timeline release`."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
import yaml

from generator.pages.page import Settings, version_of
from generator.record.loading import read_record
from tests.conftest import ROOT

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


@pytest.fixture
def citation(project: Path) -> Path:
    """Put the citation beside the copied record."""
    path = project / "CITATION.cff"
    path.write_bytes((ROOT / "CITATION.cff").read_bytes())
    return path


def test_a_release(project: Path, run: Run, citation: Path) -> None:
    """A release is an archive of all data; its version goes into the citation, its ids into the list."""
    (project / "events/published.txt").write_text("person michael-chase\n")

    result = run("generator", "release", SITE_URL="https://open-channel.example/")

    version = str(version_of(read_record(project).record, Settings()))
    assert (result.returncode, result.stdout.strip()) == (0, f"dist/record-{version}.zip")
    with ZipFile(project / f"dist/record-{version}.zip") as archive:
        files = {info.filename.partition("/")[2]: archive.read(info) for info in archive.infolist()}
        assert {info.filename.partition("/")[0] for info in archive.infolist()} == {version}
    sums = {line[66:]: line[:64] for line in files["SHA256SUMS"].decode().splitlines()}
    assert {name: hashlib.sha256(files[name]).hexdigest() for name in sums} == sums
    assert {"README.txt", "timeline.sqlite", "events.csv", "events.json", "events.ics", "cite.bib"} < set(files)
    cited = yaml.safe_load(citation.read_text())
    assert [str(cited[field]) for field in ("version", "date-released", "license")] == [version, version, "CC-BY-4.0"]
    published = (project / "events/published.txt").read_text().splitlines()
    assert {"person michael-chase", "event 2024-01-08-dpct-17", "channel dpct"} <= set(published)


def test_twice_the_same(project: Path, run: Run) -> None:
    """The same record makes the same archive, whatever the zone and the seed of the machine."""
    run("generator", "release", "-o", "a", TZ="Pacific/Chatham", PYTHONHASHSEED="1")
    run("generator", "release", "-o", "b", TZ="America/Caracas", PYTHONHASHSEED="2")

    [first], [second] = (list((project / name).iterdir()) for name in ("a", "b"))
    assert first.name == second.name
    assert ZipFile(BytesIO(first.read_bytes())).testzip() is None
    assert first.read_bytes() == second.read_bytes()


def test_what_was_published_is_not_dropped(project: Path, run: Run, citation: Path) -> None:
    """A record that has lost a published id is not released, and nothing is written."""
    (project / "events/published.txt").write_text("event 2024-01-01-gone\n")
    before = citation.read_text()

    result = run("generator", "release")

    assert (result.returncode, result.stdout) == (1, "")
    assert "event 2024-01-01-gone" in result.stderr
    assert not (project / "dist").exists()
    assert citation.read_text() == before
