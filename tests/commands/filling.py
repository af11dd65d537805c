"""Builds on a small disk that has room for a part of a site alone, and looks at what is published.

Usage: unshare --map-root-user --mount python -m tests.commands.filling PROJECT DISK ROUNDS. Over the empty folder DISK
a disk in memory is put, which is there for this program alone and goes with it. PROJECT is as killing.py has it; its
caches lie on the disk, too. Each round leaves more room, from none to what a site and its caches need.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.commands.killing import built, left_over, sum_of, write

SIZE = "96m"
"""What a small project with two of its sites has room in."""


def free(disk: Path) -> int:
    """Give the bytes that a disk has left."""
    left = os.statvfs(disk)
    return left.f_bavail * left.f_frsize


def build_within(project: Path, room: int) -> int:
    """Build where so many bytes are left; give the status."""
    ballast = project.parent / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(free(project) - room, 1))
    try:
        return built(project, None)
    finally:
        ballast.unlink()


def fill(project: Path, rounds: int) -> Counter[str]:
    """Count how builds ended and what stood in the published folder, and whether the next build mended all."""
    whole, needed = [], 0
    for turn in range(2):
        write(project, turn)
        before = free(project)
        assert built(project, None) == 0
        needed = needed or before - free(project)
        whole.append(sum_of(project / "site"))
    found: Counter[str] = Counter()
    stands = 1
    for part in range(rounds):
        write(project, 1 - stands)
        status = build_within(project, needed * part // (rounds - 1))
        now = whole.index(sum_of(project / "site"))  # broken ones are none of the two
        found[f"ended with {status}: {'old' if now == stands else 'new'}"] += 1
        found["left over"] += len(left_over(project))
        stands = now
    write(project, 1 - stands)
    found["next build fails"] = int(built(project, None) != 0)
    found["not mended"] = int(sum_of(project / "site") != whole[1 - stands])
    return found


if __name__ == "__main__":
    given, disk = Path(sys.argv[1]), Path(sys.argv[2])
    subprocess.run(  # noqa: S603  words of the test
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk],  # noqa: S607  the system's
        check=True,
    )
    told = fill(shutil.copytree(given, disk / "project"), int(sys.argv[3]))
    sys.stdout.write(json.dumps(told) + "\n")
