"""What runs where the repository is hosted: valid, with the least rights, and made of steps that can be run here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.record.vocabulary import Kind
from tests.conftest import ROOT

HOSTED = ROOT / ".github"
WORKFLOWS = sorted((HOSTED / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (HOSTED / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [HOSTED / "ISSUE_TEMPLATE/config.yml"],
    "vendor.dependabot": [HOSTED / "dependabot.yml"],
}
USES = re.compile(r"uses: (\S+)(?: # (\S+))?")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WRITERS = {
    "comment.yml/post": {"pull-requests"},
    "links.yml/tell": {"issues"},
    "publish.yml/deploy": {"pages", "id-token"},
}
"""The jobs that may write, and what."""


def jobs() -> dict[str, dict[str, Any]]:
    """Give every job by its file and name."""
    found = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in WORKFLOWS}
    return {f"{file}/{name}": job for file, flow in found.items() for name, job in flow["jobs"].items()}


def runs() -> list[tuple[str, str]]:
    """Give every command of every job."""
    return [(name, step["run"]) for name, job in jobs().items() for step in job["steps"] if "run" in step]


@pytest.mark.slow
@pytest.mark.parametrize("schema", SCHEMAS)
def test_they_follow_their_schemas(schema: str) -> None:
    """Each workflow and form follows the schema of its kind, and every job has a limit of time."""
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema])]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  words of the tests

    assert done.returncode == 0, done.stdout


def test_an_auditor_finds_nothing() -> None:
    """zizmor, asked to be pedantic, has nothing to say."""
    words = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--persona",
        "pedantic",
        "--quiet",
        str(HOSTED),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  as above

    assert done.returncode == 0, done.stdout


def test_actions_are_pinned() -> None:
    """Every action is named by a commit with its version behind it, everywhere the same."""
    used = {match for path in WORKFLOWS for match in USES.findall(path.read_text(encoding="utf-8"))}

    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one[0])] == []
    assert [one for one in used if not re.fullmatch(r"v\d+\.\d+\.\d+", one[1])] == []
    assert len({action.partition("@")[0] for action, _ in used}) == len(used)


def test_rights_are_the_least() -> None:
    """No workflow has rights of its own, every job says its own, and few may write."""
    tops = {path.name: yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] for path in WORKFLOWS}
    writes = {
        name: {right for right, how in job["permissions"].items() if how == "write"} for name, job in jobs().items()
    }

    assert set(map(str, tops.values())) == {"{}"}
    assert {name: rights for name, rights in writes.items() if rights} == WRITERS


def test_nobody_who_may_write_runs_the_project() -> None:
    """A job that may write runs one script of the default branch at most, and installs nothing."""
    assert [run for name, run in runs() if name in WRITERS] == [
        "python3 .github/scripts/tell.py review review",
        "python3 .github/scripts/tell.py links links/report.md",
    ]


def test_strangers_get_no_rights() -> None:
    """A change from a fork runs without a token that writes: its trigger is pull_request."""
    assert "pull_request_target" not in "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)


def test_steps_can_be_run_here() -> None:
    """Every step is a target of the Makefile, a script that is there, or the host's own client."""
    for _, run in runs():
        for command in re.findall(r"(?:^|\$\()(\S+ \S+(?: \S+)?)", run.replace("--silent ", ""), re.MULTILINE):
            program, word = command.split(" ")[:2]
            known = {"make": word in TARGETS, "python3": (ROOT / word).is_file(), "gh": True}
            assert known.get(program), run


def test_nothing_of_an_event_is_written_into_a_command() -> None:
    """What a stranger can name, as a branch, reaches commands as variables alone."""
    assert [run for _, run in runs() if "${{" in run] == []


def test_the_form_knows_every_kind() -> None:
    """The form for an event offers the words of the vocabulary, in its order."""
    fields = yaml.safe_load((HOSTED / "ISSUE_TEMPLATE/event.yml").read_text(encoding="utf-8"))["body"]
    kind = next(field for field in fields if field.get("id") == "kind")

    assert kind["attributes"]["options"][1:] == [kind.value for kind in Kind]


def test_owners_are_paths_that_exist() -> None:
    """The example of owners names parts of the project."""
    lines = (HOSTED / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    paths = [line.split()[0].strip("/") for line in lines if line.startswith("/")]

    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
