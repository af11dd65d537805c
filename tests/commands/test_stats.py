"""`timeline stats`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from generator.commands import main
from generator.record.loading import read_record
from tests.world import changed, world

if TYPE_CHECKING:
    from pathlib import Path

ONE = "accounts:\n  us:\n    text: Chase spoke.\n    sources: [ft-2024-01-10]\nreviewed: 2024-01-25"


def stats(root: Path, *arguments: str) -> Result:
    """Count a record."""
    return CliRunner().invoke(main, ["stats", *arguments, "--root", str(root)], prog_name="timeline")


def test_both_forms_count_the_same(tmp_path: Path) -> None:
    """The text names the numbers and the lists that the JSON gives, and those of the record."""
    root = world(tmp_path, changed(ONE))

    text, data = stats(root), stats(root, "--format", "json")

    found = json.loads(data.stdout)
    assert (text.exit_code, data.exit_code) == (0, 0)
    assert found["events"] == len(read_record(root).record.events)
    assert f"events               {found['events']}\n" in text.stdout
    assert "of all sides, some, none: all 0 (0 %), some 1 (50 %), none 1 (50 %)\n" in text.stdout
    assert "reviewed             1 of 2 events since their last change\n" in text.stdout
    assert "checked to           2024-01-31, " in text.stdout
    work = found["upkeep"]
    assert [one["event"] for one in work["unread"]] == ["2023-11-15-woodside-summit", "2024-01-08-dpct-17"]
    assert work["one_account"] == [{"event": "2024-01-08-dpct-17", "lacks": ["prc"]}]
    assert (
        "\ncontacts that lack a side's account, the latest first: 1\n  2024-01-08-dpct-17: nothing of prc\n"
        in text.stdout
    )
    assert "\nlongest silences by channel; + lasts, ? contacts are known to be missing: 1\n     22 days+" in text.stdout


def test_lists_are_cut(tmp_path: Path) -> None:
    """The text has as many entries of a list as are asked for, and says how many more there are; none for 0."""
    root = world(tmp_path)

    one, none = stats(root, "--most", "1").stdout, stats(root, "--most", "0").stdout

    assert "\nread longest ago: 2\n" in one
    assert "2023-11-15-woodside-summit\n  and 1 more\n" in one
    assert "read longest ago" not in none
    assert none.startswith("events               2\n")


def test_a_broken_record_is_not_counted(tmp_path: Path) -> None:
    """With errors in the record they are reported, and nothing is counted."""
    result = stats(world(tmp_path, changed("kind: talk")))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "E204" in result.stderr
