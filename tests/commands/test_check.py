"""`timeline check`: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import COMMANDS, main
from generator.commands import check as check_module
from tests.world import REGISTRY, TALKS, changed, world

ROOT = Path(__file__).parent.parent.parent


def timeline(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="timeline")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Give a record with two errors in two files."""
    return world(tmp_path, {**changed("place: pentagom"), f"{REGISTRY}/people/dong-jun.yml": "name: Dong Jun\n"})


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Give a record with a warning and a notice, and no error."""
    accounts = "accounts:\n  us:\n    text: Chase spoke.\n    sources: [ft-2024-01-10]\n"
    return world(tmp_path, changed(f"{accounts}effects: []\n"))


def test_nothing_wrong(tmp_path: Path) -> None:
    """A good record ends with 0, and with the number of events on stdout."""
    result = timeline("check", "--root", world(tmp_path))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "No fault found in 2 events.\n", "")


def test_faults(bad: Path) -> None:
    """Faults end with 1; the report stands on stdout, without colour where that is no terminal."""
    result = timeline("check", "--root", bad)

    assert result.exit_code == 1
    assert result.stderr == ""
    assert "\x1b" not in result.stdout
    assert result.stdout.startswith(f"{TALKS}:27:8: error E404 there is no place `pentagom` in the record")
    assert result.stdout.endswith("3 faults in 2 files: 3 errors. For 1 the right text is known.\n")


def test_pages(tmp_path: Path) -> None:
    """A hand-written page is checked with the record, and can be asked for alone."""
    root = world(tmp_path, {**changed("place: pentagom"), "content/how.md": "```timeline\ncolour: red\n```\n"})

    alone = timeline("check", "--root", root, root / "content")

    assert alone.exit_code == 1
    assert alone.stdout.startswith("content/how.md:2:1: error E902 a timeline block has no key `colour`\n")
    assert "  2 | colour: red\n" in alone.stdout
    assert alone.stdout.endswith("\n1 fault in 1 file: 1 error.\n")
    assert timeline("check", "--root", root).stdout.endswith(
        "2 faults in 2 files: 2 errors. For 1 the right text is known.\n"
    )


def test_warnings(odd: Path) -> None:
    """Warnings and notices end with 0, with --strict warnings end with 1."""
    assert timeline("check", "--root", odd).exit_code == 0
    assert "2 faults in 1 file: 1 warning, 1 notice." in timeline("check", "--root", odd).stdout
    assert timeline("check", "--strict", "--root", odd).exit_code == 1


def test_notices_never_fail(tmp_path: Path) -> None:
    """A notice ends with 0 even with --strict."""
    root = world(tmp_path, changed("accounts:\n  us:\n    text: Chase spoke.\n    sources: [ft-2024-01-10]\n"))

    assert timeline("check", "--strict", "--root", root).exit_code == 0


def test_paths(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With paths only the faults of these files and folders count; the whole record is read all the same."""
    monkeypatch.chdir(bad / "events")
    one, folder, good = ("2024/2024-01-08-dpct-17.yml", "registry/people", "2023")

    assert "1 fault in 1 file" in timeline("check", one).stdout
    assert "2 faults in 1 file" in timeline("check", folder).stdout
    assert "3 faults in 2 files" in timeline("check", one, folder).stdout
    assert "3 faults in 2 files" in timeline("check", "..").stdout
    assert timeline("check", good).exit_code == 0
    assert timeline("check", good).stdout == "No fault found in events/2023.\n"


def test_path_through_a_link(bad: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A record reached through a link is found by paths through this link."""
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(bad)

    assert "1 fault in 1 file" in timeline("check", "--root", link, link / TALKS).stdout


def test_formats(bad: Path) -> None:
    """Each format stands alone on stdout, and ends with the same code."""
    made = {form: timeline("check", "--format", form, "--root", bad) for form in ("text", "github", "json", "sarif")}

    assert {result.exit_code for result in made.values()} == {1}
    assert made["github"].stdout.startswith(
        f"::error file={TALKS},line=27,endLine=27,col=8,endColumn=16,title=E404 unknown place::"
    )
    assert json.loads(made["json"].stdout)["summary"]["errors"] == 3
    assert len(json.loads(made["sarif"].stdout)["runs"][0]["results"]) == 3


def test_explanation() -> None:
    """--explain says what a check is for, in capitals or small letters, and needs no record."""
    result = timeline("check", "--explain", "e404")

    assert result.exit_code == 0
    assert result.stdout.startswith("E404 unknown place (error)\n\n")


# arguments, what stderr says
MISUSES = (
    (["check", "--explain", "E4O4"], "there is no check 'E4O4'. Did you mean `E404`?"),
    (["check", "--format", "xml"], "'xml' is not one of 'text', 'github', 'json', 'sarif'"),
    (["check", "--stict"], "No such option"),
    (["chekc"], "No such command 'chekc'"),
    (["check", "--root", "nowhere"], "Directory 'nowhere' does not exist"),
    (["check", "--root", "events"], "there is no mkdocs.yml in events"),
    (["check", "events/nowhere.yml"], "Path 'events/nowhere.yml' does not exist"),
    (["check", "mkdocs.yml"], "mkdocs.yml is no part of the record in"),
    (["check", ".."], "is no part of the record in"),
)


@pytest.mark.parametrize(("arguments", "words"), MISUSES, ids=[" ".join(row[0]) for row in MISUSES])
def test_misuse(arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misused command ends with 2 and says on stderr what is wrong; stdout stays empty."""
    monkeypatch.chdir(world(tmp_path))
    result = timeline(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert words in " ".join(result.stderr.split())


def test_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a project the command says how to name one."""
    monkeypatch.chdir(tmp_path)
    result = timeline("check")

    assert result.exit_code == 2
    assert "no mkdocs.yml here or in a folder above; name the project's folder with --root" in result.stderr


def test_root_is_found_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project is the nearest folder upwards with an mkdocs.yml."""
    monkeypatch.chdir(world(tmp_path) / REGISTRY / "people")

    assert timeline("check").stdout == "No fault found in 2 events.\n"


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (OSError(28, "No space left on device", "a.txt"), 2, "Error: No space left on device: a.txt\n"),
        (OSError(5, "Input/output error"), 2, "Error: Input/output error\n"),
    ],
    ids=["Ctrl-C", "disk full", "disk broken"],
)
def test_the_world(
    error: BaseException, code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C and a failing disk end with one line and a code of their own."""

    def failing(*_given: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(check_module, "checked", failing)
    result = timeline("check", "--root", world(tmp_path))

    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.lstrip("\n") == words


def process(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a program of its own."""
    return subprocess.run(  # noqa: S603  the interpreter that runs the tests, with words of the tests
        [sys.executable, "-m", "generator", *map(str, arguments)], capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
    )  # fmt: skip


@pytest.mark.slow
def test_letters_that_the_terminal_lacks(tmp_path: Path) -> None:
    """Where stdout cannot show a letter it shows its number, and the machine's own forms stay readable."""
    root = world(tmp_path, changed("place: 五角大楼"))
    text = process("check", "--root", root, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    report = process("check", "--format", "json", "--root", root, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert (text.returncode, text.stderr) == (1, b"")
    assert b"\\u4e94\\u89d2\\u5927\\u697c" in text.stdout
    assert "`五角大楼`" in json.loads(report.stdout)["faults"][0]["message"]


@pytest.mark.slow
def test_a_reader_that_goes_away(bad: Path) -> None:
    """A pipe that is closed before the end of the report ends the command without a word."""
    command = f"{sys.executable} -m generator check --root {bad} | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60, cwd=ROOT)  # noqa: S603, S607  words of the test

    assert done.stderr == b""


def test_commands_have_help() -> None:
    """The help lists each command in a line, and each command answers --help."""
    listed = timeline("--help").stdout

    assert all(f"\n  {name} " in listed for name in COMMANDS)
    assert "Examples:\n    timeline check" in timeline("check", "--help").stdout


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("plain", [False, True], ids=["colour", "NO_COLOR"])
def test_colour(plain: bool, bad: Path) -> None:  # noqa: FBT001  a column of the table
    """On a terminal the weight of a fault has a colour, unless NO_COLOR asks for none; the words are the same."""
    shown = on_terminal("check", "--root", str(bad), **({"NO_COLOR": "1"} if plain else {}))

    assert ("\x1b[1;31merror E404" in shown) is not plain
    assert "3 faults in 2 files: 3 errors. For 1 the right text is known." in shown
    assert re.sub(r"\x1b\[[\d;]*m|\r", "", shown) == timeline("check", "--root", bad).stdout


def on_terminal(*arguments: str, **variables: str) -> str:
    """Run the command on a terminal of its own and give what this shows."""
    ours, its = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "CI"}}
    with subprocess.Popen(  # noqa: S603  as above
        [sys.executable, "-m", "generator", *arguments], stdin=its, stdout=its, stderr=subprocess.DEVNULL,
        env={**environment, "PYTHONPATH": str(ROOT), "TERM": "xterm", **variables},
    ):  # fmt: skip
        os.close(its)
        shown = b""
        while part := read_terminal(ours):
            shown += part
    os.close(ours)
    return shown.decode()


def read_terminal(terminal: int) -> bytes:
    """Read what a terminal shows next; nothing once its program has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_the_memory_can_be_left_out(tmp_path: Path) -> None:
    """With `--no-cache` nothing is kept; without, the next run says the same of what has changed since."""
    root = world(tmp_path)
    assert timeline("check", "--no-cache", "--root", root).exit_code == 0
    assert not (root / ".cache").exists()

    assert timeline("check", "--root", root).exit_code == 0
    assert [*(root / ".cache/record").rglob("*.pickle")]
    world(tmp_path, changed("kind: tlaks"))
    results = [timeline("check", *options, "--root", root) for options in ((), ("--no-cache",))]

    assert results[0].exit_code == 1
    assert results[0].stdout == results[1].stdout
