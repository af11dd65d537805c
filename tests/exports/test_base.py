"""The database that is made upon the last one is the one that is made from nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from generator.exports.base import Base
from generator.exports.database import database
from tests.pages.full_record import written
from tests.pages.test_slips import retold

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record


def made(record: Record, base: Base | None = None) -> str | bytes:
    """Give the database of all events."""
    return database(record, record.horizon, base or Base()).content


def test_whatever_an_event_says_now(tmp_path: Path) -> None:
    """Whichever event says something else than in the last database, the next one is the same byte for byte."""
    record, place = written(tmp_path), tmp_path / "kept/base.sqlite"
    made(record, Base(place))
    for changed in map(partial(retold, record), record.events):
        assert Base(place).taken(tmp_path / "copy", changed)
        assert made(changed, Base(place)) == made(changed)


@pytest.mark.parametrize("spoil", ["", "another file", "another ground", "no notes", "another record"])
def test_what_is_not_known_is_not_taken(tmp_path: Path, spoil: str) -> None:
    """A file that is not the one that was kept, or was made of more that is other than long texts, is not used."""
    record, place = written(tmp_path), tmp_path / "kept/base.sqlite"
    made(record, Base(place, "ground"))
    if spoil == "another file":
        place.write_bytes(place.read_bytes()[:-1])
    if spoil == "no notes":
        place.with_suffix(".pickle").unlink()
    if spoil == "another record":
        record = replace(record, checked=None)
    found = Base(place, "other" if spoil == "another ground" else "ground").taken(tmp_path / "copy", record)
    assert found == (None if spoil else [])


def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """Where the database cannot be kept, it is made all the same."""
    (tmp_path / "kept").write_text("a file, where a folder belongs")
    record = written(tmp_path / "record")
    assert made(record, Base(tmp_path / "kept/base.sqlite")) == made(record)
