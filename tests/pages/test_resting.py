"""What a page rests on stands for all that it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.pages.page import Settings
from generator.pages.site import make_pages

if TYPE_CHECKING:
    from generator.pages.page import Page
    from generator.record.models import Account, Event
    from generator.record.record import Record

TELLING = ("chains/", "counterparts/", "events/", "readouts/", "years/")
SETTINGS = Settings("Timeline", "https://example.org/")


def told_otherwise(event: Event) -> Event:
    """Give an event with other words in each of its long texts."""

    def account(one: Account) -> Account:
        return one.model_copy(update={"text": f"More. {one.text}", "quote": one.quote and f"More {one.quote}"})

    return event.model_copy(update={
        "summary": f"More. {event.summary}", "accounts": {side: account(one) for side, one in event.accounts.items()},
        "reported": tuple(one.model_copy(update={"text": f"More. {one.text}"}) for one in event.reported),
    })  # fmt: skip


@pytest.mark.slow
def test_pages_that_rest_on_the_same_say_the_same(full: Record) -> None:
    """Whichever event is told in other words, a page that rests on the same as before has the same body."""
    before = {page.src_uri: (page.rests_on, page.body) for page in told(full)}
    for number, event in enumerate(full.events):
        events = (*full.events[:number], told_otherwise(event), *full.events[number + 1 :])
        after = told(replace(full, events=events))
        kept = [page for page in after if page.rests_on == before[page.src_uri][0]]

        assert 0 < len(kept) < len(after)
        assert [page.src_uri for page in kept if page.body != before[page.src_uri][1]] == []


def told(record: Record) -> list[Page]:
    """Give the pages that tell texts of events; all others are made of a record without."""
    return [page for page in make_pages(record, SETTINGS) if page.src_uri.startswith(TELLING)]
