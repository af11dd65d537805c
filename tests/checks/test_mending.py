"""What is mended without asking: right texts that are known, and the form; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import check
from generator.checks.mending import mended
from generator.record.loading import read_record
from tests.world import FILES, SUMMIT, TALKS, TODAY, changed, world

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = FILES[SUMMIT]
AGAIN = RIGHT.replace("military contacts", "[military contacts](https://www.ft.com/a)")
LINKING = RIGHT.replace("military contacts", "[military contacts](event:2024-01-08-dpct-17)")


def mends(root: Path, path: str = SUMMIT) -> str | None:
    """Give a file's text as it is mended; nothing where it stays."""
    reading = read_record(root)
    found = {name: (before, after) for name, before, after in mended(reading, check(reading, TODAY), [path])}
    assert all(before == (root / name).read_bytes().decode() for name, (before, _) in found.items())
    return found[path][1] if path in found else None


@pytest.mark.parametrize(
    ("wrong", "mended_text"),
    [
        (RIGHT, None),
        (RIGHT.replace("kind: summit", "kind: sumit"), RIGHT),
        (RIGHT.replace("summary:", "sumary:").replace("channel: dpct", "channel: dpc"), RIGHT),
        (LINKING.replace("(event:", "("), LINKING),
        (AGAIN.replace("/a)", "/a?utm_source=b)"), AGAIN),
        (RIGHT.replace("title: W", "title:   W").replace("\n", "\r\n"), RIGHT),
        (RIGHT.replace("kind: summit", "kind: 'sumit' # big"), RIGHT.replace("kind: summit", "kind: summit # big")),
        (RIGHT.replace("kind: summit\n", ""), None),
        (RIGHT.replace("kind: summit", "kind: cabbage"), None),
        ("title: [A\n", None),
        ("", None),
    ],
)
def test_mends(tmp_path: Path, wrong: str, mended_text: str | None) -> None:
    """A near miss and the form are mended, comments kept; what needs an answer, or cannot be read, stays."""
    assert mends(world(tmp_path, {SUMMIT: wrong})) == mended_text


def test_other_files_stay(tmp_path: Path) -> None:
    """Only the files that are asked for are mended, and only files of the record."""
    root = world(
        tmp_path, {SUMMIT: RIGHT.replace("summit", "sumit", 1), **changed("kind: tlks"), "content/a.md": "a\n"}
    )

    assert mends(root, TALKS) is not None
    assert mends(root, "content/a.md") is None
    assert mends(root, "events/none.yml") is None
