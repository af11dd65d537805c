"""What stands in the pictures that are shown with links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.cards import WIDTH, Card, event_card
from generator.pages.page import Settings
from generator.pages.press import Press
from tests.pages.full_record import FULL, SETTINGS, made
from tests.views.making import channel, event, record

if TYPE_CHECKING:
    from generator.pages.site import Page
    from generator.record.record import Record


def card_of(*entries: Any, **fields: Any) -> Card:  # noqa: ANN401  entries of any kind
    """Give the card of an event in a small record."""
    made = record(event("2023-02-01-it", **fields), *entries)
    card = event_card(Press(made, SETTINGS), made.events[0])
    assert card
    return card


def test_every_page_has_a_picture(pages: dict[str, Page]) -> None:
    """Every page names a picture that some page has for its own; events, channels and sections have their own."""
    drawn = {page.card.address for page in pages.values() if page.card}
    own = {name for name, page in pages.items() if page.card}

    assert {page.head["card"] for page in pages.values()} == drawn
    assert {f"events/{FULL}.md", "channels/talks.md", "people/index.md", "numbers.md", "index.md"} <= own
    assert pages["people/an-bei.md"].head["card"] == pages["people/index.md"].head["card"] == "cards/people.png"
    assert pages["contributing/fields.md"].head["card"] == pages["index.md"].head["card"] == "cards/site.png"


def test_an_event_is_shown_in_its_channel(pages: dict[str, Page]) -> None:
    """The card of an event has its date, title and channel, the channel's states, and where the event lies in them."""
    card = pages[f"events/{FULL}.md"].card

    assert card
    assert (card.over, card.title, card.under) == (
        "8 to 9 January 2024, talks, disputed", "Second talks", "Yearly talks",
    )  # fmt: skip
    assert card.bands[0].pieces
    assert card.spot
    assert card.bands[0].pieces[0].start < card.spot.x < WIDTH
    assert pages[f"events/{FULL}.md"].head["alt"] == card.alt
    assert card.alt.startswith("Second talks. 8 to 9 January 2024, talks, disputed.")


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        ({"status": "refused", "declined_by": "us"}, "1 February 2023, call, refused by us"),
        ({"status": "planned"}, "1 February 2023, call, planned"),
        ({"standing": "disputed"}, "1 February 2023, call, disputed"),
        ({"date": "[..2023-02-01]"}, "On or before 1 February 2023, call"),
    ],
)
def test_what_became_of_it_and_what_is_doubtful_is_said(fields: dict[str, Any], over: str) -> None:
    """A card says what became of a contact, how well it is established, and how far its date is known."""
    assert card_of(kind="call", **fields).over == over


def test_an_event_without_a_channel_lies_in_time() -> None:
    """An event of no channel has its place on a bare line; one that only acted on a channel is shown in that."""
    alone = card_of(kind="incident")
    acting = card_of(channel("line"), kind="agreement", effects=[{"channel": "line", "state": "open"}])

    assert (alone.bands[0].pieces, alone.under) == ((), "")
    assert alone.spot
    assert acting.bands[0].pieces


def test_without_an_address_of_the_site_there_are_none(full: Record) -> None:
    """A picture is found by its whole address: where that is not known, no page names one."""
    pages = made(full, Settings("A timeline")).values()

    assert {page.card for page in pages} == {None}
    assert {page.head["card"] for page in pages} == {""}
