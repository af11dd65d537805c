"""`timeline new` at a terminal: a person types, is helped, makes mistakes and gives up."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pexpect
import pytest

from generator.checks.running import check
from generator.record.faults import Severity
from generator.record.form.canonical import canonical
from generator.record.loading import read_record
from tests.conftest import ROOT, environment
from tests.world import FILES, REGISTRY, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="has no pseudo-terminals")]

CLEAR = "\x15"
"""The key that empties the line."""
SOURCE = [
    ("Source", "https://www.ft.com/2024/01/22/talks?utm_source=x"), ("Publisher", ""), ("title", "Talks in Geneva"),
    ("Published", ""), ("Who speaks", ""), ("of the original", ""), ("Next source", ""),
]  # fmt: skip
EVENT = [
    ("Title", "Talks in Geneva"), ("Date", ""), ("Kind", "meeting"), ("became of it", ""), ("Channel", ""),
    ("Place", ""), ("for United States", ""), ("for China", ""), ("Summary", "They spoke of policy."),
    ("United States says", ""), ("China says", ""), ("Topics", ""), ("state it changed", ""), ("Earlier event", ""),
    ("Significance", ""), ("Standing", ""), ("Id: 2024-01-22-", ""),
]  # fmt: skip
PATH = "events/2024/2024-01-22-talks-in-geneva.yml"


class Person:
    """Somebody at a terminal of 120 by 40."""

    def __init__(self, root: Path, *arguments: str) -> None:
        variables = {**environment(), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT)}
        command = ["-m", "generator", "new", "--root", str(root), *arguments]
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable, command, env=variables, encoding="utf-8", timeout=60,
            dimensions=(40, 120),
        )  # fmt: skip

    def type(self, asked: str, answer: str) -> None:
        """Wait for a question and type an answer and Enter."""
        self.child.expect_exact(asked)
        self.child.send(f"{answer}\r")

    def all(self, *dialogue: tuple[str, str]) -> None:
        """Answer questions one after another."""
        for asked, answer in dialogue:
            self.type(asked, answer)

    def end(self) -> int:
        """Wait for the end, and give the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus or 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the record of the tests."""
    return world(tmp_path)


@pytest.fixture
def person(root: Path) -> Iterator[Person]:
    """Give somebody who has just typed `timeline new`."""
    someone = Person(root)
    yield someone
    someone.child.close(force=True)


def files(root: Path) -> dict[str, str]:
    """Give every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def with_answers(dialogue: list[tuple[str, str]], **answers: str) -> list[tuple[str, str]]:
    """Give a dialogue with some answers otherwise, by the first word of their question."""
    return [(asked, answers.get(asked.split()[0].lower(), answer)) for asked, answer in dialogue]


def test_from_an_address_to_an_event(person: Person, root: Path) -> None:
    """An address and some answers make an event that passes every check and is in the form."""
    person.all(*SOURCE, *EVENT)

    assert person.end() == 0
    text = (root / PATH).read_text()
    assert text.startswith("title: Talks in Geneva\ndate: 2024-01-22\nkind: meeting\nsummary: They spoke of policy.\n")
    assert "    url: https://www.ft.com/2024/01/22/talks\n    published: 2024-01-22\n" in text
    assert canonical(PATH, text) == text
    assert [
        fault for fault in check(read_record(root), datetime.now(UTC).date()) if fault.severity is not Severity.NOTICE
    ] == []


def test_bad_answers_are_asked_again(person: Person, root: Path) -> None:
    """Each answer that cannot stand is told why, and stands there to be mended."""
    person.type("Source", "www.ft.com/2024/01/22/talks")
    person.child.expect_exact("does not begin with `https://` or `http://`")
    person.all(("Source", CLEAR + SOURCE[0][1]), *SOURCE[1:])
    person.type("Title", "")
    person.child.expect_exact("This is needed.")
    person.type("Title", "Talks in Geneva.")
    person.child.expect_exact("a title is a noun phrase without a full stop")
    person.type("Title", "\x7f")  # the full stop alone is taken back
    person.type("Date", f"{CLEAR}22 January 2024")
    person.child.expect_exact("Did you mean `2024-01-22`?")
    person.type("Date", f"{CLEAR}2024-01-22")
    person.type("Kind", "meetin")
    person.child.expect_exact("There is no word `meetin`. Did you mean `meeting`?")
    person.type("Kind", "g")
    person.all(*EVENT[3:])

    assert person.end() == 0
    assert (root / PATH).is_file()


def test_suggestions(person: Person, root: Path) -> None:
    """What is typed is looked for in ids and in names of both scripts; Tab takes the suggestion."""
    person.all(*SOURCE, *EVENT[:4])
    person.child.expect_exact("Channel")
    person.child.send("policy")
    person.child.expect_exact("Defense Policy Coordination Talks")
    person.child.send("\t\r")
    person.type("Place", "")
    person.type("for United States", "Michael Chase")
    person.child.expect_exact("for China")
    person.child.send("宋")
    person.child.expect_exact("Song Yanchao · 宋延超")
    person.child.send("\t\r")
    person.all(*EVENT[8:])

    assert person.end() == 0
    text = (root / PATH).read_text()
    assert "channel: dpct\n" in text
    assert "participants:\n  us:\n    - michael-chase\n  prc:\n    - song-yanchao\n" in text


def test_somebody_new(person: Person, root: Path) -> None:
    """A person and a publisher that the registry lacks are added on the way, in their places."""
    person.all(("Source", "https://example.org/x"), ("Publisher", "The Example"), ("Add a new publisher?", "y"))
    person.all(("Name", ""), ("own script", ""), ("speaks for", "press"), ("Language", ""))
    person.all(("title", "Talks"), ("Published", "2024-01-22"), *SOURCE[4:], *EVENT[:6])
    person.all(("for United States", "Jane Q. Doe"), ("Add a new person?", "y"), ("Name in English", ""))
    person.all(("own script", ""), ("Family name", ""), ("Office", "policy-deputy"), ("In post since", ""))
    person.all(*EVENT[7:])

    assert person.end() == 0
    expected = (
        "name: Jane Q. Doe\nfamily_name: Doe\nparty: us\nposts:\n  - office: policy-deputy\n    seen: [2024-01-22]\n"
    )
    assert (root / REGISTRY / "people/jane-q-doe.yml").read_text() == expected
    publishers = (root / REGISTRY / "publishers.yml").read_text()
    assert (
        publishers
        == FILES[f"{REGISTRY}/publishers.yml"] + "the-example:\n  name: The Example\n  side: press\n  language: en\n"
    )
    assert "  us:\n    - jane-q-doe\n" in (root / PATH).read_text()


def test_a_copy(person: Person, root: Path) -> None:
    """Of a publisher that speaks for no party it is asked whose document this is."""
    person.all(*with_answers(SOURCE, of="Department of Defense"), *EVENT)

    assert person.end() == 0
    assert "    published: 2024-01-22\n    copy_of: defense-department\n" in (root / PATH).read_text()


def test_a_refused_duplicate(person: Person, root: Path) -> None:
    """What looks like an event that is there is shown before anything is written, and a no writes nothing."""
    before = files(root)
    person.all(*SOURCE, ("Title", "17th Defense Policy Coordination Talks"), ("Short", ""))
    person.all(("Date", f"{CLEAR}2024-01-09"), ("Kind", "talks"), ("became", ""), ("Channel", "dpct"), *EVENT[5:-1])
    person.all(("Id: 2024-01-09-", ""), ("Write it all the same?", ""))

    person.child.expect_exact("Nothing was written.")
    assert person.end() == 1
    assert files(root) == before


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answered", [0, 3, 12, 22])
def test_giving_up(root: Path, key: str, answered: int) -> None:
    """Wherever somebody gives up: one line, exit code 130, and nothing is written."""
    before, person, dialogue = files(root), Person(root), [*SOURCE, *EVENT]
    person.all(*dialogue[:answered])
    person.child.expect_exact(dialogue[answered][0])
    person.child.send(CLEAR + key)

    person.child.expect_exact("Interrupted.")
    assert person.end() == 130
    assert files(root) == before


def test_faults_of_the_whole_are_asked_again(person: Person, root: Path) -> None:
    """What only the whole record shows is told, and its field asked for once more."""
    person.all(*SOURCE, *with_answers(EVENT, date=f"{CLEAR}2024-01-22", summary="They spoke of [it](event:nowhere)."))

    person.child.expect_exact("error E705")
    person.type("Summary", "They spoke of policy.")
    assert person.end() == 0
    assert "summary: They spoke of policy.\n" in (root / PATH).read_text()


def test_options_are_not_asked_for(root: Path) -> None:
    """What an option gives is not asked for."""
    person = Person(root, "--title", "Talks in Geneva", "--kind", "meeting", "--source", "ft-2024-01-10")
    person.all(("Date", "2024-01-22"), *EVENT[3:])

    assert person.end() == 0
    assert (root / PATH).is_file()
