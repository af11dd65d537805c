"""The timeline at work in a browser, on the real record: windows, keys, pointers, panel, days, tours, takeaways."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from generator.views.selection import Selection, select
from generator.views.states import board
from tests.bench.measuring import zipped
from tests.bench.subjects import styles
from tests.bench.tables import BUDGETS
from tests.browser.axe import SCHEMES, thin, violations
from tests.browser.conftest import settled, until
from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from generator.record.record import Record
    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = "[...document.querySelectorAll('.list tr[id]')].filter(row => !row.hidden).map(row => row.id.slice(2))"
FOCUSED = "document.activeElement.classList.contains('spot') ? document.activeElement.getAttribute('aria-label') : null"
EVENT = "2024-01-08-dpct-17"
SHIFT = (
    "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
    " if (!entry.hadRecentInput) window.shift += entry.value }).observe({type: 'layout-shift', buffered: true})"
)


@cache
def record() -> Record:
    """Read the real record once."""
    return real_reading().record


def opened(visited: Visit, query: str = "") -> Page:
    """Load the timeline and wait until it is drawn with all its names."""
    page = visited.open(f"timeline/{query}")
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    settled(page)
    return page


def window(page: Page) -> tuple[date, date]:
    """Give the window as the address says it."""
    found = page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")
    return date.fromisoformat(found["from"]), date.fromisoformat(found["to"])


def within(first: date, last: date, **more: Any) -> set[str]:  # noqa: ANN401  fields of a selection
    """Give the ids of the events that may lie between two days."""
    return {event.id for event in select(record(), Selection(since=first, until=last, **more))}


def middle(page: Page) -> tuple[float, float]:
    """Give a place in the picture where no mark is: on the line of an axis label."""
    box = page.locator(".plot").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + 60


def test_a_visit_fetches_no_more_code_than_the_bench_allows(visit: Callable[..., Visit], site: Path) -> None:
    """What the page of the real record draws its timeline with, and what it fetches by itself then, is small enough."""
    visited = visit()
    asked = opened(visited).evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    paths = [Path(url.removeprefix(visited.base)) for url in asked if "/assets/" in url and "/timeline/" in url]
    sizes = {path.name: zipped((site / path).read_bytes()) for path in paths}
    budget: Any = BUDGETS[300]["ours"]

    assert sizes.pop("element.js") + zipped(styles()) <= budget["own"]
    assert {"live.js", "wide.js", "rows.js"} <= sizes.keys()
    assert sum(sizes.values()) <= budget["own after"], sizes


def test_buttons_and_keys_zoom(visit: Callable[..., Visit]) -> None:
    """A step of zoom halves or doubles the window; the list holds what may lie in it; "All years" shows everything."""
    page = opened(visit(), "?from=2010-01-01&to=2020-01-01")

    page.click("[data-do=in]")
    settled(page)
    first, last = window(page)
    assert abs((last - first).days - 3652 / 2) <= 2
    assert (
        within(first + timedelta(days=2), last - timedelta(days=2)) <= set(page.evaluate(ROWS)) <= within(first, last)
    )
    page.locator(".plot .spot[tabindex]").first.focus()
    page.keyboard.press("-")
    settled(page)
    assert abs((window(page)[1] - window(page)[0]).days - 3652) <= 2
    page.click("[data-do=all]")
    settled(page)
    assert len(page.evaluate(ROWS)) == len(record().events)
    assert page.get_attribute("[data-do=all]", "aria-pressed") == "true"
    assert page.is_disabled("[data-do=out]")


def test_one_view_has_one_picture(visit: Callable[..., Visit]) -> None:
    """Whatever was drawn before, a picture has the texts and shapes, each at its place, of one that is drawn afresh."""
    drawn = """[...document.querySelectorAll('.pic .plot svg.tl :is(text, path)')].filter(each => !each.closest('defs'))
      .map(each => each.outerHTML).sort()"""
    page = opened(visit(), "?from=2010-01-01&to=2020-01-01")
    for step in ("in", "earlier", "out", "later", "all", "recent", "out"):
        page.click(f"[data-do={step}]")
    page.click("details:has([data-field=channel]) > summary")
    page.locator("[data-field=channel] input").nth(1).check()
    page.locator("[data-field=channel] input").nth(2).check()
    page.locator("[data-field=channel] input").nth(1).uncheck()
    settled(page)
    grown = page.evaluate(drawn)

    page.reload()
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    settled(page)
    assert len(grown) > 50
    assert page.evaluate(drawn) == grown


def test_the_wheel_is_not_trapped(visit: Callable[..., Visit]) -> None:
    """The wheel scrolls the page; with Ctrl, or after a click into the picture until the pointer leaves, it zooms."""
    page = opened(visit(), "?from=2010-01-01&to=2020-01-01")
    place = middle(page)
    page.mouse.move(*place)

    page.mouse.wheel(0, 120)
    settled(page)
    assert page.evaluate("scrollY") > 0
    assert window(page) == (date(2010, 1, 1), date(2020, 1, 1))
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    settled(page)
    first, last = window(page)
    assert (last - first).days < 3600
    page.mouse.click(*place)
    page.mouse.wheel(0, -120)
    settled(page)
    closer = window(page)
    assert (closer[1] - closer[0]).days < (last - first).days
    page.mouse.move(5, 5)
    page.mouse.move(*place)
    page.mouse.wheel(0, 240)
    settled(page)
    assert window(page) == closer
    assert page.evaluate("scrollY") > 0


def test_dragging_pans(visit: Callable[..., Visit]) -> None:
    """Dragged to the left the window moves later by as much; a link under the pointer does not open."""
    page = opened(visit(), "?from=2010-01-01&to=2020-01-01")
    x, y = middle(page)

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y, steps=5)
    page.mouse.up()
    settled(page)

    first, last = window(page)
    assert date(2011, 1, 1) < first < date(2011, 6, 1)
    assert abs((last - first).days - 3652) <= 2
    assert "/timeline/" in page.url


def test_pinch(visit: Callable[..., Visit]) -> None:
    """Two fingers apart look closer."""
    page = opened(visit(viewport={"width": 390, "height": 800}, has_touch=True), "?from=2010-01-01&to=2020-01-01")
    page.locator(".plot").scroll_into_view_if_needed()
    box = page.locator(".plot").bounding_box()
    assert box
    y = max(box["y"], 0) + 100
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *places: float) -> None:
        points = [{"x": x, "y": y, "id": at} for at, x in enumerate(places)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 170, 210)
    for step in range(1, 11):
        fingers("touchMove", 170 - 8 * step, 210 + 8 * step)
    fingers("touchEnd")
    settled(page)

    assert (window(page)[1] - window(page)[0]).days < 1500


def test_every_event_is_reached_by_keyboard(visit: Callable[..., Visit]) -> None:
    """From the first event on, the right arrow comes to every event, as a mark or within a count that lists it."""
    page = opened(visit(), "?from=1971-01-01&to=1973-01-01")
    page.locator(".plot .spot[tabindex]").first.focus()
    page.keyboard.press("Home")
    settled(page)
    found = page.evaluate("""async () => {
      const reached = new Set();
      const root = document.querySelector("event-timeline");
      const frame = () => new Promise(requestAnimationFrame);
      let last = "";
      for (let press = 0; press < 2000; press += 1) {
        const name = document.activeElement.getAttribute("aria-label");
        if (name === last) return [...reached];
        last = name;
        const count = /^\\d+ events/.test(name);
        if (count) {
          for (const former of root.querySelectorAll(".panel .rel a")) former.remove();
          document.activeElement.click();
          do await frame(); while (!root.querySelector(".panel .rel a"));
          for (const to of root.querySelectorAll(".panel .rel a")) reached.add(to.pathname.split("/").at(-2));
        } else reached.add(document.activeElement.pathname.split("/").at(-2));
        const pressed = new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(pressed);
        const still = () => document.activeElement.getAttribute("aria-label") === name;
        for (let at = 0; at < 4 || (at < 60 && still()); at += 1) await frame();
      }
      return [...reached];
    }""")

    assert {event.id for event in record().events} - set(found) == set()


def test_keys_move_and_say(visit: Callable[..., Visit]) -> None:
    """End reaches the last event, arrows the ones before it and the lanes beside; each has the name of its event."""
    page = opened(visit())
    page.locator(".plot .spot[tabindex]").first.focus()

    page.keyboard.press("End")
    settled(page)
    assert record().events[-1].title in page.evaluate(FOCUSED)
    page.keyboard.press("ArrowLeft")
    assert record().events[-1].title not in page.evaluate(FOCUSED)
    before = page.locator(".spot:focus").bounding_box()
    page.keyboard.press("ArrowUp")
    after = page.locator(".spot:focus").bounding_box()
    assert before
    assert after
    assert after["y"] < before["y"]
    page.keyboard.press("?")
    assert page.locator("dialog.help").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED)


def test_an_event_opens_beside(visit: Callable[..., Visit]) -> None:
    """Enter opens the event with both accounts, its address names it, Escape shuts it, back opens it again."""
    visited = visit()
    page = opened(visited)
    page.locator(".plot .spot[tabindex]").first.focus()
    for _ in range(80):
        if "17th Defense Policy" in page.evaluate(FOCUSED):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel .accounts")
    settled(page)

    assert f"event={EVENT}" in page.url
    assert page.inner_text(".panel h2 >> nth=0") == record().by_id[EVENT].title
    assert page.locator(".panel .accounts .two > section").count() == 2
    widths = page.eval_on_selector_all(".panel .accounts .two > section", "all => all.map(one => one.clientWidth)")
    assert abs(widths[0] - widths[1]) < 16
    assert page.locator("[data-selected]").get_attribute("id") == f"e-{EVENT}"
    assert page.evaluate(FOCUSED)
    page.keyboard.press("Escape")
    settled(page)
    assert not page.locator(".panel").is_visible()
    assert "event=" not in page.url
    page.go_back()
    page.wait_for_selector(".panel .accounts")
    page.click(".panel >> text=Later")
    settled(page)
    assert "18" in page.inner_text(".panel h2 >> nth=0")
    assert visited.errors == []


def test_a_mark_is_a_link(visit: Callable[..., Visit]) -> None:
    """The mark under the pointer is a link to its event's page; a click opens it beside the picture instead."""
    page = opened(visit(), "?from=2023-12-01&to=2024-03-01&channel=dpct")
    spot = page.locator(".plot .spot[tabindex]").first
    box = spot.bounding_box()
    assert box

    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert EVENT in (page.get_attribute(".spot.hover", "href") or "")
    assert page.locator(".spot.hover .tip").is_visible()
    page.mouse.down()
    page.mouse.up()
    page.wait_for_selector(".panel .accounts")
    assert "/timeline/" in page.url


def test_as_of(visit: Callable[..., Visit]) -> None:
    """A day says the state of every channel and who held the leading offices, as the record's own board has it."""
    page = opened(visit(), "?as-of=2022-10-01")

    said = page.evaluate("""Object.fromEntries([...document.querySelectorAll('.panel h3')]
      .filter(h => /^\\d/.test(h.textContent)).map(h => [h.textContent.split(' ')[1],
        [...h.nextElementSibling.querySelectorAll('a')].map(a => a.textContent)]))""")
    expected: dict[str, set[str]] = {}
    for row in board(record(), date(2022, 10, 1)):
        if row.span and row.state != "ended":
            expected.setdefault(str(row.state), set()).add(row.channel.short)
    assert {state: set(names) for state, names in said.items()} == expected
    posts = page.inner_text(".panel .posts")
    assert "Lloyd Austin" in posts
    assert "Wei Fenghe" in posts
    page.fill("[name=as-of]", "2023-11-01")
    page.dispatch_event("[name=as-of]", "change")
    settled(page)
    assert "vacant" in page.inner_text(".panel .posts")
    assert "as-of=2023-11-01" in page.url


def test_tour(visit: Callable[..., Visit]) -> None:
    """A tour goes through all its steps, each with its event and window; its address leads back into it."""
    page = opened(visit())
    tour = record().tours["the-2022-break"]
    page.select_option("[name=tour]", tour.id)

    for number, step in enumerate(tour.steps, start=1):
        until(page, "event => location.search.includes(`event=${event}`)", arg=step.event)
        said = f"Step {number} of {len(tour.steps)}"
        until(page, "words => document.querySelector('.panel').innerText.includes(words)", said)
        page.wait_for_selector(f"[data-selected]#e-{step.event}", state="attached")
        if number < len(tour.steps):
            page.click(".panel >> text=Next")
    page.reload()
    page.wait_for_selector(".panel .acts")
    assert f"Step {len(tour.steps)} of" in page.inner_text(".panel")


def test_the_overview_is_driven_by_keys_and_pointer(visit: Callable[..., Visit]) -> None:
    """Its window is three sliders that say their days; dragging an end moves that end alone."""
    page = opened(visit(), "?from=2010-01-01&to=2020-01-01")
    first = page.locator(".on-from")

    assert first.get_attribute("aria-valuetext") == "Jan 2010"
    first.focus()
    page.keyboard.press("PageDown")
    settled(page)
    assert window(page)[0] in {date(2008, 12, 31), date(2009, 1, 1)}
    assert window(page)[1] == date(2020, 1, 1)
    page.locator(".over").scroll_into_view_if_needed()
    box = page.locator(".on-to").bounding_box()
    assert box
    page.mouse.move(box["x"] + 22, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 62, box["y"] + 20, steps=4)
    page.mouse.up()
    settled(page)
    moved = window(page)
    first_day, last_day = (int(first.get_attribute(f"aria-value{end}") or 0) for end in ("min", "max"))
    axis = page.evaluate("document.querySelector('.ov path.axis').getBBox().width")
    assert (moved[1] - date(2020, 1, 1)).days == pytest.approx(40 / axis * (last_day - first_day), abs=1)
    assert moved[0] <= date(2009, 1, 1)
    box = page.locator(".over").bounding_box()
    assert box
    page.mouse.click(box["x"] + 400, box["y"] + 50)
    settled(page)
    frame = page.evaluate("(({ x, width }) => [x, x + width])(document.querySelector('.ov path.win').getBBox())")
    assert sum(frame) / 2 == pytest.approx(400, abs=1)
    assert window(page)[1] - window(page)[0] == moved[1] - moved[0]


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("query", [
    "", "?from=1971-01-01&to=2027-12-31", "?from=2026-03-10&to=2026-04-10", "?from=1971-08-01&to=1971-09-01",
    "?from=2005-03-01&to=2005-04-01",
])  # fmt: skip
def test_a_finger_finds_each_grip(visit: Callable[..., Visit], width: int, query: str) -> None:
    """On a phone the two ends of the window and its middle are 24 pixels at least, apart, and on the page."""
    page = opened(visit(viewport={"width": width, "height": 844}), query)
    page.hover(".over")
    page.wait_for_selector(".on-to")

    boxes = [page.locator(f".on-{name}").bounding_box() for name in ("from", "all", "to")]
    ends = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    rounding = 1 / 32
    assert ends[0][0] >= 0
    assert ends[2][1] <= width
    assert all(box and box["height"] >= 24 and box["width"] >= 24 - rounding for box in boxes)
    assert all(one[1] <= other[0] + rounding for one, other in pairwise(ends))


@pytest.mark.parametrize("query", [
    "?from=2001-01-01&to=2002-01-01", "?channel=dpct&kind=contact", "?as-of=2019-05-05&party=us&q=talks",
    f"?event={EVENT}", "?person=li-shangfu&person=dong-jun&standing=confirmed", "?level=theatre&status=held",
])  # fmt: skip
def test_addresses_come_back(visit: Callable[..., Visit], query: str) -> None:
    """An address opened says the same again, and adds no step to the reader's way."""
    page = opened(visit(), query)

    said = page.evaluate("[...new URLSearchParams(location.search)].sort().join('|')")
    asked = page.evaluate(f"[...new URLSearchParams({json.dumps(query)})].sort().join('|')")
    assert said == asked
    assert page.evaluate("history.length") == 2
    assert page.evaluate("location.hash") == ""


def test_takeaways(visit: Callable[..., Visit]) -> None:
    """CSV and JSON hold the events shown and no other, the picture is a whole SVG of its size, and a PNG is one."""
    page = opened(visit())
    page.click("details:has([data-field=channel]) > summary")
    page.check("[data-field=channel] [value=dpct]")
    page.keyboard.press("Escape")
    settled(page)
    shown = set(page.evaluate(ROWS))
    assert shown

    def taken(what: str) -> bytes:
        if not page.locator(f"[data-give={what}]").is_visible():
            page.click(".tools .share summary")
        with page.expect_download() as waiting:
            page.click(f"[data-give={what}]")
        return Path(waiting.value.path()).read_bytes()

    rows = list(csv.DictReader(io.StringIO(taken("csv").decode())))
    assert {row["id"] for row in rows} == shown
    data = json.loads(taken("json"))
    assert {event["id"] for event in data["events"]} == shown
    assert data["count"] == len(shown)
    svg = ET.fromstring(taken("svg"))  # noqa: S314  our own
    assert svg.tag.endswith("svg")
    assert float(svg.attrib["height"]) == page.locator(".pane").bounding_box()["height"]  # type: ignore[index]
    assert svg.attrib["viewBox"] == f"0 0 {svg.attrib['width']} {svg.attrib['height']}"
    assert len(list(svg.iter())) > 100
    assert not [it for it in svg.iter() if "class" in it.attrib]
    assert taken("png").startswith(b"\x89PNG")


def test_the_same_answer_is_heard_each_time(visit: Callable[..., Visit]) -> None:
    """What is done twice is told twice: the place of the answer is empty in between."""
    page = opened(visit())
    page.click(".tools .share summary")
    page.evaluate("""() => {
      const place = document.querySelector(".tools .done");
      window.told = [];
      new MutationObserver(() => told.push(place.textContent)).observe(place, { childList: true });
    }""")
    for number in (1, 2):
        with page.expect_download():
            page.click("[data-give=csv]")
        until(page, "number => told.filter(Boolean).length === number", number)

    assert page.evaluate("told") == ["Saved as CSV.", "", "Saved as CSV."]


@pytest.mark.parametrize("query", ["", "?from=1971-01-01&to=2026-12-31", f"?event={EVENT}", "?as-of=2001-05-01"])
@pytest.mark.parametrize("width", [1280, 900, 390, 320])
def test_bounded_and_steady(visit: Callable[..., Visit], query: str, width: int) -> None:
    """The picture has at most 600 elements, nothing shifts or is wider than the screen, no error, no foreign host."""
    visited = visit(viewport={"width": width, "height": 900})
    visited.page.add_init_script(SHIFT)
    page = opened(visited, query)

    assert page.evaluate("document.querySelectorAll('.pic .plot *, .pic .over *').length") <= 600
    assert page.evaluate("window.shift") < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (visited.errors, visited.foreign) == ([], [])


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
@pytest.mark.parametrize("query", [f"?event={EVENT}", "?as-of=2022-10-01", "?tour=the-2022-break"])
def test_accessible(visit: Callable[..., Visit], scheme: str, rules: dict[str, Any], query: str) -> None:
    """No rule of axe is broken with an event, a day or a tour open."""
    page = opened(visit(color_scheme=scheme), query)
    page.wait_for_selector(".panel:not([hidden])")
    thin(page)

    assert violations(page, **rules) == []


def test_a_tap_on_a_phone(visit: Callable[..., Visit]) -> None:
    """A tap near a mark opens it; the panel stays in sight at the foot of the screen."""
    page = opened(visit(viewport={"width": 390, "height": 800}, has_touch=True), "?channel=dpct")
    page.locator(".plot").scroll_into_view_if_needed()
    box = page.locator(".plot .spot[tabindex]").first.bounding_box()
    assert box

    page.touchscreen.tap(box["x"] + box["width"] / 2 + 6, box["y"] + box["height"] / 2 + 6)
    page.wait_for_selector(".panel:not([hidden])")

    panel = page.locator(".panel").bounding_box()
    assert panel
    assert panel["y"] < 800


def test_without_the_index_the_page_stays(visit: Callable[..., Visit]) -> None:
    """Where the index cannot be fetched, the server's picture and list stand there as without scripts."""
    visited = visit()
    visited.page.route("**/timeline/index.json*", lambda route: route.abort())
    page = visited.open("timeline/")
    page.wait_for_selector("event-timeline.failed", state="attached")

    assert page.locator(".pic .wide svg").first.is_visible()
    assert not page.locator(".filters").is_visible()
    assert page.locator(".list tr[id]").count() == len(record().events)


def waiting(page: Page) -> list[Route]:
    """Keep the index from a page, and give the list to which each request for it is added."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/timeline/index.json*", hold)
    return held


def test_the_picture_of_the_server_is_taken_over(visit: Callable[..., Visit]) -> None:
    """Where the page opens as the server has drawn it, that picture stands before any index is there, then as drawn."""
    visited = visit()
    page, held = visited.page, waiting(visited.page)
    page.goto(f"{visited.base}timeline/", wait_until="load")
    page.wait_for_selector("event-timeline[data-drawn='1']", state="attached")

    before = page.locator(".plot > .wide svg").bounding_box()
    while not held:  # it is asked for when the browser has nothing else to do
        page.wait_for_timeout(20)
    held[0].continue_()
    page.wait_for_selector(".pane > svg", state="visible")

    assert page.locator(".pane > svg").bounding_box() == before
    assert page.locator(".plot .wide").count() == 0
    assert page.get_attribute("event-timeline", "data-drawn") == "1"


def test_a_picture_with_many_new_names_answers_before_it_has_them_all(visit: Callable[..., Visit]) -> None:
    """Of many new names a first frame has some, those of the calendar among them, and the next one all, each once."""
    visited = visit()
    page = opened(visited)
    page.evaluate("""() => {
      const root = document.querySelector("event-timeline"), texts = root.querySelector(".pane > svg").lastElementChild;
      const named = (one) => ["class", "x", "y"].map((name) => one.getAttribute(name))
        + one.parentNode.getAttribute("transform") + one.textContent;
      window.said = () => [...texts.querySelectorAll("text")].map(named);
      window.frames = [];
      new MutationObserver(() => {
        frames.push(said());
        requestAnimationFrame(() => requestAnimationFrame(() => frames.push(said())));
      }).observe(root, { attributeFilter: ["data-drawn"] });
    }""")
    page.click("[data-do=all]")
    until(page, "() => frames.length === 2")
    settled(page)

    first, last, said = page.evaluate("[...frames, said()]")
    whole = opened(visited, page.url.partition("timeline/")[2]).evaluate(
        "[...document.querySelectorAll('.pane text')].map((one) => ['class', 'x', 'y'].map((name) =>"
        " one.getAttribute(name)) + one.parentNode.getAttribute('transform') + one.textContent)"
    )
    assert set(first) < set(last)
    assert sorted(last) == sorted(said) == sorted(whole)
    calendar = {text for text in whole if "tick" in text}
    assert calendar
    assert calendar <= set(first)


PICTURE = """() => {
  const [shapes, texts] = document.querySelector(".pane > svg").children;
  const placed = (one) => [one.parentNode.getAttribute("transform"), one.outerHTML].join(" ");
  return [[...shapes.children].map((one) => one.outerHTML), [...texts.querySelectorAll("text")].map(placed).sort()];
}"""
"""What a timeline draws: its shapes from the ground up, and its texts."""


STAYING = "document.querySelectorAll('.pane > svg :is(.s-open, .s-sus, .post, text.lane:not(.ctx))')"
"""Bands, holders and names of lanes."""


@pytest.mark.parametrize("query", ["", f"?event={EVENT}"])
def test_what_two_pictures_have_in_common_stays(visit: Callable[..., Visit], query: str) -> None:
    """A filter of all years leaves bands, holders and names where they are; each picture is what a fresh page draws."""
    visited = visit()
    page = opened(visited, query)

    def step(control: str) -> None:
        page.evaluate("control => document.querySelector(control).click()", control)
        settled(page)

    step("[data-do=all]")
    before = page.evaluate(f"(window.before = [...{STAYING}]).length")
    step(".filters [value=dpct]")
    assert before > 0
    assert page.evaluate(f"[...{STAYING}].every((one, at) => one === before[at]) && [...{STAYING}].length") == before

    for control in ("[data-do=recent]", ".filters [value=dpct]", "[data-do=all]"):
        step(control)
        fresh = opened(visit(), page.url.partition("timeline/")[2])
        assert page.evaluate(PICTURE) == fresh.evaluate(PICTURE), control


def test_who_saves_data_gets_scripts_when_they_are_wanted(visit: Callable[..., Visit]) -> None:
    """Where a browser is told to save data, the timeline's scripts wait until a reader turns to it."""
    visited = visit()
    page = visited.page
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{visited.base}timeline/", wait_until="load")
    settled(page)
    assert not [url for url in asked if url.endswith(("live.js", "index.json"))]

    page.click("[data-do=in]")
    page.wait_for_selector("event-timeline.live", state="attached")
    settled(page)

    assert "from=" in page.url
    assert visited.errors == []


def test_what_is_done_early_is_not_lost(visit: Callable[..., Visit]) -> None:
    """A button and a mark that are pressed before the scripts are there do what they say once they are."""
    visited = visit()
    page, held = visited.page, waiting(visited.page)
    with page.expect_request("**/timeline/index.json*"):
        page.goto(f"{visited.base}timeline/", wait_until="load")

        page.click("[data-do=in]")
        page.locator(".plot .wide a[href*=dpct] .m").first.click()
    page.wait_for_timeout(200)
    assert page.locator("event-timeline.live").count() == 0
    held[0].continue_()
    page.wait_for_selector(".panel:not([hidden])")
    settled(page)

    assert "from=" in page.url
    assert visited.errors == []


@pytest.mark.parametrize("width", [1280, 800])
def test_what_opens_is_in_sight(visit: Callable[..., Visit], width: int) -> None:
    """Whoever opens an event far down in the picture sees its title beside it, or at the screen's foot."""
    page = opened(visit(viewport={"width": width, "height": 700}))
    page.locator(".plot a.spot").first.focus()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
    settled(page)
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.panel h2')")
    settled(page)

    top, bottom = page.locator(".panel h2").first.evaluate(
        "one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]"
    )
    assert page.evaluate("scrollY") > 200
    assert 48 <= top < bottom <= 700


def test_what_opens_is_said_and_keeps_the_focus(visit: Callable[..., Visit]) -> None:
    """What opens beside the picture is said; whoever steps on from there stays on the button, and Escape closes it."""
    page = opened(visit())
    page.locator(".plot a.spot").first.focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    page.keyboard.press("Enter")
    said = "document.querySelector('event-timeline [role=status]').textContent"
    name = "document.querySelector('.panel h2')?.textContent"
    until(page, f"{said} === `Beside the picture: ${{{name}}}`")

    first = page.evaluate(name)
    page.get_by_role("button", name="Later in").focus()
    page.keyboard.press("Enter")
    until(page, f"{name} !== {first!r}")
    assert page.evaluate("document.activeElement.textContent") == "Later"
    until(page, f"{said} === `Beside the picture: ${{{name}}}`")
    page.locator(".panel .chain a").first.focus()
    assert page.locator(".panel .past").count() == 0
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.closest('.panel') !== null")
    page.keyboard.press("Escape")
    until(page, "document.querySelector('.panel').hidden")
    assert page.evaluate("document.activeElement.className") == "spot"


def test_a_tour_is_walked_by_one_key(visit: Callable[..., Visit]) -> None:
    """The button to the next step keeps the focus from step to step."""
    page = opened(visit(), "?tour=hotlines")
    page.get_by_role("button", name="Next").focus()
    for step in (2, 3, 4):
        page.keyboard.press("Enter")
        until(page, f"document.querySelector('.panel .acts').textContent.includes('Step {step} of')")
        assert page.evaluate("document.activeElement.textContent") == "Next"
