"""Front matter and bodies, addresses and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.pages.addresses import address, published_at, relative, src_uri
from generator.pages.page import compact, front_matter, verbatim

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(TEXT, TEXT)
def test_front_matter_gives_back_what_went_in(title: str, description: str) -> None:
    """The builder reads titles and descriptions as they are, whatever they hold."""
    text = front_matter({"title": title, "description": description}) + "\nBody.\n"

    body, meta = get_data(text)

    assert meta == {"title": title, "description": description}
    assert body.strip() == "Body."


def test_front_matter_leaves_out_what_is_empty() -> None:
    """A value that is not there has no line."""
    assert front_matter({"title": "A: *b*", "page_class": ""}) == '---\ntitle: "A: *b*"\n---\n'


def test_compact() -> None:
    """HTML loses its indentation and its empty lines."""
    assert compact("\n<div>\n\n    <p>a\n  b</p>\n</div>") == "<div>\n<p>a\nb</p>\n</div>\n"


def test_verbatim_keeps_its_lines() -> None:
    """Lines and tabs of an example survive what `compact` and Markdown do to a page."""
    assert verbatim("a: <b>\n\tc") == "a: &lt;b&gt;&#10;&#9;c"


@pytest.mark.parametrize(("origin", "target", "link"), [
    ("", "timeline/", "timeline/"),
    ("", "", "./"),
    ("timeline/", "", "../"),
    ("events/a/", "events/b/", "../../events/b/"),
    ("contributing/checks/e301/", "timeline/#e-a", "../../../timeline/#e-a"),
])  # fmt: skip
def test_relative(origin: str, target: str, link: str) -> None:
    """A link leads up to the root and down again."""
    assert relative(origin, target) == link


@pytest.mark.parametrize(("place", "index", "path"), [
    ("", False, "index.md"),
    ("events/a/", False, "events/a.md"),
    ("channels/", True, "channels/index.md"),
    ("timeline/", False, "timeline.md"),
])  # fmt: skip
def test_src_uri(place: str, path: str, *, index: bool) -> None:
    """An address names the Markdown file that is published there."""
    assert src_uri(place, index=index) == path
    assert published_at(path) == place


def test_addresses_of_entries() -> None:
    """Entries stand where the published addresses say; a check's code is in small letters."""
    assert [address("event", "a"), address("publisher", "b"), address("check", "E301")] == [
        "events/a/", "sources/b/", "contributing/checks/e301/"]  # fmt: skip


def test_an_unknown_kind_has_no_address() -> None:
    """Asking for a kind without pages is a bug, and said so."""
    with pytest.raises(KeyError):
        address("party", "north")
