"""The tables of the bench: a row for each build or page, and under ours what it is to keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from tests.bench import lighthouse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = dict[str, object]
Column = tuple[str, str, "Callable[[float], str]"]
"""Heading, key of the row, and how its number is written."""


def _seconds(value: float) -> str:
    return f"{value:.2f}"


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _kilo(value: float) -> str:
    return f"{value / 1e3:.1f}"


def _mega(value: float) -> str:
    return f"{value / 1e6:.1f}"


BUILDING: Sequence[Column] = (
    ("wall s", "wall", _seconds),
    ("x Hugo", "hugo", _seconds),
    ("CPU s", "cpu", _seconds),
    ("peak MB", "peak", _whole),
    ("output MB", "output", "{:.1f}".format),
    ("pages", "pages", _whole),
    ("files", "files", _whole),
    ("CPU ms a file", "cpu a file", _seconds),
)
READING: Sequence[Column] = (
    ("JS+CSS KB", "own", _kilo),
    ("after", "own after", _kilo),
    ("index B/event", "index", _whole),
    ("first visit KB", "first visit", _kilo),
    ("drawn", "drawn", _whole),
    ("answers", "answers", _whole),
    ("blocking", "blocking", _whole),
    ("zoom", "zoom", _whole),
    ("p95", "zoom p95", _whole),
    ("filter", "filter", _whole),
    ("p95", "filter p95", _whole),
    ("worst click", "click", _whole),
    ("heap MB", "heap", _mega),
    ("elements", "elements", _whole),
    ("shift", "shift", "{:.3f}".format),
    ("other hosts", "foreign", _whole),
)
PAGES: Sequence[Column] = (
    ("HTML KB", "html", _kilo),
    ("first visit KB", "first visit", _kilo),
    ("requests", "requests", _whole),
)
SCORES: Sequence[Column] = tuple((name, name, _whole) for name in lighthouse.SCORES)
RATIOS: Sequence[Column] = tuple(
    (heading, key, "{:.1f}".format)
    for heading, key in (
        ("drawn", "drawn"), ("blocking", "blocking"), ("zoom", "zoom"), ("filter", "filter"), ("worst click", "click"),
        ("JS+CSS", "own"), ("index", "index"), ("elements", "elements"),
    )
)  # fmt: skip

_READ = {
    "own": 15_000, "own after": 20_000, "index": 35, "zoom": 75, "zoom p95": 120, "filter": 80, "filter p95": 150,
    "click": 200, "heap": 5e6, "elements": 600, "shift": 0.01, "foreign": 0,
}  # fmt: skip
BUDGETS: Mapping[int, Mapping[str, Row]] = {
    300: {"ours": {**_READ, "drawn": 1_200, "blocking": 150}},
    1_000: {
        "ours": {**_READ, "drawn": 1_200, "answers": 1_200, "blocking": 150, "first visit": 130_000},
        "ours, slow 4G": {"drawn": 1_500},
        "ours, what Hugo makes too": {"hugo": 2.0},
        "ours, from nothing": {"hugo": 2.0},
    },
    5_000: {"ours": {**_READ, "drawn": 1_600, "blocking": 300}},
    10_000: {
        "ours": {**_READ, "drawn": 1_600, "blocking": 300},
        "ours, slow 4G": {"drawn": 2_500},
        "ours, what Hugo makes too": {"hugo": 1.5},
        "ours, from nothing": {"hugo": 1.5, "peak": 250},
        "ours, one event changed": {"hugo": 0.25},
        "ours, one event renamed": {"hugo": 0.25},
    },
}
"""The most that is allowed, by the number of events and the row."""


def building_tables(size: int, rows: Sequence[Row]) -> list[Table]:
    """Give the builds of so many events as a table."""
    return [_table(f"Building, {size:,} events (medians)", rows, BUILDING, BUDGETS.get(size, {}))]


def pages_tables(_size: int, rows: Sequence[Row]) -> list[Table]:
    """Give the pages of the record as a table."""
    return [_table("A page of each kind, Lighthouse on a phone (medians)", rows, (*PAGES, *SCORES), {})]


def reading_tables(size: int, rows: Sequence[Row]) -> list[Table]:
    """Give the pages with so many events as a table, and another of how many times ours the peers take."""
    ours = next(row for row in rows if row["name"] == "ours")
    ratios = [{"name": row["name"], **_ratios(row, ours)} for row in rows if row.get("is peer")]
    title = f"Reading, {size:,} events, processor 4 times slower (medians, ms)"
    return [
        _table(title, rows, READING, BUDGETS.get(size, {})),
        _table(f"How many times what ours takes, {size:,} events", ratios, RATIOS, {}),
        _table(
            f"Lighthouse, on a phone, {size:,} events",
            [row for row in rows if row.keys() & lighthouse.SCORES],
            SCORES,
            {},
        ),
    ]


def _ratios(row: Row, ours: Row) -> Row:
    pairs = {key: (row.get(key), ours.get(key)) for _, key, _ in RATIOS}
    return {
        key: theirs / own
        for key, (theirs, own) in pairs.items()
        if isinstance(theirs, int | float) and isinstance(own, int | float) and own
    }


def _table(title: str, rows: Sequence[Row], columns: Sequence[Column], budgets: Mapping[str, Row]) -> Table:
    """Make a table. Below a row with a budget stands the budget, and what is over it is red."""
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("", no_wrap=True)
    for heading, _, _ in columns:
        table.add_column(heading, justify="right")
    for row in rows:
        name, most = str(row["name"]), budgets.get(str(row["name"]), {})
        over = [_is_over(row.get(key), most.get(key)) for _, key, _ in columns]
        cells = [f"[red]{cell}[/]" if red else cell for cell, red in zip(_cells(row, columns), over, strict=True)]
        table.add_row(f"{name}: never drawn" if row.get("failed") else name, *cells)
        if most:
            table.add_row("  at most", *_cells(most, columns), style="dim")
    return table


def _cells(row: Row, columns: Sequence[Column]) -> list[str]:
    return [write(value) if isinstance(value := row.get(key), int | float) else "-" for _, key, write in columns]


def _is_over(value: object, most: object) -> bool:
    return isinstance(value, int | float) and isinstance(most, int | float) and value > most
