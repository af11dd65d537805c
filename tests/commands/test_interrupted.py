"""Builds that are killed, find no room, meet another build or a wrong clock: what is published is a whole site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.commands.test_build import tree
from tests.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

KILLS = os.environ.get("KILLS", "12")
"""How many builds are killed; CONTRIBUTING.md tells of it."""
FILLS = os.environ.get("FILLS", "5")
"""How many builds meet a disk that is full, each at a later point."""
OWN_DISK = ("unshare", "--map-root-user", "--mount")
"""Begins a command that may put disks over folders, which nobody else sees and which go when it ends."""

CLOSED = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd "$PWD" && shift && exec "$@"'
"""What `sh -c` runs there: a command for which a folder can be read alone."""


def start(
    root: Path, *before: str, module: str = "generator", words: tuple[str, ...] = ("build",)
) -> subprocess.Popen[str]:
    """Start a command in a project."""
    return subprocess.Popen(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [*before, sys.executable, "-m", module, *words], cwd=root, env=environment(), stderr=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def end(started: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a command; give its exit code and what it said on stderr."""
    said = started.communicate(timeout=300)[1]
    return started.returncode, said


def test_killed_at_any_moment(small: Path) -> None:
    """Whenever a build is killed, the old site stands there or the new one, whole, and the next build mends all."""
    started = start(small, module="tests.commands.killing", words=(str(small), KILLS, "20240131"))
    out, said = started.communicate(timeout=60 + 30 * int(KILLS))

    assert started.returncode == 0, said
    found = json.loads(out)
    moments = {"killed: old", "killed: new", "through: new"}
    assert {name: count for name, count in found.items() if count and name not in {*moments, "left over"}} == {}
    assert sum(found.get(name, 0) for name in moments) == int(KILLS)


def test_no_room(small: Path) -> None:
    """Where a file cannot be written to its end, the old site stays, nothing is left over, and one line says why."""
    assert end(start(small))[0] == 0
    good = tree(small / "site")

    code, said = end(start(small, "sh", "-c", 'ulimit -f 16; exec "$@"', "sh", words=("build", "--no-cache")))

    assert (code, said.splitlines()[-1].endswith("File too large; the last good site stays")) == (1, True), said
    assert tree(small / "site") == good
    assert [*small.glob(".site*")] == []


def own_disk(tmp_path: Path) -> str:
    """Give why nobody may put a disk of its own size over a folder here; empty where one may."""
    if not shutil.which("unshare"):
        return "there is no unshare here"
    words = [*OWN_DISK, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stderr.strip()  # noqa: S603  as above


def test_a_full_disk(small: Path, tmp_path: Path) -> None:
    """Wherever in a build or its caches a disk is full, the old site stays whole; with room the next mends all."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if reason := own_disk(disk):
        pytest.skip(f"no disk of its own can be had: {reason}")

    started = start(small, *OWN_DISK, module="tests.commands.filling", words=(str(small), str(disk), FILLS))
    out, said = started.communicate(timeout=60 + 30 * int(FILLS))

    assert started.returncode == 0, said
    found = {name: count for name, count in json.loads(out).items() if count}
    assert found.keys() == {"ended with 1: old", "ended with 0: new"}, said
    assert sum(found.values()) == int(FILLS)
    assert said.count("No space left on device; the last good site stays\n") == found["ended with 1: old"]


@pytest.mark.parametrize("closed", ["", "site", ".cache"])
def test_no_permission(small: Path, tmp_path: Path, closed: str) -> None:
    """Where the site, what is around it or the caches are closed, the old site stays, and one line says why."""
    if reason := own_disk(tmp_path):
        pytest.skip(f"no folder can be closed to its owner: {reason}")
    assert end(start(small))[0] == 0
    good = tree(small / "site")
    (small / "content/about/index.md").write_text("# Another\n\nAnother text.\n", encoding="utf-8")

    code, said = end(start(small, *OWN_DISK, "sh", "-c", CLOSED, "sh", str(small / closed)))

    assert (code, said.endswith("; the last good site stays\n"), said.count("\n")) == (1, True, 1), said
    assert tree(small / "site") == good
    assert [*small.glob(".site*")] == []
    assert end(start(small))[0] == 0
    assert tree(small / "site") != good


def test_two_at_once(small: Path) -> None:
    """Of two builds the second waits for the first; both come through, and neither takes the other's files away."""
    assert end(start(small))[0] == 0
    good = tree(small / "site")

    both = [start(small), start(small)]
    ended = [end(one) for one in both]

    assert [code for code, _ in ended] == [0, 0], ended
    assert sum("Another build is under way" in said for _, said in ended) <= 1
    assert tree(small / "site") == good
    assert [*small.glob(".site*")] == []


def test_a_clock_that_was_set_back(small: Path) -> None:
    """By a clock before the record's own days nothing is built and the old site stays; times of files mean nothing."""
    assert end(start(small))[0] == 0
    good = tree(small / "site")
    config = small / "mkdocs.yml"
    right = config.read_text(encoding="utf-8")

    config.write_text(right.replace("  - timeline\n", "  - timeline:\n      today: 1999-01-01\n"), encoding="utf-8")
    code, said = end(start(small))
    assert (code, "The last good site stays" in said) == (1, True), said
    assert tree(small / "site") == good

    config.write_text(right, encoding="utf-8")
    for path in small.rglob("*"):
        os.utime(path, (0, 4102444800))
    assert end(start(small))[0] == 0
    assert tree(small / "site") == good
