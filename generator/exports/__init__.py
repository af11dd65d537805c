"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exports.calendars import calendars
from generator.exports.events_csv import events_csv
from generator.exports.events_json import event_json, events_json
from generator.exports.files import DataFile
from generator.exports.numbers_csv import dataset_csv
from generator.exports.redirects import redirects
from generator.views.datasets import datasets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Settings
    from generator.record.record import Record

__all__ = ["DataFile", "data_files"]


def data_files(record: Record, settings: Settings) -> Iterator[DataFile]:
    """Give every file of the site that is no page of a builder: data, and the redirects of former addresses."""
    yield DataFile("api/v1/events.json", events_json(record, record.events))
    for event in record.events:
        yield DataFile(f"api/v1/events/{event.id}.json", event_json(record, event))
    yield from calendars(record, settings)
    yield DataFile("data/events.csv", events_csv(record, record.events))
    for dataset in datasets(record, record.horizon):
        yield DataFile(f"data/numbers/{dataset.name}.csv", dataset_csv(dataset))
    for address, page in redirects(record):
        yield DataFile(address, page)
