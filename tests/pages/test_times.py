"""Dates in words for narrow places: when a state began, when a contact ended."""

from __future__ import annotations

import pytest

from generator.pages.seats import sitter
from generator.pages.times import held_words, last_words, start_words
from generator.views.holders import holdings
from generator.views.sittings import sitting_on, sittings
from generator.views.spans import spans
from tests.views.making import channel, day, event, office, person, post, record, turned


@pytest.mark.parametrize(("when", "said"), [
    ("2020-03-05", "5 March 2020"),
    ("2020-03-05/2020-03-09", "5 March 2020"),
    ("2020-03-05~", "about 5 March 2020"),
    ("2020-03", "March 2020"),
    ("2020-03~", "about March 2020"),
    ("2020", "2020"),
    ("2020/2021", "2020"),
    ("[2020-03-05..2020-06]", "about 5 March 2020"),
])  # fmt: skip
def test_a_state_begins_as_closely_as_is_known(when: str, said: str) -> None:
    """A state that an event of some year brought about began in that year, and not on its first of January."""
    halted = turned("2020-03-05-halt", dpct="suspended", date=when)
    [span] = spans(record(channel("dpct"), halted, checked="2024-01-31"), "dpct", day("2024-01-31"))

    assert start_words(span) == said


def test_a_silence_begins_on_its_day() -> None:
    """A channel that fell dormant did so on a day that is counted, whatever is known of its last contact."""
    held = turned("2020-03-05-talks", "talks", channel="dpct", dpct="open")
    _, silent = spans(record(channel("dpct"), held, checked="2024-01-31"), "dpct", day("2024-01-31"))

    assert start_words(silent) == "5 March 2022"


@pytest.mark.parametrize(("when", "said"), [
    ("2016-06-30/2016-08-04", "Aug 2016"), ("2016-06", "June 2016"), ("2016", "2016"), ("2016-06-30~", "June 2016"),
])  # fmt: skip
def test_a_contact_was_last_held_when_it_ended(when: str, said: str) -> None:
    """The month is that of its last day, as in the picture; of a channel without rounds nothing is said."""
    held = event("2016-06-30-exercise", date=when)

    assert last_words(channel("rimpac"), held) == said
    assert last_words(channel("line", rounds="false"), held) == ""


@pytest.mark.parametrize(("first", "last", "said"), [
    ("2013-03", "2018-03-19", "March 2013 to 19 March 2018"),
    ("2013-03-01~", "2018", "about 1 March 2013 to 2018"),
    ("2013", None, "from 2013"),
    ("[2013-03-05..2013-04]", "2018-03-19", "about 5 March 2013 to 19 March 2018"),
    (None, "2018-03", "until March 2018"),
])  # fmt: skip
def test_an_office_is_held_from_when_the_record_says(first: str | None, last: str | None, said: str) -> None:
    """A post of which the month alone is known began in that month, and not about its first day."""
    held = record(office("us-chief"), person("ann", post("us-chief", first, last)), checked="2024-01-31")
    [holding] = holdings(held, "us-chief", day("2024-01-31"))

    assert held_words(holding) == said


@pytest.mark.parametrize(("last", "seen", "said", "then"), [
    ("2018-03", None, "March 2013 to March 2018", "until March 2018"),
    (None, ["2013-05-01", "2018-03-19"], "from March 2013, last seen in post 19 March 2018",
     "last seen in post 19 March 2018"),
])  # fmt: skip
def test_an_end_that_is_not_known_is_none(last: str | None, seen: list[str] | None, said: str, then: str) -> None:
    """Who was appointed and was last seen in post on a day did not leave it about that day."""
    held = record(office("us-chief"), person("ann", post("us-chief", "2013-03", last, seen=seen)), checked="2024-01-31")
    [holding] = holdings(held, "us-chief", day("2024-01-31"))
    sitting = sitting_on(sittings(held, "us-chief", day("2024-01-31")), day("2024-01-31"))

    assert held_words(holding) == said
    assert sitter(sitting)[1] == then


def test_a_vacancy_says_no_day_that_the_posts_beside_it_do_not_say() -> None:
    """Between a post that ends on a day and one that begins in some month, the office is vacant until about a month."""
    office_of = office("us-chief", complete_since="2010-01-01")
    held = record(office_of, person("ann", post("us-chief", "2013", "2018-03-19")),
                  person("bo", post("us-chief", "2018-06")), checked="2024-01-31")  # fmt: skip
    _, vacancy, _ = holdings(held, "us-chief", day("2024-01-31"))

    assert held_words(vacancy) == "20 March 2018 to about May 2018"
