"""A made-up record with every kind of page, whose site stands."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench import corpus
from tests.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Once

SIZE = 24
ADDRESS = {"SITE_URL": "https://example.org/", "EDIT_URI": "https://example.org/edit/content/"}


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """Make a project whose site stands, and give its folder, which nobody is to change."""

    def fill(folder: Path) -> None:
        build(corpus.write(SIZE, folder / "project"))

    return once("made-up", fill) / "project"


def build(project: Path, *options: str, **variables: str) -> str:
    """Build the site of a project, and give what was said on stderr."""
    ended = subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, "-m", "generator", "build", *options], cwd=project,
        env={**environment(), **ADDRESS, **variables}, capture_output=True, check=True, text=True, timeout=300,
    )  # fmt: skip
    return ended.stderr
