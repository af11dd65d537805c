"""What stands for a page that is made when it is asked for."""

from __future__ import annotations

import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.page import Page, Settings
from generator.pages.site import make_pages, make_slips
from generator.pages.slips import slip_of
from generator.views.bare import bare
from tests.pages.full_record import SETTINGS, written

if TYPE_CHECKING:
    from pathlib import Path

PAGE = Page("events/one.md", {"title": "One", "page_class": "p-event"}, lambda: "<p>words</p>", "one.yml", rests_on="a")


@pytest.mark.parametrize("settings", [SETTINGS, Settings()])
def test_slips_say_what_the_pages_say(tmp_path: Path, settings: Settings) -> None:
    """Each slip tells address, day, frame and picture of its page, and makes the very page that was made at first."""
    record = written(tmp_path)
    pages, slips = list(make_pages(record, settings)), list(make_slips(record, settings, bare(record)))

    assert [slip.src_uri for slip in slips] == [page.src_uri for page in pages]
    for page, slip in zip(pages, slips, strict=True):
        made = slip.page
        assert (made.head, made.edit_path, made.card, made.rests_on) == (
            page.head, page.edit_path, page.card, page.rests_on,
        )  # fmt: skip
        assert (slip.place, slip.changed, slip.is_whole) == (page.place, page.changed, page.is_whole)
        assert (slip.picture.address if slip.picture else None) == (page.card.address if page.card else None)
        assert slip.template == page.head.get("template", "")


def test_what_makes_a_page_is_kept_and_not_the_page() -> None:
    """A page that can be made once more goes when its slip is there, and comes at each asking."""
    gone: list[weakref.ref[Any]] = []

    def made() -> Page:
        def drawn() -> str:
            return "<p>words</p>"

        gone.append(weakref.ref(drawn))
        return replace(PAGE, drawn=drawn)

    slip = slip_of(made)
    assert gone[0]() is None
    assert slip.page.body == "<p>words</p>"
    assert len(gone) == len(["for the slip", "for its body"])


@pytest.mark.parametrize("other", [
    replace(PAGE, src_uri="events/two.md"),
    replace(PAGE, head={**PAGE.head, "title": "Two"}),
    replace(PAGE, edit_path="two.yml"),
    replace(PAGE, rests_on="b"),
])  # fmt: skip
def test_what_tells_pages_apart(other: Page) -> None:
    """A page that says anything else, or rests on anything else, is told from the other; the same page is not."""
    assert slip_of(PAGE).told == slip_of(replace(PAGE)).told != slip_of(other).told


def test_equal_shapes_are_one() -> None:
    """Of pages of one shape the slips hold that shape together, for it takes more room than all else in a slip."""
    shapes: dict[Any, Any] = {}
    one, two = (slip_of(replace(PAGE, src_uri=f"events/{name}.md"), shapes) for name in ("one", "two"))
    assert one.shape is two.shape
