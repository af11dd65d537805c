"""The wordings that pages share."""

from __future__ import annotations

from datetime import date

import pytest

from generator.pages.languages import language_name, language_of
from generator.pages.phrases import capital, counted, length, listed, number_words, shortened
from generator.pages.times import month_words, time_tag
from generator.record.dates import parse_edtf


@pytest.mark.parametrize(("number", "words"), [
    (0, "no"), (1, "one"), (13, "thirteen"), (20, "twenty"), (45, "forty-five"), (99, "ninety-nine"), (100, "100"),
    (1234, "1,234"),
])  # fmt: skip
def test_number_words(number: int, words: str) -> None:
    """Numbers below a hundred are words."""
    assert number_words(number) == words


def test_counted() -> None:
    """A noun follows its number."""
    assert [counted(1, "event"), counted(2, "event"), counted(0, "person", "people")] == [
        "1 event", "2 events", "0 people"]  # fmt: skip


@pytest.mark.parametrize(("items", "words"), [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
])  # fmt: skip
def test_listed(items: list[str], words: str) -> None:
    """The last of several is joined with `and`."""
    assert listed(items) == words


@pytest.mark.parametrize(("first", "last", "words"), [
    ("2022-08-05", "2024-01-08", "17 months"), ("2024-01-08", "2024-01-31", "23 days"),
    ("2024-01-08", "2024-01-09", "1 day"), ("2024-01-08", "2024-02-08", "1 month"),
    ("2024-01-08", "2024-01-08", "0 days"),
])  # fmt: skip
def test_length(first: str, last: str, words: str) -> None:
    """A time is said in days up to a month, then in whole months."""
    assert length(date.fromisoformat(first), date.fromisoformat(last)) == words


def test_shortened() -> None:
    """A text is cut at a space, and the cut is marked; a short one stays."""
    assert shortened("one two, three", 11) == "one two…"
    assert shortened("one two", 11) == "one two"


def test_capital() -> None:
    """Only the first letter changes."""
    assert capital("uS talks") == "US talks"


@pytest.mark.parametrize(("text", "tag"), [
    ("2024-01-08", '<time datetime="2024-01-08">8 January 2024</time>'),
    ("2024-01~", '<time datetime="2024-01">about January 2024</time>'),
    ("2024", '<time datetime="2024">2024</time>'),
    ("2024-01-08/2024-01-09", "8 to 9 January 2024"),
    ("[..2023-11-15]", "on or before 15 November 2023"),
    ("2023-XX", "2023, month not known"),
    ("2023-21", "spring 2023"),
])  # fmt: skip
def test_time_tag(text: str, tag: str) -> None:
    """A plain day, month or year stands in a `<time>` element, any other date as words alone."""
    assert time_tag(parse_edtf(text)) == tag


def test_time_tag_of_a_day() -> None:
    """A day of the calendar is such a date."""
    assert time_tag(date(2024, 1, 8)) == '<time datetime="2024-01-08">8 January 2024</time>'


@pytest.mark.parametrize(("text", "words"), [
    ("2024-01-08/2024-01-09", "Jan 2024"), ("2023-09", "Sept 2023"), ("2023", "2023"),
    ("2023-09~", "Sept 2023"), ("2021-33", "2021"),
])  # fmt: skip
def test_month_words(text: str, words: str) -> None:
    """Where a month is known it is said in short, else the year."""
    assert month_words(parse_edtf(text)) == words


@pytest.mark.parametrize(("text", "tag"), [
    ("中国", "zh-Hans"), ("国防部 (MND)", "zh-Hans"), ("防衛省のページ", "ja"), ("국방부", "ko"),
    ("Минобороны", ""), ("Élysée", ""), ("", ""),
])  # fmt: skip
def test_language_of(text: str, tag: str) -> None:
    """A script that belongs to one language here names it; any other names none."""
    assert language_of(text) == tag


def test_language_name() -> None:
    """Known languages have their English name, others their tag."""
    assert [language_name("zh-Hans"), language_name("en"), language_name("xx")] == ["Chinese", "English", "xx"]
