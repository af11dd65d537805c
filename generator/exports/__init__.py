"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
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
from generator.exports.schema_examples import rest_on as examples_rest_on
from generator.exports.schemas import KINDS, schema_files
from generator.exports.store import Store
from generator.pages.addresses import DATA
from generator.views.bare import bare, basis
from generator.views.recollection import Recollection

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from generator.pages.page import Settings
    from generator.record.record import Record

_SCHEMAS = "schema/"
"""Below which the schemas of the record's files stand."""

__all__ = ["DataFile", "Store", "cards", "files_alone", "files_together"]


def files_alone(
    record: Record, settings: Settings, store: Store | None = None, recalled: Recollection | None = None,
    telling: Collection[str] | None = None,
) -> Iterator[DataFile]:  # fmt: skip
    """Give the files, data and redirects of former addresses, of which each is made without the others.

    What can be taken over from the last time is in the `store`, and what is `recalled`. Of a large record these are a
    hundred thousand; they are few where only those are asked for that are `telling` long texts of events with some ids.
    """
    whole = basis(record)
    for file in _files(record, settings, store or Store(), recalled or Recollection(record), telling):
        yield file if file.rests_on else replace(file, rests_on=whole)


def files_together(record: Record, settings: Settings, store: Store | None = None) -> Mapping[str, Sequence[DataFile]]:
    """Give, by their folder, files that have much in common: tables whose sums are told, schemas of the same examples.

    They rest on the whole record, unless they say on what.
    """
    texts, rests_on = cache(lambda: dict(schema_files(record))), examples_rest_on(record)
    schemas = tuple(
        DataFile(f"{_SCHEMAS}{name}.json", partial(_text, texts, f"{name}.json"), rests_on) for name in KINDS
    )
    return {DATA: tables(record, settings, store), _SCHEMAS: schemas}


def _files(
    record: Record, settings: Settings, store: Store, recalled: Recollection, telling: Collection[str] | None
) -> Iterator[DataFile]:
    yield from api(record, settings, store.pieces("lists"), recalled, telling)
    yield from calendars(record, settings, store.pieces("calendar"), telling)
    yield from feeds(record, settings, telling)
    if telling is None:
        yield from _wordless(bare(record), settings)


def _wordless(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give the files that tell no long text, which are made of the bare record."""
    yield openapi(record, settings)
    yield from citations(record, settings)
    yield from oembeds(record, settings)
    yield robots(settings)
    for address, page in redirects(record):
        yield DataFile.ready(address, page)


def _text(texts: Callable[[], Mapping[str, str]], name: str) -> str:
    return texts()[name]
