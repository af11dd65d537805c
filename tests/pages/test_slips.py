"""What stands for a page that is made when it is asked for."""

from __future__ import annotations

import weakref
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.page import Page, Settings
from generator.pages.site import make_pages, make_slips
from generator.pages.slips import slip_of
from generator.views.bare import bare
from generator.views.recollection import Recollection
from tests.pages.full_record import SETTINGS, written

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.models import Event
    from generator.record.record import Record

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


def test_what_is_recalled_is_as_if_made_anew(tmp_path: Path) -> None:
    """Whichever event says something else than the last time, each slip says what a new one says, and few are new."""
    record = written(tmp_path)
    before = Recollection(record)
    list(make_slips(record, SETTINGS, bare(record), before))

    for changed in map(partial(retold, record), record.events):
        recalled = Recollection(changed, "", before.state)
        found = list(make_slips(changed, SETTINGS, bare(changed), recalled))

        assert [slip.row for slip in found] == [slip.row for slip in make_slips(changed, SETTINGS, bare(changed))]
        assert [slip.page.head for slip in found] == [page.head for page in make_pages(changed, SETTINGS)]


def test_of_another_record_nothing_is_recalled(tmp_path: Path) -> None:
    """Where more than long texts is other, or what stands beside the record, no slip is taken over."""
    record = written(tmp_path)
    before = Recollection(record, "beside")
    before.note("a name", lambda: 1)

    first, *others = record.events
    for changed in (record, replace(record, events=(first.model_copy(update={"title": "Other"}), *others))):
        assert Recollection(changed, "other", before.state).known("a name") is None
        assert (Recollection(changed, "beside", before.state).known("a name") is None) == (changed is not record)


def retold(record: Record, event: Event) -> Record:
    """Give the record with other long texts of one event."""

    def other(text: str | None) -> str | None:
        return text and f"Other {text}"

    accounts = {
        party: account.model_copy(update={"text": other(account.text), "quote": other(account.quote)})
        for party, account in event.accounts.items()
    }
    reported = tuple(report.model_copy(update={"text": other(report.text)}) for report in event.reported)
    update = {"summary": other(event.summary), "accounts": accounts, "reported": reported}
    events = tuple(one.model_copy(update=update) if one is event else one for one in record.events)
    return replace(record, events=events)
