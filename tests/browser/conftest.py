"""The built site in a real browser, from a server on this machine."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

_PATIENCE = 20
"""Seconds after which what a test waits for has not come."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of the base class
        """Print nothing: the tests look at what the browser saw."""


@dataclass
class Visit:
    """A page in the browser, with what went wrong on it."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    """Messages of the console at level error, and uncaught exceptions."""
    foreign: list[str] = field(default_factory=list)
    """Addresses on other hosts that were asked for."""

    def open(self, address: str) -> Page:
        """Load an address of the site and wait until the network rests."""
        self.page.goto(self.base + address, wait_until="networkidle")
        return self.page


def until(page: Page, expression: str, arg: Any = None) -> None:  # noqa: ANN401  whatever JavaScript takes
    """Wait until an expression or function of the page holds.

    Playwright's own way evaluates text in the page later on, which the page's policy forbids.
    """
    last = monotonic() + _PATIENCE
    while not page.evaluate(expression, arg):
        assert monotonic() < last, expression
        page.wait_for_timeout(50)


_CALM = """() => new Promise((done) => {
  let rest = 0;
  const wait = () => { clearTimeout(rest); rest = setTimeout(done, 400); };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(wait).observe(document.body, all);
  new PerformanceObserver(wait).observe({ type: "resource" });
  wait();
})"""


_UNDER_WAY: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
"""What each page that `visit` opened waits for."""


def settled(page: Page) -> None:
    """Wait until a page asks for nothing and has changed nothing for 0.4 s of its own time: all has followed a reader.

    On a busy machine a server may take longer than that for a module on which all else waits.
    """
    page.evaluate(_CALM)
    while _UNDER_WAY.get(page):
        page.evaluate(_CALM)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a built site and give its address, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """Serve the real site and give its address."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine once."""
    executable = chromium()
    assert executable, "no Chromium starts here; run tests/browser/install.sh"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS, "--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a fresh browser context: size, scheme, scripts, media as wanted."""
    contexts = []

    def fresh(**options: Any) -> Visit:  # noqa: ANN401  whatever Playwright's new_context takes
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        visit = Visit(context.new_page(), base)
        under_way = _UNDER_WAY[visit.page] = set()

        def begun(asked: Request) -> None:
            under_way.add(asked)
            if not asked.url.startswith((base, "data:", "blob:")):
                visit.foreign.append(asked.url)

        def over(asked: Request) -> None:
            under_way.discard(asked)

        visit.page.on("request", begun)
        visit.page.on("requestfinished", over)
        visit.page.on("requestfailed", over)
        visit.page.on("console", lambda line: visit.errors.append(line.text) if line.type == "error" else None)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        return visit

    yield fresh
    for context in contexts:
        context.close()
