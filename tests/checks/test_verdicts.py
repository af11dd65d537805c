"""What the checks of one entry look at, and what is kept of them: it changes nothing but the time of the next run."""

from __future__ import annotations

import tempfile
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import running
from generator.checks.check import Comparison
from generator.checks.markdown import linked
from generator.checks.naming import namings
from generator.checks.remembering import checked
from generator.checks.running import looked_at
from generator.checks.verdicts import KEPT_IN
from generator.record import pickles
from generator.record.around import Around
from generator.record.loading import read_record
from generator.record.pickles import digest, packed
from tests.checks.cases import Case, all_cases
from tests.checks.test_any_record import written
from tests.checks.test_any_shape import PATHS, PERSON, SHAPED
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, TODAY, back, changed, faults_of, instead, put, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.faults import Fault
    from generator.record.loading import Reading
    from generator.record.sheet import Sheet

CASES = all_cases()
CHASE = f"{REGISTRY}/people/michael-chase.yml"


def again(root: Path, today: date = TODAY) -> tuple[Fault, ...]:
    """Check a record as the command does: with what was kept, and keeping what is found."""
    return checked(root, today)[1]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the small record with what was kept of it: one for all cases, each of which leaves it as it was."""
    root = world(tmp_path_factory.mktemp("kept"))
    assert again(root) == ()
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_same_after_a_change_and_back(case: Case, kept: Path) -> None:
    """Whatever is changed or taken away, and when it is undone, the faults are those of a run without a memory."""
    with instead(kept, case.files):
        found = faults_of(kept)
        assert again(kept) == found
        assert again(kept) == found
    assert again(kept) == ()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(CASES), st.booleans(), st.integers(-400, 400)), min_size=2, max_size=5))
def test_the_same_after_many_changes(steps: list[tuple[Case, bool, int]]) -> None:
    """Change upon change, day after day, the faults are those of a run without a memory, in the same order."""
    with tempfile.TemporaryDirectory() as folder:
        root = world(Path(folder))
        for case, undone, days in steps:
            put(root, case.files)
            day = TODAY + timedelta(days=days)
            assert again(root, day) == faults_of(root, day)
            if undone:
                put(root, back(case.files))


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(SHAPED, SHAPED, SHAPED, PERSON, PERSON), min_size=2, max_size=2), st.sets(st.integers(0, 4)))
def test_the_same_for_any_record(records: list[tuple[dict[str, Any], ...]], second: set[int]) -> None:
    """Of any records, some of whose files become others, the faults are those of a run without a memory."""
    with tempfile.TemporaryDirectory() as folder:
        root = world(Path(folder))
        for chosen in (range(5), second):
            put(root, {PATHS[at]: written(records[0 if chosen == range(5) else 1][at]) for at in chosen})
            assert again(root) == faults_of(root)


def test_what_was_not_changed_is_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a record in which one person has changed, only the person's file and the event that names the person are."""
    root = world(tmp_path)
    again(root)
    seen: list[str] = []

    def seeing(sheet: Sheet, around: Around, today: date) -> list[Fault]:
        seen.append(sheet.path)
        return looked_at(sheet, around, today)

    monkeypatch.setattr(running, "looked_at", seeing)
    put(root, {CHASE: FILES[CHASE] + "formerly: [chase]\n"})
    again(root)

    assert sorted(seen) == [TALKS, CHASE]


def test_what_looks_the_same_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events are compared again after a change of what comparisons see, and not after one of a text or of nothing."""
    root, asked = world(tmp_path), list[str]()

    def seeing(reading: Reading, today: date) -> Iterator[Fault]:
        asked.append(f"{today} {len(reading.events)}")
        yield from ()

    monkeypatch.setattr(running, "CHECKS", (*running.CHECKS, Comparison(seeing, ())))
    again(root)
    assert len(asked) == 1

    again(root)
    put(root, {TALKS: FILES[TALKS].replace("summary: ", "summary: Also ")})
    again(root)
    assert len(asked) == 1

    put(root, {TALKS: FILES[TALKS].replace("title: ", "title: Also ")})
    again(root)
    assert len(asked) == 2

    put(root, {"content/new.md": "# New\n"})
    again(root)
    assert len(asked) == 3


def test_what_comparisons_found_stands_where_it_is_now(tmp_path: Path) -> None:
    """A fault between two events is told as long as there is cause, and moves when lines come above it."""
    twin = FILES[TALKS].replace("2024-01-08", "2024-01-09")
    other = "events/2024/2024-01-09-dpct-18.yml"
    root = world(tmp_path, {other: twin})
    found = again(root)
    assert any(fault.code.id == "W801" for fault in found)
    assert found == faults_of(root)

    for text in (twin.replace("summary: ", "summary: Also "), "# A remark.\n" + twin):
        put(root, {other: text})
        assert again(root) == faults_of(root) != ()

    put(root, {TALKS: FILES[TALKS].replace("summary: ", "summary: Also ")})
    assert again(root) == faults_of(root) != ()


def test_a_fault_stands_where_it_is_now(tmp_path: Path) -> None:
    """A fault that rests on other entries moves with its line when something else is written above it."""
    root = world(tmp_path, changed("place: pentagom"))
    assert again(root) == faults_of(root)

    put(root, {TALKS: "# A remark.\n" + changed("place: pentagom")[TALKS]})

    assert again(root) == faults_of(root) != ()


def test_another_file_in_the_place_of_a_name(tmp_path: Path) -> None:
    """An event that is renamed takes its faults with it, and those who name it are looked at."""
    root = world(tmp_path, changed("status: planned"))
    assert again(root) == faults_of(root)

    (root / SUMMIT).rename(root / "events/2023/2023-11-15-meeting.yml")

    assert again(root) == faults_of(root) != ()


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"nonsense",
        digest(b"x") + b"x",
        *(digest(packed(one)) + packed(one) for one in (3, (1, 2, 3), (b"", b"", {"x": 1}))),
    ],
)
def test_wrong_verdicts_are_none(wrong: bytes, tmp_path: Path) -> None:
    """Whatever stands where verdicts were kept, the faults are those of a run without."""
    root = world(tmp_path, changed("place: pentagom"))
    again(root)
    paths = list((root / KEPT_IN).iterdir())
    assert len(paths) == 1
    paths[0].write_bytes(wrong)

    assert again(root) == faults_of(root)


def test_verdicts_of_other_code_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another state of the code has found is not looked at, and goes; what cannot go hinders nothing."""
    root = world(tmp_path, changed("place: pentagom"))
    assert again(root) == faults_of(root)
    (root / KEPT_IN / "folder.pickle").mkdir()
    monkeypatch.setattr(pickles, "state_of", lambda *_: "another")
    monkeypatch.setattr(running, "looked_at", lambda *_: [])

    again(root)

    assert {path.name for path in (root / KEPT_IN).iterdir()} == {"another.pickle", "folder.pickle"}


def test_nothing_is_kept_where_nobody_asks_for_it(tmp_path: Path) -> None:
    """Asked not to remember, a run finds the same, and neither reads what was kept nor keeps anything."""
    root = world(tmp_path, changed("place: pentagom"))

    reading, found = checked(root, TODAY, remembers=False)

    assert found == faults_of(root) != ()
    assert reading.record == read_record(root).record
    assert not (root / ".cache").exists()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_a_check_of_one_entry_sees(case: Case, small_record: Path) -> None:
    """It finds the same without any other event, or other text than its own; a sound entry rests on what it names."""
    with instead(small_record, case.files):
        reading = read_record(small_record)
        whole = {part.name: getattr(reading, part.name) for part in fields(Around)}
        for sheet in reading.sheets:
            found = looked_at(sheet, reading, TODAY)
            alone = Around(**{**whole, "documents": {sheet.path: reading.documents[sheet.path]}})
            assert looked_at(sheet, alone, TODAY) == found
            if sheet.is_sound and not found:
                assert looked_at(sheet, _only(reading, sheet), TODAY) == []


def _only(reading: Reading, sheet: Sheet) -> Around:
    """Give what is around the entries of a file when nothing is there but these and what they name."""
    named = {naming.id for entry in sheet.entries.values() for naming in namings(entry)}
    named |= {id_ for entry in sheet.entries.values() for id_ in linked(entry)} | set(sheet.ids)
    tables: dict[str, Any] = {
        part.name: {id_: entry for id_, entry in table.items() if id_ in named}
        for part in fields(reading.registry)
        if hasattr(table := getattr(reading.registry, part.name), "items")
    }
    return Around(
        root=reading.root,
        registry=replace(reading.registry, **tables, gaps=()),
        documents={sheet.path: reading.documents[sheet.path]},
        faults=reading.faults,
        ids={model: known & named for model, known in reading.ids.items()},
        renamed={},
    )
