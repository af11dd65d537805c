"""`timeline schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from generator.commands import main
from generator.exports.schemas import KINDS
from tests.world import world

if TYPE_CHECKING:
    from pathlib import Path


def schema(root: Path, *arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["schema", *arguments, "--root", str(root)], prog_name="timeline")


def test_one_kind(tmp_path: Path) -> None:
    """The schema of a kind goes to standard output; that of events where no kind is named."""
    root = world(tmp_path)

    assert json.loads(schema(root).stdout)["title"] == "Event"
    assert json.loads(schema(root, "person").stdout)["title"] == "Person"


def test_all_kinds_for_editors(tmp_path: Path) -> None:
    """With --write each kind has its file where editors look, the same that is printed."""
    root = world(tmp_path)

    result = schema(root, "--write")

    assert result.stdout == f"{root / '.schema'}\n"
    assert sorted(path.stem for path in (root / ".schema").iterdir()) == sorted(KINDS)
    assert (root / ".schema/tour.json").read_text() == schema(root, "tour").stdout


def test_an_unknown_kind(tmp_path: Path) -> None:
    """A kind that does not exist is a misuse, and the known ones are named."""
    result = schema(world(tmp_path), "evnt")

    assert result.exit_code == 2
    assert "'evnt' is not one of 'event', 'channel'" in result.stderr
