"""Every kind of page, in the states in which readers meet it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import COLOURS, thin, violations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DPCT = "events/2024-01-08-dpct-17/"
KINDS = (
    "", "timeline/", "timeline/all/", "embed/", DPCT, "years/", "years/2023/", "channels/", "channels/dpct/",
    "people/", "people/li-shangfu/", "offices/", "offices/prc-defence-minister/", "topics/", "topics/taiwan/",
    "places/", "places/beijing/", "sources/", "sources/financial-times/", "tours/", "tours/five-decades/",
    "status/", "status/2022-08-05/", "chains/", "chains/2022-08-05-channels-cancelled/", "counterparts/",
    "counterparts/prc-defence-minister--us-defense-secretary/", "numbers/", "readouts/", "readouts/years/2024/",
    "readouts/channels/dpct/", "readouts/topics/taiwan/", "readouts/one-account/", "search/", "about/",
    "about/gaps/", "about/software/", "changes/", "data/", "explained/", "explained/why-talks-stop/", "glossary/",
    "tours/hotlines/", "contributing/", "contributing/add/", "contributing/fields/", "contributing/checks/",
    "contributing/checks/e301/", "404.html",
)  # fmt: skip
"""One address for each kind of page."""
PHONE = {"runOnly": {"type": "rule", "values": ["target-size"]}}
"""The rule that asks for room for a finger (WCAG 2.5.8), which axe leaves out unless it is named."""
LAID_OUT = "for (const late of document.querySelectorAll('.year, .readout')) late.style.contentVisibility = 'visible'"
"""What a browser lays out when it is scrolled to has its place only then."""
STATES: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({"media": "screen", "color_scheme": "light"}, {"rules": {"target-size": {"enabled": True}}}),
    ({"media": "screen", "color_scheme": "dark"}, COLOURS),
    ({"media": "print", "color_scheme": "light"}, COLOURS),
)
"""What a page is shown in, and which rules it is then held to, if not all."""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
WIDTHS = (320, 360, 390, 768, 1024, 1280)
PHONES = (320, 360, 390)
CUT_OFF = """() => [...document.querySelectorAll('main svg.tl')]
  .filter((one) => one.checkVisibility() && !one.closest('table'))
  .filter((one) => one.parentElement.scrollWidth > one.parentElement.clientWidth
    || one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth)
  .map((one) => `${one.getAttribute('width')} px in .${one.parentElement.className}`)"""
"""The drawings that have to be scrolled sideways; signs in a table are no fault, for they move with its columns."""


def kind(text: str) -> str:
    """Give the kind of a page that is drawn whole; empty for one written by hand."""
    found = re.search(r'class="(?:[^"]* )?(p-[a-z-]+)', text)
    return found[1] if found else ""


def test_every_kind_is_opened(site: Path) -> None:
    """No kind of page that the site has is left out of what these tests open."""
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    opened = [(site / address / "index.html").read_text(encoding="utf-8") for address in KINDS if "404" not in address]

    assert {kind(text) for text in texts} == {kind(text) for text in opened}


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_in_every_state(visit: Callable[..., Visit], address: str) -> None:
    """A page has one h1, no jump of levels, a title, a language; axe finds nothing in either scheme nor on paper.

    What can be taken has room for a finger (WCAG 2.5.8).
    From 320 px on it is never wider than the screen (WCAG 1.4.10): wide tables scroll in themselves, wide pictures on
    tablets alone. The browser runs it under its policy, which would show in the console, and nothing does.
    """
    visited = visit(reduced_motion="reduce", viewport={"width": WIDTHS[0], "height": 800})
    page = visited.open(address)  # without motion: colours on their way from one scheme to the other are no fault

    heads(page)
    page.evaluate(LAID_OUT)
    assert violations(page, **PHONE) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(DRAWN)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert width not in PHONES or page.evaluate(CUT_OFF) == [], width
    for state, _ in STATES:
        page.emulate_media(**state)
        page.evaluate(DRAWN)
    assert visited.errors == []
    assert visited.foreign == []
    thin(page)
    for state, rules in STATES:
        page.emulate_media(**state)
        assert violations(page, **rules) == [], state


def test_a_fault_in_one_of_many_is_found(visit: Callable[..., Visit]) -> None:
    """Of a hundred like entries a few are left to be looked at, and with them the one that is unlike."""
    page = visit().open("people/")
    count = "document.querySelectorAll('main a').length"
    before = page.evaluate(count)
    page.locator(".index a").nth(50).evaluate("link => { link.style.color = '#eee' }")

    thin(page)

    assert page.evaluate(count) < before / 2
    assert [found[:15] for found in violations(page, **COLOURS)] == ["color-contrast:"]


def heads(page: Page) -> None:
    """Find what a page says of itself sound: headings, title, language, policy."""
    levels = page.eval_on_selector_all("main :is(h1,h2,h3,h4,h5,h6)", "all => all.map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert page.title().endswith("Open Channel")
    assert page.get_attribute("html", "lang") == "en"
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", [
    "timeline/", "search/", "contributing/add/", "status/", "status/2022-08-05/",
    "counterparts/prc-defence-minister--us-defense-secretary/",
])  # fmt: skip
@pytest.mark.parametrize("width", [360, 390, 412, 1280])
def test_nothing_shifts(visit: Callable[..., Visit], address: str, width: int) -> None:
    """The layout of a page whose scripts take it over does not shift while it loads."""
    visited = visit(viewport={"width": width, "height": 800})
    visited.page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " window.shift += entry.value }).observe({type: 'layout-shift', buffered: true})"
    )
    page = visited.open(address)
    page.wait_for_timeout(500)

    assert page.evaluate("window.shift") < 0.01


@pytest.mark.parametrize("address", ["", "chains/", "status/"])
@pytest.mark.parametrize("width", [800, 1100])
def test_charts_begin_with_the_last_years(visit: Callable[..., Visit], address: str, width: int) -> None:
    """Where the count of channels is wider than the screen, its last years are seen first, the others by scrolling."""
    page = visit(viewport={"width": width, "height": 900}).open(address)
    chart = page.locator(":is(.late, .scrub):visible")

    drawn, shown = chart.locator("svg").first.bounding_box(), chart.bounding_box()
    assert drawn
    assert shown
    assert drawn["x"] + drawn["width"] == pytest.approx(shown["x"] + shown["width"], abs=20)
    chart.evaluate("chart => chart.scrollBy(-2000, 0)")
    earliest = chart.locator("svg").first.bounding_box()
    assert earliest
    assert earliest["x"] == pytest.approx(shown["x"], abs=1)


def test_scheme_is_the_readers_choice(visit: Callable[..., Visit]) -> None:
    """The page follows the system until the reader chooses, and keeps the choice on the next page."""
    visited = visit(color_scheme="dark")
    page = visited.open("")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)

    page.click("button.scheme")
    light = page.evaluate(background)
    visited.open("timeline/")

    assert (dark, light, page.evaluate(background)) == ("rgb(20, 23, 27)", "rgb(253, 252, 250)", "rgb(253, 252, 250)")
