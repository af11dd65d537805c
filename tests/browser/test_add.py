"""The form that writes an event: by keyboard, with faults said and mended, to a file that passes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from generator.checks import check
from generator.record.faults import Severity
from generator.record.form.canonical import canonical
from generator.record.loading import read_record
from tests.browser.axe import SCHEMES, violations
from tests.browser.conftest import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORM = "contributing/add/"
MOST_STEPS = 90
"""How often Tab may be pressed on the way to the next field."""


def ready(visited: Visit) -> Page:
    """Open the form and wait until its script has taken it over."""
    page = visited.open(FORM)
    page.wait_for_selector(".add[data-ready]")
    return page


def reach(page: Page, target: Locator) -> None:
    """Go to a field with the Tab key alone."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not lead to {target}")


def typed(page: Page, target: str, text: str) -> None:
    """Reach a field by keyboard and type into it."""
    reach(page, page.locator(target).first)
    page.keyboard.type(text)


def chosen(page: Page, target: str, text: str) -> None:
    """Reach a field that suggests ids, type some of a name, and take the first one suggested."""
    typed(page, target, text)
    page.wait_for_selector("[role=listbox]:not([hidden])")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def files(page: Page) -> dict[str, str]:
    """Give the files that the page shows, by their paths, once it rests."""
    page.wait_for_timeout(400)
    found = page.locator(".file").all()
    return {one.locator("h3 code").first.inner_text(): one.locator("pre").text_content() or "" for one in found}


def errors(project: Path, made: dict[str, str]) -> list[str]:
    """Put files into a copy of the record, and give what stops its publication."""
    for path, text in made.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    today = datetime.now(UTC).date()  # a browser writes its own day into the files
    found = check(read_record(project), today)
    return [f"{fault.place} {fault.message}" for fault in found if fault.severity is Severity.ERROR]


def written_by_keyboard(page: Page) -> None:
    """Write the talks of January 2024 once more, from a source of their own."""
    typed(page, "[data-name=url] input", "www.ft.com/content/talks")
    typed(page, "[data-name=sources] [data-name=title] input", "First talks since 2021")
    chosen(page, "[data-name=publisher] input", "financial t")
    typed(page, "[data-name=published] input", "2024-01-10")
    typed(page, "section > [data-name=title] input", "17th talks on policy.")
    typed(page, "[data-bound=from] .year", "2024")
    typed(page, "[data-bound=from] .month", "January")
    typed(page, "[data-bound=from] .day", "8")
    typed(page, "[data-name=kind] select", "Talks")
    typed(page, "section > [data-name=summary] textarea", "The two <i>ministries</i> met.")
    chosen(page, "[data-name=channel] input", "dpct")
    chosen(page, "section > [data-name=place] input", "pentagon")
    reach(page, page.locator("[data-name=participants] [data-name=prc] .plus"))
    page.keyboard.press("Enter")
    page.keyboard.type("song yan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    typed(page, "[data-name=accounts] [data-name=prc] textarea", "China asked the other side to stop.")
    reach(page, page.locator("button[type=submit]"))
    page.keyboard.press("Enter")


def test_by_keyboard_from_faults_to_a_file_that_passes(visit: Callable[..., Visit], project: Path) -> None:
    """An event is written without a pointer; each fault is said at its field and above; mended, the file passes."""
    visited = visit()
    page = ready(visited)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the bar, whose search would fetch what it needs
    written_by_keyboard(page)
    wrong = page.locator(".wrong")
    wrong.wait_for()

    assert wrong.evaluate("one => one === document.activeElement")
    assert wrong.locator("h2").inner_text() == "3 things to mend, 1 thing to look at once more"
    assert page.locator(".fault:visible").count() == 4
    for field, code, better in (
        ("[data-name=url] input", "E502", "https://www.ft.com/content/talks?utm_source=x"),
        ("section > [data-name=title] input", "E210", "17th talks on policy"),
        ("section > [data-name=summary] textarea", "E701", "The two *ministries* met."),
    ):
        reach(page, wrong.locator("a").first)
        page.keyboard.press("Enter")
        target = page.locator(field).first
        assert target.evaluate("one => one === document.activeElement")
        assert target.get_attribute("aria-invalid") == "true"
        told = page.locator(f"#{(target.get_attribute('aria-describedby') or '').split()[-1]}")
        assert code in told.inner_text()
        page.keyboard.press("Control+a")
        page.keyboard.type(better)
        page.wait_for_timeout(300)
        assert target.get_attribute("aria-invalid") is None
        page.evaluate("document.querySelector('.wrong').focus()")

    made = files(page)
    assert [*made] == ["events/2024/2024-01-08-17th-talks-on-policy.yml"]
    assert page.locator(".passes").inner_text().startswith("It passes")
    text = next(iter(made.values()))
    assert "song-yanchao" in text
    assert "utm_source" not in text
    assert canonical(next(iter(made)), text) == text
    assert errors(project, made) == []
    assert "17th Defense Policy Coordination Talks" in page.locator(".alike").inner_text()
    assert [request for request in asked if not request.endswith("images/mark.svg")] == []  # the tab's icon
    assert (visited.foreign, visited.errors) == ([], [])


def test_the_preview_shows_both_sides_and_no_markup(visit: Callable[..., Visit]) -> None:
    """The page to come stands beside the form, both accounts in columns of one width; what is typed stays text."""
    page = ready(visit())
    page.fill("section > [data-name=title] input", "<img src=x onerror=alert(1)>")
    page.fill("[data-name=date] input >> nth=0", "[..2023-11-15]")
    for party in ("prc", "us"):
        said = rf"<b>{party}</b> [a](javascript:1) \[b](https://b.org) \*c*"
        page.fill(f"[data-name=accounts] [data-name={party}] textarea >> nth=0", said)
    page.wait_for_selector(".shown .accounts")

    assert page.locator(".shown .name").inner_text() == "<img src=x onerror=alert(1)>"
    assert "on or before 15 November 2023" in page.locator(".shown .facts").inner_text()
    assert page.locator(".shown :is(img, b, script, a, em)").count() == 0
    assert "a [b](https://b.org) *c*" in page.locator(".shown .accounts").inner_text()
    widths = page.eval_on_selector_all(".shown .two > section", "all => all.map(one => one.offsetWidth)")
    assert len(widths) == 2
    assert abs(widths[0] - widths[1]) <= 1


def test_somebody_new_gets_a_file(visit: Callable[..., Visit], project: Path) -> None:
    """Who is not in the registry keeps an id made of the name, and an entry to fill in, which is written as well."""
    page = ready(visit())
    page.fill("[data-name=url] input >> nth=0", "https://www.defense.gov/2024/01/22/visit")
    page.locator("[data-name=url] input").first.blur()
    page.fill("[data-name=sources] [data-name=title] input >> nth=0", "A visit")
    page.fill("section > [data-name=title] input", "Visit of a delegation")
    page.fill("[data-name=date] input >> nth=0", "2024-01-22")
    page.select_option("[data-name=kind] select", "visit")
    page.fill("section > [data-name=summary] textarea", "A delegation came.")
    page.click("[data-name=participants] [data-name=us] .plus")
    page.keyboard.type("A. N. Other")
    page.keyboard.press("Tab")
    page.wait_for_selector(".fresh:visible")
    page.fill(".entries [data-name=family_name] input", "Other")
    made = files(page)

    assert page.input_value("[data-name=publisher] input >> nth=0") == "us-defense-department"
    assert page.input_value("[data-name=published] input >> nth=0") == "2024-01-22"
    assert made["events/registry/people/a-n-other.yml"] == "name: A. N. Other\nfamily_name: Other\nparty: us\n"
    assert errors(project, made) == []


def test_a_draft_is_kept_here_and_cleared_on_request(visit: Callable[..., Visit]) -> None:
    """What was written is there after a reload, lists included; one button clears it; no host is asked for anything."""
    visited = visit()
    page = ready(visited)
    page.fill("section > [data-name=title] input", "Kept talks")
    page.click("[data-name=related] .plus")
    page.fill("[data-name=related] [data-name=event] input", "2023-11-15-woodside-summit")
    page.wait_for_timeout(400)
    page.reload()
    page.wait_for_selector(".add[data-ready]")

    assert page.input_value("section > [data-name=title] input") == "Kept talks"
    assert page.input_value("[data-name=related] [data-name=event] input") == "2023-11-15-woodside-summit"
    assert "this browser alone" in page.locator(".kept").inner_text()
    page.on("dialog", lambda dialog: dialog.accept())
    page.click(".clear")
    until(page, "!localStorage.length")
    page.wait_for_selector(".add[data-ready]")
    assert page.input_value("section > [data-name=title] input") == ""
    assert visited.foreign == []


def test_accessible_with_everything_open(visit: Callable[..., Visit]) -> None:
    """Axe finds nothing in the form with its folds open, its lists filled and its faults said; nor does it scroll."""
    page = ready(visit(reduced_motion="reduce"))
    for button in page.locator(".sheet .plus").all():
        if button.is_visible():
            button.click()
    page.eval_on_selector_all(".sheet details", "all => all.forEach(one => { one.open = true })")
    page.click("button[type=submit]")
    page.wait_for_selector(".wrong:visible")

    for scheme, rules in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page, **rules) == [], scheme
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_there_is_a_file_to_copy(visit: Callable[..., Visit]) -> None:
    """The page gives the file of an event with every field explained, and shows no control that does nothing."""
    page = visit(java_script_enabled=False).open(FORM)

    assert "title: <title>" in page.locator(".by-hand pre").inner_text()
    assert page.locator(".add :is(input, select, button):visible").count() == 0


@pytest.mark.parametrize("broken", ["rules.json", "ids.json"])
def test_when_the_rules_cannot_be_read(visit: Callable[..., Visit], broken: str) -> None:
    """The page falls back to the file to copy."""
    visited = visit()
    visited.page.route(f"**/{broken}", lambda route: route.abort())
    page = visited.open(FORM)

    page.wait_for_selector(".add.failed")
    assert page.locator(".by-hand pre").is_visible()
    assert not page.locator(".sheet").is_visible()
