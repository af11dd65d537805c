"""Whatever a contributor writes comes out as text: no markup, no script, no broken page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from generator.pages.field_types import type_words
from generator.record.entry import Entry
from generator.record.fields import Shape
from generator.record.record import Record
from tests.pages.full_record import made
from tests.pages.reading_html import Tree, is_drawn, parts, rendered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.pages.site import Page

HOSTILE = (
    "*a* <blink onclick=1> & \"q\" 'p' [x](javascript:alert(1)) {: onclick=1 } {{ 7 * 7 }} {% raw %} <!-- --> "
    "&lt;u&gt; <script>alert(1)</script> ]]> [^1] *[AB]: c ![i](https://img.example/i.png)\n\n"
    "    # code\n</div>\n\n---\n- l\n"
)  # fmt: skip
AS_TEXT = "*a* <blink onclick=1> & \"q\" 'p' [x](javascript:alert(1)) {: onclick=1 } {{ 7 * 7 }} {% raw %} <!-- -->"
"""How the beginning of the text reads where it is no Markdown."""
ADDRESSES = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", 'https://x.example/" onclick="alert(1)')
WEB = ("https://", "http://", "webcal://timeline.example/calendar/")
"""How a link to another place begins; calendars of the site are subscribed to under a scheme of their own."""
OURS = frozenset({"noopener", "external", "prev", "next", "license"})


def poisoned(record: Record, text: str = HOSTILE, url: str | None = None) -> Record:
    """Give a record in which every free text is hostile, and every address where one is given."""

    def changed(value: Any) -> Any:  # noqa: ANN401  whatever a field holds
        if isinstance(value, Shape):
            return shape(value)
        if isinstance(value, tuple):
            return tuple(changed(one) for one in value)
        return {key: changed(one) for key, one in value.items()} if isinstance(value, dict) else value

    def shape(value: Shape) -> Shape:
        hints = get_type_hints(type(value), include_extras=True)
        fields = {name: field(name, getattr(value, name), hints) for name in type(value).model_fields
                  if not (isinstance(value, Entry) and name in ("id", "origin"))}  # fmt: skip
        return value.model_copy(update=fields)

    def field(name: str, value: Any, hints: Mapping[str, Any]) -> Any:  # noqa: ANN401  as above
        holds = type_words(hints[name])
        if isinstance(value, str) and holds.startswith(("line of text", "text")):
            return text
        if isinstance(value, str) and holds == "web address" and url is not None:
            return url
        return changed(value)

    kept = {name: changed(getattr(record, name)) for name in Record.__dataclass_fields__}
    return Record(**kept)


@pytest.fixture(scope="module")
def bad(full: Record) -> dict[str, Page]:
    """Give the pages of a record whose every text is hostile."""
    return made(poisoned(full))


def test_every_text_is_poisoned(full: Record) -> None:
    """The record under test holds the hostile text in every free field of an event."""
    event = poisoned(full).by_id["2024-01-08-talks-two"]

    texts = [event.title, event.summary, event.accounts["north"].text, event.figures[0].label, event.reported[0].text]
    assert event.accounts["north"].zh
    assert {*texts, event.accounts["north"].zh.text, event.revised[0].note} == {HOSTILE}


@pytest.mark.slow
def test_no_markup_gets_through(bad: dict[str, Page]) -> None:
    """No page has a foreign element, a handler of events, a style or a link that runs something."""
    for page in bad.values():
        tree = Tree(rendered(page))
        tags = {tag for tag, _ in tree.elements}
        names = {name for _, attrs in tree.elements for name in attrs}
        assert {attrs["type"] for tag, attrs in tree.elements if tag == "script"} <= {"application/ld+json"}
        assert not tags & {"blink", "img", "iframe", "u", "style", "object"}, page.src_uri
        assert [attrs for tag, attrs in tree.elements if tag == "form" and "action" in attrs] == [], page.src_uri
        own = page.src_uri in ("timeline/index.md", "search.md", "contributing/add.md") or page.src_uri.startswith(
            "status/"
        )
        assert sum(tag == "form" for tag, _ in tree.elements) == own, page.src_uri
        assert not {name for name in names if name.startswith("on") or name == "style"}, page.src_uri
        links = tree.values("a", "href") + tree.values("a", "xlink:href")
        assert not [link for link in links if ":" in link and not link.startswith(WEB)], page.src_uri
        assert set(" ".join(tree.values("a", "rel")).split()) <= OURS
        assert (tree.open, tree.misnested) == ([], []), page.src_uri


def test_the_text_can_be_read(bad: dict[str, Page]) -> None:
    """Titles and names appear on their pages as they were typed."""
    for name in ("events/2024-01-08-talks-two.md", "channels/talks.md", "people/an-bei.md", "offices/north-minister.md",
                 "sources/the-paper.md", "topics/islands.md", "tours/pause.md"):  # fmt: skip
        assert AS_TEXT in Tree(rendered(bad[name])).text, name


@pytest.mark.slow
def test_markdown_leaves_it_alone(bad: dict[str, Page]) -> None:
    """Hostile pages pass through the builder's Markdown as they are, but for spaces where Markdown spreads tabs."""
    for page in bad.values():
        if is_drawn(page):
            assert rendered(page).strip() == parts(page)[1].strip(), page.src_uri


def test_front_matter_holds_raw_text(bad: dict[str, Page]) -> None:
    """The title, which all have here, stands in the front matter unescaped: the theme escapes it where it prints it."""
    head, _ = parts(bad["events/2024-01-08-talks-two.md"])

    assert head["title"] == f"{HOSTILE}, 8 to 9 January 2024"


@pytest.mark.slow
@pytest.mark.parametrize("url", ADDRESSES)
def test_addresses_lead_to_the_web_alone(full: Record, url: str) -> None:
    """A source's address becomes a link where it is one of http or https, and no attribute breaks out of it."""
    for page in made(poisoned(full, url=url)).values():
        tree = Tree(rendered(page))
        assert "onclick" not in {name for _, attrs in tree.elements for name in attrs}
        assert not [link for link in tree.values("a", "href") if link.startswith(("javascript:", "data:"))], (
            page.src_uri
        )
