"""Mutation testing of the rooms at the ground: `make mutants ROOMS=views SAMPLE=400 SEED=1`.

mutmut changes one thing at a time in a function of a room (a comparison, a number, a text, an argument), and the room's
own tests that reach the function are run until one fails: the mutant is killed. What survives is a promise that no test
keeps, or a change that makes no difference. Of each room a random sample is tried, the same for the same seed; SAMPLE=0
tries all, which takes hours, and AGAIN=1 tries once more what was not killed at the last run.
mutmut forks a process for each mutant when all is imported; what survives there is tried once more in a process that
imports it anew, for some functions are called by their modules alone.
What lies in decorated functions and at the top level of a module (tables, patterns, models) mutmut leaves as it is.
The survivors stand as differences in `.cache/mutants/ROOM/survivors.diff`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
from collections import Counter
from contextlib import chdir
from math import sqrt
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / ".cache" / "mutants"
ROOMS = {
    "record": ["tests/record", "tests/checks/test_cases.py"],
    "checks": ["tests/checks"],
    "views": ["tests/views", "tests/exports/test_tables.py", "tests/exports/test_numbers_csv.py"],
}
"""Each room, and the tests that are to keep what it promises: the messages of the record are told with the checks', and
the columns of the tables with their files."""
LINKED = ("generator", "tests", "events", "content", "theme", "mkdocs.yml")
"""What the tests read; mutmut copies it."""
MEMORY = 4 << 30
"""Bytes that a mutant may take: one that never stops filling a list must not take the machine with it."""
PYTEST = ["-p", "tests.mutants.forgetting", "--hypothesis-profile", "mutants", "-m", "not slow"]
SETTINGS = """
[tool.mutmut]
source_paths = ["generator"]
only_mutate = ["generator/{room}/*"]
also_copy = {linked}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = {words}
process_isolation = "forkserver"
timeout_constant = 12.0
timeout_multiplier = 5.0
use_git_change_detection = false
"""
AFRESH = "afresh.txt"
"""The file of those that were killed where all was imported anew."""
OUTCOMES = {0: "survived", 1: "killed", 3: "killed", 5: "unreached", 33: "unreached", -24: "timed out", 24: "timed out"}
"""mutmut's exit codes; any other counts as broken: the run over the mutant tells nothing."""


def main() -> None:
    """Try a sample of each room that is asked for, and print a line for each."""
    asked = _asked()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for room in asked.rooms:
        folder = prepare(room)
        with chdir(folder):
            made = names(room)
        tried = chosen(folder, made, asked)
        if tried:
            _mutmut(folder, "run", "--max-children", "1", *tried)
            _keep_afresh(room, tried)
        found = outcomes(folder)
        _tell(room, len(made), Counter(found[name] for name in _sampled(folder) if name in found))
        _keep_survivors(folder, [name for name in _sampled(folder) if found.get(name, "killed") != "killed"])


def prepare(room: str) -> Path:
    """Lay out the folder that mutmut works in: links to what it copies, and settings for the room."""
    folder = WORK / room
    folder.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    settings = SETTINGS.format(
        room=room, linked=json.dumps(LINKED), tests=json.dumps(ROOMS[room]), words=json.dumps(PYTEST)
    )
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8") + settings)
    return folder


def names(room: str) -> list[str]:
    """Give the names of all mutants of a room, in order; from the folder where mutmut finds its settings."""
    paths = sorted((ROOT / "generator" / room).rglob("*.py"))
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in paths}
    return [
        get_mutant_name(path, name)
        for path, text in texts.items()
        for name in mutate_file_contents(str(path), text).mutant_names
    ]


def chosen(folder: Path, made: list[str], asked: argparse.Namespace) -> list[str]:
    """Choose the mutants to try, and write down which they are; again: those of them that were not killed."""
    if asked.again:
        found, there = outcomes(folder), set(made)  # what a change of the code took away cannot be tried again
        return [name for name in _sampled(folder) if name in there and found.get(name) != "killed"]
    sample = made
    if 0 < asked.sample < len(made):
        sample = sorted(random.Random(asked.seed).sample(made, asked.sample))  # noqa: S311  a draw, not a secret
    (folder / AFRESH).unlink(missing_ok=True)
    (folder / "sample.txt").write_text("".join(f"{name}\n" for name in sample), encoding="utf-8")
    return sample


def outcomes(folder: Path) -> dict[str, str]:
    """Give what became of each mutant that was tried, now or before."""
    found: dict[str, str] = {}
    for path in (folder / "mutants").rglob("*.meta"):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: OUTCOMES.get(code, "broken") for name, code in codes.items() if code is not None}
    imported = folder / AFRESH
    killed = imported.read_text(encoding="utf-8").split() if imported.exists() else []
    return found | {name: "killed" for name in killed if name in found}


def afresh(room: str, name: str) -> bool:
    """Tell whether a mutant is killed by the tests of its room where all is imported anew."""
    words = ["--exitfirst", "--quiet", *PYTEST, *ROOMS[room]]
    environment = {**os.environ, "PYTHONPATH": ".", "TZ": "Pacific/Chatham", "MUTANT_UNDER_TEST": name}
    run = subprocess.run(  # noqa: S603  pytest, with names of tests
        [sys.executable, "-m", "pytest", *words],
        cwd=WORK / room / "mutants", env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return run.returncode in {1, 2, 4}  # a test has failed, or nothing could be imported


def interval(part: int, whole: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share."""
    z = 1.96
    share, spread = part / whole, z * z / whole
    middle, half = share + spread / 2, z * sqrt(share * (1 - share) / whole + spread / whole / 4)
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def _tell(room: str, made: int, counted: Counter[str]) -> None:
    tried = counted.total()
    low, high = interval(counted["killed"], tried)
    told = ", ".join(f"{count} {outcome}" for outcome, count in counted.most_common())
    share = f"{counted['killed'] / tried:.1%} killed (95 % of such samples: {low:.1%} to {high:.1%})"
    print(f"{room}: {made} mutants made, {tried} tried: {told}; {share}", flush=True)  # noqa: T201  what was asked for


def _keep_afresh(room: str, tried: list[str]) -> None:
    found = outcomes(WORK / room)
    killed = [name for name in tried if found.get(name) in {"survived", "unreached"} and afresh(room, name)]
    with (WORK / room / AFRESH).open("a", encoding="utf-8") as file:
        file.writelines(f"{name}\n" for name in killed)


def _keep_survivors(folder: Path, survivors: list[str]) -> None:
    told = [_mutmut(folder, "show", name, quiet=True) for name in survivors]
    (folder / "survivors.diff").write_text("\n".join(told), encoding="utf-8")


def _sampled(folder: Path) -> list[str]:
    return (folder / "sample.txt").read_text(encoding="utf-8").split()


def _mutmut(folder: Path, *words: str, quiet: bool = False) -> str:
    environment = {**os.environ, "PYTHONPATH": "", "TZ": "Pacific/Chatham"}
    return subprocess.run(  # noqa: S603  mutmut, with names that it gave
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder, env=environment, check=True, text=True, stdout=subprocess.PIPE if quiet else None,
    ).stdout  # fmt: skip


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rooms", type=lambda text: text.split(","), default=tuple(ROOMS), help="which, with commas")
    parser.add_argument("--sample", type=int, default=400, help="mutants tried of each room; 0: all (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (%(default)s)")
    parser.add_argument("--again", action="store_true", help="try what was not killed at the last run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
