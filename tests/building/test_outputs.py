"""Files of the site as they are written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.building.ground import state_of
from generator.building.outputs import Output, make

if TYPE_CHECKING:
    from pathlib import Path


def written(site: Path, name: str, *files: tuple[str, str | bytes]) -> dict[str, list[int]]:
    """Write files as those of an output with a name, and give their states."""
    return make(Output(name, tuple, lambda: files), str(site)).states


def test_files_and_their_states(tmp_path: Path) -> None:
    """Texts are written in UTF-8, bytes as they are, in folders made for them; told is what the disk says of each."""
    states = written(tmp_path, "a/", ("a/b/c.txt", "ä"), ("a/d.png", b"\xff"))

    assert (tmp_path / "a/b/c.txt").read_text(encoding="utf-8") == "ä"
    assert (tmp_path / "a/d.png").read_bytes() == b"\xff"
    assert states == {address: state_of(str(tmp_path / address)) for address in ("a/b/c.txt", "a/d.png")}


def test_a_file_that_stands_there_gives_way(tmp_path: Path) -> None:
    """What stands at the address keeps its content under its other names, which another site may have for it."""
    (tmp_path / "page").write_text("old")
    os.link(tmp_path / "page", tmp_path / "other")

    written(tmp_path, "page", ("page", "new"))

    assert [(tmp_path / name).read_text() for name in ("page", "other")] == ["new", "old"]


def test_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    """An output that makes a file which is not below its name is told so, and nothing is written."""
    with pytest.raises(ValueError, match=r"b\.txt is made by what is called a/, and does not stand there"):
        written(tmp_path, "a/", ("b.txt", ""))

    assert not list(tmp_path.iterdir())
