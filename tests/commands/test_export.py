"""`timeline export`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.commands.test_check import timeline
from tests.conftest import ROOT

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


@pytest.fixture
def project(small: Path) -> Path:
    """Give a project with a small record, free to be broken."""
    return small


def export(root: Path, *words: str) -> Result:
    """Run the command in this process."""
    return timeline("export", *words, "--root", root)


def test_filters_and_standard_output() -> None:
    """The filters of the site choose events, and the result goes to standard output."""
    result = export(ROOT, "json", "--channel", "dpct", "--from", "2024-01", "--to", "2024-01")

    assert result.exit_code == 0
    ids = [event["id"] for event in json.loads(result.stdout)["events"]]
    assert ids == ["2024-01-08-dpct-17"]


def test_to_a_file(small: Path, tmp_path: Path) -> None:
    """With -o the table is written to a file, line ends untouched."""
    result = export(small, "csv", "-o", str(tmp_path / "events.csv"))

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "events.csv").read_bytes().startswith(b"id,date,")
    assert b"\r\n" in (tmp_path / "events.csv").read_bytes()


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        (("json",), b'{\n "licence"'),
        (("csv",), b"id,date,"),
        (("csv", "--table", "people"), b"id,name,native,"),
        (("ics",), b"BEGIN:VCALENDAR\r\n"),
        (("sqlite",), b"SQLite format 3\0"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_same_bytes_everywhere(run: Run, tmp_path: Path, form: tuple[str, ...], begins: bytes) -> None:
    """Each format is the same to the byte whatever the zone, the language and the seed of the machine.

    Of the whole record tests/test_same_bytes.py holds the same, with the files of the site.
    """
    here, there = tmp_path / "here", tmp_path / "there"
    run("generator", "export", *form, "-o", str(here), TZ="Pacific/Chatham", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    run("generator", "export", *form, "-o", str(there), TZ="America/Caracas", PYTHONHASHSEED="2", LC_ALL="C")

    assert here.read_bytes().startswith(begins)
    assert here.read_bytes() == there.read_bytes()


def test_filters_of_the_site() -> None:
    """The filters go by the names of the site's addresses, and words are looked for where the site looks."""
    filters = ("--level", "policy", "--status", "refused", "--standing", "confirmed", "--q", "policy talks")

    found = json.loads(export(ROOT, "json", *filters).stdout)["events"]

    assert found
    assert {event["outcome"] for event in found} == {"refused"}
    assert {event["standing"] for event in found} == {"confirmed"}


def test_a_broken_configuration(small: Path) -> None:
    """A site's configuration that cannot be read is told with its place, without a traceback."""
    (small / "mkdocs.yml").write_text("site_name: [")

    result = export(small, "ics")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: MkDocs encountered an error parsing the configuration file")
    assert "mkdocs.yml" in result.stderr.splitlines()[-1]


def test_pages_as_markdown(run: Run, tmp_path: Path) -> None:
    """The pages are written as files for another builder, the same that the plugin hands to MkDocs."""
    assert run("generator", "export", "markdown", "-o", str(tmp_path / "out")).returncode == 0

    page = (tmp_path / "out/events/2024-01-08-dpct-17.md").read_text()

    assert page.startswith("---\n")
    assert "17th Defense Policy Coordination Talks" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("json", "--from", "8 Jan 2024"), "Did you mean `2024-01-08`?"),
        (("markdown",), "name it with -o DIR"),
        (("pdf",), "'pdf' is not one of"),
        (("json", "--table", "people"), "--table goes with csv"),
        (("csv", "--status", "hold"), "'hold' is not one of"),
        (("markdown", "-o", "x", "--q", "a"), "filters go with the other formats"),
    ],
)
def test_misuse(small: Path, arguments: tuple[str, ...], said: str) -> None:
    """A wrong word on the command line is told in one line with exit code 2."""
    result = export(small, *arguments)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_broken_record_is_not_exported(small: Path) -> None:
    """A record with faults is reported and not exported."""
    (small / "events/2024/2024-01-20-broken.yml").write_text("title: Nothing else\n")

    result = export(small, "json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "E202" in result.stderr
