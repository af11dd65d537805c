"""Dates of the record: what each form means, and what is said of what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.record.dates import Edtf, EdtfError, Form, Precision, nearest_date, parse_edtf

# text, first day, last day, beginning of a file name, words
TABLE = (
    ("2024-01-08", "2024-01-08", "2024-01-08", "2024-01-08", "8 January 2024"),
    ("2024-01", "2024-01-01", "2024-01-31", "2024-01-00", "January 2024"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-02-00", "February 2024"),
    ("2024-12", "2024-12-01", "2024-12-31", "2024-12-00", "December 2024"),
    ("2024", "2024-01-01", "2024-12-31", "2024-00-00", "2024"),
    ("2023-11-15?", "2023-11-15", "2023-11-15", "2023-11-15", "possibly 15 November 2023"),
    ("2023-11~", "2023-11-01", "2023-11-30", "2023-11-00", "about November 2023"),
    ("2001%", "2001-01-01", "2001-12-31", "2001-00-00", "possibly about 2001"),
    ("2023-11-XX", "2023-11-01", "2023-11-30", "2023-11-00", "November 2023, day not known"),
    ("2023-XX", "2023-01-01", "2023-12-31", "2023-00-00", "2023, month not known"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31", "2023-00-00", "2023, month not known"),
    ("198X", "1980-01-01", "1989-12-31", "1980-00-00", "the 1980s"),
    ("19XX", "1900-01-01", "1999-12-31", "1900-00-00", "1900 to 1999"),
    ("2001-21", "2001-03-01", "2001-05-31", "2001-00-00", "spring 2001"),
    ("2001-22", "2001-06-01", "2001-08-31", "2001-00-00", "summer 2001"),
    ("2001-23~", "2001-09-01", "2001-11-30", "2001-00-00", "about autumn 2001"),
    ("2021-33", "2021-01-01", "2021-03-31", "2021-00-00", "early 2021"),
    ("2021-34", "2021-04-01", "2021-06-30", "2021-00-00", "the second quarter of 2021"),
    ("2021-36", "2021-10-01", "2021-12-31", "2021-00-00", "late 2021"),
    ("2024-01-08/2024-01-09", "2024-01-08", "2024-01-09", "2024-01-08", "8 to 9 January 2024"),
    ("2024-01-31/2024-02-02", "2024-01-31", "2024-02-02", "2024-01-31", "31 January to 2 February 2024"),
    ("2023-12-31/2024-01-02", "2023-12-31", "2024-01-02", "2023-12-31", "31 December 2023 to 2 January 2024"),
    ("2023-11/2024-01", "2023-11-01", "2024-01-31", "2023-11-00", "November 2023 to January 2024"),
    ("2023-03/2023-05", "2023-03-01", "2023-05-31", "2023-03-00", "March to May 2023"),
    ("2001/2005", "2001-01-01", "2005-12-31", "2001-00-00", "2001 to 2005"),
    ("2001/2001-03-05", "2001-01-01", "2001-03-05", "2001-00-00", "2001 to 5 March 2001"),
    ("2001~/2005?", "2001-01-01", "2005-12-31", "2001-00-00", "about 2001 to possibly 2005"),
    ("2008-04-10/..", "2008-04-10", None, "2008-04-10", "from 10 April 2008 on"),
    ("2008-04-10/", "2008-04-10", None, "2008-04-10", "from 10 April 2008, end not known"),
    ("../2008-04-10", None, "2008-04-10", "2008-04-10", "until 10 April 2008, beginning not known"),
    ("/2008-04", None, "2008-04-30", "2008-04-00", "until April 2008, beginning not known"),
    ("[..2023-11-15]", None, "2023-11-15", "2023-11-15", "on or before 15 November 2023"),
    ("[..2023-11]", None, "2023-11-30", "2023-11-00", "in or before November 2023"),
    ("[2021-33..]", "2021-01-01", None, "2021-00-00", "in early 2021 or later"),
    ("[2021-01-05..]", "2021-01-05", None, "2021-01-05", "on or after 5 January 2021"),
    (
        "[2023-08-01..2023-08-14]", "2023-08-01", "2023-08-14", "2023-08-01",
        "between 1 August 2023 and 14 August 2023",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last", "stem", "words"), TABLE, ids=[row[0] for row in TABLE])
def test_dates(text: str, first: str | None, last: str | None, stem: str, words: str) -> None:
    """A date has a first and a last possible day, a beginning for file names, and English words."""
    value = parse_edtf(text)

    assert (value.earliest and value.earliest.isoformat(), value.latest and value.latest.isoformat()) == (first, last)
    assert (value.stem, value.words(), str(value)) == (stem, words, text)


# text, code, message, hint
ERRORS = (
    ("8 January 2024", "E301", "`8 January 2024` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("Jan 8, 2024", "E301", "`Jan 8, 2024` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("January 8, 2024", "E301", "`January 8, 2024` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("2024/01/08", "E301", "`2024/01/08` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("2024-1-8", "E301", "`2024-1-8` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("22.01.2024", "E301", "`22.01.2024` is not an EDTF date", "Did you mean `2024-01-22`?"),
    ("01/22/2024", "E301", "`01/22/2024` is not an EDTF date", "Did you mean `2024-01-22`?"),
    ("22/1/2024", "E301", "`22/1/2024` is not an EDTF date", "Did you mean `2024-01-22`?"),
    ("5/5/2024", "E301", "`5/5/2024` is not an EDTF date", "Did you mean `2024-05-05`?"),
    ("01/02/2024", "E301", "`01/02/2024` is not an EDTF date", ""),
    ("30.02.2024", "E301", "`30.02.2024` is not an EDTF date", ""),
    ("20240108", "E301", "`20240108` is not an EDTF date", "Did you mean `2024-01-08`?"),
    ("", "E301", "`` is not an EDTF date", ""),
    ("2024-01-32T10:00", "E301", "`2024-01-32T10:00` is not an EDTF date", ""),
    ("-0044", "E301", "`-0044` is not an EDTF date", ""),
    ("Y20240", "E301", "`Y20240` is not an EDTF date", ""),
    ("../..", "E301", "`../..` is not an EDTF date", ""),
    ("[..]", "E301", "`[..]` is not an EDTF date", ""),
    ("[2001, 2003]", "E301", "`[2001, 2003]` is not an EDTF date", ""),
    ("{2001..2003}", "E301", "`{2001..2003}` is not an EDTF date", ""),
    ("2001/2002/2003", "E301", "`2001/2002/2003` is not an EDTF date", ""),
    ("２０２４-01-08", "E301", "`２０２４-01-08` is not an EDTF date", ""),
    ("2023-02-30", "E302", "`2023-02-30` names a day that does not exist", "February 2023 has 28 days."),
    ("2023-11-31/2023-12", "E302", "`2023-11-31` names a day that does not exist", "November 2023 has 30 days."),
    ("2023-13", "E302", "`2023-13` names a month that does not exist",
     "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters."),
    ("2023-25", "E302", "`2023-25` names a month that does not exist",
     "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters."),
    ("2023-41", "E302", "`2023-41` names a month that does not exist",
     "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters."),
    ("0000", "E302", "`0000` names a year that does not exist", "Years have four digits and begin with 0001."),
    ("2024-01-09/2024-01-08", "E303", "`2024-01-09/2024-01-08` ends before it begins", "Write the earlier date first."),
    ("[2024..2023]", "E303", "`[2024..2023]` ends before it begins", "Write the earlier date first."),
)  # fmt: skip


@pytest.mark.parametrize(("text", "code", "message", "hint"), ERRORS, ids=[row[0] for row in ERRORS])
def test_what_is_no_date(text: str, code: str, message: str, hint: str) -> None:
    """What is no date is refused with the code of its fault and, where one is clear, the form that was meant."""
    with pytest.raises(EdtfError) as error:
        parse_edtf(text)

    assert (error.value.code, error.value.message) == (code, message)
    assert error.value.hint == hint or (not hint and error.value.hint.startswith(("Write a day as", "Did you mean")))


FORMS = (
    "Write a day as 2024-01-08, a month as 2024-01, a span of days as 2024-01-08/2024-01-09, "
    "one unknown day up to another as [..2023-11-15]."
)
MONTHS = "Months run from 01 to 12; 21 to 24 are seasons and 33 to 36 quarters."
YEARS_BEGIN = "Years have four digits and begin with 0001."
# as people write it, as it is meant
OTHERWISE = (
    ("2024-01-08 - 2024-01-09", "2024-01-08/2024-01-09"),
    ("2024-01-08 / 2024-01-09", "2024-01-08/2024-01-09"),
    ("2024-01-08/ 2024-01-09", "2024-01-08/2024-01-09"),
    ("2024-01-08–2024-01-09", "2024-01-08/2024-01-09"),
    ("2024-01 — 2024-03~", "2024-01/2024-03~"),
    ("8 January 2024 to 9 January 2024", "2024-01-08/2024-01-09"),
    ("2024/1/8 - 2024/1/9", "2024-01-08/2024-01-09"),
    ("2024-1-8/2024-1-9", "2024-01-08/2024-01-09"),
    ("2024-01-08T09:00/2024-01-08T10:30", "2024-01-08"),
    ("2024-01-08T10:00", "2024-01-08"),
    ("2024-01-08 9:00", "2024-01-08"),
    ("2024-01-08T09:00:12.5Z", "2024-01-08"),
    ("2024-01-08 09:00:00 +08:00", "2024-01-08"),
    ("8 January 2024 09:00", "2024-01-08"),
    ("2024年1月22日", "2024-01-22"),
    ("2024年1月22日 - 2024年2月1日", "2024-01-22/2024-02-01"),
)
# text, message, hint, what is offered in its place
REFUSED: tuple[tuple[str, str, str, str | None], ...] = (
    ("soon", "`soon` is not an EDTF date", FORMS, None),
    ("22.01.2024", "`22.01.2024` is not an EDTF date", "Did you mean `2024-01-22`?", "2024-01-22"),
    ("12/13/2024", "`12/13/2024` is not an EDTF date", "Did you mean `2024-12-13`?", "2024-12-13"),
    ("01.02.2024", "`01.02.2024` is not an EDTF date", "Did you mean `2024-02-01`?", "2024-02-01"),
    ("12/12/2024", "`12/12/2024` is not an EDTF date", "Did you mean `2024-12-12`?", "2024-12-12"),
    ("11/12/2024", "`11/12/2024` is not an EDTF date", FORMS, None),
    (" 2024-1-8 ", "` 2024-1-8 ` is not an EDTF date", "Did you mean `2024-01-08`?", "2024-01-08"),
    *((text, f"`{text}` is not an EDTF date", f"Did you mean `{meant}`?", meant) for text, meant in OTHERWISE),
    ("2024-01-09 - 2024-01-08", "`2024-01-09 - 2024-01-08` is not an EDTF date", FORMS, None),
    ("2024-01-08 - soon", "`2024-01-08 - soon` is not an EDTF date", FORMS, None),
    ("8 - 9 - 10", "`8 - 9 - 10` is not an EDTF date", FORMS, None),
    ("00XX", "`00XX` names a time that does not exist", YEARS_BEGIN, None),
    ("000X~", "`000X~` names a time that does not exist", YEARS_BEGIN, None),
    ("2023-13-XX", "`2023-13-XX` names a time that does not exist", MONTHS, None),
    ("2023-21-05", "`2023-21-05` names a day that does not exist", MONTHS, None),
    ("0000-01", "`0000-01` names a month that does not exist", MONTHS, None),
    ("2023-00", "`2023-00` names a month that does not exist", MONTHS, None),
    ("2024-02-30", "`2024-02-30` names a day that does not exist", "February 2024 has 29 days.", None),
)


@pytest.mark.parametrize(("text", "message", "hint", "meant"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_said_of_it_in_full(text: str, message: str, hint: str, meant: str | None) -> None:
    """The whole of what is said, and the date that would be written in its place."""
    with pytest.raises(EdtfError) as error:
        parse_edtf(text)

    found = error.value
    assert (found.message, found.hint, found.suggestion) == (message, hint, meant)
    assert found.code == ("E301" if "EDTF" in message else "E302")


@pytest.mark.parametrize(("mark", "approximate", "uncertain"), [
    ("", False, False), ("~", True, False), ("?", False, True), ("%", True, True),
])  # fmt: skip
@pytest.mark.parametrize("text", ["2023-11-15", "2023-11", "2001", "2001-21", "198X", "2023-XX"])
def test_marks_of_doubt(text: str, mark: str, approximate: bool, uncertain: bool) -> None:  # noqa: FBT001  columns of the table
    """Each mark says of any form what it says of a day: `~` about, `?` possibly, `%` both."""
    value = parse_edtf(text + mark)
    [bound] = {value.lower, value.upper}

    assert bound
    assert (bound.approximate, bound.uncertain, value.is_doubtful) == (approximate, uncertain, mark != "")
    assert bound.unspecified is ("X" in text)


@pytest.mark.parametrize(("text", "precision"), [
    ("2023-11-15", Precision.DAY), ("2023-11", Precision.MONTH), ("2023-11-XX", Precision.MONTH),
    ("2001", Precision.YEAR), ("2023-XX", Precision.YEAR), ("198X", Precision.DECADE), ("2001-24", Precision.SEASON),
    ("2021-36", Precision.QUARTER), ("2021-33?", Precision.QUARTER),
])  # fmt: skip
def test_precision(text: str, precision: Precision) -> None:
    """A date is as precise as its last known part."""
    assert next(parse_edtf(text).bounds()).precision is precision


# text, whether it still runs
RUNNING = (("2008/..", True), ("2008/", False), ("../2008", False), ("2008/2009", False), ("[2008..]", False))


@pytest.mark.parametrize(("text", "runs"), RUNNING)
def test_what_still_runs(text: str, runs: bool) -> None:  # noqa: FBT001  a column of the table
    """An interval with an open end still runs; one whose end is not known, and a set, do not say so."""
    assert parse_edtf(text).open_end is runs


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """No text makes the reading of dates fail otherwise than by saying what is wrong."""
    value: Edtf | EdtfError
    try:
        value = parse_edtf(text)
    except EdtfError as error:
        value = error
    assert value.text == text if isinstance(value, Edtf) else value.code in {"E301", "E302", "E303"}


EDTF_LIKE = st.text(alphabet="0123456789X-/.[]?~%", max_size=24)
DIGITS = st.integers(0, 99).map("{:02}".format)
YEARS = st.one_of(st.integers(0, 9999).map("{:04}".format), st.sampled_from(["198X", "20XX"]))
BOUNDS = st.builds(
    lambda year, month, day, mark: "-".join(filter(None, [year, month, day if month else ""])) + mark,
    YEARS, st.one_of(st.just(""), st.just("XX"), DIGITS), st.one_of(st.just(""), st.just("XX"), DIGITS),
    st.sampled_from(["", "?", "~", "%"]),
)  # fmt: skip
EXPRESSIONS = st.one_of(
    BOUNDS,
    st.builds("{}/{}".format, st.one_of(BOUNDS, st.sampled_from(["", ".."])), st.one_of(BOUNDS, st.just(".."))),
    st.builds("[{}..{}]".format, st.one_of(BOUNDS, st.just("")), st.one_of(BOUNDS, st.just(""))),
    EDTF_LIKE,
)


@given(EXPRESSIONS)
def test_dates_hold_together(text: str) -> None:
    """Every date has bounds in order, an anchor and an end among them, words, and a beginning for file names."""
    try:
        value = parse_edtf(text)
    except EdtfError:
        return
    bounds = list(value.bounds())

    assert bounds
    assert all(bound.earliest <= bound.latest for bound in bounds)
    assert value.anchor <= value.end
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert value.may_include(value.anchor)
    assert value.may_overlap(value.anchor, value.anchor)
    assert value.words().strip()
    assert len(value.stem) == 10
    assert value.is_day <= (value.form is Form.DATE)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_days_read_as_themselves(day: date) -> None:
    """A day in ISO form is that day, and is recognised in other common forms."""
    value = parse_edtf(day.isoformat())

    assert (value.earliest, value.latest, value.stem) == (day, day, day.isoformat())
    assert value.is_day
    assert next(value.bounds()).precision is Precision.DAY
    for form in ("%d %B %Y", "%B %d, %Y", "%Y/%m/%d", "%Y.%m.%d"):
        assert nearest_date(day.strftime(form)) == day.isoformat()


def test_doubt_is_no_certain_day() -> None:
    """A day marked as approximate or uncertain is not one certain day."""
    assert not parse_edtf("2023-11-15~").is_day
    assert not parse_edtf("2023-11-15?").is_day
    assert not parse_edtf("2023-11").is_day
    assert not parse_edtf("2023-11-15/2023-11-15").is_day


def test_dates_sort_by_anchor_end_and_text() -> None:
    """Dates stand in the order of their first day, then of their last; only the latest known counts where it must."""
    texts = ["2024", "2023-11-15", "[..2023-11-15]", "2023-11", "2023", "2023-11-15/2024"]

    assert sorted(texts, key=lambda text: parse_edtf(text).sort_key) == [
        "2023", "2023-11", "2023-11-15", "[..2023-11-15]", "2023-11-15/2024", "2024",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "last", "overlaps"),
    [
        ("2024-01-08/2024-01-09", date(2024, 1, 9), date(2024, 1, 12), True),
        ("2024-01-08/2024-01-09", date(2024, 1, 10), None, False),
        ("2024-01-08/2024-01-09", None, date(2024, 1, 7), False),
        ("2024-01-08/..", date(2030, 1, 1), None, True),
        ("[..2023-11-15]", None, date(1900, 1, 1), True),
        ("[..2023-11-15]", date(2023, 11, 16), None, False),
    ],
)
def test_overlap(text: str, first: date | None, last: date | None, overlaps: bool) -> None:  # noqa: FBT001  a column of the table
    """A date overlaps with a span where one of its possible days lies in it; an open side never excludes."""
    assert parse_edtf(text).may_overlap(first, last) is overlaps
