"""What is said where the repository is hosted: from a change to the comment under it, with a `gh` that only listens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT, environment
from tests.world import world

if TYPE_CHECKING:
    from pathlib import Path

NEW = "events/2024/2024-01-10-new.yml"
EVENT = (
    "title:   A call\ndate: 2024-01-10\nkind: cal\nsummary: They called.\nsources: [ft-2024-01-10]\nadded: 2024-01-21\n"
)
SHA, OTHER = "a" * 40, "b" * 40
BOT = {"login": "github-actions[bot]"}
GH = """\
#!{python} -IS
import json, sys
words = sys.argv[1:]
method = words[words.index("--method") + 1] if "--method" in words else "GET"
address = next(word for word in words if word.startswith("repos/"))
given = sys.stdin.read() if "--input" in words else ""
with open({log!r}, "a") as log:
    log.write(json.dumps([method, address, json.loads(given) if given else None]) + "\\n")
answers = json.load(open({answers!r}))
if method == "POST" and address in answers.get("refused", []):
    sys.exit("gh: Unprocessable Entity (HTTP 422)")
print(json.dumps(answers.get(address, [[]] if "--slurp" in words else None)))
"""
COMMENTS = "repos/us/timeline/issues/7/comments"
REVIEWS = "repos/us/timeline/pulls/7/comments"
ISSUES = "repos/us/timeline/issues?state=open&creator=github-actions%5Bbot%5D&per_page=100"


class Host:
    """A host whose answers are set by a test, and that remembers what it was told."""

    def __init__(self, folder: Path) -> None:
        """Put a `gh` into a folder."""
        self.folder, self.answers, self.log = folder, folder / "answers.json", folder / "log"
        folder.mkdir()
        program = GH.format(python=sys.executable, log=str(self.log), answers=str(self.answers))
        (folder / "gh").write_text(program)
        (folder / "gh").chmod(0o755)

    def tell(self, *words: object, answers: dict[str, Any], **variables: str) -> list[list[Any]]:
        """Run the script and give the requests that change something: method, address, fields."""
        self.answers.write_text(json.dumps(answers))
        self.log.write_text("")
        known = {
            "PATH": f"{self.folder}:{os.environ['PATH']}", "REPOSITORY": "us/timeline", "HEAD_REPOSITORY": "you/fork",
            "HEAD_SHA": SHA, "RUN_URL": "https://github.example/run/1", **variables,
        }  # fmt: skip
        script = ROOT / ".github/scripts/tell.py"
        subprocess.run([sys.executable, "-IS", script, *map(str, words)], env=known, check=True, timeout=60)  # noqa: S603  the script under test
        asked = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [one for one in asked if one[0] != "GET"]


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """Give a host."""
    return Host(tmp_path / "host")


def pull(sha: str = SHA, state: str = "open", repository: str = "us/timeline") -> dict[str, Any]:
    """Give a pull request as the host's API does."""
    return {"number": 7, "state": state, "head": {"sha": sha}, "base": {"repo": {"full_name": repository}}}


def git(root: Path, *words: str) -> None:
    """Run git in a folder."""
    name = ["-c", "user.name=a", "-c", "user.email=a@a.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", root, *name, *words], check=True, capture_output=True)  # noqa: S603, S607  words of the tests


def make(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a target with this environment's Python, which needs no installing."""
    words = ("--assume-old", "environment/.site", *words, "VENV=environment")
    return subprocess.run(["make", *words], cwd=root, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603, S607  as above


@pytest.fixture
def targets(tmp_path: Path) -> Path:
    """Give a folder with the record and what the Makefile needs."""
    root = world(tmp_path / "repository", {"content/index.md": "# Home\n", ".gitignore": "environment\nhandover\n"})
    shutil.copy(ROOT / "Makefile", root)
    (root / "requirements").mkdir()
    shutil.copy(ROOT / "requirements/environment.mk", root / "requirements")
    (root / "environment/bin").mkdir(parents=True)
    (root / "environment/.site").touch()
    (root / "environment/bin/python").write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} "$@"\n')
    (root / "environment/bin/python").chmod(0o755)
    return root


@pytest.fixture
def repository(targets: Path) -> Path:
    """Give a repository of them whose second commit adds an event with a fault."""
    git(targets, "init")
    git(targets, "add", ".")
    git(targets, "commit", "-m", "One")
    (targets / NEW).write_text(EVENT)
    git(targets, "add", ".")
    git(targets, "commit", "-m", "Two")
    return targets


@pytest.mark.slow
def test_from_a_change_to_its_comment(repository: Path, host: Host, tmp_path: Path) -> None:
    """A change is handed over as data, read by the other side's generator, and told with suggestions."""
    assert make(repository, "handover", "BASE=HEAD^1").returncode == 0
    git(repository, "checkout", "HEAD^1")  # as the default branch has it
    base = make(repository, "--silent", "base").stdout.strip()
    for form, file in (("markdown", "review.md"), ("json", "review.json")):
        make(repository, "review", f"BASE={base}", "CHANGE=handover", f"FORMAT={form}", f"REPORT={tmp_path / file}")

    told = host.tell("review", tmp_path, answers={f"repos/you/fork/commits/{SHA}/pulls": [pull()]})

    assert [(method, address) for method, address, _ in told] == [
        ("POST", COMMENTS),
        ("POST", "repos/us/timeline/pulls/7/reviews"),
    ]
    assert told[0][2]["body"].startswith(
        "<!-- timeline review -->\n### 1 fault in 1 file: 1 error. 1 can be mended as shown.\n"
    )
    assert "[The run](https://github.example/run/1)" in told[0][2]["body"]
    assert told[1][2]["commit_id"] == SHA
    assert [(one["path"], one["line"]) for one in told[1][2]["comments"]] == [(NEW, 1), (NEW, 3)]
    assert told[1][2]["comments"][1]["body"].endswith("```suggestion\nkind: call\n```")


@pytest.mark.parametrize("base", ["main", "$(shell touch evil)", f"{SHA};x", ""])
def test_only_commits_are_taken(targets: Path, base: str) -> None:
    """What was handed over as the commit to compare with is taken where it is one, and nothing else is run."""
    (targets / "handover").mkdir()
    (targets / "handover/base").write_text(f"{base}\n")

    assert make(targets, "--silent", "base").stdout == ""
    assert not (targets / "evil").exists()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with a review."""
    (tmp_path / "review.md").write_text("### Fine\n")
    (tmp_path / "review.json").write_text('{"suggestions": [{"path": "a.yml", "line": 1, "body": "x"}]}')
    return tmp_path


def test_a_comment_is_kept_up_to_date(reports: Path, host: Host) -> None:
    """An earlier comment of ours is written anew, our earlier suggestions make room; those of others stay."""
    mine = {"id": 1, "user": BOT, "body": "<!-- timeline review -->\nOld"}
    others = [
        {"id": 2, "user": {"login": "you"}, "body": "<!-- timeline review -->"},
        {"id": 3, "user": BOT, "body": "x"},
        {"id": 4, "user": BOT, "body": None},
    ]
    told = host.tell(
        "review", reports,
        answers={
            f"repos/you/fork/commits/{SHA}/pulls": [pull()],
            f"{COMMENTS}?per_page=100": [others, [mine]], f"{REVIEWS}?per_page=100": [[mine], others],
        },
    )  # fmt: skip

    assert [(method, address) for method, address, _ in told] == [
        ("PATCH", "repos/us/timeline/issues/comments/1"),
        ("DELETE", "repos/us/timeline/pulls/comments/1"),
        ("POST", "repos/us/timeline/pulls/7/reviews"),
    ]


@pytest.mark.parametrize("found", [[], [pull(OTHER)], [pull(state="closed")], [pull(repository="you/fork")]])
def test_nothing_is_told_to_others(reports: Path, host: Host, found: list[dict[str, Any]]) -> None:
    """Without an open pull request of this repository whose head the run had, nothing is said."""
    assert host.tell("review", reports, answers={f"repos/you/fork/commits/{SHA}/pulls": found}) == []
    assert host.tell("review", reports, answers={}, HEAD_REPOSITORY="") == []


def test_refused_suggestions_are_no_fault(reports: Path, host: Host) -> None:
    """Where the host refuses a suggestion, the comment stands alone."""
    answers = {f"repos/you/fork/commits/{SHA}/pulls": [pull()], "refused": ["repos/us/timeline/pulls/7/reviews"]}

    assert host.tell("review", reports, answers=answers)[0][:2] == ["POST", COMMENTS]


def test_long_reports_are_cut(reports: Path, host: Host) -> None:
    """A comment is no longer than the host takes, and keeps its last line."""
    (reports / "review.md").write_text("x" * 100_000)
    body = host.tell("review", reports, answers={f"repos/you/fork/commits/{SHA}/pulls": [pull()]})[0][2]["body"]

    assert len(body) < 65_536
    assert body.endswith("the built site (`preview`).")


@pytest.mark.parametrize(
    ("is_open", "there", "expected"),
    [
        ("true", False, [("POST", "repos/us/timeline/issues", None)]),
        ("true", True, [("PATCH", "repos/us/timeline/issues/5", None)]),
        ("false", True, [("PATCH", "repos/us/timeline/issues/5", "closed")]),
        ("false", False, []),
    ],
)
def test_one_issue_of_links(
    tmp_path: Path, host: Host, is_open: str, there: bool, expected: list[tuple[str, str, str | None]]  # noqa: FBT001  a case
) -> None:  # fmt: skip
    """One issue is opened, kept up to date and closed; where nothing is left to mend, none is opened."""
    (tmp_path / "report.md").write_text("1 address: gone 1.\n")
    mine = {"number": 5, "user": BOT, "body": "<!-- timeline links -->\nOld"}

    told = host.tell("links", tmp_path / "report.md", answers={ISSUES: [[mine] if there else []]}, OPEN=is_open)

    assert [(method, address, fields.get("state")) for method, address, fields in told] == expected
    assert all("1 address: gone 1." in fields["body"] for _, _, fields in told)


def test_an_empty_report_is_not_told(tmp_path: Path, host: Host) -> None:
    """A report that was broken off stops the program and changes nothing."""
    (tmp_path / "report.md").write_text("")

    with pytest.raises(subprocess.CalledProcessError):
        host.tell("links", tmp_path / "report.md", answers={}, OPEN="true")
    assert host.log.read_text() == ""
