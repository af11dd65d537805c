"""Readers without scripts, with a keyboard alone, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import settled
from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DPCT = "events/2024-01-08-dpct-17/"


def test_timeline_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts every event of the record is in the list, and every one in a picture has a link and a name."""
    page = visit(java_script_enabled=False).open("timeline/")

    listed = page.locator("main").inner_html()
    marks = page.locator("main svg a")

    for event in real_reading().record.events:
        assert f"events/{event.id}/" in listed
    assert marks.count() > 0
    unnamed = "all => all.filter(a => !a.getAttribute('aria-label') && !a.querySelector('title')).length"
    assert marks.evaluate_all(unnamed) == 0
    assert marks.evaluate_all("all => all.filter(a => !a.getAttribute('href')).length") == 0


def test_bar_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts no control is shown that does nothing, and the sections are reached on a phone."""
    page = visit(java_script_enabled=False, viewport={"width": 390, "height": 800}).open("")

    assert not page.locator("button.scheme").is_visible()
    page.click("details.menu summary")
    page.click("details.menu a >> text=Timeline")

    assert page.url.endswith("/timeline/")


def test_keyboard(visit: Callable[..., Visit]) -> None:
    """The first Tab offers to skip the bar; a mark of the picture takes the focus and opens its event beside it."""
    page = visit().open("timeline/")
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")

    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('spot')"):
            break
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")

    page.wait_for_selector(".panel:not([hidden])")


def test_what_separates_is_not_read(visit: Callable[..., Visit]) -> None:
    """To whoever has the page read aloud a crumb has its name alone, without the stroke before it."""
    page = visit().open(DPCT)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]

    names = [node["name"]["value"] for node in tree if node.get("role", {}).get("value") == "link"]
    assert "2024" in names
    assert not any(name.startswith("/") for name in names)


def test_forced_colours_take_nothing_for_disabled(visit: Callable[..., Visit]) -> None:
    """With colours of the system's choice a dormant channel is drawn in the colour of the text, as an open one is."""
    page = visit(forced_colors="active").open("status/")
    assert page.locator(".g.dormant h2 .glyph").count() == 1
    dormant = "getComputedStyle(document.querySelector('.g.dormant h2 .glyph > :last-child'))"
    text = page.evaluate("getComputedStyle(document.body).color")
    assert text in page.evaluate(f"[{dormant}.stroke, {dormant}.fill]")


def test_forced_colours_lose_no_words(visit: Callable[..., Visit]) -> None:
    """With colours of the system's choice no words on a ground of their own are lost under a browser's plate.

    The scheme, which changes nothing then, is not offered.
    """
    page = visit(forced_colors="active").open("timeline/")
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    page.locator("[data-do=all]").press("Enter")
    settled(page)
    page.locator('.spot[tabindex="0"]').focus()
    settled(page)
    own = "one => getComputedStyle(one).forcedColorAdjust"

    assert page.locator(".spot:focus .tip").is_visible()
    assert page.locator(".spot:focus .tip").evaluate(own) == "none"
    assert page.locator("[data-do=all]").evaluate(own) == "none"
    page.locator(".pick summary", has_text="Kind").click()
    page.wait_for_selector(".pick[open] fieldset")
    assert page.locator(".pick[open] summary").evaluate(own) == "none"
    assert not page.locator("button.scheme").is_visible()


@pytest.mark.parametrize("address", ["data/", "explained/hotlines/"])
def test_what_opens_shows_its_focus(visit: Callable[..., Visit], address: str) -> None:
    """What opens on a page of running text has the ring of focus of all others, which Material takes from it."""
    page = visit().open(address)
    opening = page.locator("article summary:visible").first
    opening.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert opening.evaluate("one => one === document.activeElement && getComputedStyle(one).outlineStyle") == "solid"


def test_a_button_that_does_nothing_looks_so(visit: Callable[..., Visit]) -> None:
    """At all years, where one cannot look from further away, the button for it is paler than the others."""
    page = visit().open("timeline/")
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    page.click("[data-do=all]")
    page.wait_for_selector("[data-do=out]:disabled")

    colour = "one => getComputedStyle(one).color"
    assert page.locator("[data-do=out]").evaluate(colour) != page.locator("[data-do=in]").evaluate(colour)


def test_dates_are_whole_on_a_phone(visit: Callable[..., Visit]) -> None:
    """A date behind a title goes to the next line whole where it does not fit, and is not broken."""
    page = visit(viewport={"width": 390, "height": 800}).open("")
    heights = page.locator(".rel .when").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")

    assert heights
    assert max(heights) < 30


@pytest.mark.parametrize("address", ["", "timeline/", DPCT, "status/", "readouts/one-account/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_text_twice_as_large(visit: Callable[..., Visit], address: str, width: int) -> None:
    """With text of twice the size no page is wider than its screen, and texts of pictures stay what they were."""
    page = visit(viewport={"width": width, "height": 800}).open(address)
    sizes = "all => all.map(one => getComputedStyle(one).fontSize)"
    before = page.locator("svg text").evaluate_all(sizes)
    page.evaluate("document.documentElement.style.fontSize = '250%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg text").evaluate_all(sizes) == before


def test_marks_of_doubt_are_not_broken(visit: Callable[..., Visit]) -> None:
    """A frame around words goes to the next line whole."""
    page = visit(viewport={"width": 1280, "height": 800}).open("readouts/one-account/")
    lines = page.locator(".flag").evaluate_all("all => all.map(one => one.getClientRects().length)")

    assert set(lines) == {1}


def test_marks_of_doubt_are_read_with_a_pause(visit: Callable[..., Visit]) -> None:
    """What stands in a frame behind a title is no part of it to whoever hears it."""
    page = visit().open("readouts/one-account/")

    assert ", one secondary source" in page.locator("li:has(.flag)").first.aria_snapshot()


@pytest.mark.parametrize(("address", "table"), [("numbers/", ".files"), ("readouts/", "#dates table")])
def test_tables_of_texts_are_blocks_on_a_phone(visit: Callable[..., Visit], address: str, table: str) -> None:
    """A table of texts does not go beyond a phone's edge: a row is a block there, each fact behind its name."""
    page = visit(viewport={"width": 320, "height": 800}).open(address)

    assert page.locator(table).evaluate("one => one.parentElement.scrollWidth <= one.parentElement.clientWidth")
    assert page.locator(f"{table} td[data-name]").count()


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_charts_fit_the_screen(visit: Callable[..., Visit], width: int) -> None:
    """Of the drawings of a chart one is shown, whole, at its own size: none has to be scrolled sideways."""
    page = visit(viewport={"width": width, "height": 800}).open("numbers/")
    charts = page.locator(".pic").count()
    shown = page.locator(".pic > :visible").evaluate_all(
        "all => all.map(one => [one.scrollWidth <= one.clientWidth, one.firstChild.getBoundingClientRect().width"
        " === +one.firstChild.getAttribute('width')])"
    )

    assert charts > 1
    assert shown == [[True, True]] * charts


@pytest.mark.parametrize(("width", "drawn"), [(320, 288), (360, 288), (390, 358), (760, 358)])
@pytest.mark.parametrize("address", [
    "", DPCT, "channels/dpct/", "offices/prc-defence-minister/", "status/", "chains/",
    "chains/2022-08-05-channels-cancelled/", "counterparts/prc-defence-minister--us-defense-secretary/",
])  # fmt: skip
def test_a_phone_is_shown_the_drawing_of_its_width(
    visit: Callable[..., Visit], address: str, width: int, drawn: int
) -> None:
    """Of the drawings of a picture a phone shows the widest that it has room for, and no other."""
    page = visit(viewport={"width": width, "height": 800}).open(address)
    shown = page.locator(":is(.wide, .narrow, .slim, .scroll) > svg:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )

    assert set(shown) == {drawn}
    assert len(shown) == page.locator(".slim").count()


def test_accounts_side_by_side(visit: Callable[..., Visit]) -> None:
    """Both accounts stand side by side at the same size, in the order of party ids; one below the other on a phone."""
    page = visit().open(DPCT)
    boxes = [part.bounding_box() for part in page.locator(".accounts .two > section").all()]
    assert len(boxes) == 2
    first, second = (box for box in boxes if box)
    assert first["y"] == second["y"]
    assert abs(first["width"] - second["width"]) < 40
    assert "China" in page.locator(".accounts .two > section").first.inner_text()

    page.set_viewport_size({"width": 350, "height": 800})
    upper, lower = (part.bounding_box() for part in page.locator(".accounts .two > section").all())
    assert upper
    assert lower
    assert lower["y"] > upper["y"]


def test_print(visit: Callable[..., Visit]) -> None:
    """On paper only the name is left of the bar, accounts stay side by side, and an event takes two sheets."""
    page = visit().open(DPCT)
    page.emulate_media(media="print")

    for control in ("nav.sections", ".find", "button", ".crumbs"):
        assert not any(found.is_visible() for found in page.locator(control).all())
    first, second = (part.bounding_box() for part in page.locator(".accounts .two > section").all())
    assert first
    assert second
    assert first["y"] == second["y"]
    pdf = page.pdf(format="A4")

    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 2


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("address", [
    DPCT, "channels/dpct/", "chains/2022-08-05-channels-cancelled/",
    "counterparts/prc-defence-minister--us-defense-secretary/", "timeline/all/",
])  # fmt: skip
def test_pictures_can_be_passed_by(visit: Callable[..., Visit], address: str, scripts: bool) -> None:  # noqa: FBT001  a case
    """Before each picture of many links stands one that leads behind all of them; it is seen once it has the focus."""
    page = visit(java_script_enabled=scripts).open(address)
    ways = page.locator(".past")

    assert ways.count()
    for way in ways.all():
        way.focus()
        assert page.locator(".past:focus").bounding_box()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.locator(".tl :focus").count() == 0
        assert page.locator(":focus").count() == 1


@pytest.mark.parametrize("address", [
    "", "chains/", "channels/dpct/", "counterparts/prc-defence-minister--us-defense-secretary/", DPCT,
    "offices/us-defense-secretary/", "numbers/", "status/", "explained/hotlines/", "timeline/all/",
])  # fmt: skip
def test_drawings_are_readable_on_paper(visit: Callable[..., Visit], address: str) -> None:
    """On a sheet of A4 no word of a drawing is under 7 pt, and each drawing is there once."""
    page = visit(viewport={"width": 673, "height": 1000}).open(address)
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll("svg.tl:has(text)")].map((drawing) => (
      [drawing.getAttribute("aria-label"), drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width * 9]
    )).filter(([, size]) => size)""")

    assert sizes
    assert min(size for _, size in sizes) >= 7
    assert len({name for name, _ in sizes}) == len(sizes)


def test_a_fact_that_is_not_known_takes_no_line_on_a_phone(visit: Callable[..., Visit]) -> None:
    """A figure without a period has no line for it where a row of the table is a block."""
    page = visit(viewport={"width": 390, "height": 800}).open("events/2005-10-18-rumsfeld-beijing/")
    cells = page.locator(".figures td[data-name=Period]")

    assert cells.count()
    assert not any(cell.is_visible() for cell in cells.all())
