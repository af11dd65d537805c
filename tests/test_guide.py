"""The guide for contributors: every block of code in it does what the text beside it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.checks import check
from generator.record.faults import Severity
from generator.record.loading import read_record
from tests.conftest import ROOT, copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("bash") or not shutil.which("git"), reason="needs bash and git"),
]

GUIDE = ROOT / "content" / "contributing"
PAGES = sorted(path.name for path in GUIDE.glob("*.md"))
EXAMPLE = "events/2024/2024-09-14-dpct-18.yml"
"""The event whose way into the record is told, and in which single fields of other pages are tried."""
TOLD = {"example.md"}
"""Pages that begin before that event was there."""
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"# (events/\S+\.yml)\n")


@dataclass(frozen=True)
class Block:
    """A block of code: what kind of text it holds, and the text."""

    kind: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    """Give the blocks of a page in order."""
    for found in _BLOCK.finditer((GUIDE / page).read_text(encoding="utf-8")):
        yield Block(found["kind"], found["text"])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a copy of the project under version control, as a contributor has it, with the command `timeline`."""
    root = copy_project(tmp_path / "project")
    command = tmp_path / "bin" / "timeline"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n')
    command.chmod(0o755)
    return root


def run(root: Path, script: str) -> str:
    """Run a script of the guide in a project, see that it ends well, and give what it printed."""
    own = {"PATH": f"{root.parent / 'bin'}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(  # noqa: S603  bash, with the guide's own text
        [shutil.which("bash") or "", "-euo", "pipefail", "-c", script],
        cwd=root, env={**environment(), **own}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout


def try_entry(root: Path, text: str) -> None:
    """Put a block of YAML into the record, as the file that it names or as fields of the example, and check it."""
    named = _PATH.match(text)
    path, content = (named[1], text[named.end() :]) if named else (EXAMPLE, merged(root, text))
    before = (root / path).read_text(encoding="utf-8") if (root / path).exists() else None
    (root / path).write_text(content, encoding="utf-8")
    found = check(read_record(root), datetime.now(UTC).date())
    faults = [fault for fault in found if fault.place.path == path and fault.severity is not Severity.NOTICE]
    assert faults == []
    if not named and before is not None:
        (root / path).write_text(before, encoding="utf-8")


def merged(root: Path, text: str) -> str:
    """Give the example with some fields written otherwise."""
    fields = re.findall(r"^\w+(?=:)", text, re.MULTILINE)
    assert fields
    kept = re.split(r"^(?=\w)", (root / EXAMPLE).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "".join(part for part in kept if part.partition(":")[0] not in fields) + text


@pytest.mark.parametrize("page", PAGES)
def test_every_block_does_what_it_says(project: Path, page: str) -> None:
    """Entries and fields pass reader and checks, commands end well and print what is shown, timelines can be drawn."""
    if page in TOLD:
        (project / EXAMPLE).unlink()
    run(project, "git init -qb main . && git add -A && git -c user.name=A -c user.email=a@example.org commit -qm A")
    printed = ""
    for number, block in enumerate(blocks(page)):
        if block.kind == "sh":
            printed = run(project, block.text)
        elif block.kind == "text":
            assert block.text in printed
        elif block.kind == "yaml":
            try_entry(project, block.text)
        else:
            assert block.kind in {"markdown", "timeline"}
            (project / f"content/block-{number}.md").write_text(f"# A page\n\n{block.text}", encoding="utf-8")
    assert [fault for fault in check(read_record(project), datetime.now(UTC).date()) if fault.code.id[1] == "9"] == []


def test_the_example_is_the_record() -> None:
    """The file that the worked example ends with is the one of the record, and the draft has the same facts in it."""
    *_, final = (block.text for block in blocks("example.md") if block.kind == "yaml")
    recorded = (ROOT / EXAMPLE).read_text(encoding="utf-8")

    assert final == f"# {EXAMPLE}\n{recorded}"
    draft = next(block.text for block in blocks("example.md") if "timeline new" in block.text)
    flat, event = " ".join(recorded.split()), yaml.safe_load(recorded)
    for option in re.findall(r'--(?:summary|account) "(?:prc=)?([^"]+)\."', draft):
        assert option in flat
    for option in re.findall(r'--(?:title|short|source-title) "([^"]+)"', draft):
        assert option in {event["title"], event["short"], *(source["title"] for source in event["sources"])}


def test_the_rules_are_numbered() -> None:
    """The rules are numbered from 1 without a gap, each with an anchor of its number, and only these are cited."""
    text = (GUIDE / "rules.md").read_text(encoding="utf-8")
    numbers = [(int(one), int(two)) for one, two in re.findall(r"^Rule (\d+): .+ \{#rule-(\d+)\}$", text, re.MULTILINE)]

    assert numbers == [(number, number) for number in range(1, len(numbers) + 1)]
    everywhere = " ".join((GUIDE / page).read_text(encoding="utf-8") for page in PAGES)
    assert {int(cited) for cited in re.findall(r"#rule-(\d+)\)", everywhere)} <= {number for number, _ in numbers}
