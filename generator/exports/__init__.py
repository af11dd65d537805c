"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api import api
from generator.exports.calendars import calendars
from generator.exports.cards import cards
from generator.exports.citing import citations
from generator.exports.feeds import feeds
from generator.exports.files import DataFile
from generator.exports.oembed import oembeds
from generator.exports.openapi import openapi
from generator.exports.package import tables
from generator.exports.redirects import redirects
from generator.exports.robots import robots
from generator.exports.schemas import schema_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Settings
    from generator.record.record import Record

__all__ = ["DataFile", "cards", "data_files"]


def data_files(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give every file of the site that is no page of a builder: data, and the redirects of former addresses."""
    yield from api(record, settings)
    yield openapi(record, settings)
    yield from calendars(record, settings)
    yield from feeds(record, settings)
    yield from citations(record, settings)
    yield from oembeds(record, settings)
    yield robots(settings)
    yield from tables(record, settings)
    for name, schema in schema_files(record):
        yield DataFile(f"schema/{name}", schema)
    for address, page in redirects(record):
        yield DataFile(address, page)
