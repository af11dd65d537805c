"""The timeline within pages: in a text, in a box that opens, in a frame of another site, on paper, several at once."""

from __future__ import annotations

import re
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.assets import read_assets
from generator.pages.blocks import Blocks
from generator.pages.page import Settings
from generator.pages.press import Press
from generator.views.selection import Selection, select
from tests.browser.axe import SCHEMES, thin, violations
from tests.browser.conftest import settled, until
from tests.conftest import OWN, ROOT, real_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

    from generator.record.record import Record
    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXT = "contributing/"
"""A hand-written page with a timeline."""
TALKS = "events/2024-01-08-dpct-17/"
SHIFT = (
    "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
    " if (!entry.hadRecentInput) window.shift += entry.value }).observe({type: 'layout-shift', buffered: true})"
)
LISTED = "part => [...part.querySelectorAll('.listed li a')].map(link => link.href.match(/events\\/([^/]+)\\//)[1])"
SHEETS = """async () => {
  const at = (name) => new URL(name, document.querySelector("link[href$='open-channel.css']").href).href;
  const { sheetsOf } = await import(at("timeline/sheets.js"));
  const { indexAt } = await import(at("timeline/index.js"));
  const { labelsAt } = await import(at("timeline/labels.js"));
  const url = new URL(document.querySelector("event-timeline").dataset.index, location.href).href;
  const index = await indexAt(url, Promise.resolve(labelsAt(url)));
  const shown = ({ drawn }) => drawn.spots.flatMap((spot) => spot.events).map((event) => index.id[event]);
  return sheetsOf(index, null).map(shown);
}"""


@cache
def record() -> Record:
    """Read the real record once."""
    return real_reading().record


def ids(**values: Any) -> list[str]:  # noqa: ANN401  the fields of a selection
    """Give the ids of the events that a selection keeps."""
    return [event.id for event in select(record(), Selection(**values))]


def live(page: Page, within: str = "") -> Locator:
    """Wait until a timeline is drawn with all its names, and give it."""
    page.wait_for_selector(f"{within} event-timeline.live[data-drawn]", state="attached")
    page.wait_for_load_state("networkidle")
    settled(page)
    return page.locator(f"{within} event-timeline").first


@pytest.mark.parametrize(("width", "shown"), [(1280, "middle"), (390, "narrow")])
def test_the_script_takes_over_in_place(visit: Callable[..., Visit], width: int, shown: str) -> None:
    """In a text the live picture is as high as the server's, says the same above it, and nothing on the page moves."""
    size = {"width": width, "height": 900}
    static = visit(viewport=size, java_script_enabled=False).open(TEXT).locator("event-timeline")
    visited = visit(viewport=size)
    visited.page.add_init_script(SHIFT)
    part = live(visited.open(TEXT))

    assert part.locator(".window").inner_text() == static.locator(".window").inner_text()
    before, after = static.locator(f".{shown} svg").bounding_box(), part.locator(".pane > svg").bounding_box()
    assert before
    assert after
    assert before["height"] == after["height"]
    assert visited.page.evaluate("window.shift") < 0.01
    assert (visited.errors, visited.foreign) == ([], [])


def test_a_block_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts a block is a heading, a picture of links, the list of its events, and the way on; no button."""
    part = visit(java_script_enabled=False).open(TEXT).locator("event-timeline")
    wanted = [id_ for id_ in ids(channels=("dpct",)) if "2022" <= id_ < "2025"]

    assert part.locator(".name").inner_text() == "The policy talks since the break of 2022"
    assert part.locator(".middle svg a").count() > 0
    assert all(mark.get_attribute("href") for mark in part.locator(".middle svg a").all())
    part.locator(".listed summary").click()
    assert part.locator(".listed li").first.is_visible()
    assert part.evaluate(LISTED) == wanted
    assert (part.locator("a.full").get_attribute("href") or "").endswith(
        "timeline/?from=2022-01-01&to=2024-12-31&channel=dpct"
    )
    assert not any(button.is_visible() for button in part.locator("button").all())


def test_a_block_at_work(visit: Callable[..., Visit]) -> None:
    """Buttons move the window, heading, list and the way into the timeline follow; a mark opens the panel below."""
    page = visit().open(TEXT)
    part = live(page)
    history, address = page.evaluate("history.length"), page.url
    first = part.locator(".window").inner_text()

    part.locator("[data-do=out]").click()
    settled(page)

    assert part.locator(".window").inner_text() != first
    assert len(part.evaluate(LISTED)) > 5
    assert set(part.evaluate(LISTED)) <= set(ids(channels=("dpct",)))
    href = part.locator("a.full").get_attribute("href") or ""
    assert "from=2020" in href
    assert "channel=dpct" in href
    part.locator(".spot").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel h2 a")
    assert (page.evaluate("history.length"), page.url) == (history, address)
    box, stage = part.locator(".panel").bounding_box(), part.locator(".plot").bounding_box()
    assert box
    assert stage
    assert box["y"] >= stage["y"] + stage["height"]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        (TALKS, None),
        ("channels/dpct/", {"channels": ("dpct",)}),
        ("people/li-shangfu/", {"people": ("li-shangfu",)}),
        ("topics/crisis-communication/", {"topics": ("crisis-communication",)}),
    ],
)
def test_a_box_loads_when_it_is_opened(
    visit: Callable[..., Visit], address: str, wanted: dict[str, tuple[str, ...]] | None
) -> None:
    """A page of the record asks for nothing of the timeline until its box is opened; that shows what it is about."""
    visited = visit()
    asked: list[str] = []
    visited.page.on("request", lambda request: asked.append(request.url))
    page = visited.open(address)
    assert not [url for url in asked if "/timeline/" in url or "/embed/" in url]
    assert page.locator("event-timeline").count() == 0

    page.locator("details.tlbox > summary").click()
    part = live(page, ".tlbox")

    if wanted:
        assert part.evaluate(LISTED) == ids(**wanted)
    else:
        assert "2024-01-08-dpct-17" in part.evaluate(LISTED)
        assert part.locator(".plot .halo").count() == 1
    assert part.locator(".panel").is_hidden()
    assert len([url for url in asked if "/timeline/index.json" in url]) == 1
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size") == page.evaluate(
        "document.querySelectorAll('[id]').length"
    )
    assert (visited.errors, visited.foreign) == ([], [])


def test_a_box_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts the box is a plain link to the timeline with the same question."""
    page = visit(java_script_enabled=False).open(TALKS)

    page.click(".tlbox a")

    assert page.url.endswith("/timeline/?from=2023-01-08&to=2025-01-08&event=2024-01-08-dpct-17")


def test_a_box_that_cannot_be_filled(visit: Callable[..., Visit]) -> None:
    """Where the parts cannot be fetched, the box has the link instead."""
    page = visit().open("channels/dpct/")
    page.route("**/embed/", lambda route: route.abort())

    page.locator("details.tlbox > summary").click()

    page.wait_for_selector(".tlbox > a[href*='channel=dpct']")


class _Elsewhere(BaseHTTPRequestHandler):
    """Serves one page of another site, which holds what its address asks for in a frame."""

    def do_GET(self) -> None:
        held = self.path.partition("?")[2]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(
            f'<!doctype html><title>Elsewhere</title><iframe src="{held}" width="900" height="640">'.encode()
        )

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of the base class
        """Print nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """Serve another site, under another name, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_frame_of_another_site(visit: Callable[..., Visit], elsewhere: str) -> None:
    """In a frame of another host the timeline works, adds no step to go back by, and its links open in the window."""
    visited = visit()
    page = visited.page
    outer = f"{elsewhere}?{visited.base}embed/?channel=dpct&from=2015-01-01&to=2026-12-31"
    page.goto(outer, wait_until="networkidle")
    steps = page.evaluate("history.length")
    frame = page.frame_locator("iframe")
    frame.locator("event-timeline.live[data-drawn]").wait_for()
    page.wait_for_timeout(600)

    assert frame.locator("h1").inner_text() == "Policy talks (DPCT)"
    assert frame.locator(".listed li").count() == len([id_ for id_ in ids(channels=("dpct",)) if id_ >= "2015"])
    frame.locator("[data-do=in]").click()
    frame.locator(".spot").first.focus()
    page.keyboard.press("Enter")
    frame.locator(".panel h2 a").wait_for()
    settled(page)
    assert (page.evaluate("history.length"), page.url) == (steps, outer)
    assert [url for url in visited.foreign if not url.startswith(elsewhere)] == []
    assert "channel=dpct" in (frame.locator("a.full").get_attribute("href") or "")
    frame.locator("a.full").click()
    page.wait_for_url(re.compile("/timeline/\\?.*channel=dpct"))
    assert [error for error in visited.errors if "favicon" not in error] == []


def test_a_frame_says_what_it_holds(visit: Callable[..., Visit]) -> None:
    """The page for frames names its site and what it shows, and tells search engines that it is the timeline."""
    visited = visit()
    visited.page.add_init_script(SHIFT)
    page = visited.open("embed/?topic=taiwan&kind=friction")
    part = live(page)

    assert part.locator("h1").inner_text() == "Friction, Taiwan"
    assert page.locator(".from").inner_text() == "Open Channel"
    assert page.get_attribute("base", "target") == "_top"
    assert page.get_attribute("link[rel=canonical]", "href") == f"{OWN}timeline/"
    assert part.evaluate(LISTED) == ids(topics=("taiwan",), kinds=("friction",))
    assert page.evaluate("window.shift") < 0.01
    assert page.evaluate("history.length") == 2  # the empty page of a new window, and this one
    assert (visited.errors, visited.foreign) == ([], [])


def test_a_frame_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts the page for frames leads to the timeline, and shows no button."""
    page = visit(java_script_enabled=False).open("embed/?channel=dpct")

    assert page.get_by_role("link", name="Open in the timeline").is_visible()
    assert not any(button.is_visible() for button in page.locator("button").all())


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
@pytest.mark.parametrize(
    "address", [TEXT, "embed/?channel=dpct&event=2024-01-08-dpct-17", TALKS], ids=["text", "frame", "box"]
)
def test_axe(visit: Callable[..., Visit], address: str, scheme: str, rules: dict[str, Any]) -> None:
    """No rule of axe is broken by a timeline within a page, in either scheme, with an event opened."""
    visited = visit(color_scheme=scheme)
    page = visited.open(address)
    if address == TALKS:
        page.locator("details.tlbox > summary").click()
    part = live(page)
    part.locator(".listed summary").click()
    part.locator(".spot").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel .body[aria-busy=false], .panel ul")
    assert visited.errors == []
    thin(page)

    assert violations(page, **rules) == []


def several(visited: Visit) -> Page:
    """Open a page of the site with three timelines, which is made here."""
    blocks = Blocks(Press(record(), Settings()))
    markdown = (
        "```timeline\nchannel: dpct\n```\n\n```timeline\nfrom: 2021-01-01\nto: 2024-06-30\nas-of: 2022-09-01\n```\n\n"
        "```timeline\nq: austin shangri\nevent: 2023-06-02-austin-li-handshake\n```\n"
    )
    body, folder = blocks.filled(markdown, "several/"), read_assets(ROOT / "theme/assets").folder
    page = (
        '<!doctype html><html lang="en"><title>Several</title>'
        f'<link rel="stylesheet" href="../{folder}open-channel.css">'
        f'<script type="module" src="../{folder}timeline/element.js"></script><main class="prose">{body}</main>'
    )
    visited.page.route("**/several/", lambda route: route.fulfill(content_type="text/html", body=page))
    visited.page.goto(f"{visited.base}several/", wait_until="networkidle")
    until(visited.page, "document.querySelectorAll('event-timeline.live[data-drawn]').length === 3")
    visited.page.wait_for_timeout(600)
    return visited.page


def test_several_on_a_page(visit: Callable[..., Visit]) -> None:
    """Several timelines share one index, no id, and nothing of their states; nothing moves as they come to life."""
    visited = visit()
    asked: list[str] = []
    visited.page.on("request", lambda request: asked.append(request.url))
    visited.page.add_init_script(SHIFT)
    page = several(visited)
    shared = "ids => ids.length - new Set(ids).size"

    assert len([url for url in asked if "index.json" in url]) == 1
    assert len([url for url in asked if "names.json" in url]) == 1
    assert page.evaluate(f"({shared})([...document.querySelectorAll('[id]')].map(one => one.id))") == 0
    assert page.evaluate("window.shift") < 0.01
    first, second, third = page.locator("event-timeline").all()
    assert first.evaluate(LISTED) == ids(channels=("dpct",))
    assert third.evaluate(LISTED) == ids(text="austin shangri")
    assert (first.locator(".cursor").count(), second.locator(".plot .cursor").count()) == (0, 1)
    assert third.locator(".plot .halo").count() == 1
    assert (visited.errors, visited.foreign) == ([], [])


def test_keys_act_in_one_timeline_alone(visit: Callable[..., Visit]) -> None:
    """Keys act on the timeline that has the focus, and on none where nothing in it has it."""
    page = several(visit())
    drawn = "[...document.querySelectorAll('event-timeline')].map(one => +one.dataset.drawn)"
    before = page.evaluate(drawn)

    page.keyboard.press("+")
    page.wait_for_timeout(100)
    assert page.evaluate(drawn) == before
    page.locator("event-timeline").nth(1).locator(".spot:not([hidden])").first.focus()
    page.keyboard.press("+")
    page.wait_for_timeout(100)
    after = page.evaluate(drawn)

    assert [later > earlier for later, earlier in zip(after, before, strict=True)] == [False, True, False]
    page.keyboard.press("/")  # there is no filter here: the key is left to the page
    assert page.evaluate("document.activeElement.classList.contains('spot')")


def test_every_event_is_on_paper(visit: Callable[..., Visit]) -> None:
    """Printed, the timeline is a sequence of sheets on which every event of the record is a mark or in a count."""
    visited = visit()
    page = visited.open("timeline/")
    live(page)
    sheets = page.evaluate(SHEETS)
    assert sorted({id_ for sheet in sheets for id_ in sheet}) == sorted(event.id for event in record().events)
    page.keyboard.press("Control")
    settled(page)
    page.emulate_media(media="print")

    pdf = page.pdf(format="A4")

    assert len(sheets) < pdf.count(b"/Type /Page\n") < 60
    assert page.locator(".sheets").count() == 0
    assert visited.errors == []


def test_whoever_scrolls_can_print_and_finds_the_overview(visit: Callable[..., Visit]) -> None:
    """Some time after a page was scrolled the browser may print it, and the handles of the overview are there."""
    page = visit().open("timeline/")
    live(page)
    assert page.locator(".over [role=slider]").count() == 0
    page.evaluate("scrollBy(0, 50)")
    page.wait_for_selector(".over [role=slider]", state="attached")

    until(page, "(dispatchEvent(new Event('beforeprint')), !!document.querySelector('.sheets'))")


def test_a_choice_on_paper(visit: Callable[..., Visit]) -> None:
    """What a filter keeps is printed over all years, with what was chosen; afterwards the screen is as it was."""
    page = visit().open("timeline/?channel=dpct&channel=mmca&from=2015-01-01&to=2020-01-01")
    live(page)
    rows = "[...document.querySelectorAll('.list tr[id]')].filter(row => !row.hidden).map(row => row.id.slice(2))"
    seen = page.evaluate(rows)
    page.emulate_media(media="print")
    # what lays sheets out is fetched at the first key, touch, or way to the browser's menu; until then there are none
    page.keyboard.press("Control")
    until(page, "(dispatchEvent(new Event('beforeprint')), !!document.querySelector('.sheets'))")

    wanted = ids(channels=("dpct", "mmca"))
    assert page.evaluate(rows) == wanted
    words = page.locator(".sheets h2").inner_text()
    assert re.match(rf"\S.*\(DPCT\).*: {len(wanted)} events on \d sheets", words), words
    for sheet in page.locator(".sheet").all():
        box = sheet.locator("svg").bounding_box()
        assert box
        assert sheet.locator("svg text").count() > 0
        assert box["width"] / 840 * 12 * 0.75 >= 7, "text under 7 pt"
    assert not page.locator(".stage").is_visible()
    assert not any(button.is_visible() for button in page.locator("button").all())
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    settled(page)
    assert page.evaluate(rows) == seen
    assert page.locator(".sheets").count() == 0
    assert page.locator(".stage").is_visible()


def test_a_timeline_within_a_page_keeps_its_scale_on_paper(visit: Callable[..., Visit]) -> None:
    """Where paper is narrower than the screen the picture is drawn smaller, all of it: nothing of it is cut off."""
    page = visit(viewport={"width": 1280, "height": 900}).open(TEXT)
    part = live(page)
    drawn = part.locator(".pane > svg").bounding_box()
    page.emulate_media(media="print")

    # Read before the browser may draw again, as it does not before it prints.
    shown = part.evaluate("""part => {
      part.style.width = "400px";
      const pane = part.querySelector(".pane"), svg = pane.querySelector(":scope > svg");
      const { width, height } = svg.getBoundingClientRect(), right = part.getBoundingClientRect().right;
      const past = (text) => text.getBoundingClientRect().right > right + 1;
      const outside = [...svg.querySelectorAll("text")].filter(past);
      return { width, height, room: pane.getBoundingClientRect().height, outside: outside.length };
    }""")

    assert drawn
    assert shown["width"] <= 400 < drawn["width"]
    assert shown["width"] / shown["height"] == pytest.approx(drawn["width"] / drawn["height"], rel=0.01)
    assert shown["room"] == pytest.approx(shown["height"], abs=8)
    assert shown["outside"] == 0


@pytest.mark.parametrize("query", ["", "?event=2023-11-15-woodside-summit"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_that_nobody_has_touched_fits_on_paper(visit: Callable[..., Visit], query: str, width: int) -> None:
    """A print that no sheets could be laid out for has the picture of the screen, all of it on one page."""
    page = visit(viewport={"width": width, "height": 900}).open(f"timeline/{query}")
    live(page)
    page.emulate_media(media="print")

    shown = page.evaluate("""() => {
      document.body.style.width = "670px"; // 178 mm
      const { width, height } = document.querySelector(".pane > svg").getBoundingClientRect();
      return { width, height };
    }""")
    assert 0 < shown["width"] <= 670
    assert 0 < shown["height"] <= 205 / 25.4 * 96 + 1
    assert not any(button.is_visible() for button in page.locator("button").all())


def test_print_button(visit: Callable[..., Visit]) -> None:
    """The button to print all of it prints once the sheets can be laid out."""
    page = visit().open("timeline/")
    live(page)
    page.evaluate("""() => {
      window.printed = 0;
      window.print = () => { window.printed += 1; dispatchEvent(new Event("beforeprint")); };
    }""")
    page.locator(".share summary").click()

    page.locator("[data-give=print]").click()

    page.wait_for_selector(".sheets .sheet svg", state="attached")
    assert page.evaluate("window.printed") == 1


def test_a_page_without_scripts_prints(visit: Callable[..., Visit]) -> None:
    """Without scripts the server's picture and the whole list are printed."""
    page = visit(java_script_enabled=False).open("timeline/")
    page.emulate_media(media="print")

    assert page.locator(".pic .wide svg").first.is_visible()
    assert page.locator(".list tr[id]").count() == len(record().events)
    assert 2 < page.pdf(format="A4").count(b"/Type /Page\n") < 60
