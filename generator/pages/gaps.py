"""What is known to be missing from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import GAPS
from generator.pages.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press
    from generator.record.models import Event
    from generator.record.record import Record


def pages(press: Press) -> Iterator[Page]:
    """Give the page of known gaps, by time, with the accounts that were not found."""
    record = press.record
    gaps = sorted(record.gaps, key=lambda gap: (gap.period.sort_key, gap.channel or "", gap.what))
    path = next((gap.origin.path for gap in gaps), None)
    sides = [(party, [event for event in record.events if _lacks(record, event, party.id)]) for party in press.parties]
    yield press.page(
        "gaps", GAPS, "What is missing", f"{counted(len(gaps), 'known gap')} of the record, and why.",
        page_class="p-gaps", edit_path=path, gaps=gaps, sides=sides,
    )  # fmt: skip


def _lacks(record: Record, event: Event, party_id: str) -> bool:
    """Whether a held contact has no account of a side that it concerns."""
    return event.is_held_contact and party_id in record.concerned(event) and party_id not in event.accounts
