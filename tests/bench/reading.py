"""What a reader waits for: the timeline in a browser on a slow machine, ours and its peers in turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from generator.record.loading import read_record
from tests.bench import corpus, floor, large, lighthouse
from tests.bench.measuring import CACHE, median, p95, python, run, zipped
from tests.bench.peers import data, peers
from tests.bench.serving import serving
from tests.bench.subjects import BARE, FLOOR, OURS, SUBJECTS, Subject, styles
from tests.bench.visiting import Visitor
from tests.browser.chromium import chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.bench.visiting import Figures


_BUILT = 1_000
"""Up to so many events the whole site is built; for more the page of the timeline alone is made."""
_LONG = 500
"""Milliseconds of a step that nobody needs to see twice."""


@dataclass
class Visits:
    """What the visits to a page have shown."""

    subject: Subject
    figures: Figures = field(default_factory=dict)
    """The values of each figure, of all visits."""
    scores: dict[str, float] = field(default_factory=dict)
    """What Lighthouse says of it."""
    failed: str = ""
    """Why the page is not visited any longer."""

    @property
    def is_tiring(self) -> bool:
        """Whether its gestures take so long that having seen them once is enough."""
        return any((self.median(gesture) or 0) > _LONG for gesture in ("zoom", "filter"))

    def median(self, name: str) -> float | None:
        """Give the middle of a figure's values; None where it has none."""
        return median(self.figures.get(name, []))

    def over(self, floor_: Visits, name: str) -> float | None:
        """Give by how much a figure is above the floor's."""
        value, under = self.median(name), floor_.median(name)
        return None if value is None or under is None else max(0.0, value - under)


def reading(size: int, rounds: int, say: Callable[[str], None]) -> list[dict[str, object]]:
    """Visit every page in so many rounds after a warm-up, and give a row of figures for each."""
    executable = chromium(whole=True)
    if not executable:
        raise RuntimeError("no Chromium starts here: make browser WHOLE=whole")
    found = [Visits(subject) for subject in SUBJECTS]
    with serving(_folders(size)) as (base, shop), sync_playwright() as playwright:
        visitor = Visitor(playwright, executable, base, shop)
        for turn in range(rounds + 1):
            for visits in found:
                if not visits.failed:
                    said = _visit(visitor, visits, size, counts=turn > 0)
                    say(f"{size:,} events, round {turn or 'for warmth'}, {visits.subject.name}: {said}")
        for visits in found:
            if visits.subject in (FLOOR, OURS):
                say(f"{size:,} events, Lighthouse, {visits.subject.name}")
                visits.scores = lighthouse.scores(base + visits.subject.address, executable)
    others = {visits.subject.name: visits for visits in found}
    return [_row(visits, others, size) for visits in found]


def _folders(size: int) -> dict[str, Path]:
    """Build the sites, and give the folders to serve by the first part of their addresses."""
    home = CACHE / "reading"
    ours = corpus.write(min(size, _BUILT), home / f"ours-{min(size, _BUILT)}")
    run(python("generator", "build", "--site-dir", "site"), ours)
    record = read_record(ours if size <= _BUILT else corpus.write(size, home / f"record-{size}")).record
    built = ours / "site" if size <= _BUILT else large.site(record, ours / "site", home / f"site-{size}")
    bare = floor.write(home / "floor")
    run(floor.BUILD, bare)
    return {"ours": built, "floor": bare / "site", "peers": peers(), "data": data(record, home / "data")}


def _visit(visitor: Visitor, visits: Visits, size: int, *, counts: bool) -> str:
    """Visit a page once more and add what came of it; give it in words."""
    try:
        figures = visitor.visit(visits.subject, size, works=counts and not visits.is_tiring)
    except Error as error:
        visits.failed = error.message.splitlines()[0]
        return visits.failed
    for name, values in figures.items() if counts else ():
        visits.figures.setdefault(name, []).extend(values)
    return f"drawn after {figures['drawn'][0]:.0f} ms"


def _row(visits: Visits, others: Mapping[str, Visits], size: int) -> dict[str, object]:
    """Sum up a page: bytes compressed, times in ms; blocking above a bare page of Material, heap above a page without.

    The peers stand in bare pages of their own, not in Material's: nothing lies under their blocking, and their
    first visit is theirs and the bare page of Material together.
    """
    subject, figures, bare = visits.subject, visits.figures, others[FLOOR.name]
    peer = subject.above == BARE.name
    own, sent, under = visits.median("own"), visits.median("sent"), bare.median("sent") if peer else 0
    above = others.get(subject.above)
    return {
        "name": subject.name, "is peer": peer,
        "own": own and own + (0 if peer else zipped(styles())), "own after": visits.median("own after"),
        "index": (visits.median("data") or 0) / size or None,
        "first visit": None if sent is None or under is None else sent + under,
        "drawn": visits.median("drawn"), "answers": visits.median("answers"), "drawn all": figures.get("drawn", []),
        "blocking": visits.median("blocking") if peer else visits.over(bare, "blocking"),
        "zoom": visits.median("zoom"), "zoom p95": p95(figures.get("zoom", [])),
        "filter": visits.median("filter"), "filter p95": p95(figures.get("filter", [])),
        "click": max(figures["click"]) if figures.get("click") else None,
        "heap": visits.over(above, "heap") if above else None, "elements": visits.median("elements") if above else None,
        "page elements": visits.median("page elements"), "shift": visits.median("shift"),
        "foreign": visits.median("foreign"), "failed": visits.failed, **visits.scores,
    }  # fmt: skip
