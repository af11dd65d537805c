"""The filters of the timeline: what they keep, what they count, what the address says, by any means of reading."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.phrases import counted
from generator.pages.picture.timeline import recent as window
from generator.views.selection import Selection, select
from tests.browser.axe import SCHEMES, thin, violations
from tests.browser.conftest import settled, until
from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from generator.record.models import Event
    from generator.record.record import Record
    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROWS = "[...document.querySelectorAll('.list tr[id]')].filter(row => !row.hidden).map(row => row.id.slice(2))"
COUNTS = """name => Object.fromEntries([...document.querySelectorAll(`.filters input[name=${name}]`)]
  .map(box => [box.value, +box.parentElement.querySelector('.n').textContent]))"""
SHIFT = (
    "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
    " window.shift += entry.value }).observe({type: 'layout-shift', buffered: true})"
)
PARAMETERS = {"channel": "channels", "kind": "kinds", "party": "parties", "person": "people", "topic": "topics"}


@cache
def record() -> Record:
    """Read the real record once."""
    return real_reading().record


def ids(events: tuple[Event, ...]) -> list[str]:
    """Give the ids of events."""
    return [event.id for event in events]


def recent() -> list[str]:
    """Give the ids of the events in the window with which the page opens."""
    first, last = window(record(), record().checked or date.max)
    return ids(select(record(), Selection(since=first, until=last)))


def chosen(**values: tuple[str, ...]) -> list[str]:
    """Give the ids that a selection by parameters of the address keeps."""
    asked: dict[str, Any] = {PARAMETERS[name]: value for name, value in values.items()}
    return ids(select(record(), Selection(**asked)))


def opened(visited: Visit, address: str = "timeline/") -> Page:
    """Load the timeline and wait until its controls work."""
    page = visited.open(address)
    page.wait_for_selector("event-timeline.live[data-drawn]", state="attached")
    page.wait_for_load_state("networkidle")
    return page


def check(page: Page, name: str, value: str) -> None:
    """Open a field and tick a choice, as a reader does."""
    page.set_default_timeout(4000)
    details = page.locator(f".filters details:has([data-field={name}])")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    page.locator(f".filters input[name={name}][value='{value}']").click()
    settled(page)


@pytest.mark.parametrize(
    ("name", "value"),
    [("channel", "dpct"), ("kind", "friction"), ("kind", "call"), ("party", "prc"), ("topic", "taiwan")],
)
def test_a_choice_keeps_what_the_record_says(visit: Callable[..., Visit], name: str, value: str) -> None:
    """The list holds what `select` gives for a choice; the choice had counted so many, and the address says it."""
    visited = visit()
    page = opened(visited)
    counted = page.evaluate(COUNTS, name)[value]

    check(page, name, value)

    wanted = chosen(**{name: (value,)})
    assert page.evaluate(ROWS) == wanted
    assert counted == len(wanted)
    assert page.url.endswith(f"/timeline/?{name}={value}")
    assert page.locator(".filters output").inner_text() == f"{len(wanted)} of {len(record().events)} events"
    assert visited.errors == []


@pytest.mark.parametrize(("name", "value"), [("status", "refused"), ("standing", "disputed")])
def test_status_and_standing(visit: Callable[..., Visit], name: str, value: str) -> None:
    """Both keep the events that have the word."""
    page = opened(visit(), f"timeline/?{name}={value}")

    field = "outcome" if name == "status" else name
    assert page.evaluate(ROWS) == [event.id for event in record().events if getattr(event, field) == value]


def test_fields_together_and_their_counts(visit: Callable[..., Visit]) -> None:
    """One choice of each field is enough, all fields must be met, and each choice counts what it would leave."""
    page = opened(visit(), "timeline/?topic=taiwan&party=us&kind=contact&kind=suspension")

    asked = {"topic": ("taiwan",), "party": ("us",), "kind": ("contact", "suspension")}
    assert page.evaluate(ROWS) == chosen(**asked)
    for name in ("channel", "kind", "party", "topic"):
        counts = page.evaluate(COUNTS, name)
        assert len(counts) > 1
        assert counts == {value: len(chosen(**{**asked, name: (value,)})) for value in counts}


def test_person(visit: Callable[..., Visit]) -> None:
    """Who can be chosen is fetched when a reader turns to the filter; each chosen adds the events they took part in."""
    page = opened(visit())
    assert page.locator(".filters select option").count() == 1
    page.hover(".filters select")

    page.select_option(".filters select", "li-shangfu")
    settled(page)
    assert page.evaluate(ROWS) == chosen(person=("li-shangfu",))
    page.select_option(".filters select", "dong-jun")
    settled(page)
    assert page.evaluate(ROWS) == chosen(person=("li-shangfu", "dong-jun"))
    page.locator(".chosen .chip").first.click()
    settled(page)
    assert page.evaluate(ROWS) == chosen(person=("dong-jun",))
    assert page.url.endswith("?person=dong-jun")


def test_text(visit: Callable[..., Visit]) -> None:
    """Words in any case, all of them, are looked for in titles, names and channels; Escape takes them away."""
    page = opened(visit())
    steps = page.evaluate("history.length")

    page.locator(".filters [type=search]").press_sequentially("AUSTIN shangri", delay=5)
    settled(page)
    kept = page.evaluate(ROWS)

    def said(event: Event) -> str:
        known = record()
        people = [known.people[part.person] for parts in event.participants.values() for part in parts if part.person]
        lanes = {*event.channels, *(effect.channel for effect in event.effects)}
        names = [*(f"{it.name} {it.native}" for it in people), *(known.channels[it].short for it in lanes)]
        return " ".join((event.title, event.short or "", *names)).lower()

    assert kept == [event.id for event in record().events if all(word in said(event) for word in ("austin", "shangri"))]
    assert kept
    assert page.url.endswith("?q=AUSTIN+shangri")
    page.keyboard.press("Escape")
    settled(page)
    assert page.evaluate(ROWS) == recent()
    assert page.evaluate("[location.search, history.length]") == ["", steps]


def test_back_forward_and_clear(visit: Callable[..., Visit]) -> None:
    """Each choice is a step to go back from and forward to; Clear is one as well; foreign words of the address stay."""
    page = opened(visit(), "timeline/?x=1")
    check(page, "channel", "dpct")
    check(page, "status", "held")
    both = page.evaluate(ROWS)

    page.go_back()
    settled(page)
    assert page.evaluate(ROWS) == chosen(channel=("dpct",))
    assert not page.is_checked(".filters input[value=held]")
    page.go_forward()
    settled(page)
    assert page.evaluate(ROWS) == both
    assert page.is_checked(".filters input[value=held]")
    page.click(".filters .clear")
    settled(page)
    assert page.url.endswith("?x=1")
    assert page.evaluate(ROWS) == recent()
    assert page.is_disabled(".filters .clear")


def test_back_to_an_address_that_chooses_nothing(visit: Callable[..., Visit]) -> None:
    """A field that has chosen something says how much; where going back leaves nothing chosen, it says nothing."""
    page = opened(visit())
    numbers = page.locator(".filters summary .set")
    check(page, "channel", "dpct")
    assert "".join(numbers.all_text_contents()) == "1"

    page.go_back()
    settled(page)

    assert "".join(numbers.all_text_contents()) == ""
    assert page.is_disabled(".filters .clear")


def test_all_years_stay_when_nothing_is_chosen_any_more(visit: Callable[..., Visit]) -> None:
    """Who has asked for all years keeps them when a choice is taken back."""
    page = opened(visit())
    page.click("[data-do=all]")
    settled(page)
    everything = page.evaluate(ROWS)

    check(page, "channel", "dpct")
    assert page.evaluate(ROWS) == chosen(channel=("dpct",))
    check(page, "channel", "dpct")

    assert len(everything) == len(record().events)
    assert page.evaluate(ROWS) == everything
    assert "from=" in page.url


def test_keys(visit: Callable[..., Visit]) -> None:
    """A slash leads to the timeline's own field, inside and outside of it; Escape shuts what is open."""
    page = opened(visit())
    page.locator(".filters summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".filters input[name=channel]").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    settled(page)
    assert "channel=" in page.url
    page.keyboard.press("Escape")
    assert not page.locator(".filters input[name=channel]").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.locator(".filters input:focus").count()


def test_a_slash_at_the_top_of_the_page_leads_to_the_filter(visit: Callable[..., Visit]) -> None:
    """The timeline's field shows the key, and takes it before anything else has been done, at any width."""
    for width in (1280, 390):
        page = visit(viewport={"width": width, "height": 800}).open("timeline/")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.closest('.filters') !== null")


def test_a_step_of_the_filter_is_said_once(visit: Callable[..., Visit]) -> None:
    """One place says what a filter leaves, in the window and in all; the number beside the controls is for the eye."""
    page = opened(visit())
    page.fill(".filters input[type=search]", "talks")
    settled(page)

    number = page.locator(".filters output").inner_text().split(" of ")[0]
    (words,) = said(page)
    assert words.endswith(f": {number} events")

    page.click("[data-do=recent]")
    settled(page)
    (words,) = said(page)
    assert words.endswith(f", {number} in all years")


def said(page: Page) -> list[str]:
    """Give what the places of a timeline say that are read aloud when they change."""
    live = page.locator("event-timeline :is([role=status], output, [aria-live]):not([aria-live=off])")
    return [words for words in live.all_inner_texts() if words]


def test_the_list_says_what_it_shows(visit: Callable[..., Visit]) -> None:
    """The heading of the list counts the events in it, also before a reader has moved anything."""
    page = visit().open("timeline/")
    every = counted(len(record().events), "event")
    rows = "[...document.querySelectorAll('.list tr[id]')].filter(row => !row.hidden).length"
    until(page, f"{rows} < {len(record().events)}")

    assert page.locator("#list .shown").inner_text() == f"{page.evaluate(rows)} of {every}"
    at_first = page.evaluate(rows)
    page.click("[data-do=out]")
    until(page, f"{rows} > {at_first}")
    until(page, f"document.querySelector('#list .shown').textContent === `${{{rows}}} of {every}`")
    page.click("[data-do=recent]")
    until(page, f"{rows} === {at_first}")
    until(page, f"document.querySelector('#list .shown').textContent === '{at_first} of {every}'")


def test_tools_on_the_narrowest_phone(visit: Callable[..., Visit]) -> None:
    """Where nothing is left of a row a tool takes the next one: each is wide enough to say what it is."""
    page = opened(visit(viewport={"width": 320, "height": 640}))

    for tool in page.locator(".tools > :is(select, label, details)").all():
        box = tool.bounding_box()
        assert box
        assert box["width"] >= 60


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_the_name_of_a_tour_is_not_cut(visit: Callable[..., Visit], width: int) -> None:
    """The field for tours is as wide as the name of the one that is walked."""
    page = opened(visit(viewport={"width": width, "height": 800}))
    tours = page.locator("[name=tour]")
    needed = """field => { const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const pen = Object.assign(document.createElement('canvas').getContext('2d'), { font });
      return pen.measureText(field.selectedOptions[0].text).width + parseFloat(paddingLeft) + parseFloat(paddingRight)
        - field.clientWidth }"""

    for tour in record().tours.values():
        tours.select_option(tour.id)
        assert tours.evaluate(needed) <= 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_phone(visit: Callable[..., Visit]) -> None:
    """On a phone the choices stand behind one button, and nothing is wider than the screen when they are open."""
    page = opened(visit(viewport={"width": 390, "height": 800}))
    assert not page.locator(".filters summary").first.is_visible()

    page.click(".filters .only")
    check(page, "kind", "call")

    assert page.evaluate(ROWS) == chosen(kind=("call",))
    assert page.get_attribute(".filters .only", "aria-expanded") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1440, 1280, 1100, 800, 390, 320])
def test_what_opens_stays_within_the_window(visit: Callable[..., Visit], width: int) -> None:
    """Each box of choices, and that for sharing, opens within the window: nothing has to be scrolled to sideways."""
    page = opened(visit(viewport={"width": width, "height": 900}))
    if page.locator(".filters .only").is_visible():
        page.click(".filters .only")
    picks = page.locator(".timeline details.pick").all()
    assert len(picks) > 1

    for pick in picks:
        pick.locator("summary").click()
        box = pick.locator("fieldset").first.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        pick.locator("summary").click()


def test_topics_fill_their_columns(visit: Callable[..., Visit]) -> None:
    """A long list of choices stands in as many columns as its box has room for."""
    page = opened(visit(viewport={"width": 1280, "height": 900}))
    page.click(".timeline details:has([data-field=topic]) summary")
    edges = "(labels) => labels.map((label) => label.getBoundingClientRect().left)"
    assert len(set(page.locator("[data-field=topic] label").evaluate_all(edges))) == 3


def test_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts no control stands there that would do nothing."""
    assert not visit(java_script_enabled=False).open("timeline/").locator(".filters").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_shifts(visit: Callable[..., Visit], width: int) -> None:
    """A page that opens with filters in its address does not shift."""
    visited = visit(viewport={"width": width, "height": 900})
    visited.page.add_init_script(SHIFT)
    page = opened(visited, "timeline/?channel=dpct&status=held&q=talks")

    assert page.evaluate("window.shift") < 0.01


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
@pytest.mark.parametrize("width", [1280, 390])
def test_accessible(visit: Callable[..., Visit], scheme: str, rules: dict[str, Any], width: int) -> None:
    """No rule of axe is broken while a field is open and something is filtered out."""
    visited = visit(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = opened(visited, "timeline/?kind=call")
    if width < 760:
        page.click(".filters .only")
    page.locator(".filters summary").first.click()
    assert visited.errors == []
    thin(page)

    assert violations(page, **rules) == []
