"""Terms that explain themselves: by pointer, keyboard and finger, and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEANING = "The People's Liberation Army, the armed forces of China."


@pytest.fixture(scope="module")
def event() -> str:
    """Find the newest event whose summary names the army by its short form."""
    events = real_reading().record.events
    return next(event.id for event in reversed(events) if "PLA" in event.summary.split())


def term(page: Page) -> Locator:
    """Give the term on the page of the event."""
    return page.locator("a.term", has_text="PLA")


def test_pointer_and_keyboard(visit: Callable[..., Visit], event: str) -> None:
    """Resting on a term shows what it means, described to a screen reader; Escape and leaving it take that away."""
    visited = visit()
    page = visited.open(f"events/{event}/")
    tip = page.get_by_role("tooltip")

    term(page).hover()
    expect(tip).to_have_text(MEANING)
    expect(term(page)).to_have_attribute("aria-describedby", "term-tip")
    tip.hover()
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    term(page).focus()
    expect(tip).to_have_text(MEANING)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert visited.errors == []


def test_a_finger_is_told_first_and_led_there_next(visit: Callable[..., Visit], event: str) -> None:
    """The first tap shows the meaning within the screen, the second leads to the glossary."""
    visited = visit(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page = visited.open(f"events/{event}/")

    term(page).tap()
    expect(page.get_by_role("tooltip")).to_have_text(MEANING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    term(page).tap()
    page.wait_for_url("**/glossary/#pla")
    assert visited.errors == []


def test_without_scripts_a_term_is_a_link(visit: Callable[..., Visit], event: str) -> None:
    """It leads to its place in the glossary."""
    page = visit(java_script_enabled=False).open(f"events/{event}/")

    term(page).click()
    assert page.url.endswith("/glossary/#pla")
    assert page.locator("#pla + dd").inner_text() == MEANING
