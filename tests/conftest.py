"""What all tests share: the profile of Hypothesis, a copy of the project to break, and its built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from generator.commands.exchanging import alone
from generator.record.loading import read_record
from tests.world import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.record.loading import Reading

    Once = Callable[[str, Callable[[Path], object]], Path]

ROOT = Path(__file__).parent.parent
OWN = "https://open-channel.example/"
"""Where the site that the tests build would stand."""
PARTS = ("mkdocs.yml", "content", "events", "theme")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("default", deadline=None)
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=10)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Give the workers of `--numprocesses auto`: as many as processors, and one more where browsers are waited for."""
    return (os.cpu_count() or 1) + ("not browser" not in config.option.markexpr)


Timeline = "Callable[..., subprocess.CompletedProcess[str]]"


@cache
def real_reading() -> Reading:
    """Give the real record, read once by each process."""
    return read_record(ROOT)


def environment() -> dict[str, str]:
    """Give the environment of a command that a test runs: the machine's, with nothing about where a site stands."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL", "EDIT_URI")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a copy of the whole project's content, free to be broken."""
    return copy_project(tmp_path / "project")


def copy_project(target: Path) -> Path:
    """Copy what a build reads."""
    target.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, symlinks=True)
        else:
            shutil.copy(source, target / part)
    (target / "generator").mkdir()  # mkdocs.yml watches it
    return target


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a project with a small record."""
    root = small_project(tmp_path / "project")
    shutil.copytree(ROOT / "theme", root / "theme")
    return root


def small_project(root: Path) -> Path:
    """Write a project with a small record, but no theme, and give its folder."""
    world(root, {"content/about/index.md": "# Method\n\nA text.\n", "generator/watched.txt": ""})
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config[: config.index("\nnav:")] + config[config.index("\n# Without Material") :])
    return root


@pytest.fixture
def run(project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Give a function that runs `python -m …` in the copied project and returns what came of it."""

    def run_in_project(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
            [sys.executable, "-m", *arguments], cwd=project, env={**environment(), **variables},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run_in_project


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Give a function that has a folder filled by whoever in the run asks for it first: all workers share it.

    It takes a name and what fills the folder, and gives the folder, which nobody is to change.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        folder, lock = shared / name, shared / f"{name}-lock"
        with alone(lock):
            if not (lock / "made").exists():
                folder.mkdir()
                fill(folder)
                (lock / "made").touch()
        return folder

    return made


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """Build the real site, as `make site` does, and give its folder."""
    return (
        once("site", lambda folder: build_site(folder / "site", OWN, TZ="Pacific/Chatham", PYTHONHASHSEED="1")) / "site"
    )


@pytest.fixture(scope="session")
def sub_site(once: Once) -> Path:
    """Build the real site for a place below a path, and give its folder."""
    return once("site-below", lambda folder: build_site(folder / "site", "https://a.example/sub/")) / "site"


def build_site(target: Path, url: str, **variables: str) -> None:
    """Build the real site for an address."""
    subprocess.run(  # noqa: S603  as above
        [sys.executable, "-m", "generator", "build", "--strict", "--site-dir", str(target)],
        cwd=ROOT, env={**environment(), "SITE_URL": url, **variables}, check=True, timeout=300,
    )  # fmt: skip
