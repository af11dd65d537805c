"""Ids that were published."""

from __future__ import annotations

from generator.views.published import ids_of, merged
from tests.conftest import real_reading
from tests.views.making import channel, event, person, record

RECORD = record(
    event("2024-01-08-new", formerly=["2024-01-08-old"]), channel("line"), person("ann", formerly=["anne"]),
)  # fmt: skip


def test_what_leads_somewhere() -> None:
    """Present and former ids lead somewhere, each for its own kind of entry."""
    assert ids_of(RECORD) == {
        "event 2024-01-08-new", "event 2024-01-08-old", "channel line", "person ann", "person anne",
    }  # fmt: skip


def test_the_list_grows() -> None:
    """The list keeps what it holds and takes in what is new."""
    assert merged(RECORD, ["person anne", "person zoe"]) == (
        "channel line", "event 2024-01-08-new", "event 2024-01-08-old", "person ann", "person anne", "person zoe",
    )  # fmt: skip


def test_the_real_list() -> None:
    """The list of what the real record has published is as a release writes it, and not short."""
    published = real_reading().published.text.splitlines()

    assert len(published) > 600
    assert published == sorted(set(published))
