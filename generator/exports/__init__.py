"""The record as data for machines: the same statements as the pages, in forms that others read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.exports.events_csv import events_csv
from generator.exports.events_json import event_json, events_json
from generator.exports.numbers_csv import dataset_csv
from generator.exports.redirects import redirects
from generator.views.datasets import datasets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.record import Record


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the published site that is no page."""

    address: str
    """Where it stands, relative to the site's root."""
    content: str
    """Its text, in UTF-8 when written."""


def data_files(record: Record) -> Iterator[DataFile]:
    """Give every file of the site that is no page of a builder: data, and the redirects of former addresses."""
    yield DataFile("api/v1/events.json", events_json(record, record.events))
    for event in record.events:
        yield DataFile(f"api/v1/events/{event.id}.json", event_json(record, event))
    yield DataFile("data/events.csv", events_csv(record, record.events))
    for dataset in datasets(record, record.horizon):
        yield DataFile(f"data/numbers/{dataset.name}.csv", dataset_csv(dataset))
    for address, page in redirects(record):
        yield DataFile(address, page)
