"""What a reviewer is told of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.loading import read_record
from generator.views.review import Review, review
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, TODAY, changed, world

if TYPE_CHECKING:
    from pathlib import Path

NEW = "events/2024/2024-01-09-new.yml"
EVENT = FILES[SUMMIT].replace("2023-11-15", "2024-01-09").replace("summit\n", "call\n")
LINK = "related:\n  - event: 2024-01-08-dpct-17\n    relation: follows\n"


def reviewed(folder: Path, files: dict[str, str | bytes | None]) -> Review:
    """Review a change of the small record."""
    before, after = world(folder / "before"), world(folder / "after", files)
    return review(read_record(before), read_record(after), TODAY)


def test_the_files_of_a_change(tmp_path: Path) -> None:
    """Changed files come in order, new ones among them; a file that was removed is neither."""
    found = reviewed(tmp_path, {NEW: EVENT, **changed("short: Talks"), f"{REGISTRY}/topics.yml": FILES[
        f"{REGISTRY}/topics.yml"] + "air:\n  name: Air\n"})  # fmt: skip

    assert found.changed == (TALKS, NEW, f"{REGISTRY}/topics.yml")
    assert found.new == {NEW}
    assert [event.id for event in found.difference.added] == ["2024-01-09-new"]
    assert not found.has_errors


def test_links_of_new_events(tmp_path: Path) -> None:
    """Relations from and to a new event are told, those between old ones are not."""
    found = reviewed(tmp_path, {NEW: EVENT + LINK, **changed(
        "related:\n  - event: 2023-11-15-woodside-summit\n    relation: implements\n"
        "  - event: 2024-01-09-new\n    relation: follows\n")})  # fmt: skip

    assert [tuple(link) for link in found.links] == [
        ("2024-01-08-dpct-17", "follows", "2024-01-09-new"), ("2024-01-09-new", "follows", "2024-01-08-dpct-17"),
    ]  # fmt: skip


def test_whose_faults(tmp_path: Path) -> None:
    """Errors are told wherever they stand; warnings and notices only of changed files."""
    twice = {NEW: EVENT.replace("kind: call", "kind: talks\nchannel: dpct")}
    old = read_record(world(tmp_path / "old", twice))

    def told(name: str, files: dict[str, str]) -> list[tuple[str, str]]:
        new = read_record(world(tmp_path / name, {**twice, **files}))
        return [(fault.place.path, fault.code.id) for fault in review(old, new, TODAY).faults]

    assert told("elsewhere", changed("place: mars", SUMMIT)) == [(SUMMIT, "E404")]
    assert told("there", {NEW: f"{twice[NEW]}short: Talks\n"}) == [(NEW, "W801")]
    assert told("registry", {f"{REGISTRY}/places.yml": "hall:\n  name: Hall\n"}) == [(TALKS, "E404")]


def test_mends(tmp_path: Path) -> None:
    """A file that mends itself is offered as it stands and as it would stand."""
    wrong = EVENT.replace("kind: call", "kind: cal")
    found = reviewed(tmp_path, {NEW: wrong})

    assert [tuple(mend) for mend in found.mends] == [(NEW, wrong, EVENT)]
    assert found.has_errors
