"""Timelines within hand-written pages: a block of Markdown becomes the server's picture, its heading and its list.

A script makes the picture live in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.headings import heading
from generator.pages.page import compact
from generator.pages.picture.plots import within
from generator.pages.picture.scene import Asked
from generator.pages.picture.timeline import timeline
from generator.pages.queries import kept, query_of, query_words, window_of
from generator.record.blocks import blocks, read_block

if TYPE_CHECKING:
    from generator.pages.press import Press
    from generator.pages.queries import Query

WIDTHS = {"middle": 728, "narrow": 358}
"""The widths in pixels for which the pictures are drawn, by the class that shows them: those of a column of text."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a block shows."""

    query: Query
    title: str
    prefix: str
    """With which the ids of the block begin."""


class Blocks:
    """Puts timelines in the place of the blocks that ask for them."""

    def __init__(self, press: Press) -> None:
        """Take the press of the record."""
        self._press = press

    def filled(self, markdown: str, place: str) -> str:
        """Give the Markdown of the page at an address with each block as HTML; one that cannot be read stays."""
        text, made = self.marked(markdown, place)
        for mark, html in made.items():
            text = text.replace(mark, html, 1)
        return text

    def marked(self, markdown: str, place: str) -> tuple[str, dict[str, str]]:
        """Give it with a mark in the place of each block, and the HTML that belongs there by mark.

        Markdown leaves a mark as it is; to read through all the HTML and leave it as it is takes it long.
        """
        out, done, made = "", 0, dict[str, str]()
        for number, block in enumerate(blocks(markdown), start=1):
            _, plain, _ = read_block(place, block)
            if not isinstance(plain, dict):
                continue
            query = query_of(plain)
            title = str(plain.get("title") or query_words(self._press.record, query))
            mark = f'<div class="oc-block-{number}"></div>'
            made[mark] = self._html(_Shown(query, title, f"t{number}"), place)
            out += f"{markdown[done : block.start]}\n{mark}\n"
            done = block.end
        return out + markdown[done:], made

    def _html(self, shown: _Shown, place: str) -> str:
        press, query = self._press, shown.query
        window = window_of(press.record, press.horizon, query)
        chosen = kept(press.record, query)
        events = [
            event for event in press.record.events
            if (chosen is None or event.id in chosen) and within(event, *window, press.horizon)
        ]  # fmt: skip
        return compact(press.part(
            "block", place, version=press.version, title=shown.title, prefix=shown.prefix, query=str(query),
            events=events,
            window=heading(press.record, press.horizon, window, len(events) if query.filtered else None),
            pictures={name: self._picture(shown, place, width) for name, width in WIDTHS.items()},
        ))  # fmt: skip

    def _picture(self, shown: _Shown, place: str, width: int) -> Markup:
        press, query = self._press, shown.query
        made = timeline(
            press.record, press.horizon, width, link=press.event_link(place), prefix=f"{shown.prefix}{width}",
            window=window_of(press.record, press.horizon, query), selected=query.event or None,
            listed=lambda id_: f"#{shown.prefix}-{id_}",
            asked=Asked(kept(press.record, query), occupied=True, day=query.day),
        )  # fmt: skip
        return Markup(made)  # noqa: S704  drawn by us, with its texts escaped
