"""What each kind of page of the real record weighs, and what Lighthouse says of it on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench import lighthouse
from tests.bench.corpus import ROOT
from tests.bench.measuring import CACHE, python, run, zipped
from tests.bench.peers import peers
from tests.bench.serving import serving
from tests.browser.chromium import ARGUMENTS, chromium
from tests.browser.test_pages import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import ViewportSize

_REST = 2_500
"""Milliseconds after which a page has fetched what it fetches of itself."""
_PHONE: ViewportSize = {"width": 390, "height": 844}


def pages(_size: int, rounds: int, say: Callable[[str], None]) -> list[dict[str, object]]:
    """Visit a page of each kind once for its weight, in bytes compressed, and let Lighthouse visit it so many times."""
    executable = chromium(whole=True)
    if not executable:
        raise RuntimeError("no Chromium starts here: make browser WHOLE=whole")
    site = CACHE / "pages" / "site"
    peers()  # Lighthouse is installed with them
    rows: list[dict[str, object]] = []
    with serving({"": site}) as (base, shop), sync_playwright() as playwright:
        run(python("generator", "build", "--site-dir", str(site)), ROOT, base)  # where it says that it stands, it does
        browser = playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS, "--no-sandbox"])
        for address in KINDS:
            shop.sent.clear()
            page = browser.new_page(viewport=_PHONE)
            page.goto(f"{base}{address}")
            page.wait_for_timeout(_REST)
            page.close()
            file = site / address
            html = (file / "index.html" if file.is_dir() else file).read_bytes()
            rows.append({
                "name": address or "/", "html": zipped(html), "first visit": sum(size for _, size in shop.sent),
                "requests": len(shop.sent), **lighthouse.scores(f"{base}{address}", executable, rounds),
            })  # fmt: skip
            say(f"{address or '/'}: {rows[-1]}")
        browser.close()
    return rows
