"""The same record makes the same site, whatever the machine, to the byte."""

from __future__ import annotations

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

BACKWARDS = """\
import os
listed = os.listdir
scanned = os.scandir
class Backwards:
    def __init__(self, path):
        with scanned(path) as found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
    def __enter__(self): return self
    def __exit__(self, *_): self.close()
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def close(self): pass
os.listdir = lambda *path: sorted(listed(*path), reverse=True)
os.scandir = lambda path=".": Backwards(path)
import sys
from generator.commands import main
main(sys.argv[1:])
"""
"""Runs a command on a disk that lists its files the other way round."""


def built(root: Path, code: str = "from generator.commands import main; main()", **machine: str) -> dict[str, bytes]:
    """Build in a project and give the site."""
    url = {"SITE_URL": "https://open-channel.example/"}
    subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, "-c", code, "build"],
        cwd=root,
        env={**environment(), **url, **machine},
        check=True,
        timeout=300,
    )
    return tree(root / "site")


def test_the_same_site_everywhere(small: Path, tmp_path: Path) -> None:
    """Folder, zone, language, seed, mask, times and order of files change no byte of any file."""
    other = shutil.copytree(small, tmp_path / "elsewhere" / "another name")
    for path in other.rglob("*"):
        os.utime(path, (86400, 86400))

    one = built(small, TZ="Pacific/Chatham", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    two = built(
        other, BACKWARDS, TZ="America/Caracas", PYTHONHASHSEED="2", LC_ALL="C", PYTHONUTF8="0", HOME=str(tmp_path)
    )

    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
