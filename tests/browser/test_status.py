"""The status of any day: by address, slider, field and buttons, with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.views.days import calendar
from tests.browser.axe import violations
from tests.browser.conftest import until
from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALT, BEFORE, AFTER = "2022-08-05", "2022-07-07", "2022-09-01"
SHOWN = """() => ['h1', '.answer', '.groups', '.unknown:not([hidden])', '.off'].map(part =>
  document.querySelector(part)?.innerText.replace(/\\s+/g, ' ') ?? '')"""


def wait(page: Page, shown: str) -> None:
    """Wait until the script shows a day, or two."""
    page.wait_for_selector(f".status[data-shown='{shown}']")


def test_days_by_address_are_the_pages_of_those_days(visit: Callable[..., Visit]) -> None:
    """What the script says of a day of change is what its page says that was made before, in every word."""
    record = real_reading().record
    assert record.checked
    days = [one.day for one in calendar(record, record.checked).days()]
    visited = visit()

    for day in (days[0], *days[5::29], days[-1]):
        fixed = visited.open(f"status/{day}/").evaluate(SHOWN)
        page = visited.open(f"status/?as-of={day}")
        wait(page, f"{day}")
        assert page.evaluate(SHOWN) == fixed
    assert visited.errors == []


def test_without_scripts(visit: Callable[..., Visit]) -> None:
    """An address with a day shows the last day checked; every day of change is reached by links alone."""
    visited = visit(java_script_enabled=False)
    today = visited.open("status/").locator("h1").inner_text()

    assert visited.open(f"status/?as-of={HALT}").locator("h1").inner_text() == today
    assert not visited.page.locator(".dayform input, .scrub input").first.is_visible()
    visited.page.click(f".changes a[href$='/{HALT}/']")
    assert visited.page.locator("h1").inner_text() == "Channels on 5 August 2022"
    visited.page.click("a[rel=prev]")
    assert visited.page.url.endswith(f"status/{BEFORE}/")


def test_the_slider_is_driven_by_keys(visit: Callable[..., Visit]) -> None:
    """Arrows go from change to change, Page keys by years, Home and End to the ends; the day is said at each step."""
    page = visit().open(f"status/?as-of={HALT}")
    wait(page, HALT)
    slider = page.locator(".wide.scrub input")
    slider.focus()
    assert (slider.get_attribute("aria-valuetext") or "").startswith("5 August 2022: 13 of 28 channels were open")

    for key, day in (("ArrowLeft", BEFORE), ("ArrowRight", HALT), ("PageDown", "2021-08-05"), ("PageUp", HALT),
                     ("ArrowUp", AFTER), ("Home", "1972-01-01")):  # fmt: skip
        page.keyboard.press(key)
        wait(page, day)
        assert page.url.endswith(f"?as-of={day}")
    assert slider.get_attribute("aria-valuetext") == "1 January 1972: No channel was on record."
    page.keyboard.press("End")
    until(page, "!location.search")
    assert slider.evaluate("one => one === document.activeElement")


def test_the_slider_says_its_day_before_it_is_moved(visit: Callable[..., Visit]) -> None:
    """What is read aloud is a day and its answer from the start, and no number of days since 1970."""
    for address in ("status/", f"status/{HALT}/"):
        page = visit().open(address)
        day = page.locator("h1").inner_text().removeprefix("Channels on ")
        said = page.locator(".wide.scrub input").get_attribute("aria-valuetext")
        assert said == f"{day}: {page.locator('.answer').inner_text()}"


def test_a_day_that_was_asked_for_is_said(visit: Callable[..., Visit]) -> None:
    """What a field or a button leads to is said to whoever has the page read aloud; the slider speaks for itself."""
    page = visit().open("status/")
    told = page.locator("p[role=status]")
    assert told.text_content() == ""
    page.locator("input[name=as-of]").fill(HALT)
    wait(page, HALT)
    assert told.text_content() == f"5 August 2022: {page.locator('.answer').inner_text()}"
    page.click("a[rel=prev]")
    wait(page, BEFORE)
    assert (told.text_content() or "").startswith("7 July 2022: ")

    page.locator(".wide.scrub input").focus()
    page.keyboard.press("ArrowRight")
    wait(page, HALT)
    assert told.text_content() == ""


def test_buttons_field_and_going_back(visit: Callable[..., Visit]) -> None:
    """Each choice has its address; going back leads to the day before, and the last day checked to where it began."""
    page = visit().open("status/")
    today = page.locator("h1").inner_text()
    page.locator("input[name=as-of]").fill(HALT)
    wait(page, HALT)
    page.click("a[rel=next]")
    wait(page, AFTER)
    page.go_back()
    wait(page, HALT)
    assert page.input_value("input[name=as-of]") == HALT
    assert page.locator(".at").first.get_attribute("transform") != page.locator(".at").last.get_attribute("transform")

    page.click(".now")
    until(page, "!location.search")
    assert page.locator("h1").inner_text() == today
    assert page.locator(".lately").is_visible()


@pytest.mark.parametrize("width", [320, 360, 390, 1280])
def test_a_pointer_chooses_on_the_chart(visit: Callable[..., Visit], width: int) -> None:
    """A click on the chart shows the day under it, on any of its drawings.

    On the page of one day it leads to the page of all days.
    """
    visited = visit(viewport={"width": width, "height": 900})
    page = visited.open(f"status/{HALT}/")
    slider = page.locator(".scrub input:visible")
    box = slider.bounding_box()
    assert box

    page.mouse.click(box["x"] + box["width"] * 0.335, box["y"] + box["height"] / 2)
    page.wait_for_url(lambda url: "?as-of=19" in url)
    page.wait_for_selector(".status[data-shown]")

    assert page.locator("h1").inner_text().startswith("Channels on ")
    assert slider.evaluate("one => one === document.activeElement")
    mark = page.locator(".scrub .at:visible").bounding_box()
    assert mark
    assert mark["x"] + mark["width"] / 2 == pytest.approx(box["x"] + box["width"] * 0.335, abs=6)


def test_two_days(visit: Callable[..., Visit]) -> None:
    """The channels whose state differs stand in one table, who held office on both days in another; axe agrees."""
    visited = visit()
    page = visited.open(f"status/?as-of={HALT}&with={BEFORE}")
    wait(page, f"{HALT} {BEFORE}")
    table = page.locator(".differ table").first

    assert page.locator(".differ h2").inner_text() == "3 channels differ between 7 July 2022 and 5 August 2022"
    assert table.locator("tbody th").all_inner_texts() == [
        "Policy talks (DPCT)",
        "Maritime talks (MMCA)",
        "Theatre commanders",
    ]
    assert "open since 27 February 2009" in table.locator("tr >> nth=1").inner_text()
    first, heading = table.bounding_box(), page.locator(".differ h3").bounding_box()
    assert first
    assert heading
    assert heading["y"] >= first["y"] + first["height"]
    assert violations(page) == []
    page.locator("input[name=with]").fill("")
    page.click(".dayform button")
    wait(page, HALT)
    assert not page.locator(".differ").is_visible()


@pytest.mark.parametrize("asked", ["tomorrow", "2022-02-30", "2099-01-01", "%3Cb%3E"])
def test_an_address_that_names_no_known_day(visit: Callable[..., Visit], asked: str) -> None:
    """It shows the last day checked, without a fault."""
    visited = visit()
    today = visited.open("status/").locator("h1").inner_text()
    page = visited.open(f"status/?as-of={asked}")
    page.wait_for_selector(".status[data-shown]")

    assert page.locator("h1").inner_text() == today
    assert visited.errors == []
