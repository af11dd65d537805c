"""What is remembered of the last checks."""

from __future__ import annotations

from datetime import date

import pytest

from generator.links.answers import Answer, Verdict
from generator.links.memory import dated, is_fresh, remembered, written

MONDAY, TUESDAY, NEXT_WEEK = date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 8)
GONE = Answer(Verdict.GONE, "404 Not Found", 404, asked=MONDAY, since=MONDAY)


def test_written_and_read_again() -> None:
    """Answers are the same after they were written."""
    answers = {"https://b.org/": GONE, "https://a.org/": dated(Answer(Verdict.MOVED, location="x"), None, MONDAY)}

    assert remembered(written(answers)) == answers
    assert written(answers).index("a.org") < written(answers).index("b.org")


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"a": 1}', '{"a": {"verdict": "new"}}', '{"a": {"asked": null}}'])
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    """A memory that is broken, or of another version, is forgotten."""
    assert remembered(text) == {}


@pytest.mark.parametrize(
    ("verdict", "day", "fresh"),
    [
        (Verdict.ANSWERS, TUESDAY, True),
        (Verdict.ANSWERS, NEXT_WEEK, False),
        (Verdict.REFUSES, TUESDAY, True),
        (Verdict.GONE, TUESDAY, False),
        (Verdict.FAILS, TUESDAY, False),
        (Verdict.UNASKED, TUESDAY, False),
    ],
)
def test_good_answers_last_for_a_while(verdict: Verdict, day: date, fresh: bool) -> None:  # noqa: FBT001  a case
    """A good answer is kept for as many days as asked for; what is broken is asked again."""
    assert is_fresh(Answer(verdict, asked=MONDAY), day, 7) is fresh
    assert not is_fresh(Answer(verdict, asked=MONDAY), MONDAY, 0)


def test_since_when() -> None:
    """The first day of an unbroken row of like answers is kept."""
    again = dated(Answer(Verdict.GONE), GONE, NEXT_WEEK)

    assert (again.since, again.asked) == (MONDAY, NEXT_WEEK)
    assert dated(Answer(Verdict.FAILS), again, NEXT_WEEK).since == NEXT_WEEK
