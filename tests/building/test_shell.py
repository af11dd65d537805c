"""Frames that the theme has drawn once, around all pages of a shape."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import escape

from generator.building.shell import Shell
from generator.pages.page import Page
from generator.pages.slips import slip_of
from tests.building.conftest import build
from tests.commands.test_build import tree

if TYPE_CHECKING:
    from pathlib import Path

TITLE = 'Talks & "talks" <b>'


def page(uri: str, body: str = "<p>words</p>", **head: Any) -> Page:  # noqa: ANN401  whatever front matter holds
    """Make a drawn page of a file of its own."""
    return Page(uri, {"title": TITLE, "page_class": "p-event", **head}, lambda: body, f"{uri}.yml")


def framed(pattern: Page) -> str:
    """Frame a page as a theme might."""
    return f"{pattern.head['title']}|{pattern.place}|{pattern.head.get('forms')}|{pattern.edit_path}|{pattern.body}"


def test_pages_of_one_shape_share_a_frame() -> None:
    """The theme sees one page, and each gets back its own title, address, forms, file and body."""
    pages = [page(f"events/{id_}.md", forms=[{"href": f"api/events/{id_}.json"}]) for id_ in ("one", "two")]
    shell = Shell(map(slip_of, pages))

    for uri, pattern in shell.patterns.items():
        shell.learn(uri, framed(pattern))

    assert len(shell.patterns) == 1
    assert ["".join(shell.frame(slip_of(one))) for one in pages] == [
        f"Talks &amp; &#34;talks&#34; &lt;b&gt;|events/{id_}/|[{{'href': 'api/events/{id_}.json'}}]|"
        f"events/{id_}.md.yml|<p>words</p>"
        for id_ in ("one", "two")
    ]


@pytest.mark.parametrize("other", [
    page("people/two.md"),
    page("events/two.md", page_class="p-other"),
    page("events/two.md", forms=[{"href": "api/events/three.json"}]),
    page("events/two.md", page_class=""),
    page("events/index.md"),
])  # fmt: skip
def test_what_differs_has_a_frame_of_its_own(other: Page) -> None:
    """Two pages that a theme may frame differently have no frame in common: each is framed as it is, without body."""
    one = page("events/one.md")
    shell = Shell(map(slip_of, (one, other)), named="['events/index.md']")
    for uri, pattern in shell.patterns.items():
        shell.learn(uri, framed(pattern).replace(TITLE, str(escape(TITLE))))

    assert {*shell.patterns} == {drawn.src_uri for drawn in (one, other) if drawn.is_whole}
    assert all("words" not in pattern.body for pattern in shell.patterns.values())
    assert "".join(shell.frame(slip_of(one))) == framed(one).replace(TITLE, str(escape(TITLE)))


def test_a_timeline_needs_a_frame_that_runs_it() -> None:
    """A page whose frame does not fetch the timeline's script is refused, and not published without."""
    one = page("events/one.md", body="<event-timeline></event-timeline>")
    shell = Shell([slip_of(one)])
    shell.learn(one.src_uri, framed(shell.patterns[one.src_uri]))
    with pytest.raises(ValueError, match="has a timeline, and its frame does not run it"):
        shell.frame(slip_of(one))

    shell.learn(
        one.src_uri, f'<script src="assets/x/timeline/element.js"></script>{framed(shell.patterns[one.src_uri])}'
    )
    assert "<event-timeline>" in "".join(shell.frame(slip_of(one)))


@pytest.mark.slow
def test_the_site_is_the_same_without(built: Path, tmp_path: Path) -> None:
    """Framed here or by the theme, every file is the same, byte for byte.

    The made-up record has every kind of page; of the real one tests/test_way_out.py has the theme frame all pages.
    """
    project = shutil.copytree(built, tmp_path / "project")
    build(project, "--no-shell", "--no-cache", "--site-dir", "two")

    one, two = tree(project / "site"), tree(project / "two")
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
