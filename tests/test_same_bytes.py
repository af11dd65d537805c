"""The same record makes the same site, whatever the machine and the way, to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.commands.test_build import tree
from tests.conftest import OWN, ROOT, copy_project, environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_the_same_site_everywhere(site: Path, tmp_path: Path) -> None:
    """Either command gives the same files, whatever the folder, zone, language, seed, home, times and order of files.

    The other site is the one that all tests share, with what caches have kept of its pictures and its record; this one
    is made from nothing.
    """
    elsewhere = copy_project(tmp_path / "else where")
    for path in elsewhere.rglob("*"):
        os.utime(path, (86400, 86400))
    (tmp_path / "path").mkdir()
    shutil.copy(ROOT / "tests/backwards.py", tmp_path / "path/sitecustomize.py")
    awkward = {
        "TZ": "America/Caracas", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7", "HOME": str(tmp_path),
        "PYTHONPATH": f"{tmp_path / 'path'}{os.pathsep}{ROOT}", "SITE_URL": OWN,
    }  # fmt: skip

    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=elsewhere, capture_output=True, text=True,
        timeout=400, check=False, env={**environment(), **awkward},
    )  # fmt: skip

    assert built.returncode == 0, built.stderr
    one, two = tree(site), tree(elsewhere / "site")
    assert {"feeds/changes.atom", "cards/site.png", "data/timeline.sqlite", "sitemap.xml.gz"} <= one.keys()
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
