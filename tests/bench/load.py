"""`make load`: how much one process of nginx serves, with the configuration that the site brings.

    python -m tests.bench.load site

wrk asks for one address after another on this machine, compressed, for some seconds each, over a few connections that
ask again at once: a bounded load. Server and wrk share the processors; what counts is that nothing fails, and how long
the slowest of a hundred answers takes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.browser.servers import serving

CONNECTIONS = 16
SECONDS = 5
TOLD = """\
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('{"requests": %d, "us": %d, "bytes": %d, "failed": %d, "p50": %d, "p99": %d}\\n',
    summary.requests, summary.duration, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""
"""What wrk runs at its end: it tells the figures as JSON."""


def addresses(site: Path) -> list[str]:
    """Give what is asked for: pages of each weight, a script of theirs, and the largest files of data."""
    event = max((site / "events").glob("*/index.html"), key=lambda page: page.stat().st_size)
    style = next(site.glob("assets/*/open-channel.css"))
    found = [style, event, *(site / name for name in ("api/v1/events.json", "data/timeline.sqlite"))]
    return ["", "timeline/", "search/", *(str(path.relative_to(site)).removesuffix("index.html") for path in found)]


def load(program: str, url: str) -> dict[str, Any]:
    """Let wrk ask for an address; give requests, microseconds, bytes, failures, and two percentiles of the latency."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(TOLD)
        script.flush()
        words = [f"--connections={CONNECTIONS}", f"--duration={SECONDS}s", f"--script={script.name}"]
        words += ["--threads=1", "--timeout=10s", "--header=Accept-Encoding: gzip"]
        done = subprocess.run(  # noqa: S603  from a list, without a shell
            [program, *words, url], capture_output=True, text=True, check=True
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _figures(told: dict[str, Any]) -> tuple[float, ...]:
    seconds, sent = told["us"] / 1e6, told["bytes"]
    each = sent / max(told["requests"], 1)
    return each / 1e3, told["requests"] / seconds, sent / seconds / 1e6, told["p50"] / 1e3, told["p99"] / 1e3


def main(site: Path) -> int:
    """Ask for each address and print a table; give an exit code, 1 where an answer failed."""
    program = shutil.which("wrk")
    if not program:
        sys.stderr.write("This needs wrk; Debian has it as wrk\n")
        return 1
    table = Table("address", "KB an answer", "answers/s", "MB/s", "median ms", "99 of 100 ms", "failed")
    failed = 0
    with serving("nginx", site, "/") as base:
        for address in addresses(site):
            told = load(program, base + address)
            table.add_row(f"/{address}", *(f"{figure:,.1f}" for figure in _figures(told)), str(told["failed"]))
            failed += told["failed"]
    Console(width=120).print(table)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
