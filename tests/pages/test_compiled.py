"""Templates that were compiled before."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from generator.pages import compiled
from generator.pages.compiled import Compiled

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which they are kept for a test, whatever Python itself may keep in the test's surroundings."""
    monkeypatch.setattr(compiled, "_FOLDER", tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def drawn(text: str) -> str:
    """Draw a template with a text as a new process would."""
    return (
        Environment(loader=DictLoader({"page": text}), bytecode_cache=Compiled(), autoescape=True)
        .get_template("page")
        .render(a="<")
    )


def test_a_template_is_kept_and_one_that_changed_is_not(folder: Path) -> None:
    """The same text is compiled once; another one under the same name is compiled anew."""
    assert drawn("{{ a }}1") == "&lt;1"
    kept = {path: path.stat().st_mtime_ns for path in folder.iterdir()}

    assert drawn("{{ a }}1") == "&lt;1"
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == kept != {}
    assert drawn("{{ a }}2") == "&lt;2"


def test_what_is_broken_is_compiled_anew(folder: Path) -> None:
    """A file that was cut short, or holds something else, is as good as none."""
    drawn("{{ a }}1")
    for content in (b"", b"else", next(folder.iterdir()).read_bytes()[:60]):
        next(folder.iterdir()).write_bytes(content)
        assert drawn("{{ a }}1") == "&lt;1"


def test_what_others_have_left_goes(folder: Path) -> None:
    """What another state of the code or of the libraries has compiled is not used, and taken away."""
    folder.mkdir()
    (folder / "other-state").write_bytes(b"")
    drawn("{{ a }}1")
    assert "other-state" not in {path.name for path in folder.iterdir()}


def test_nothing_is_kept_where_that_cannot_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder cannot be made, or Python is told to keep nothing, templates are drawn all the same."""
    folder.write_text("a file")
    assert drawn("{{ a }}1") == "&lt;1"
    folder.unlink()

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert drawn("{{ a }}1") == "&lt;1"
    assert not folder.exists()
