"""What a build costs: ours, Hugo's of the same events, and the floor, in turn."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.record.loading import read_record
from tests.bench import corpus, floor, hugo
from tests.bench.measuring import CACHE, Cost, bytes_of, files_under, median, python, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PARSE = """\
import sys, yaml
from pathlib import Path
for path in Path("events").rglob("*.yml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


@dataclass
class Job:
    """Something that is built again and again."""

    name: str
    """What it is called in the table."""
    folder: Path
    """Where its command runs; its site is the folder `site` there."""
    command: list[str]
    prepare: Callable[[], object]
    """What is done before each run and not measured: an emptying, a change."""
    builds: bool = True
    """Whether it makes a site, which can be set against Hugo's."""
    costs: list[Cost] = field(default_factory=list)
    """What each run took."""


def building(size: int, rounds: int, say: Callable[[str], None]) -> list[dict[str, object]]:
    """Build a project of so many events in so many rounds after a warm-up, and give a row for each kind of build.

    A row has `name`, medians `wall` and `cpu` in seconds and `peak` in MB, `hugo` (the median of the ratios to
    Hugo's wall of the same round), `output` in MB, `pages`, `files`, `cpu a file` in milliseconds, and all walls in
    `walls`.
    """
    jobs = _jobs(size)
    for turn in range(rounds + 1):
        for job in jobs:
            job.prepare()
            cost = run(job.command, job.folder)
            say(f"{size:,} events, round {turn or 'for warmth'}, {job.name}: {cost.wall:.2f} s")
            if turn:
                job.costs.append(cost)
    yardstick = next(job for job in jobs if job.name.startswith("Hugo"))
    return [_row(job, yardstick) for job in jobs]


def _jobs(size: int) -> list[Job]:
    """Make the projects. The changes come after the build from nothing, whose site and caches they find."""
    ours = corpus.write(size, CACHE / "building" / f"ours-{size}")
    build = python("generator", "build", "--site-dir", "site")
    run(build, ours)
    record = read_record(ours).record
    theirs = hugo.write(CACHE / "building" / f"hugo-{size}", record, ours / "site")
    bare = floor.write(CACHE / "building" / "floor")
    event, person = record.events[size // 2].origin.path, next(iter(record.people.values())).origin.path
    return [
        Job("floor: Material, no event", bare, floor.BUILD, lambda: _empty(bare)),
        Job("Hugo, the events alone", theirs, hugo.command(), lambda: _empty(theirs)),
        Job("ours, from nothing", ours, build, lambda: _empty(ours)),
        Job("ours, nothing changed", ours, build, lambda: None),
        Job("ours, one event changed", ours, build, lambda: _change(ours / event, "summary")),
        Job("ours, one person renamed", ours, build, lambda: _change(ours / person, "name")),
        Job("YAML parsed, nothing else", ours, [sys.executable, "-c", _PARSE], lambda: None, builds=False),
        Job("ours, check alone", ours, python("generator", "check"), lambda: None, builds=False),
    ]


def _empty(folder: Path) -> None:
    """Take away what earlier builds have left: sites and caches."""
    for name in ("site", ".cache", "resources", ".hugo_build.lock"):
        path = folder / name
        path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)


def _change(path: Path, field_: str) -> None:
    """Put one more word in front of a field's text."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"^{field_}: ", f"{field_}: More ", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _row(job: Job, yardstick: Job) -> dict[str, object]:
    """Sum up a job. Output, pages and files are those of the site as the last job of its folder left it.

    Of ours many are such as Hugo does not make here: what one file costs can be compared, whatever it is.
    """
    site = files_under(job.folder / "site") if job.builds else []
    cpu = median(cost.cpu for cost in job.costs)
    ratios = [cost.wall / other.wall for cost, other in zip(job.costs, yardstick.costs, strict=True)]
    return {
        "name": job.name, "wall": median(cost.wall for cost in job.costs), "hugo": median(ratios) if site else None,
        "cpu": cpu, "peak": median(cost.peak for cost in job.costs),
        "output": bytes_of(site) / 1e6 if site else None,
        "pages": sum(path.suffix == ".html" for path in site) if site else None,
        "files": len(site) or None, "cpu a file": 1e3 * cpu / len(site) if site and cpu else None,
        "walls": [cost.wall for cost in job.costs],
    }  # fmt: skip
