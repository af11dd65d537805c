"""Ids that were published."""

from __future__ import annotations

from generator.views.published import ids_of, merged, vanished
from tests.conftest import ROOT, real_reading
from tests.views.making import channel, event, person, record

RECORD = record(
    event("2024-01-08-new", formerly=["2024-01-08-old"]), channel("line"), person("ann", formerly=["anne"]),
)  # fmt: skip


def test_what_leads_somewhere() -> None:
    """Present and former ids lead somewhere, each for its own kind of entry."""
    assert ids_of(RECORD) == {
        "event 2024-01-08-new", "event 2024-01-08-old", "channel line", "person ann", "person anne",
    }  # fmt: skip


def test_what_has_vanished() -> None:
    """An id that was published and is neither present nor former has vanished; as that of another kind, too."""
    published = ["channel line", "event 2024-01-08-old", "event line", "person bob"]

    assert vanished(RECORD, published) == ("event line", "person bob")


def test_the_list_grows() -> None:
    """The list keeps what it holds and takes in what is new."""
    assert merged(RECORD, ["person anne", "person zoe"]) == (
        "channel line", "event 2024-01-08-new", "event 2024-01-08-old", "person ann", "person anne", "person zoe",
    )  # fmt: skip


def test_nothing_published_is_lost() -> None:
    """Every id of the real record that was ever published still leads somewhere; write renamed ones as `formerly`."""
    published = (ROOT / "events/published.txt").read_text(encoding="utf-8").splitlines()

    assert len(published) > 600
    assert published == sorted(set(published))
    assert vanished(real_reading().record, published) == ()
