"""What single values of a file become, and how near one may come to a limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.record.dates import parse_edtf
from generator.record.fields import Date, Day, Flag, Ids, Name, Number, Prose, Quote, Summary, Title, sentences

KINDS: dict[str, Any] = {
    "flag": Flag, "number": Number, "day": Day, "date": Date, "ids": Ids, "name": Name, "prose": Prose, "title": Title,
    "quote": Quote, "summary": Summary,
}  # fmt: skip
# kind, what the file holds, what it becomes
READ: tuple[tuple[str, object, object], ...] = (
    ("flag", "true", True), ("flag", "false", False), ("flag", True, True), ("flag", False, False),
    ("number", "0", 0), ("number", "24", 24), ("number", "9" * 12, 999_999_999_999), ("number", 7, 7),
    ("day", "2024-01-08", date(2024, 1, 8)), ("day", date(2024, 1, 8), date(2024, 1, 8)),
    ("date", ["..2023-11-15"], parse_edtf("[..2023-11-15]")), ("date", "2023-11", parse_edtf("2023-11")),
    ("ids", "dpct", ("dpct",)), ("ids", ["a", "b"], ("a", "b")), ("ids", [], ()),
    ("name", "  Talks ", "Talks"), ("prose", "One.\n\nTwo.\n", "One.\n\nTwo."),
    ("name", "x" * 120, "x" * 120), ("title", "x" * 90, "x" * 90),
    ("title", "A visit to Washington, D.C.", "A visit to Washington, D.C."),
    ("title", "The visit of X Jr.", "The visit of X Jr."),
    ("title", "Talks in the U.S.", "Talks in the U.S."), ("title", "Talks and more..", "Talks and more.."),
    ("title", "The visit of X Sr.", "The visit of X Sr."),
    ("quote", "word " * 25, ("word " * 25).strip()), ("summary", "A. B. C. D.", "A. B. C. D."),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "written", "value"), READ, ids=repr)
def test_what_is_read(kind: str, written: object, value: object) -> None:
    """A value is read as its field means it, up to the very limit."""
    assert TypeAdapter(KINDS[kind]).validate_python(written) == value


# kind, what the file holds, code or pydantic's name of the fault, message, what is offered instead
REFUSED: tuple[tuple[str, object, str, str, str | None], ...] = (
    ("flag", "yes", "E207", "`yes` is neither `true` nor `false`", "true"),
    ("flag", "no", "E207", "`no` is neither `true` nor `false`", "false"),
    ("flag", "maybe", "E207", "`maybe` is neither `true` nor `false`", None),
    ("flag", ["true"], "E203", "this is either `true` or `false`", None),
    ("number", "9" * 13, "E207", "`9999999999999` is not a whole number", None),
    ("number", "007", "E207", "`007` is not a whole number", None),
    ("number", "-1", "E207", "`-1` is not a whole number", None),
    ("number", ["1"], "E203", "this is a whole number", None),
    ("day", "2024-01", "E301", "`2024-01` is not one day", None),
    ("day", "2024-01-08/2024-01-08", "E301", "`2024-01-08/2024-01-08` is not one day", None),
    ("day", "8 January 2024", "E301", "`8 January 2024` is not an EDTF date", "2024-01-08"),
    ("date", "", "E206", "the date is empty", None),
    ("date", ["2001", "2003"], "E203", "a date is one line of text", None),
    ("date", [["2001"]], "E203", "a date is one line of text", None),
    ("name", "One\ntwo", "E203", "this text has to fit on one line", None),
    ("title", "They met.", "E210", "a title is a noun phrase without a full stop", None),
    ("title", "会谈。", "E210", "a title is a noun phrase without a full stop", None),
    ("quote", "word " * 26, "E208", "the quotation has 26 words; at most 25 are quoted", None),
    ("summary", "They met. They spoke. They ate. They left. They slept.", "E208",
     "the summary has 5 sentences; at most 4 are read", None),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "written", "code", "message", "meant"), REFUSED, ids=repr)
def test_what_is_refused(kind: str, written: object, code: str, message: str, meant: str | None) -> None:
    """What a field cannot hold is refused in words, with what was meant where that is clear."""
    with pytest.raises(ValidationError) as error:
        TypeAdapter(KINDS[kind]).validate_python(written)

    [found] = error.value.errors()
    assert (found["type"], found["msg"], found["ctx"]["suggestion"]) == (code, message, meant)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("They met", 1), ("They met. They spoke.", 2), ("They met! Did they? They did.", 3),
     ("Lt. Gen. J. A. Smith met Gen. Li in the U.S. embassy.", 1), ("会谈举行。双方交谈。", 2)],
)  # fmt: skip
def test_sentences(text: str, count: int) -> None:
    """Sentences are counted as a reader would: ranks and initials end none."""
    assert sentences(text) == count
