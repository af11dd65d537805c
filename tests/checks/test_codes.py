"""Every code explains itself, and its examples are true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks import all_codes
from tests.world import FILES, TALKS, changed, faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.faults import Code

_PLACE = re.compile(r"# (events/\S+\.yml)$", re.MULTILINE)
WHOLE_FILES = {"E112"}
"""Codes whose example is a file as it stands, not fields of one."""
SHOWN = [code for code in all_codes() if code.wrong]


def example(code: Code, text: str) -> dict[str, str]:
    """Give the files of a code's example: a page, or fields of the file named first, else of the talks."""
    if text.startswith("```"):
        return {"content/example.md": f"{text}\n"}
    named = _PLACE.match(text)
    path = named[1] if named else TALKS
    if code.id in WHOLE_FILES:
        return {path: text}
    like = TALKS if path not in FILES and path.count("/") == 2 else path
    return {path: changed(text, like)[like]}


def codes_in(folder: Path, files: dict[str, str]) -> set[str]:
    """Give the codes of all faults of the small record with some of its files changed."""
    return {fault.code.id for fault in faults_of(world(folder, files))}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_wrong_example_shows_its_fault(code: Code, tmp_path: Path) -> None:
    """The example that a code gives as wrong is refused with this very code."""
    assert code.id in codes_in(tmp_path, example(code, code.wrong))


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_right_example_is_mended(code: Code, tmp_path: Path) -> None:
    """The example that a code gives as right is not refused with this code."""
    assert code.id not in codes_in(tmp_path, example(code, code.right))


@pytest.mark.parametrize("code", all_codes(), ids=lambda code: code.id)
def test_code_explains_itself(code: Code) -> None:
    """A code has a stable form, a title without a full stop, and says in sentences why it exists and how to mend it."""
    assert re.fullmatch(r"[EW]\d{3}", code.id)
    assert not code.title.endswith(".")
    assert code.why.endswith(".")
    assert code.mend.endswith((".", "?"))
    assert bool(code.wrong) == bool(code.right)


def test_codes_are_never_shared() -> None:
    """No two kinds of fault have one code, and the list is in order."""
    ids = [code.id for code in all_codes()]

    assert ids == sorted(set(ids))
