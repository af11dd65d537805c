"""Kills `timeline build` at random moments and looks at what is published: a program of its own, for it forks.

Usage: python -m tests.commands.killing PROJECT ROUNDS SEED. PROJECT has the record of tests/world.py; one of its events
gets another title each time, so that the old site and the new one can be told apart.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from generator.commands import main
from tests.world import TALKS

TITLES = ("17th Defense Policy Coordination Talks", "Policy talks in Washington")


def build(project: Path) -> None:
    """Build in this process, and end it with the command's exit code."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    try:
        main(["build", "--root", str(project)])
    except SystemExit as end:
        os._exit(int(end.code or 0))
    finally:
        os._exit(70)


def built(project: Path, wait: float | None) -> int:
    """Build in a process that is killed after so many seconds, or let it end; give its status."""
    if not (child := os.fork()):
        build(project)
    if wait is not None:
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def sum_of(folder: Path) -> str:
    """Give a sum of all that a folder holds; empty where it is not there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    told = b"".join(path.relative_to(folder).as_posix().encode() + path.read_bytes() for path in files)
    return hashlib.sha256(told).hexdigest() if files else ""


def left_over(project: Path) -> list[Path]:
    """Give what a build has left beside the site, but for the site before it, which the next one is made of."""
    return [path for path in project.glob(".site*") if path.name != ".site-site-last"]


def write(project: Path, turn: int) -> None:
    """Give the record the title of a turn."""
    path = project / TALKS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"title: {TITLES[1 - turn % 2]}", f"title: {TITLES[turn % 2]}"), encoding="utf-8")


def kill(project: Path, rounds: int, seed: int) -> Counter[str]:
    """Count what stood in the published folder after each kill, and whether the next builds mended all."""
    whole, longest = [], 0.0
    for turn in range(2):
        write(project, turn)
        begun = time.monotonic()
        assert built(project, None) == 0
        longest = time.monotonic() - begun
        whole.append(sum_of(project / "site"))
    found: Counter[str] = Counter()
    chance = random.Random(seed)  # noqa: S311  moments, no secrets
    last = whole[1]
    for turn in range(rounds):
        write(project, turn)
        # every second one where the site is written and put in its place
        status = built(project, chance.uniform(0.7 * longest * (turn % 2), 1.1 * longest))
        now = sum_of(project / "site")
        kept = "new" if now == whole[turn % 2] else "old" if now == last else "broken"
        found[f"{'killed' if status < 0 else 'through'}: {kept}"] += 1
        last = now
    found["left over"] = len(left_over(project))
    found["next build fails"] = int(built(project, None) != 0)
    found["not mended"] = len(left_over(project)) + (sum_of(project / "site") not in whole)
    return found


if __name__ == "__main__":
    told = kill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(told) + "\n")
