"""`timeline init`: a new timeline of any parties."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest
import yaml
from click.testing import CliRunner, Result

from generator.commands import init, main
from generator.commands.init.project import TAKEN
from generator.record.loading import read_record
from tests.conftest import ROOT, environment, real_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

THREE = ("delta=Delta", "upper=Upper Valley", "coast=The Coast of the Far and Wide Sea")
MAKE = shutil.which("make") or ""


def begin(folder: Path, *parties: str, title: str = "River talks") -> Result:
    """Run the command with options, where nobody can be asked."""
    named = [part for party in parties for part in ("--party", party)]
    return CliRunner().invoke(main, ["init", str(folder), "--title", title, *named], prog_name="timeline")


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    """Run a target in a new timeline, in the environment of these tests instead of one of its own."""
    outer = {name: text for name, text in environment().items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}}
    return subprocess.run(  # noqa: S603  make, with words of the tests
        [MAKE, target, f"VENV={_environment(folder)}"],
        cwd=folder, env=outer, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def _environment(folder: Path) -> Path:
    """Stand in for the environment that make would install: this one's Python, with stamps that say all is there."""
    venv = folder.with_name("environment")
    python = venv / "bin" / "python"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for stamp in (".made", ".locked", ".site"):
        (venv / stamp).touch()
    return venv


def names_of_this_record() -> Iterator[str]:
    """Give what only this project's record can have put into a file: parties, people, titles, places, events' ids."""
    record = real_reading().record
    for party in record.parties.values():
        yield from filter(None, (party.name, party.native, party.short))
    for entries in (record.people, record.channels, record.places):
        for entry in entries.values():
            yield from filter(None, (entry.name, entry.native))
    for event in record.events:
        yield from (event.id, event.title)


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new timeline of three parties."""
    folder = tmp_path_factory.mktemp("init") / "river"
    result = begin(folder, *THREE)
    assert (result.exit_code, result.stdout) == (0, f"{folder}\n"), result.output
    return folder


@pytest.mark.slow
@pytest.mark.skipif(not MAKE, reason="there is no make on this machine")
def test_three_parties(river: Path) -> None:
    """`make site` and `make test` of a new timeline pass, and three accounts stand side by side on a page."""
    built = make(river, "site")
    assert built.returncode == 0, built.stderr
    [event] = (river / "site/events").glob("*-example-talks-1")
    page = unescape((event / "index.html").read_text(encoding="utf-8"))
    row = page.partition('class="accounts"')[2].split("<h2")[1]
    assert re.findall(r"<h3>(.*?)</h3>", row) == ["The Coast of the Far and Wide Sea", "Delta", "Upper Valley"]
    assert row.count("This is an example, and nothing of it happened.") == 3
    visible = [re.sub("<[^>]*>", "", path.read_text(encoding="utf-8")) for path in (river / "site").rglob("*.html")]
    assert [text for text in visible if "Open Channel" in text] == []

    tested = make(river, "test")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "No fault found in 2 events." in tested.stdout


@pytest.mark.slow
def test_nothing_of_this_record_goes_along(river: Path) -> None:
    """No file of a new timeline names a party, person, place, channel or event of this one: the code knows none."""
    words = sorted(set(names_of_this_record()), key=len, reverse=True)
    named = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")
    parts = [path for path in river.iterdir() if path.name not in {"site", ".cache"}]
    files = [path for part in parts for path in (part.rglob("*") if part.is_dir() else [part]) if path.is_file()]
    texts = [path for path in files if path.suffix != ".woff2" and "__pycache__" not in path.parts]
    found = {path.relative_to(river).as_posix(): named.findall(path.read_text(encoding="utf-8")) for path in texts}

    assert len(texts) > 200
    assert {path: words for path, words in found.items() if words} == {}


def test_what_is_taken_is_unchanged(river: Path) -> None:
    """What a new timeline has from this project is the same file for file, so that a newer state can be copied over."""
    for name in TAKEN:
        for path in (ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name]:
            if path.is_file() and "__pycache__" not in path.parts:
                assert (river / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


def test_two_parties_face_each_other(tmp_path: Path) -> None:
    """Of two parties each has the other's office as its counterpart; the title names both where none is given."""
    folder = tmp_path / "new"
    folder.mkdir()
    result = CliRunner().invoke(main, ["init", str(folder), "--party", "a=Ainsland: North", "--party", "b=Bexhill"])

    assert result.exit_code == 0, result.output
    offices = yaml.safe_load((folder / "events/registry/offices.yml").read_text(encoding="utf-8"))
    faces = {id_: office["counterpart"] for id_, office in offices.items()}
    assert faces == {"a-representative": "b-representative", "b-representative": "a-representative"}
    site = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    assert site["site_name"] == "Ainsland: North and Bexhill: a timeline"
    assert site["extra"]["key"] == "ainsland-north-and-bexhill-a-timeline"


def test_the_folder_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is filled and stays the same one, so that a shell in it still stands somewhere."""
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino

    assert begin(Path(), *THREE).exit_code == 0
    assert Path("mkdocs.yml").is_file()
    assert tmp_path.stat().st_ino == before


def test_a_move_that_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted while it fills a folder, it empties the folder again."""
    target = tmp_path / "new"
    target.mkdir()
    rename = Path.rename

    def stop(path: Path, to: Path) -> Path:
        if to.parent == target and any(target.iterdir()):
            raise KeyboardInterrupt
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", stop)

    assert begin(target, *THREE).exit_code == 130
    assert list(tmp_path.rglob("*")) == [target]


MISUSED = [
    ((), 2, "--party: two or more are needed"),
    (("a=A",), 2, "--party: two or more are needed"),
    (("a",), 2, "`a` has no `=` between an id and a name"),
    (("A b=A", "b=B"), 2, "`A b` is no id: small letters, digits and single hyphens"),
    (("a=A", "a=B"), 2, "`B` is there twice"),
    (("a=A", "b=A"), 2, "`A` is there twice"),
    (("a=", "b=B"), 2, "`a` has no name"),
    (("press=Press", "b=B"), 2, "stands for those who are no party"),
    ((f"a={'x' * 121}", "b=B"), 1, "`name` has 121 characters; at most 120 have room"),
]


@pytest.mark.parametrize(("parties", "code", "said"), MISUSED, ids=str)
def test_misuse(tmp_path: Path, parties: tuple[str, ...], code: int, said: str) -> None:
    """What cannot be a party is named, and nothing is written."""
    result = begin(tmp_path / "new", *parties)

    assert (result.exit_code, list(tmp_path.iterdir())) == (code, [])
    assert said in " ".join(result.stderr.split())


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """A folder with anything in it stays as it is."""
    (tmp_path / "notes.txt").write_text("mine")

    result = begin(tmp_path, *THREE)

    assert result.exit_code == 1
    assert "is not empty; name a folder that is empty or not there yet" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (OSError(28, "No space left"), 2)], ids=str)
def test_nothing_is_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    """Whatever stops the command after half of its work leaves nothing behind."""

    def stop(folder: Path) -> None:
        assert (folder / "generator").is_dir()
        raise error

    monkeypatch.setattr(init, "read_record", stop)

    assert begin(tmp_path / "new", *THREE).exit_code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="has no pseudo-terminals")
def test_asked_at_a_terminal(tmp_path: Path) -> None:
    """Without options the parties are asked for; a bad answer is asked again with the reason, Ctrl-C writes nothing."""

    def answering(name: str, *dialogue: tuple[str, str]) -> int:
        variables = {**environment(), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT)}
        command = ["-m", "generator", "init", str(tmp_path / name)]
        child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable, command, env=variables, encoding="utf-8", timeout=60, dimensions=(40, 120)
        )
        for asked, typed in dialogue:
            child.expect_exact(asked)
            child.send(typed)
        child.expect(pexpect.EOF)
        child.close()
        return int(child.exitstatus or 0)

    two = [("Name of a party", "Delta\r"), ("Its id", "\r"), ("Name of a party", "Delta\r"), ("is there twice", "")]
    two += [("Name of a party", "\x15Coast\r"), ("Its id", " x\r"), ("is no id", ""), ("Its id", "\x15sea\r")]
    assert answering("left", *two, ("Name of a party", "\x03")) == 130
    assert list(tmp_path.iterdir()) == []
    assert answering("made", *two, ("Name of a party", "\r")) == 0
    assert set(read_record(tmp_path / "made").record.parties) == {"delta", "sea"}
