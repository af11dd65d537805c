"""The timeline for the pages of others: one small page, whose address says what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import EMBED
from generator.pages.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press


def pages(press: Press) -> Iterator[Page]:
    """Give the page for frames, which also holds the parts of a timeline that opens within a page."""
    title = f"Contacts between {listed(party.named for party in press.parties)}"
    yield press.page(
        "embed", EMBED, title, f"{title}, as a picture.", page_class="p-embed", index=True, searched=False,
        frame="embed.html", lazily=lambda: {"version": press.version},
    )  # fmt: skip
