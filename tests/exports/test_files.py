"""Files beside the pages, and which of them tell an event."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.exports import Store, files_alone, files_together
from generator.pages.files import parts_of
from tests.pages.full_record import SETTINGS, written
from tests.pages.test_slips import retold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.exports import DataFile
    from generator.record.record import Record


def made(files: Iterable[DataFile]) -> dict[str, str | bytes]:
    """Give the content of files by address."""
    return {file.address: file.content for file in files}


def together(record: Record, store: Store | None = None) -> dict[str, tuple[str, bytes]]:
    """Give the files that are made together, each with what stands for it."""
    files = (file for files in files_together(record, SETTINGS, store).values() for file in files)
    found = (sealed for file in files for sealed in file.sealed())
    return {name: (getattr(content, "told", ""), b"".join(parts_of(content))) for name, content in found}


def test_what_tells_an_event_is_known(tmp_path: Path) -> None:
    """Whichever event says something else, no file is other but those that are given as telling it: they are few."""
    record = written(tmp_path)
    before = made(files_alone(record, SETTINGS))
    for event, changed in zip(record.events, map(partial(retold, record), record.events), strict=True):
        after = made(files_alone(changed, SETTINGS))
        telling = made(files_alone(changed, SETTINGS, telling={event.id}))

        assert telling == {address: after[address] for address in telling}
        assert {address for address, content in after.items() if before[address] != content} <= telling.keys()
        assert len(telling) < len(after) / 2


def test_what_stands_for_files_made_together(tmp_path: Path) -> None:
    """Whichever event says something else, a file is what it was where what stands for it is; sums are right."""
    record, store = written(tmp_path), Store(tmp_path / "kept", "ground")
    before = together(record, store)
    for changed in map(partial(retold, record), record.events):
        after = together(changed, store)

        assert {name: content for name, (_, content) in after.items()} == {
            name: content for name, (_, content) in together(changed).items()
        }
        standing = [name for name, (told, _) in after.items() if told and told == before[name][0]]
        assert "data/people.csv" in standing
        assert [name for name in standing if after[name] != before[name]] == []


def test_a_short_text_is_an_example(tmp_path: Path) -> None:
    """The schemas show short texts of events, and so are other where one is."""
    *others, last = written(tmp_path).events
    long, longer, short = (
        together(replace(written(tmp_path), events=(*others, last.model_copy(update={"summary": text}))))
        for text in ("A long text. " * 9, "A longer text. " * 9, "A short one.")
    )

    assert long["schema/event.json"] == longer["schema/event.json"]
    assert long["schema/event.json"][0] != short["schema/event.json"][0]
    assert b"A short one." in short["schema/event.json"][1]
