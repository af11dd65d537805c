"""One visit to a page in a fresh browser on a slow machine: what it waits for, and what its gestures cost."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.browser.chromium import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import CDPSession, Page, Playwright

    from tests.bench.serving import Shop
    from tests.bench.subjects import Subject

SLOWER = 4
"""How many times slower than this machine's the processor is made."""
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Bytes a second and milliseconds of a slow mobile network."""
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
_WATCH = Path(__file__).with_name("reader") / "watch.js"
_ANSWERS = "bench: answers"
"""What a page says when it does at once what a reader asks."""
_PATIENCE = 90_000
"""Milliseconds after which a timeline counts as never drawn."""
_WORTH = 10_000
"""Milliseconds of drawing after which nobody would work a page: each of its gestures may take minutes."""
_REST = 2_500
"""Milliseconds after the first drawing in which a page may still be busy with itself."""
_PAUSE = 250
"""Milliseconds between two clicks."""
_CLICKS = 8
_LONG = 500
"""Milliseconds of a step from which on one click says enough."""
_STEPS = 10
"""How many steps the zoom goes in and out again, and how many boxes of the filter are set and unset."""

Figures = dict[str, list[float]]


class Visitor:
    """Visits pages that one server serves."""

    def __init__(self, playwright: Playwright, executable: str, base: str, shop: Shop) -> None:
        """Take Playwright, the browser to start, and the server's address and account."""
        self._playwright, self._executable, self._base, self._shop = playwright, executable, base, shop

    def visit(self, subject: Subject, size: int, *, works: bool) -> Figures:
        """Load a page, and work it where wanted; give the values of each figure, in milliseconds, bytes or numbers."""
        with self._page() as (page, tools):
            if subject.slow:
                tools.send("Network.emulateNetworkConditions", _SLOW_4G)
            foreign: list[str] = []
            page.on("request", lambda asked: foreign.append(asked.url) if _is_foreign(asked.url) else None)
            page.add_init_script(
                f"{_WATCH.read_text(encoding='utf-8')}\nbench.ready = () => {subject.ready};\n"
                f"bench.answers = () => {subject.answers or subject.ready};"
            )
            self._shop.sent.clear()
            # The page says so by itself: to be asked, it would have to read 330 KB of Playwright's while it loads.
            with page.expect_console_message(lambda said: said.text == _ANSWERS):
                page.goto(self._base + subject.address.format(size=size), wait_until="commit")
            page.wait_for_timeout(_REST)
            figures = {**_loaded(page, tools, subject), **self._sent(page, subject), "foreign": [float(len(foreign))]}
            is_worth_it = works and not subject.slow and figures["drawn"][0] < _WORTH
            if is_worth_it and page.query_selector(subject.boxes):
                figures |= _worked(page, subject)
        return figures

    @contextmanager
    def _page(self) -> Iterator[tuple[Page, CDPSession]]:
        browser = self._playwright.chromium.launch(
            executable_path=self._executable, args=[*ARGUMENTS, "--no-sandbox", _ALONE]
        )
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.set_default_timeout(_PATIENCE)
            tools = page.context.new_cdp_session(page)
            for name in ("Performance", "Network"):
                tools.send(f"{name}.enable")
            tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            yield page, tools
        finally:
            browser.close()

    def _sent(self, page: Page, subject: Subject) -> Figures:
        """Sum up what the server sent: in all, and of the timeline's own code before it was drawn and after."""
        before: set[str] = set(page.evaluate("() => bench.resources()"))
        own = [(path, size) for path, size in self._shop.sent if subject.is_own(path)]
        return {
            "sent": [sum(size for _, size in self._shop.sent)],
            "own": [sum(size for path, size in own if path in before)],
            "own after": [sum(size for path, size in own if path not in before)],
            "data": [sum(size for path, size in self._shop.sent if subject.is_data(path))],
        }


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1"


def _loaded(page: Page, tools: CDPSession, subject: Subject) -> Figures:
    """Give what loading took, and what it left behind."""
    seen: dict[str, Any] = page.evaluate("() => bench.seen")
    tools.send("HeapProfiler.collectGarbage")
    metrics = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    return {
        "drawn": [seen["drawn"]],
        "answers": [seen["answers"]],
        "blocking": [sum(max(0, task - 50) for task in seen["tasks"])],
        "shift": [seen["shift"]],
        "heap": [metrics["JSHeapUsedSize"]],
        "elements": [page.evaluate("selector => bench.elements(selector)", subject.picture)],
        "page elements": [page.evaluate("() => document.querySelectorAll('*').length")],
    }


def _worked(page: Page, subject: Subject) -> Figures:
    """Give what each step of zoom and filter took to the next frame, and what the browser says of real clicks."""
    figures: Figures = {}
    if page.query_selector(subject.zoom_in):
        figures["zoom"] = _steps(page, subject, [subject.zoom_in] * _STEPS + [subject.zoom_out] * _STEPS)
        figures["click"] = [
            took for button in (subject.zoom_in, subject.zoom_out) for took in _clicks(page, button, figures["zoom"])
        ]
    if subject.opens:
        page.click(subject.opens)
    for number, box in enumerate(page.query_selector_all(subject.boxes)[:_STEPS]):
        box.evaluate("(box, number) => { box.dataset.bench = number; }", number)
    boxes = [f'[data-bench="{number}"]' for number in range(_STEPS) for _ in range(2)]
    figures["filter"] = _steps(page, subject, boxes)
    figures["click"] = figures.get("click", []) + _clicks(page, boxes[0], figures["filter"])
    return figures


def _steps(page: Page, subject: Subject, selectors: list[str]) -> list[float]:
    steps: list[float] = page.evaluate("([root, selectors]) => bench.steps(root, selectors)", [subject.root, selectors])
    return steps


def _clicks(page: Page, selector: str, steps: list[float]) -> list[float]:
    """Click as a reader does; a click that the browser does not mention took less than its grain of 16 ms."""
    page.evaluate("() => { bench.seen.clicks.length = 0; }")
    for _ in range(_CLICKS if max(steps, default=_LONG) < _LONG else 1):
        page.click(selector)
        page.wait_for_timeout(_PAUSE)
    page.wait_for_timeout(2 * _PAUSE)
    clicks: list[float] = page.evaluate("() => bench.seen.clicks")
    return clicks or [16.0]
