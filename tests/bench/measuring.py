"""What a command costs, and what a folder holds."""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.corpus import ROOT
from tests.conftest import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SITE_URL = "https://bench.example.org/"
"""Where the sites are said to stand: with an address a build writes its sitemap and canonical links."""
_LAUNCH = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py"))]


@dataclass(frozen=True)
class Cost:
    """What one run of a command took, with all that it started."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all processors."""
    peak: float
    """Megabytes (10^6) of the largest process."""


def run(command: Sequence[str], folder: Path, site_url: str = SITE_URL) -> Cost:
    """Run a command in a folder, with this project's code at hand; raise CalledProcessError with what it said."""
    made = subprocess.run(  # noqa: S603  commands of the bench, from a list, without a shell
        [*_LAUNCH, *command], cwd=folder, env={**environment(), "SITE_URL": site_url}, capture_output=True, check=False
    )
    if made.returncode:
        sys.stderr.buffer.write(made.stderr)
        made.check_returncode()
    wall, cpu, peak = json.loads(made.stdout)
    return Cost(wall, cpu, peak / 1e6)


def python(*words: str) -> list[str]:
    """Give the command that runs a module with the Python of this environment."""
    return [sys.executable, "-m", *words]


def files_under(folder: Path) -> list[Path]:
    """Give every file under a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def bytes_of(paths: Iterable[Path]) -> int:
    """Give the bytes of files together."""
    return sum(path.stat().st_size for path in paths)


def zipped(content: bytes) -> int:
    """Give the bytes of a content once compressed as servers do it."""
    return len(gzip.compress(content, compresslevel=9))


def median(values: Iterable[float]) -> float | None:
    """Give the middle of the values; None of none."""
    found = list(values)
    return statistics.median(found) if found else None


def p95(values: Iterable[float]) -> float | None:
    """Give the value below which 95 of 100 lie; None of none."""
    found = sorted(values)
    return found[-(-95 * len(found) // 100) - 1] if found else None


CACHE = ROOT / ".cache" / "bench"
"""Where the bench keeps what it makes: projects, sites, peers, results."""
