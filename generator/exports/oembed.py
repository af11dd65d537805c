"""oEmbed (https://oembed.com, 1.0): how to frame a page's timeline, for programs that make a frame of a link.

There is no service that answers: each answer is a file, and the page leads to its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.files import DataFile
from generator.exports.values import written
from generator.pages.framing import HEIGHT, WIDTH, framed, oembed
from generator.views.bare import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.framing import Framed
    from generator.pages.page import Settings
    from generator.record.record import Record

_DAY = 86_400


def oembeds(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give the answer for each page that can be framed; none where it is not known where the site stands."""
    name = settings.site_name or "Timeline"
    for page in framed(record) if settings.site_url else ():
        yield DataFile(oembed(page.place), _answer, _told, (page, settings.site_url, name))


def _told(page: Framed, *_: str) -> str:
    return digest(page)


def _answer(page: Framed, site_url: str, name: str) -> str:
    return written({
        "version": "1.0", "type": "rich", "title": page.title, "provider_name": name, "provider_url": site_url,
        "cache_age": _DAY, "width": WIDTH, "height": HEIGHT, "html": page.code(site_url),
    })  # fmt: skip
