"""Every code explains itself, and its examples are true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.checks import all_codes
from tests.world import FILES, TALKS, changed, faults_of, instead, world

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.faults import Code

_PLACE = re.compile(r"# (events/\S+\.yml)$", re.MULTILINE)
WHOLE_FILES = {"E112"}
"""Codes whose example is a file as it stands, not fields of one."""
NAMED = {
    "woodside-summit": "summit", "dpct": "policy", "michael-chase": "carl-north", "lloyd-austin": "ann-north",
    "li-shangfu": "bo-south", "dong-jun": "dana-south", "defense-secretary": "north-minister",
    "defence-minister": "south-minister", "policy-deputy": "north-deputy", "policy-director": "south-deputy",
    "taiwan": "islands", "pentagon": "old-harbour", "ft-2024-01-10": "gazette-2024-01-10", "financial-times": "gazette",
    "17th Defense Policy Coordination Talks": "17th Policy Talks", "www.ft.com/content/1": "www.example.org/talks",
    "us": "north", "prc": "south",
}  # fmt: skip
"""What the small record calls something, and what the examples call it: they name nobody, for any timeline has them."""
_NAMES = re.compile(r"(?<![a-z])(?:" + "|".join(map(re.escape, NAMED)) + r")(?![a-z])")


def in_examples(text: str) -> str:
    """Give a text of the small record in the words of the examples."""
    return _NAMES.sub(lambda found: NAMED[found[0]], text)


SMALL = {in_examples(path): in_examples(text) for path, text in FILES.items()}
SHOWN = [code for code in all_codes() if code.wrong]


def example(code: Code, text: str) -> dict[str, str]:
    """Give the files of a code's example: a page, or fields of the file named first, else of the talks."""
    if text.startswith("```"):
        return {"content/example.md": f"{text}\n"}
    named = _PLACE.match(text)
    path = named[1] if named else in_examples(TALKS)
    if code.id in WHOLE_FILES:
        return {path: text}
    like = in_examples(TALKS) if path not in SMALL and path.count("/") == 2 else path
    return {path: changed(text, like, SMALL)[like]}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small record in the words of the examples."""
    return world(tmp_path_factory.mktemp("renamed"), {**dict.fromkeys(FILES), **SMALL})


def codes_in(root: Path, files: dict[str, str]) -> set[str]:
    """Give the codes of all faults of the small record with some of its files changed."""
    with instead(root, files, SMALL):
        return {fault.code.id for fault in faults_of(root)}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_examples_are_true(code: Code, renamed: Path) -> None:
    """The example that a code gives as wrong is refused with this very code, the one that it gives as right is not."""
    assert code.id in codes_in(renamed, example(code, code.wrong))
    assert code.id not in codes_in(renamed, example(code, code.right))


def test_codes_explain_themselves() -> None:
    """A code has a stable form, a title without a full stop, and says in sentences why it exists and how to mend it."""
    for code in all_codes():
        assert re.fullmatch(r"[EW]\d{3}", code.id)
        assert not code.title.endswith("."), code.id
        assert code.why.endswith("."), code.id
        assert code.mend.endswith((".", "?")), code.id
        assert bool(code.wrong) == bool(code.right), code.id


def test_codes_are_never_shared() -> None:
    """No two kinds of fault have one code, and the list is in order."""
    ids = [code.id for code in all_codes()]

    assert ids == sorted(set(ids))
