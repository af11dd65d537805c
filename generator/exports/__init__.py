"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api import api
from generator.exports.calendars import calendars
from generator.exports.citing import citations
from generator.exports.database import database
from generator.exports.feeds import feeds
from generator.exports.files import DataFile
from generator.exports.numbers_csv import dataset_csv
from generator.exports.openapi import openapi
from generator.exports.package import package, sums
from generator.exports.redirects import redirects
from generator.exports.sheets import sheets
from generator.pages.addresses import NUMBERS_DATA
from generator.pages.press import horizon_of
from generator.views.datasets import datasets
from generator.views.tables import Chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Settings
    from generator.record.record import Record

__all__ = ["DataFile", "data_files"]


def data_files(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give every file of the site that is no page of a builder: data, and the redirects of former addresses."""
    yield from api(record, settings)
    yield openapi(record, settings)
    yield from calendars(record, settings)
    yield from feeds(record, settings)
    yield from citations(record, settings)
    yield from tables(record, settings)
    for address, page in redirects(record):
        yield DataFile(address, page)


def tables(record: Record, settings: Settings) -> list[DataFile]:
    """Give the files under `data/`: the tables, the database, what describes them, and the sums of all."""
    chosen = Chosen(record, record.events, horizon_of(record, settings))
    made = [*sheets(chosen), database(chosen)]
    numbers = (DataFile(f"{NUMBERS_DATA}{one.name}.csv", dataset_csv(one)) for one in datasets(record, chosen.day))
    every = [*made, package(record, settings, made), *numbers]
    return [*every, sums(every)]
