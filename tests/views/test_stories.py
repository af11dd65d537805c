"""The chain around an event, and a break told from its causes to its repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.views.stories import stories, surroundings
from tests.views.making import channel, day, event, record, turned

if TYPE_CHECKING:
    from generator.record.entry import Entry
    from generator.record.models import Event

UNTIL = day("2024-12-31")
FOUR = tuple(channel(id_, rounds="false") for id_ in ("chiefs", "dpct", "mmca", "theatre"))


def tied(id_: str, *causes: Event, kind: str = "statement", **fields: str) -> Event:
    """Make an event that follows others."""
    return event(id_, kind, related=[{"event": cause.id, "relation": "follows"} for cause in causes], **fields)


A = event("2022-01-01-a", "context")
B = tied("2022-02-01-b", A)
C = tied("2022-03-01-c", B, significance="minor")
D = tied("2022-03-02-d", B, significance="major")
E = tied("2022-04-01-e", C, D)
F = tied("2022-05-01-f", E)


@pytest.mark.parametrize(("asked", "steps", "most", "before", "after"), [
    (E, 1, 4, "cd", "f"), (E, 3, 4, "abcd", "f"), (E, 3, 1, "d", "f"), (B, 2, 2, "a", "cd"), (B, 3, 3, "a", "cde"),
    (A, 1, 4, "", "b"), (F, 9, 9, "abcde", ""),
])  # fmt: skip
def test_the_chain_around_an_event(asked: Event, steps: int, most: int, before: str, after: str) -> None:
    """Nearer steps come first, then the weightier event; each side stands in the order of time."""
    found = surroundings(record(A, B, C, D, E, F), asked, steps, most)

    assert "".join(one.id[-1] for one in found.before) == before
    assert "".join(one.id[-1] for one in found.after) == after


def test_arcs_join_only_what_is_shown() -> None:
    """Every tie among the events shown is an arc from the cause to what came of it, and no other is."""
    found = surroundings(record(A, B, C, D, E, F), E, 1, 4)

    assert [(edge.cause[-1] + edge.effect[-1], edge.words) for edge in found.edges] == [
        ("ce", "follows"), ("de", "follows"), ("ef", "follows")]  # fmt: skip


def test_events_that_answer_each_other_stand_once() -> None:
    """A ring of ties, which nobody should write, is gone through once."""
    one = event("2022-01-01-a", "context", related=[{"event": "2022-01-02-b", "relation": "follows"}])
    two = event("2022-01-02-b", "context", related=[{"event": "2022-01-01-a", "relation": "follows"}])

    found = surroundings(record(one, two), one, 9, 9)

    assert (found.before, found.after) == ((two,), ())


VISIT = event("2022-08-02-visit", "context")
HALT = turned("2022-08-05-halt", related=[{"event": VISIT.id, "relation": "responds-to"}],
              dpct="suspended", mmca="suspended", theatre="suspended")  # fmt: skip
DECLINED = event("2022-11-20-declined", "talks", channel="dpct", status="refused")
ELSEWHERE = event("2022-11-21-declined-elsewhere", "talks", channel="chiefs", status="refused")
WORD = tied("2023-06-00-word", HALT, date="2023-06")
SUMMIT = turned("2023-11-15-summit", "summit", dpct="agreed", mmca="agreed", chiefs="open",
                related=[{"event": HALT.id, "relation": "follows"}])  # fmt: skip
BACK = turned("2024-01-08-round", "talks", channel="dpct", dpct="open")
LATE = turned("2024-12-01-late", "talks", channel="theatre", theatre="open")
OPENED = turned("2020-01-01-opened", "talks", channel="dpct", dpct="open", mmca="open")


def told(*entries: Entry) -> list[str]:
    """Give the events of the only break by their words."""
    made = record(*FOUR, OPENED, VISIT, HALT, *entries)
    [story] = stories(made, UNTIL)
    return [chapter.event.id[11:] for chapter in story.chapters]


CASES: dict[str, tuple[list[Entry], list[str]]] = {
    "cause and break alone": ([], ["visit", "halt"]),
    "what was declined meanwhile, in a stopped channel": ([DECLINED, ELSEWHERE], ["visit", "halt", "declined"]),
    "what came of it, also without a day": ([WORD], ["visit", "halt", "word"]),
    "its end, and what brought a channel back within a year": (
        [SUMMIT, BACK, LATE], ["visit", "halt", "summit", "round"]),
    "what came of it after its end is another story": (
        [SUMMIT, tied("2024-02-01-after", HALT)], ["visit", "halt", "summit"]),
    "what came of it long after, while it lasts, is another story": (
        [tied("2023-09-01-after", HALT)], ["visit", "halt"]),
    "opened once more after its end changes nothing": (
        [SUMMIT, BACK, turned("2024-02-01-again", dpct="open")], ["visit", "halt", "summit", "round"]),
    "suspended once more changes nothing": (
        [turned("2022-10-01-again", dpct="suspended")], ["visit", "halt"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_belongs_to_a_story(case: str) -> None:
    """Causes, the break, what came of it, the end, and the repair; nothing else."""
    entries, expected = CASES[case]

    assert told(*entries) == expected


def test_a_story_says_what_each_event_answered_and_did() -> None:
    """A story tells of a break; a chapter names its ties within the story, and what it did to channels."""
    made = record(*FOUR, OPENED, VISIT, HALT, SUMMIT, BACK)
    [story] = stories(made, UNTIL)
    chapters = story.chapters

    assert (story.about.start, story.about.end) == (HALT, SUMMIT)
    assert [[f"{tie.words} {tie.event.id[11:]}" for tie in one.answers] for one in chapters] == [
        [], ["responds to visit"], ["follows halt"], []]  # fmt: skip
    assert [f"{turn.channel.id} {turn.before} {turn.after}" for turn in chapters[-1].turns] == ["dpct agreed open"]


def test_the_channels_of_a_story_before_during_and_after() -> None:
    """The days are the one before, that of the break, that of its end, and the last one told; rows are the same."""
    made = record(*FOUR, OPENED, VISIT, HALT, SUMMIT, BACK)
    [story] = stories(made, UNTIL)
    moments = story.moments

    assert {
        f"{moment.day}": " ".join(f"{row.channel.id}={row.state}" for row in moment.rows) for moment in moments
    } == {
        "2022-08-04": "chiefs=none dpct=open mmca=open theatre=none",
        "2022-08-05": "chiefs=none dpct=suspended mmca=suspended theatre=suspended",
        "2023-11-15": "chiefs=open dpct=agreed mmca=agreed theatre=suspended",
        "2024-01-08": "chiefs=open dpct=open mmca=agreed theatre=suspended",
    }


def test_a_break_that_lasts_is_told_to_the_last_day() -> None:
    """Its last moment is the day up to which is asked."""
    made = record(*FOUR, OPENED, VISIT, HALT)
    [story] = stories(made, UNTIL)

    assert [f"{moment.day}" for moment in story.moments] == ["2022-08-04", "2022-08-05", "2024-12-31"]
