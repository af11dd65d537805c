"""What each government said, what only the press reported, and the sources."""

from __future__ import annotations

import pytest

from generator.record.source import SharedSource
from generator.views.accounts import numbered_sources, press_reports, sides, speaks_for
from tests.views.making import ORIGIN, event, publisher, record, source

PUBLISHERS = (
    publisher("mnd", "prc"), publisher("dod", "us"), publisher("ft", "press"), publisher("blog", "press"),
    publisher("archive", "research"),
)  # fmt: skip
SHARED = SharedSource.model_validate(
    {"id": "shared-mnd", "origin": ORIGIN, "title": "Briefing", "publisher": "mnd", "url": "https://source.example/"}
)
SOURCES = [
    source("lost", "nobody"), source("old", "archive"), source("ft", "ft"), source("dod", "dod"),
    source("copy", "blog", copy_of="dod"), "shared-mnd",
]  # fmt: skip


@pytest.mark.parametrize(("fields", "asked"), [
    ({"kind": "meeting"}, True),
    ({"kind": "meeting", "status": "refused"}, True),
    ({"kind": "meeting", "status": "proposed"}, True),
    ({"kind": "meeting", "status": "planned"}, False),
    ({"kind": "meeting", "status": "planned", "accounts": {"us": {"text": "Soon."}}}, True),
    ({"kind": "drill"}, False),
    ({"kind": "drill", "accounts": {"us": {"text": "We saw it."}}}, True),
])  # fmt: skip
def test_sides_are_asked_where_there_is_something_to_say(fields: dict[str, object], asked: bool) -> None:  # noqa: FBT001
    """A contact, or an event with any account, has one side for each party by id; a contact ahead misses none."""
    one = event("2022-08-05-one", **fields)  # type: ignore[arg-type]  # as written

    assert [side.party.id for side in sides(record(one), one)] == (["prc", "us"] if asked else [])


def test_a_side_that_published_nothing_is_there() -> None:
    """It stands beside the other, without an account."""
    one = event("2022-08-05-one", "call", accounts={"us": {"text": "We called."}})

    prc, us = sides(record(one), one)

    assert (prc.account, prc.sources) == (None, ())
    assert us.account
    assert us.account.text == "We called."


@pytest.mark.parametrize(("cited", "by_press", "by_other"), [
    ([], False, False),
    (["dod"], False, False),
    (["copy"], False, False),
    (["ft"], True, False),
    (["ft", "old"], True, False),
    (["ft", "dod"], False, False),
    (["shared-mnd"], False, True),
    (["shared-mnd", "ft"], False, True),
    (["shared-mnd", "dod"], False, False),
    (["unheard-of"], False, False),
])  # fmt: skip
def test_an_account_says_through_whom_it_is_known(cited: list[str], by_press: bool, by_other: bool) -> None:  # noqa: FBT001
    """A government's own publication or a copy of it settles it; else the other government's, else the press."""
    one = event("2022-08-05-one", "call", accounts={"us": {"text": "We called.", "sources": cited}}, sources=SOURCES)

    us = sides(record(one, SHARED, *PUBLISHERS), one)[1]

    assert (us.quoted_by_press, us.told_by_other) == (by_press, by_other)
    assert [found.id for found in us.sources] == [id_ for id_ in cited if id_ != "unheard-of"]


def test_press_reports_have_their_sources() -> None:
    """They come in the event's order, each with the sources that it cites."""
    one = event("2022-08-05-one", "call", reported=[{"text": "A.", "sources": ["ft"]}, {"text": "B."}], sources=SOURCES)

    found = press_reports(record(one, SHARED, *PUBLISHERS), one)

    assert [(made.report.text, [cited.id for cited in made.sources]) for made in found] == [("A.", ["ft"]), ("B.", [])]


def test_sources_are_numbered_by_whom_they_speak_for() -> None:
    """Parties by id, then press, research and unknown publishers; a copy speaks for its original's publisher."""
    one = event("2022-08-05-one", "call", sources=SOURCES)
    made = record(one, SHARED, *PUBLISHERS)

    found = numbered_sources(made, one)

    assert [(number, cited.id, by and by.id) for number, cited, by in found] == [
        (1, "shared-mnd", "mnd"),
        (2, "dod", "dod"),
        (3, "copy", "blog"),
        (4, "ft", "ft"),
        (5, "old", "archive"),
        (6, "lost", None),
    ]
    assert [speaks_for(made, cited) for _, cited, _ in found] == ["prc", "us", "us", "press", "research", ""]
