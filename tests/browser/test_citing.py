"""Citations in a browser: copied with a script, fetched without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVENT = "events/2024-01-08-dpct-17/"
ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}
READ = "navigator.clipboard.readText()"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("In words", "“17th Defense Policy"),
        ("BibTeX", "@misc{2024-01-08-dpct-17,"),
        ("RIS", "TY  - ELEC"),
        ("CSL-JSON", "["),
        ("Timeline for another page", '<iframe src="https://open-channel.example/embed/?from=2021-'),
    ],
)
def test_copied(visit: Callable[..., Visit], name: str, begins: str) -> None:
    """The button beside each form puts it into the clipboard and says so."""
    page = visit(**ALLOWED).open(EVENT)
    row = page.locator(".cite li", has_text=name)

    row.locator("button").click()

    row.locator("button", has_text="copied").wait_for()
    assert page.evaluate(READ).startswith(begins)


def test_each_is_named(visit: Callable[..., Visit]) -> None:
    """In a list of buttons or of links each says what it copies or fetches."""
    cite = visit().open(EVENT).locator(".cite")

    for role in ("button", "link"):
        names = [line.strip() for line in cite.aria_snapshot().splitlines() if f"- {role} " in line]
        assert len(names) > 2
        assert len(set(names)) == len(names)
    assert cite.get_by_role("button", name="copy BibTeX", exact=True).count() == 1


def test_without_leave(visit: Callable[..., Visit]) -> None:
    """Where the browser does not let the clipboard be written, the button says so, and the link is still there."""
    visited = visit()
    visited.page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('no'))")
    row = visited.open(EVENT).locator(".cite li", has_text="BibTeX")

    row.locator("button").click()

    row.locator("button", has_text="not copied").wait_for()
    assert row.locator("a").get_attribute("href") == "cite.bib"
    assert visited.errors == []


def test_fetched_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts no button is shown, and each link gives its file under the event's name."""
    page = visit(java_script_enabled=False).open(EVENT)

    assert page.locator(".cite button:visible").count() == 0
    with page.expect_download() as found:
        page.locator(".cite a", has_text="download").first.click()
    assert found.value.suggested_filename == "2024-01-08-dpct-17.bib"
    assert Path(found.value.path()).read_text(encoding="utf-8").startswith("@misc{2024-01-08-dpct-17,")


def test_the_foot_names_the_forms(visit: Callable[..., Visit]) -> None:
    """The foot of a channel's page leads to its data, its feeds, and its calendar under the scheme of calendars."""
    page = visit().open("channels/dpct/")

    found = page.eval_on_selector_all(".foot .forms a", "all => all.map(a => a.getAttribute('href'))")
    assert found == [
        "../../api/v1/channels/dpct.json", "webcal://open-channel.example/calendar/channels/dpct.ics",
        "../../calendar/channels/dpct.ics", "../../feeds/channels/dpct.atom", "../../feeds/channels/dpct.rss",
        "../../feeds/channels/dpct.json",
    ]  # fmt: skip
