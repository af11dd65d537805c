"""`timeline fmt`: what it changes, what it leaves, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from generator.record.loading import read_record
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, world

SHARED = f"{REGISTRY}/sources/ft-2024-01-10.yml"
MESSY = '# who knows\nkind: summit\ntitle: "Woodside summit" # short\n' + "".join(
    line for line in FILES[SUMMIT].splitlines(keepends=True) if not line.startswith(("kind", "title"))
)  # fmt: skip
TIDY = FILES[SUMMIT].replace("title: Woodside summit\n", "title: Woodside summit # short\n").replace(
    "kind: summit", "# who knows\nkind: summit"
)  # fmt: skip


def fmt(root: Path, *arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["fmt", *map(str, arguments), "--root", str(root)], prog_name="timeline")


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """Give a record in the form, but for one event."""
    root = world(tmp_path)
    fmt(root)
    (root / SUMMIT).write_text(MESSY)
    return root


def test_brought_into_form(messy: Path) -> None:
    """What is not in the form is written anew and named; a second run changes nothing."""
    before = read_record(messy).record

    first, second = fmt(messy), fmt(messy)

    assert (first.exit_code, first.stdout, first.stderr) == (0, f"{SUMMIT}\n", "15 files: 14 in the form, 1 changed\n")
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", "15 files: 15 in the form\n")
    assert (messy / SUMMIT).read_text() == TIDY
    assert read_record(messy).record == before


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_asked_only(messy: Path, option: str) -> None:
    """With --check and --diff nothing is written, and a file that is not in the form ends with 1."""
    result = fmt(messy, option)

    assert result.exit_code == 1
    assert (messy / SUMMIT).read_text() == MESSY
    assert result.stderr == "15 files: 14 in the form, 1 not in the form\n"
    assert fmt(messy, option, messy / TALKS).exit_code == 0


def test_difference(messy: Path) -> None:
    """--diff shows what would change as a patch."""
    shown = fmt(messy, "--diff").stdout

    assert shown.startswith(f"--- {SUMMIT}\n+++ {SUMMIT}\n@@ -1,7 +1,7 @@\n+title: Woodside summit # short\n")
    assert '\n-title: "Woodside summit" # short\n' in shown


def test_only_what_is_named(messy: Path) -> None:
    """With PATHs only these are brought into form; what is no part of the record is a misuse."""
    assert fmt(messy, messy / "events/2024").stderr == "1 file: 1 in the form\n"
    assert (messy / SUMMIT).read_text() == MESSY
    assert fmt(messy, messy / "mkdocs.yml").exit_code == 2


def test_unreadable_files_stay(tmp_path: Path) -> None:
    """A file that cannot be read is named with its fault and left alone, and the run ends with 1."""
    root = world(tmp_path, {SUMMIT: MESSY, TALKS: "title: [A\n"})

    result = fmt(root)

    assert result.exit_code == 1
    assert (root / TALKS).read_text() == "title: [A\n"
    assert (root / SUMMIT).read_text() == TIDY
    assert result.stderr.startswith(f"{TALKS}: E104 not YAML from here on")
    assert result.stderr.endswith("15 files: 13 in the form, 1 changed, 1 left as they are\n")


def test_trackers_go(tmp_path: Path) -> None:
    """Parameters that follow readers are taken off an address, and off no archived one."""
    archived = "archived: https://web.archive.org/web/2024/https://www.ft.com/content/1?utm_source=x\n"
    root = world(tmp_path, {SHARED: FILES[SHARED].replace("content/1", "content/1?utm_source=x&id=2#a") + archived})

    fmt(root)

    assert (root / SHARED).read_text() == FILES[SHARED].replace("content/1", "content/1?id=2#a") + archived


def test_modelines(tmp_path: Path) -> None:
    """A modeline is put into every file, stays without being asked for, and is taken away again."""
    root = world(tmp_path)
    fmt(root)
    before = {path: path.read_text() for path in root.rglob("*.yml")}

    fmt(root, "--modeline")

    assert (
        root / TALKS
    ).read_text() == f"# yaml-language-server: $schema=../../.schema/event.json\n{before[root / TALKS]}"
    assert fmt(root, "--check").exit_code == 0
    fmt(root, "--no-modeline")
    assert {path: path.read_text() for path in root.rglob("*.yml")} == before


def test_an_interruption_leaves_whole_files(messy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops a file's writing leaves the old one, and nothing beside it."""

    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt(arguments)

    monkeypatch.setattr(Path, "replace", interrupted)

    assert fmt(messy).exit_code == 130
    assert (messy / SUMMIT).read_text() == MESSY
    assert [path.name for path in (messy / SUMMIT).parent.iterdir()] == [Path(SUMMIT).name]


def test_permissions_stay(messy: Path) -> None:
    """A file keeps its permissions."""
    (messy / SUMMIT).chmod(0o640)

    fmt(messy)

    assert (messy / SUMMIT).stat().st_mode & 0o777 == 0o640
