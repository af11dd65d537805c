"""The search in a real browser: what it finds, how it is steered, what it fetches and when."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.browser.axe import SCHEMES, violations
from tests.browser.conftest import until
from tests.conftest import real_reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOUND = ".hits li h3 a"


def searched(visited: Visit, **query: str) -> Page:
    """Open the search with a query and wait for what it says."""
    page = visited.open(f"search/?{urlencode(query)}")
    until(page, "document.querySelector('.told').textContent")
    return page


def addresses(page: Page) -> list[str]:
    """Give the addresses of the results that are shown, from the site's root."""
    found: list[str] = page.eval_on_selector_all(
        FOUND, "all => all.map(a => a.href.replace(new URL('..', location.href).href, ''))"
    )
    return found


def test_nothing_is_fetched_before_a_search(visit: Callable[..., Visit]) -> None:
    """No page fetches the index before the reader searches; the first results take less than 0.4 MB."""
    visited = visit()
    asked: list[str] = []
    sizes: list[int] = []
    visited.page.on("request", lambda request: asked.append(request.url))
    visited.page.on("response", lambda answer: sizes.append(len(answer.body())) if ".json" in answer.url else None)
    for address in ("", "timeline/", "events/2024-01-08-dpct-17/", "search/"):
        visited.open(address)
    assert not [url for url in asked if "search/" in url and ".json" in url]
    assert not [url for url in asked if "javascripts" in url]

    page = visited.page
    page.locator(".seek input[name=q]").press_sequentially("hotline")
    page.wait_for_selector(FOUND)

    assert [url for url in asked if url.endswith("search/index.json")]
    assert sum(sizes) < 400_000
    assert visited.errors == []


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("dong jun", "people/dong-jun/"),
        ("董军", "people/dong-jun/"),
        ("第17次中美国防部工作会晤", "events/2024-01-08-dpct-17/"),
        ("2024-01-08-dpct-17", "events/2024-01-08-dpct-17/"),
        ("17th Defense Policy Coordination Talks", "events/2024-01-08-dpct-17/"),
        ("E301", "contributing/checks/e301/"),
        ("three communiques", "glossary/#three-communiques"),
        ("who decides", "explained/who-decides/"),
    ],
)
def test_what_is_looked_for_comes_first(visit: Callable[..., Visit], query: str, address: str) -> None:
    """The page that somebody means by a name, an id or a title stands first, in either script."""
    visited = visit()
    page = searched(visited, q=query)

    assert addresses(page)[0] == address
    assert query[:3].lower() in page.title().lower()
    assert visited.errors == []


def test_every_event_and_every_person(visit: Callable[..., Visit]) -> None:
    """Every event is found by its title and every person by the native name."""
    page = searched(visit(), q="talks")
    record = real_reading().record
    wanted = [(event.title, f"events/{event.id}/") for event in record.events]
    wanted += [(person.native, f"people/{person.id}/") for person in record.people.values() if person.native]

    lost = page.evaluate(
        """async wanted => {
            const [{ unpack, filesOf, find }, { asked }] = await Promise.all([
                import(new URL('search/index.js', document.querySelector("link[href$='open-channel.css']").href)),
                import(new URL('search/words.js', document.querySelector("link[href$='open-channel.css']").href)),
            ]);
            const got = {};
            const load = name => got[name] ??= fetch(name).then(answer => answer.json());
            const index = unpack(await load('index.json'));
            const lost = [];
            for (const [query, address] of wanted) {
                const files = new Map();
                for (const word of asked(query))
                    for (const at of filesOf(index, word)) files.set(at, await load(`words/${at}.json`));
                const first = find(index, files, asked(query)).hits.slice(0, 10);
                const file = ({ number }) => `texts/${Math.floor(number / index.texts)}.json`;
                const texts = await Promise.all(first.map(hit => load(file(hit))));
                if (!texts.some((text, at) => text[first[at].number % index.texts][0] === address)) lost.push(query);
            }
            return lost;
        }""",
        wanted,
    )

    assert lost == []


def test_results_are_text(visit: Callable[..., Visit]) -> None:
    """A result has its date, kind and channel, and its words are marked as they stand; the query is never markup."""
    page = searched(visit(), q="17th 国防部")

    first = page.locator(".hits li").first
    assert first.locator(".note").inner_text() == "8 to 9 January 2024 · Talks · Policy talks (DPCT)"
    assert first.locator("mark").all_inner_texts() == ["17th", "国防部"]
    assert first.locator(".zh").get_attribute("lang") == "zh-Hans"
    page.fill(".seek input[name=q]", "<img src=x onerror=alert(1)>")
    until(page, "document.querySelector('.told').textContent.startsWith('Nothing')")
    assert page.locator(".seek img").count() == 0


def test_filters_and_address(visit: Callable[..., Visit]) -> None:
    """Filters narrow and count, the address has all of it, and back leads to what was before."""
    page = searched(visit(), q="minister")
    before = page.inner_text(".told")

    page.select_option("select[name=kind]", "call")
    until(page, "location.search.includes('kind=call') && document.title")
    until(page, "told => document.querySelector('.told').textContent !== told", arg=before)
    narrowed = page.inner_text(".told")
    assert "(0)" not in (page.locator("select[name=year] option:not([disabled])").nth(1).text_content() or "")
    page.select_option("select[name=year]", "2024")
    until(page, "told => document.querySelector('.told').textContent !== told", arg=narrowed)
    assert all("2024" in note for note in page.locator(".hits .note").all_inner_texts())
    assert page.url.endswith("/search/?q=minister&kind=call&year=2024")
    page.go_back()
    until(page, "told => document.querySelector('.told').textContent === told", arg=narrowed)
    page.go_back()
    until(page, "told => document.querySelector('.told').textContent === told", arg=before)

    assert page.locator("select[name=kind]").input_value() == ""


def test_order_and_more(visit: Callable[..., Visit]) -> None:
    """Results can stand by time; a button shows more and takes the focus to the first of them."""
    page = searched(visit(), q="taiwan", order="new", what="event")
    years = [int(note.split(" · ")[0][-4:]) for note in page.locator(".hits .note").all_inner_texts()]
    assert years == sorted(years, reverse=True)

    page.click(".more")
    until(page, "document.querySelectorAll('.hits li').length === 20")

    assert page.evaluate("document.activeElement === document.querySelectorAll('.hits li')[10].querySelector('a')")


def test_keyboard(visit: Callable[..., Visit]) -> None:
    """A slash leads to the field of any page, Enter to the search, arrows through the results."""
    page = visit().open("events/2024-01-08-dpct-17/")
    page.keyboard.press("/")
    page.keyboard.type("kunming")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=kunming")
    until(page, "document.querySelector('.told').textContent")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"

    page.keyboard.type("hotline")
    until(page, "document.title.startsWith('hotline')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.hits a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"


def test_nothing_found(visit: Callable[..., Visit]) -> None:
    """What is not found is said, with the word that stands nowhere, and other ways are offered."""
    page = searched(visit(), q="dong zzz")

    assert page.inner_text(".told") == "Nothing found: no page has “zzz”"
    assert page.get_attribute(".told", "role") == "status"
    assert page.locator(".elsewhere").is_visible()


def test_without_its_files(visit: Callable[..., Visit]) -> None:
    """A search whose files do not arrive says so and leads on."""
    visited = visit()
    visited.page.route("**/search/words/*", lambda route: route.abort())
    page = searched(visited, q="dong")

    assert "could not be loaded" in page.inner_text(".told")
    assert page.locator(".elsewhere").is_visible()


def test_without_scripts(visit: Callable[..., Visit]) -> None:
    """Without scripts the bar leads to a page that says how else to find, with no control that does nothing."""
    page = visit(java_script_enabled=False).open("")
    page.fill(".bar input[name=q]", "dong")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=dong")

    assert "needs a script" in page.inner_text(".seek")
    assert not page.locator(".seek select").first.is_visible()
    assert page.locator(".elsewhere a").count() >= 6


def test_accessible(visit: Callable[..., Visit]) -> None:
    """With results and on a narrow screen nothing is wider than the screen, and axe finds nothing in either scheme."""
    visited = visit(reduced_motion="reduce", viewport={"width": 320, "height": 800})
    page = searched(visited, q="国防部")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not page.locator(".seek select").first.is_visible()
    page.click(".seek summary")
    assert page.locator(".seek select").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    for scheme, rules in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page, **rules) == [], scheme
