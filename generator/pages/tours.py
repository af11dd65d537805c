"""Guided walks: an index, and each tour as a text to read, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.addresses import TOURS, address
from generator.pages.phrases import shortened
from generator.pages.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page
    from generator.pages.press import Press


def pages(press: Press) -> Iterator[Page]:
    """Give the index of tours and each tour; nothing where there is none."""
    tours = sorted(press.record.tours.values(), key=lambda tour: tour.id)
    if not tours:
        return
    yield press.page("tours", TOURS, "Tours", "Stories told step by step along the timeline.", page_class="p-tours",
                     index=True, tours=tours)  # fmt: skip
    for tour in tours:
        steps = [(step, press.record.by_id.get(step.event)) for step in tour.steps]
        yield press.page(
            "tour", address("tour", tour.id), f"{tour.title}, a tour", shortened(plain(tour.intro)),
            page_class="p-tour", edit_path=tour.origin.path, tour=tour, steps=steps,
            of=[event for _, event in steps if event],
        )  # fmt: skip
