"""Which events a new one may repeat."""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

import pytest

from generator.checks.likeness import likenesses
from generator.record.loading import read_record
from tests.world import faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

BASE = {
    "title": "A walk", "date": "2024-01-15", "kind": "meeting", "summary": "They walked.",
    "sources": "[other]", "added": "2024-01-20",
}  # fmt: skip
OTHER = "title: B\npublisher: financial-times\nurl: https://www.ft.com/content/{}\n"

SAME_CHANNEL = "also in the channel `dpct`, 8 to 9 January 2024"

# fields, the events found and why
ALIKE = [
    ({}, []),
    ({"channel": "dpct"}, [("2024-01-08-dpct-17", SAME_CHANNEL)]),
    ({"channel": "dpct", "date": "2024-01"}, [("2024-01-08-dpct-17", SAME_CHANNEL)]),
    ({"channel": "dpct", "date": "2024-01-17"}, []),
    (
        {"title": "Defence Policy Coordination Talks, 17th", "date": "2024-02-01"},
        [("2024-01-08-dpct-17", "nearly the same title, 8 to 9 January 2024")],
    ),
    ({"title": "17th Defense Policy Coordination Talks", "date": "2024-03-15"}, []),
    (
        {"title": "Summit at Woodside", "date": "2023-11-14"},
        [("2023-11-15-woodside-summit", "nearly the same title, 15 November 2023")],
    ),
    (
        {"sources": "[ft-2024-01-10]", "kind": "talks"},
        [("2024-01-08-dpct-17", "the same kind of event from the same document, 8 to 9 January 2024")],
    ),
    ({"sources": "[ft-2024-01-10]"}, []),
    ({"kind": "talks"}, []),
    (
        {"title": "17th Defense Policy Coordination Talks", "date": "2023-12-08"},
        [("2024-01-08-dpct-17", "nearly the same title, 8 to 9 January 2024")],
    ),
    ({"title": "17th Defense Policy Coordination Talks", "date": "2023-12-07"}, []),
    ({"channel": "dpct", "related": "[{event: 2024-01-08-dpct-17, relation: follows}]"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "found"), ALIKE, ids=str)
def test_alike(tmp_path: Path, fields: dict[str, str], found: list[tuple[str, str]]) -> None:
    """A round of the channel within a week, a title or document within a month; not what says that it is another."""
    text = "".join(f"{name}: {value}\n" for name, value in {**BASE, **fields}.items())
    name = f"events/{fields.get('date', BASE['date'])[:4]}/2024-01-15-new.yml"
    files = {name: text, "events/registry/sources/other.yml": OTHER.format(2)}
    record = read_record(world(tmp_path, files)).record

    event = record.by_id["2024-01-15-new"]
    assert [(one.event.id, one.why) for one in likenesses(record, event)] == found


@pytest.mark.parametrize(("between", "found"), [(199, ["W802"]), (200, [])])
def test_how_far_titles_are_compared(tmp_path: Path, between: int, found: list[str]) -> None:
    """However many events a day has, each is compared with the two hundred behind it."""
    said = {"date": "2024-01-09", "sources": "[ft-2024-01-10]"}
    titles = ["A walk", *(sha1(bytes([n])).hexdigest() for n in range(between)), "A walk"]  # noqa: S324  unlike words
    files = {
        f"events/2024/2024-01-09-{n:03}.yml": "".join(
            f"{name}: {value}\n" for name, value in {**BASE, **said, "title": title}.items()
        )
        for n, title in enumerate(titles)
    }

    assert [fault.code.id for fault in faults_of(world(tmp_path, files))] == found
