"""Former addresses: a page at each that leads to the present one, without scripts and on any host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.addresses import address
from generator.views.published import lasting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.record import Record

_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    """<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>{title}</title>"""
    '<meta http-equiv="refresh" content="0; url=../{id}/"><link rel="canonical" href="../{id}/"></head>'
    '<body><main><h1>{title}</h1><p>This page has moved to <a href="../{id}/">{place}</a>.</p></main>'
    "</body></html>\n"
)


def moved(record: Record) -> Iterator[tuple[str, str]]:
    """Give each former address of an event, channel or person with the present one."""
    for kind, entry, _ in lasting(record):
        yield from ((address(kind, former), address(kind, entry.id)) for former in entry.formerly)


def redirects(record: Record) -> Iterator[tuple[str, str]]:
    """Give address and HTML of a page for each former id of an event, channel or person, in that order."""
    for kind, entry, name in lasting(record):
        for former in entry.formerly:
            page = _PAGE.format(title=name, id=entry.id, place=address(kind, entry.id))
            yield f"{address(kind, former)}index.html", str(page)
