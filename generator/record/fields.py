"""The types of the record's fields: texts with their room, dates, words, numbers.

Each refuses a value with an error whose type is the code of a fault (see codes.py), so that the fault
keeps its hint on the way through pydantic.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.record.dates import Edtf, EdtfError, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9\u4e00-\u9fff]|$)|[。！？]")
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Gen|Adm|Col|Lt|Maj|Brig|Mr|Mrs|Ms|Dr|St|No|Rep|Sen|Gov|vs|approx|U\.S|D\.C)\.(?=\s)"
)
_TRUE = ("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y")
_FALSE = ("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N")
"""What YAML readers of different age take for a truth value (YAML 1.1, 10.2.4)."""
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$"
"""What a code of BCP 47 looks like, as far as the record needs them."""
MOST_SENTENCES = 4
MOST_WORDS = 25


class _Uncounted(set[str]):
    """What every shape has in the place of pydantic's account of which of its fields were written: always empty."""

    def __copy__(self) -> Self:
        """Give the same for a copy of the shape."""
        return self

    def update(self, *others: Iterable[str]) -> None:
        """Take nothing."""


_UNCOUNTED = _Uncounted()
_USUAL_ROOM = 30
"""For so many names Python leaves room in the first of a kind."""


@cache
def _names(model: type[Shape]) -> dict[str, Any]:
    """Give what has the names of a model's fields, and holds nothing: its copies all have their names of it.

    Python leaves room in them for names that others of a kind may have, and less with each that has none.
    """
    kind = type(model.__name__, (), {})
    named = kind()
    for name in model.model_fields:
        setattr(named, name, None)
    for _ in range(_USUAL_ROOM):
        kind()
    names: dict[str, Any] = vars(named)
    return names


class Shape(BaseModel):
    """A mapping of the record: frozen, with no field beyond those declared."""

    # What reads a kind of entry is built when the first of that kind is read: a check after one change reads few.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401  pydantic's
        """Leave out which fields were written: nobody asks, and that takes a third of a record's room.

        The names of the fields are kept once for a model, as Python does it for objects but pydantic does not: each of
        its mappings has them all again, which takes another sixth.
        """
        del context
        self.__setstate__(vars(self))

    def __getstate__(self) -> dict[str, Any]:
        """Give all that is kept of it: the values of its fields."""
        return vars(self)

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take the values of its fields."""
        held = _names(type(self)).copy()
        held.update(state)
        object.__setattr__(self, "__dict__", held)
        object.__setattr__(self, "__pydantic_fields_set__", _UNCOUNTED)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


def fault(code: str, message: str, hint: str = "", suggestion: str | None = None) -> PydanticCustomError:
    """Make the error that a validator raises for a fault."""
    # pydantic fills braces in the template from the context, so a text with braces goes in as a value
    context = {"message": message, "hint": hint, "suggestion": suggestion}
    return PydanticCustomError(code, "{message}", context)


def _to_edtf(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    """Read an EDTF expression; `[a..b]` without quotes is a YAML list of one text, and meant as typed."""
    if isinstance(value, Edtf):
        return value
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        value = f"[{value[0]}]"
    if not isinstance(value, str):
        raise fault("E203", "a date is one line of text")
    if not value:
        raise fault("E206", "the date is empty")
    try:
        return parse_edtf(value)
    except EdtfError as error:
        raise fault(error.code, error.message, error.hint, error.suggestion) from None


def _to_day(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    if isinstance(value, date):
        return value
    parsed: Edtf = _to_edtf(value)
    if not parsed.is_day:
        raise fault("E301", f"`{parsed.text}` is not one day", "Write the day in full, such as 2024-01-08.")
    return parsed.anchor


def _to_flag(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    if not isinstance(value, str):
        raise fault("E203", "this is either `true` or `false`")
    meant = "true" if value in _TRUE else "false" if value in _FALSE else None
    hint = f"Write `{meant}`." if meant else ""
    raise fault("E207", f"`{value}` is neither `true` nor `false`", hint, meant)


def _to_number(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
        return int(value)
    if not isinstance(value, str):
        raise fault("E203", "this is a whole number")
    hint = "Write at most twelve digits, without a leading zero, point, comma or exponent."
    raise fault("E207", f"`{value}` is not a whole number", hint)


def _to_list(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    return [value] if isinstance(value, str) else value


def _once(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    """Give of equal texts the same: most ids are written many times."""
    return sys.intern(value) if type(value) is str else value


def _stripped(value: Any) -> Any:  # noqa: ANN401  whatever the file holds
    return value.strip() if isinstance(value, str) else value


def _no_full_stop(text: str) -> str:
    if text.endswith((".", "。")) and not text.endswith(("..", "D.C.", "U.S.", "Jr.", "Sr.")):
        raise fault("E210", "a title is a noun phrase without a full stop")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        hint = "Use `>-`, without a blank line in it, where it needs several lines in the file."
        raise fault("E203", "this text has to fit on one line", hint)
    return text


def _few_sentences(text: str) -> str:
    count = sentences(text)
    if count > MOST_SENTENCES:
        message = f"the summary has {count} sentences; at most {MOST_SENTENCES} are read"
        raise fault("E208", message, "Move details into the accounts.")
    return text


def _few_words(text: str) -> str:
    count = len(text.split())
    if count > MOST_WORDS:
        raise fault("E208", f"the quotation has {count} words; at most {MOST_WORDS} are quoted")
    return text


def is_stripped(marks: Iterable[object]) -> bool:
    """Tell by the marks of a type whether the space around its text counts for nothing."""
    return any(isinstance(mark, BeforeValidator) and mark.func is _stripped for mark in marks)


def sentences(text: str) -> int:
    """Count the sentences of a text, roughly as a reader would: initials and ranks do not end one."""
    return max(1, len(SENTENCE_END.findall(ABBREVIATION.sub("", text.strip()))))


Text = Annotated[str, Field(min_length=1), BeforeValidator(_stripped)]
"""A text of a field whose length nothing limits but the file's."""
Note = Annotated[str, Field(min_length=1, max_length=300), BeforeValidator(_stripped), AfterValidator(_one_line)]
Name = Annotated[str, Field(min_length=1, max_length=120), BeforeValidator(_stripped), AfterValidator(_one_line)]
Headline = Annotated[str, Field(min_length=1, max_length=300), BeforeValidator(_stripped), AfterValidator(_one_line)]
"""The title of a document, as long as its publisher has made it."""
Title = Annotated[
    str,
    Field(min_length=1, max_length=90),
    BeforeValidator(_stripped),
    AfterValidator(_one_line),
    AfterValidator(_no_full_stop),
]
Label = Annotated[str, Field(min_length=1, max_length=28), BeforeValidator(_stripped), AfterValidator(_one_line)]
LaneLabel = Annotated[str, Field(min_length=1, max_length=22), BeforeValidator(_stripped), AfterValidator(_one_line)]
Summary = Annotated[
    str, Field(min_length=1, max_length=1200), BeforeValidator(_stripped), AfterValidator(_few_sentences)
]
Prose = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(_stripped)]
Quote = Annotated[str, Field(min_length=1, max_length=300), BeforeValidator(_stripped), AfterValidator(_few_words)]
Url = Annotated[str, Field(min_length=1, max_length=2000, json_schema_extra={"format": "uri"})]
Id = Annotated[str, Field(min_length=1, max_length=120, json_schema_extra={"format": "id"}), BeforeValidator(_once)]
"""A reference: the checks look it up, so that an unknown one is named with its nearest neighbour."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(_to_list)]
"""References, where one alone may stand without brackets."""
_EXAMPLES = ["2024-01-08", "2024-01-08/2024-01-09", "2023-11", "[..2023-11-15]", "2023-11~"]
Date = Annotated[
    Edtf,
    BeforeValidator(_to_edtf),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": "string",
            "format": "edtf",
            "description": "EDTF, levels 0 and 1, and sets `[a..b]`",
            "examples": _EXAMPLES,
        }
    ),
]
Day = Annotated[date, BeforeValidator(_to_day), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(_to_flag)]
Number = Annotated[int, BeforeValidator(_to_number)]
Language = Annotated[str, Field(pattern=LANGUAGE)]
