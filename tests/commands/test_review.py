"""`timeline review`: revisions, folders, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator.commands import main
from tests.world import changed, world

if TYPE_CHECKING:
    from pathlib import Path


def test_review(tmp_path: Path) -> None:
    """Two folders are compared; an error in the second ends with 1, nothing wrong with 0."""
    one = world(tmp_path / "one")
    two = world(tmp_path / "two", changed("kind: tlks"))

    def ran(*arguments: object) -> tuple[int, str]:
        words = ["review", "--root", str(one), *map(str, arguments)]
        result = CliRunner().invoke(main, words, prog_name="timeline")
        return result.exit_code, result.stdout

    code, said = ran(one, two, "--format", "json")

    assert code == 1
    assert json.loads(said)["summary"] == "1 fault in 1 file: 1 error. 1 can be mended as shown."
    assert ran(two, one)[0] == 0
    assert ran(one) == (0, "No fault in 0 changed files.\n\nNothing changed in the record.\n")
    assert ran(tmp_path)[0] == 2
