"""The forms of feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Each item is written once, for all feeds."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.exports.feed_items import Feed, Item

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_ATOM = "http://www.w3.org/2005/Atom"


class Form(NamedTuple):
    """A form of feed."""

    item: Callable[[Item], str]
    """Writes an item."""
    feed: Callable[[Feed, Iterable[str]], str]
    """Writes a feed from its written items."""


def _atom(feed: Feed, items: Iterable[str]) -> str:
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.about)
    _add(root, "updated", _stamp(feed.updated))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{feed.site_url}{feed.place}.atom")
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.site_url + feed.page)
    _add(SubElement(root, "author"), "name", feed.author)
    _add(root, "rights", feed.rights)
    return _joined(root, items, "</feed>")


def _atom_item(item: Item) -> str:
    entry = Element("entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    _add(entry, "published", _stamp(item.day))
    _add(entry, "updated", _stamp(item.day))
    for tag in item.tags:
        SubElement(entry, "category", term=tag)
    _add(entry, "content", item.html, type="html")
    return tostring(entry, encoding="unicode")


def _rss(feed: Feed, items: Iterable[str]) -> str:
    root = Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.site_url + feed.page)
    _add(channel, "description", feed.about)
    _add(channel, "language", "en")
    _add(channel, "copyright", feed.rights)
    _add(channel, "lastBuildDate", _mail_date(feed.updated))
    SubElement(channel, "atom:link", rel="self", type="application/rss+xml", href=f"{feed.site_url}{feed.place}.rss")
    return _joined(root, items, "</channel></rss>")


def _rss_item(item: Item) -> str:
    entry = Element("item")
    _add(entry, "title", item.title)
    _add(entry, "link", item.url)
    _add(entry, "guid", item.id, isPermaLink="false")
    _add(entry, "pubDate", _mail_date(item.day))
    for tag in item.tags:
        _add(entry, "category", tag)
    _add(entry, "description", item.html)
    return tostring(entry, encoding="unicode")


def _json(feed: Feed, items: Iterable[str]) -> str:
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.site_url + feed.page,
        "feed_url": f"{feed.site_url}{feed.place}.json",
        "description": feed.about,
        "language": "en",
        "authors": [{"name": feed.author}],
    }
    listed = ",\n".join(items)
    return f'{_dumped(head)[:-1]}, "items": [\n{listed}\n]}}\n'


def _json_item(item: Item) -> str:
    return _dumped(
        {"id": item.id, "url": item.url, "title": item.title, "content_html": item.html,
         "date_published": _stamp(item.day), "tags": item.tags}
    )  # fmt: skip


FORMS: Mapping[str, Form] = {
    "atom": Form(_atom_item, _atom),
    "rss": Form(_rss_item, _rss),
    "json": Form(_json_item, _json),
}
"""The forms by the ending of their files."""


def _add(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text


def _joined(root: Element, items: Iterable[str], end: str) -> str:
    head = tostring(root, encoding="unicode")
    return _HEAD + "\n".join((head.removesuffix(end), *items, end)) + "\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _stamp(day: date) -> str:
    return f"{day}T00:00:00Z"


def _mail_date(day: date) -> str:
    return format_datetime(_midnight(day))
