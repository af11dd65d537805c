"""Former addresses of events: a page at each that leads to the present one, without scripts and on any host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.record import Record

_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta http-equiv="refresh" content="0; url=../{id}/"><link rel="canonical" href="../{id}/"></head>'
    '<body><main><h1>{title}</h1><p>This event has moved to <a href="../{id}/">events/{id}/</a>.</p></main>'
    "</body></html>\n"
)


def redirects(record: Record) -> Iterator[tuple[str, str]]:
    """Give address and HTML of a page for each former id of an event, in the order of events."""
    for event in record.events:
        for former in event.formerly:
            yield f"events/{former}/index.html", str(_PAGE.format(title=event.title, id=event.id))
