"""Pieces of large files that are kept between builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.exports.pieces import Pieces

if TYPE_CHECKING:
    from pathlib import Path


def joined(pieces: Pieces, **texts: str) -> tuple[bytes, list[str]]:
    """Ask for the pieces of some texts by name, keep them, and give them as one, with the names of those made."""
    made: list[str] = []

    def make(name: str, text: str) -> bytes:
        made.append(name)
        return text.encode()

    whole = b"".join(pieces.of(name, lambda name=name, text=text: make(name, text)) for name, text in texts.items())  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    pieces.keep()
    return whole, made


def test_a_piece_is_made_once(tmp_path: Path) -> None:
    """What was asked for last time is not made again, and what was not is."""
    place = tmp_path / "kept" / "pieces.pickle"

    assert joined(Pieces(place, "ground"), one="1", two="2") == (b"12", ["one", "two"])
    assert joined(Pieces(place, "ground"), one="1", three="3") == (b"13", ["three"])
    assert joined(Pieces(place, "ground"), one="1", two="2") == (b"12", ["two"])


def test_without_a_place_none_is_kept() -> None:
    """Within one run each piece is made once all the same."""
    pieces = Pieces()

    assert joined(pieces, one="1") == (b"1", ["one"])
    assert joined(pieces, one="1") == (b"1", [])


@pytest.mark.parametrize("spoil", [b"", b"no pickle", None])
def test_what_cannot_be_used_is_made_anew(tmp_path: Path, spoil: bytes | None) -> None:
    """Pieces on another ground, and what is damaged, are as good as none."""
    place = tmp_path / "pieces.pickle"
    joined(Pieces(place, "ground"), one="1")
    if spoil is not None:
        place.write_bytes(spoil)

    assert joined(Pieces(place, "ground" if spoil is not None else "another"), one="2") == (b"2", ["one"])


def test_a_place_that_takes_nothing(tmp_path: Path) -> None:
    """Where nothing can be kept, all is made each time."""
    (tmp_path / "kept").write_text("no folder")

    for _ in range(2):
        assert joined(Pieces(tmp_path / "kept/pieces.pickle", "ground"), one="1") == (b"1", ["one"])
