"""Reading a folder: whatever lies in it, each fault is kept and everything else is read."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from generator.record.kinds import PUBLISHED
from generator.record.loading import read_record
from generator.record.models import Event
from generator.record.registry import Person
from tests.world import FILES, REGISTRY, SUMMIT, TALKS, changed, faults_of, said, world

EVENT = "events/2024/2024-01-20-visit.yml"


def test_the_small_record_is_read(tmp_path: Path) -> None:
    """A good record is read whole: every entry under its id, events in the order of time, the day of the last check."""
    reading = read_record(world(tmp_path))
    record = reading.record

    assert reading.faults == ()
    assert [event.id for event in record.events] == ["2023-11-15-woodside-summit", "2024-01-08-dpct-17"]
    assert sorted(record.people) == ["dong-jun", "li-shangfu", "lloyd-austin", "michael-chase", "song-yanchao"]
    assert list(record.offices)[:2] == ["defense-secretary", "defence-minister"]
    assert record.checked == date(2024, 1, 31)
    assert len(reading.documents) == len(FILES) - 1  # all but mkdocs.yml
    assert record.by_id["2024-01-08-dpct-17"].origin.path == TALKS


def spoil(root: Path, name: str, make: str) -> None:
    """Put something that is no readable file in the place of one."""
    path = root / name
    if make == "folder":
        path.mkdir()
    elif make == "pipe":
        os.mkfifo(path)
    elif make == "circle":
        path.symlink_to(path.name)
    elif make == "outside":
        (root / "secret.yml").write_text("title: Secret\n")
        path.symlink_to(root / "secret.yml")
    elif make == "device":
        path.symlink_to("/dev/zero")
    else:
        path.symlink_to("nowhere.yml")


UNREADABLE = "Make it a plain file that is readable, or remove it."
NO_FILES = (
    ("folder", "E114 this is a folder with the name of a file", UNREADABLE),
    ("pipe", "E114 this is no plain file", UNREADABLE),
    ("circle", "E114 this file cannot be read: its links run in a circle", UNREADABLE),
    ("dangling", "E114 this link leads nowhere", UNREADABLE),
    ("outside", "E115 this link leads out of the record's folder", "Put the file itself into the folder."),
    ("device", "E115 this link leads out of the record's folder", "Put the file itself into the folder."),
)


@pytest.mark.parametrize("name", [EVENT, PUBLISHED])
@pytest.mark.parametrize(("make", "fault", "hint"), NO_FILES, ids=[row[0] for row in NO_FILES])
def test_what_is_no_file(make: str, fault: str, hint: str, name: str, tmp_path: Path) -> None:
    """What has the name of a file and is none is said to be so, and the rest is read."""
    root = world(tmp_path)
    spoil(root, name, make)

    assert [said(found) for found in faults_of(root)] == [f"{name}:1:1 {fault}\n{hint}"]
    assert len(read_record(root).record.events) == 2


@pytest.mark.parametrize("name", ["events/2025", "events/registry/tours"])
@pytest.mark.parametrize("target", ["nowhere", "itself"])
def test_a_folder_that_is_a_link_to_nothing(name: str, target: str, tmp_path: Path) -> None:
    """A link in a folder's place that leads nowhere, or in a circle, is told: what it held would be missing."""
    root = world(tmp_path)
    (root / name).symlink_to(root / (name if target == "itself" else f"events/{target}"))

    assert [(fault.place.path, fault.code.id) for fault in faults_of(root)] == [(name, "E114")]
    assert len(read_record(root).record.events) == 2


def test_link_inside_the_record(tmp_path: Path) -> None:
    """A link to another file of the record is read like that file."""
    root = world(tmp_path)
    (root / REGISTRY / "people" / "chase.yml").symlink_to("michael-chase.yml")

    assert faults_of(root) == ()
    assert read_record(root).record.people["chase"].name == "Michael Chase"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path: Path) -> None:
    """A file and a folder that may not be read are said to be so."""
    root = world(tmp_path)
    (root / TALKS).chmod(0)
    (root / SUMMIT).parent.chmod(0)
    try:
        found = [said(fault).partition("\n")[0] for fault in read_record(root).faults]
    finally:
        (root / SUMMIT).parent.chmod(0o700)

    assert found == [
        "events/2023:1:1 E114 this folder cannot be read: permission denied",
        f"{TALKS}:1:1 E114 this file cannot be read: permission denied",
        "events:1:1 E118 there is no event in this folder",
    ]


def test_unreadable_by_a_disk_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails while a file is read becomes a fault of this file."""
    root = world(tmp_path)
    real = os.lstat

    def failing(path: str) -> os.stat_result:
        if str(path).endswith(TALKS):
            raise OSError(5, "Input/output error")
        return real(path)

    monkeypatch.setattr("generator.record.files.os.lstat", failing)

    assert [said(fault).partition("\n")[0] for fault in read_record(root).faults] == [
        f"{TALKS}:1:1 E114 this file cannot be read: input/output error"
    ]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX alone")
def test_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """A file whose name is not UTF-8 is refused under a name that can be printed."""
    root = world(tmp_path)
    (root / os.fsdecode(b"events/2024/2024-01-20-caf\xe9.yml")).write_text("title: x\n")

    assert [said(fault).partition("\n")[0] for fault in faults_of(root)] == [
        "events/2024/2024-01-20-caf\N{REPLACEMENT CHARACTER}.yml:1:1 E116 the name of this file is not UTF-8"
    ]


@pytest.mark.parametrize(
    ("files", "said_first"),
    [
        ({}, "events:1:1 E118 there is no event in this folder"),
        ({"events": b""}, "events:1:1 E114 this folder cannot be read: not a directory"),
        ({"events/registry": b""}, "events:1:1 E118 there is no event in this folder"),
        ({"events/registry/people": b""}, "events:1:1 E118 there is no event in this folder"),
        (
            {"events/2024/.hidden.yml": b"x", "events/.git/x.yml": b"y"},
            "events:1:1 E118 there is no event in this folder",
        ),
    ],
    ids=["nothing", "a file for the record", "a file for the registry", "a file for a folder", "hidden files"],
)
def test_almost_nothing(files: dict[str, bytes], said_first: str, tmp_path: Path) -> None:
    """A record that is hardly there is a fault, never an exception."""
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    faults = read_record(tmp_path).faults

    assert said(faults[0]).partition("\n")[0] == said_first
    assert {fault.code.id for fault in faults} <= {"E114", "E117", "E118"}


def test_all_faults_of_all_files_in_one_run(tmp_path: Path) -> None:
    """One run gives the faults of every file, by file, line and column."""
    root = world(
        tmp_path,
        {
            **changed("kind: talk\nplace: pentagom"), f"{REGISTRY}/places.yml": "pentagon:\n\tname: x\n",
            SUMMIT: "- no mapping\n", f"{REGISTRY}/channels/mmca.yml": "name: One\nname: Two\n",
        },
    )  # fmt: skip
    faults = faults_of(root)

    assert [(fault.place.path, fault.code.id) for fault in faults] == [
        (SUMMIT, "E112"), (TALKS, "E204"),
        (f"{REGISTRY}/channels/mmca.yml", "E105"), (f"{REGISTRY}/places.yml", "E103"),
    ]  # fmt: skip
    assert list(faults) == sorted(faults, key=lambda fault: fault.place)


def test_a_byte_order_mark_hides_nothing(tmp_path: Path) -> None:
    """Behind a byte order mark everything else is checked in the same run: in an event, and where places are listed."""
    files = {**changed("kind: talk\nplace: pentagom"), f"{REGISTRY}/places.yml": FILES[f"{REGISTRY}/places.yml"]}
    root = world(tmp_path, {path: text.encode("utf-8-sig") for path, text in files.items() if text})

    assert [(fault.place.path, fault.code.id) for fault in faults_of(root)] == [
        (TALKS, "E102"), (TALKS, "E204"), (TALKS, "E404"), (f"{REGISTRY}/places.yml", "E102"),
    ]  # fmt: skip


def test_ids_of_broken_files_are_known(tmp_path: Path) -> None:
    """An entry whose file cannot be read is still known by its id."""
    reading = read_record(world(tmp_path, {SUMMIT: "title: [\n", f"{REGISTRY}/people/dong-jun.yml": "name: x\n"}))

    assert "2023-11-15-woodside-summit" in reading.ids[Event]
    assert "dong-jun" in reading.ids[Person]
    assert "dong-jun" not in reading.record.people


def test_what_is_sound_of_a_broken_entry_is_checked(tmp_path: Path) -> None:
    """An event with a wrong field is still checked in all others."""
    root = world(tmp_path, changed("kind: talks\nsignificance: huge\nplace: pentagom"))

    assert [fault.code.id for fault in faults_of(root)] == ["E204", "E404"]


def test_good_files_of_the_corpus(tmp_path: Path) -> None:
    """Every way of writing an event that the corpus keeps as good is read without a fault."""
    good = Path(__file__).parent.parent / "corpus" / "good"
    for number, path in enumerate(sorted(good.iterdir())):
        root = world(tmp_path / str(number), {f"events/2024/{path.name}": path.read_bytes()})

        assert [said(fault) for fault in faults_of(root, date(2024, 6, 1))] == []


def refused(root: Path) -> list[str]:
    """Say the faults of reading a record, without their hints."""
    return [said(fault).partition("\n")[0] for fault in read_record(root).faults]


@pytest.mark.parametrize(("name", "text", "fault"), [
    ("places", "- a\n", "1:1 E112 the file is no mapping of ids to entries"),
    ("gaps", "a: b\n", "1:1 E203 the file is no list of gaps"),
    ("gaps", "- period: 2023\n  what: A.\n- period: '2022'\n  what: B.\n  why: C.\n",
     "1:3 E202 the field `why` is missing"),
    ("coverage", "- a\n", "1:1 E112 the file holds a list where fields are expected"),
])  # fmt: skip
def test_a_file_of_the_registry_has_its_form(name: str, text: str, fault: str, tmp_path: Path) -> None:
    """A file of entries that is no mapping, or no list, is said to be none, and what is sound in it is read."""
    path = f"{REGISTRY}/{name}.yml"
    root = world(tmp_path, {path: text})

    assert [line for line in refused(root) if line.startswith(path)] == [f"{path}:{fault}"]
    assert [gap.why for gap in read_record(root).record.gaps] == (["C."] if "C." in text else [])


def test_a_folder_in_the_place_of_a_registry_file(tmp_path: Path) -> None:
    """It is said to be one, and the record has no such entries."""
    root = world(tmp_path, {f"{REGISTRY}/topics.yml": None, f"{REGISTRY}/topics.yml/a.yml": "x: y\n"})

    assert refused(root)[:1] == [f"{REGISTRY}/topics.yml:1:1 E114 this is a folder with the name of a file"]
    assert read_record(root).record.topics == {}


def test_terms_of_the_glossary_are_read(tmp_path: Path) -> None:
    """The record knows the terms that explain themselves in texts, and the reading every hand-written page."""
    page = "# Glossary\n\nPLA {#pla .in-texts}\n:   An army.\n"
    reading = read_record(world(tmp_path, {"content/glossary.md": page, "content/about/index.md": "# Method\n"}))

    assert reading.record.terms == {"PLA": "pla"}
    assert sorted(reading.prose) == ["content/about/index.md", "content/glossary.md"]


def test_files_in_the_wrong_place(tmp_path: Path) -> None:
    """What would be passed over in silence is refused, with where it belongs."""
    event = FILES[SUMMIT]
    root = world(tmp_path, {
        "events/2023-11-16-loose.yml": event, "events/2024/2023-11-16-year.yml": event, "events/2023/talks.yml": event,
        "events/2023/2023-11-16-a.YAML": event, "events/2023/more/x.yml": event,
        "events/2023/2023-11-16-b.yml.txt": event, f"{REGISTRY}/people/2023-11-16-c.yml": event,
        f"{REGISTRY}/place.yml": "a: b\n", f"{REGISTRY}/peoples/x.yml": "a: b\n", f"{REGISTRY}/notes.txt": "x",
    })  # fmt: skip
    found = [fault for fault in read_record(root).faults if fault.code.id == "E116"]

    assert [(str(fault.place), fault.message, fault.hint) for fault in found] == [
        ("events/2023-11-16-loose.yml:1:1", "this file lies outside the folder of its year",
         "Move it to `events/2023/`."),
        ("events/2023/2023-11-16-a.YAML:1:1", "record files end in `.yml`", "Rename it to `2023-11-16-a.yml`."),
        ("events/2023/2023-11-16-b.yml.txt:1:1", "record files end in `.yml`", "Rename it to `2023-11-16-b.yml`."),
        ("events/2023/more:1:1", "a folder in this place is not read", "Move its files one folder up."),
        ("events/2023/talks.yml:1:1", "the name of this file does not begin with a day and a hyphen",
         found[4].code.mend),
        ("events/2024/2023-11-16-year.yml:1:1", "this file belongs into `events/2023/`", "Move it there."),
        (f"{REGISTRY}/people/2023-11-16-c.yml:1:1", "no event belongs into this folder", "Move it to `events/2023/`."),
        (f"{REGISTRY}/peoples:1:1", "the registry has no file or folder of this name", "Did you mean `people`?"),
        (f"{REGISTRY}/place.yml:1:1", "the registry has no file or folder of this name", "Did you mean `places.yml`?"),
    ]  # fmt: skip


def test_a_record_needs_no_outlines(tmp_path: Path) -> None:
    """Once everything was compared a reading can let go of what was; its record is the same, and so are new ones."""
    root = world(tmp_path)
    reading, other = read_record(root), read_record(root)
    events, registered = reading.events, reading.registered

    reading.forget()

    assert reading.record == other.record
    assert (reading.events, reading.registered) == (events, registered)
    assert reading.events[0] is not events[0]
