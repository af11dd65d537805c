"""What an editor shows of a fault: what it underlines, the line that it quotes, what it would write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.checks.cases import Case, all_cases
from tests.world import faults_of, instead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.record.faults import Fault

CASES = [case for case in all_cases() if case.said]
_OFFERED = re.compile(r"(?:Did you mean|Write its id,) `([^`]+)`[.?]")
_QUOTED = re.compile(r"`([^`]+)`")
_MORE_IS_MEANT = {"E106", "E107", "E502"}
"""Of an anchor, a tag and an address all is underlined, also where the message names its beginning."""


def marked(root: Path, case: Case) -> list[tuple[Fault, list[str], str]]:
    """Give each fault of a case with the lines of its file and what it underlines there."""
    with instead(root, case.files):
        return list(_marked(root))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_is_underlined_is_what_is_spoken_of(case: Case, small_record: Path) -> None:
    """A fault underlines the word that it quotes, whole and alone, and what its hint offers would be written there."""
    for fault, lines, underlined in marked(small_record, case):
        _is_underlined(fault, lines, underlined)
        _can_be_taken(fault, underlined)


def _is_underlined(fault: Fault, lines: list[str], underlined: str) -> None:
    """Hold that the word which a message quotes is underlined where it stands, whole and alone, and its line quoted."""
    place = fault.place
    begun = lines[place.line - 1][place.column - 1 :]
    quoted = [word for word in _QUOTED.findall(fault.message) if begun.startswith(word)]
    assert fault.excerpt in {"", lines[place.line - 1]}
    assert place.end_column <= len(lines[place.end_line - 1]) + 2  # an empty line has a column to underline
    assert (place.line, place.column) <= (place.end_line, place.end_column)
    assert not quoted or underlined in quoted or fault.code.id in _MORE_IS_MEANT, (fault.message, underlined)


def _can_be_taken(fault: Fault, underlined: str) -> None:
    """Hold that the word which a hint offers would be written over the place, and no other is ever written."""
    offered = _OFFERED.search(fault.hint)
    if offered and underlined:
        assert fault.suggestion
        assert fault.suggestion.endswith(offered[1])
    if fault.suggestion:
        assert f"`{fault.suggestion.rpartition(':')[2]}`" in fault.hint or f"`{fault.suggestion}`" in fault.hint
        assert fault.suggestion != underlined


def _marked(root: Path) -> Iterator[tuple[Fault, list[str], str]]:
    for fault in faults_of(root):
        place, path = fault.place, root / fault.place.path
        lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
        if lines:
            inside = lines[place.line - 1 : place.end_line]
            inside[-1] = inside[-1][: place.end_column - 1]
            inside[0] = inside[0][place.column - 1 :]
            yield fault, lines, "\n".join(inside)
