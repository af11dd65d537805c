"""`timeline diff`: folders and revisions."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from tests.world import SUMMIT, TALKS, changed, without, world

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = "1 entry changed\n  event 2024-01-08-dpct-17\n    place: pentagon → virtual\n"


def diff(root: Path, *arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["diff", "--root", str(root), *map(str, arguments)], prog_name="timeline")


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder."""
    name = ["-c", "user.name=a", "-c", "user.email=a@a.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", root, *name, *arguments], check=True, capture_output=True)  # noqa: S603, S607  words of the tests


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository with two commits, the first under the tag `first`, and another change not committed."""
    root = world(tmp_path / "repository")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "One")
    git(root, "tag", "first")
    world(root, changed("place: virtual"))
    git(root, "commit", "-a", "-m", "Two")
    world(root, without("topics", path=TALKS))
    return root


def test_two_revisions(repository: Path) -> None:
    """Two revisions are compared as they were, whatever lies in the folder now."""
    result = diff(repository, "first", "HEAD")

    assert (result.exit_code, result.stdout, result.stderr) == (0, CHANGE, "")


def test_a_revision_and_the_files_here(repository: Path) -> None:
    """Without a second state the files as they are here are meant."""
    fields = json.loads(diff(repository, "main", "--format", "json").stdout)["changed"][0]["fields"]

    assert [change["field"] for change in fields] == ["place", "topics"]


def test_two_folders(tmp_path: Path) -> None:
    """Two folders are compared without git; comments, order and line breaks are no change."""
    one = world(tmp_path / "one")
    two = world(tmp_path / "two", changed("place: virtual"))
    (two / SUMMIT).write_text("# a comment\n" + (two / SUMMIT).read_text())

    assert diff(one, one, two).stdout == CHANGE
    assert diff(one, two, one).stdout == CHANGE.replace("pentagon → virtual", "virtual → pentagon")
    assert diff(one, one, one).stdout == "Nothing changed in the record.\n"


@pytest.mark.parametrize("name", ["nosuch", "--output=x", "first:events"])
def test_an_unknown_state(repository: Path, name: str) -> None:
    """What is neither a folder nor a revision is a misuse."""
    result = diff(repository, "first", "--", name)

    assert result.exit_code == 2
    assert "and no revision of this repository" in " ".join(result.stderr.split())


def test_faults_are_told(tmp_path: Path) -> None:
    """Where a state cannot be read whole, that is said beside what could be compared; what is unread is not gone."""
    other = changed("short: A summit", SUMMIT)
    one, two = world(tmp_path / "one"), world(tmp_path / "two", {TALKS: "title: [\n", **other})

    result = diff(one, one, two)

    assert result.exit_code == 0
    assert result.stderr == f"{two}: 1 fault in reading; what they hide is not compared\n"
    assert result.stdout == "1 entry changed\n  event 2023-11-15-woodside-summit\n    short is new: A summit\n"
