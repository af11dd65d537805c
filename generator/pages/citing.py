"""The shared sources that an entry of the registry rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.event_sources import cited_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.event_sources import CitedSource
    from generator.pages.press import Press


def references(press: Press, ids: Iterable[str]) -> list[CitedSource]:
    """Give the shared sources with these ids, in this order, each once; unknown ones are left out."""
    known = press.record.sources
    return [cited_source(press, known[id_]) for id_ in dict.fromkeys(ids) if id_ in known]
