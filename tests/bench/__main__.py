"""`make bench`: how fast the site is built and read, beside others, in one run.

    python -m tests.bench [--only reading] [--sizes 300,1000] [--rounds 5]

Machines are noisy: trust the ratios inside one run. The figures are also written to `.cache/bench/results.json`.
"""

from __future__ import annotations

import argparse
import json
import platform
from importlib import import_module
from typing import TYPE_CHECKING

from rich.console import Console

from tests.bench.measuring import CACHE
from tests.bench.tables import building_tables, pages_tables, reading_tables

if TYPE_CHECKING:
    from tests.bench.tables import Row

SIZES = (300, 1_000, 5_000, 10_000)
WIDTH = 190
"""Columns that the tables need; a narrower terminal folds them."""
TABLES = {"building": building_tables, "reading": reading_tables, "pages": pages_tables}
THE_RECORD = (0,)
"""The one size of what is measured on the real record."""


def main() -> None:
    """Measure what is asked for, size by size, print a table after each, and keep all figures."""
    asked = _asked()
    console, log = Console(), Console(stderr=True, style="dim")
    console.width = max(console.width, WIDTH)
    results: dict[str, dict[int, list[Row]]] = {}
    for part in asked.only or TABLES:
        measure = getattr(import_module(f"tests.bench.{part}"), part)
        for size in THE_RECORD if part == "pages" else asked.sizes:
            rows = measure(size, asked.rounds, log.print)
            results.setdefault(part, {})[size] = rows
            console.print(*TABLES[part](size, rows))
            _keep(results, asked.rounds)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", choices=list(TABLES), help="measure one part alone")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of events, with commas (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds after the warm-up (%(default)s)")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


def _keep(results: dict[str, dict[int, list[Row]]], rounds: int) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    machine = {"machine": platform.platform(), "python": platform.python_version(), "rounds": rounds}
    (CACHE / "results.json").write_text(json.dumps({**machine, **results}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
