"""What a build costs: ours, Hugo's of the same events, and the floor, in turn."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.record.loading import read_record
from tests.bench import corpus, floor, hugo
from tests.bench.measuring import CACHE, SITE_URL, Cost, bytes_of, files_under, median, python, run

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
    site_url: str = SITE_URL
    """Where its site is said to stand: without that ours has no pictures for links, no feeds, no frames for others."""
    builds: bool = True
    """Whether it makes a site, which can be set against Hugo's."""
    costs: list[Cost] = field(default_factory=list)
    """What each run took."""
    site: dict[str, float] = field(default_factory=dict)
    """What the last run made."""

    def measure(self) -> None:
        """Look at the site that the run has left."""
        found = files_under(self.folder / "site") if self.builds else []
        pages = sum(path.suffix == ".html" for path in found)
        self.site = {"output": bytes_of(found) / 1e6, "pages": pages, "files": len(found)} if found else {}


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
            cost = run(job.command, job.folder, job.site_url)
            say(f"{size:,} events, round {turn or 'for warmth'}, {job.name}: {cost.wall:.2f} s")
            if turn:
                job.costs.append(cost)
                job.measure()
    yardstick = next(job for job in jobs if job.name.startswith("Hugo"))
    return [_row(job, yardstick) for job in jobs]


def _jobs(size: int) -> list[Job]:
    """Make the projects. The changes come after the build from nothing, whose site and caches they find."""
    ours = corpus.write(size, CACHE / "building" / f"ours-{size}")
    build, alike = (python(name, "build", "--site-dir", "site") for name in ("generator", "tests.bench.alike"))
    run(build, ours)
    record = read_record(ours).record
    theirs = hugo.write(CACHE / "building" / f"hugo-{size}", record, ours / "site")
    bare = floor.write(CACHE / "building" / "floor")
    event, person = record.events[size // 2].origin.path, next(iter(record.people.values())).origin.path
    return [
        Job("floor: Material, no event", bare, floor.BUILD, lambda: _empty(bare)),
        Job("Hugo, the events alone", theirs, hugo.command(), lambda: _empty(theirs)),
        Job("ours, what Hugo makes too", ours, alike, lambda: _empty(ours)),
        Job("ours, without pictures and feeds", ours, build, lambda: _empty(ours), site_url=""),
        Job("ours, from nothing", ours, build, lambda: _empty(ours)),
        Job("ours, nothing changed", ours, build, lambda: None),
        Job("ours, one event changed", ours, build, lambda: _change(ours / event, "summary")),
        Job("ours, one event renamed", ours, build, lambda: _change(ours / event, "title")),
        Job("ours, one person renamed", ours, build, lambda: _change(ours / person, "name")),
        Job("YAML parsed, nothing else", ours, [sys.executable, "-c", _PARSE], lambda: None, builds=False),
        Job("ours, check alone", ours, python("generator", "check"), lambda: None, builds=False),
    ]


def _empty(folder: Path) -> None:
    """Take away what earlier builds have left: sites and caches."""
    for name in ("site", ".site-site-last", ".cache", "resources", ".hugo_build.lock"):
        path = folder / name
        path.unlink() if path.is_file() else shutil.rmtree(path, ignore_errors=True)


def _change(path: Path, field_: str) -> None:
    """Put one more word in front of a field's text."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"^{field_}: ", f"{field_}: More ", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _row(job: Job, yardstick: Job) -> dict[str, object]:
    """Sum up a job. Of our files many are such as Hugo does not make; what one costs can be compared all the same."""
    cpu = median(cost.cpu for cost in job.costs)
    ratios = [cost.wall / other.wall for cost, other in zip(job.costs, yardstick.costs, strict=True)]
    return {
        "name": job.name, "wall": median(cost.wall for cost in job.costs), "hugo": median(ratios) if job.site else None,
        "cpu": cpu, "peak": median(cost.peak for cost in job.costs),
        **job.site, "cpu a file": 1e3 * cpu / job.site["files"] if job.site and cpu else None,
        "walls": [cost.wall for cost in job.costs],
    }  # fmt: skip
