"""What the page of numbers says of its pictures."""

from __future__ import annotations

from dataclasses import replace

from generator.pages import numbers_words as words
from generator.views import depth, figures, numbers, silences
from tests.views.making import channel, day, event, gap, record

UNTIL = day("2024-01-31")
MADE = record(
    channel("dpct", name="Policy talks"), channel("mmca"), gap("2016/2017"), gap("2023", "mmca"),
    event("2015-01-08-one", channel="dpct"), event("2015-02-08-two", channel="dpct"),
    event("2015-03-08-mmca", channel="mmca"),
    event("2018-01-08-refused", status="refused", declined_by="prc",
          accounts={"us": {"text": "We asked."}, "prc": {"text": "We declined."}}),
    event("2018-02-08-postponed", status="postponed"),
    event("2024-01-08-call", "call", figures=[
        {"label": "A", "value": "12", "by": "us"}, {"label": "B", "value": "several"},
        {"label": "C", "value": "over 3", "low": 3, "by": "A paper"}]),
)  # fmt: skip
PARTIES = tuple(MADE.parties[id_] for id_ in sorted(MADE.parties))


def test_contacts_are_said_with_their_years() -> None:
    """The sum, the shares from the largest on, the year with the most and those with none."""
    table = numbers.by_form(MADE, UNTIL)

    assert words.total_words(table, UNTIL) == "4 contacts were held from 2015 to 31 January 2024."
    assert words.shares_words(table, str) == "Talks 3 and call 1."
    assert words.peak_words(table) == "The most in one year: 3, in 2015. None is recorded for 2016 to 2023."


def test_declined_contacts_are_said_by_party() -> None:
    """Every party is named with its number, 0 included, and what names none is said."""
    assert " ".join(words.declined_words(PARTIES, numbers.declined(MADE, UNTIL))) == (
        "2 contacts are recorded as refused, postponed or cancelled: prc declined 1 and us declined 0; for 1 the entry "
        "names no party. For 1 of them the record has an account of each government."
    )


def test_silences_are_said_as_far_as_they_are_sure() -> None:
    """The longest is sought among those in which no contact is known to be missing."""
    assert " ".join(words.silences_words(silences.quiet_channels(MADE, UNTIL), UNTIL)) == (
        "On 31 January 2024 the last contact lay 2 years or more back in 2 of 2 channels with rounds. "
        "The longest silence in which no contact is known to be missing from the record is that of Policy talks: "
        "107 months, from 8 February 2015, and it lasts."
    )


def test_figures_are_said_by_who_counted() -> None:
    """Each party's number stands there, the others' together; what cannot be drawn is said."""
    assert " ".join(words.figures_words(PARTIES, figures.reported(MADE, UNTIL))) == (
        "3 figures are in the record: 0 by prc, 1 by us and 2 by others. "
        "2 counts with a bound can be drawn on one scale, 1 of them exact; amounts of money, distances and phrases "
        "without a bound stand in the table alone."
    )


def test_quiet_years_are_told_from_a_thin_record() -> None:
    """The years without a contact are named, and those of them for which a gap is known."""
    found = depth.depths(MADE, UNTIL)
    bare = [replace(one, gaps=0) for one in found]
    full = [replace(one, gaps=1) for one in found]

    assert words.depth_words(found)[1] == (
        "8 years have no contact on record, 2016 to 2023; for 2016 to 2017 and 2023 a gap is known."
    )
    assert words.depth_words(bare)[1].endswith("for none of them a gap is known.")
    assert words.depth_words(full)[1].endswith("for each of them a gap is known.")
    assert words.depth_words(found[:1])[1] == "Every year has a contact."
