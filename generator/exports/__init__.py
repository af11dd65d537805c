"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.api import api
from generator.exports.calendars import calendars
from generator.exports.events_csv import events_csv
from generator.exports.files import DataFile
from generator.exports.numbers_csv import dataset_csv
from generator.exports.openapi import openapi
from generator.exports.redirects import redirects
from generator.views.datasets import datasets

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
    yield DataFile("data/events.csv", events_csv(record, record.events))
    for dataset in datasets(record, record.horizon):
        yield DataFile(f"data/numbers/{dataset.name}.csv", dataset_csv(dataset))
    for address, page in redirects(record):
        yield DataFile(address, page)
