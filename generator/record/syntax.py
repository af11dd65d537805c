"""What libyaml complains of: where a person would mend it, and how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml

_BEGUN_EARLIER = re.compile(
    r"expected ',' or|unexpected end of stream|could not find expected ':'|expected alphabetic or numeric"
)
"""Complaints of what libyaml notices late: they are mended where the bracket, the quotation or the line began."""
_NESTED = re.compile(r"did not find expected (?:key|'-' indicator)")
_FIELD = re.compile(r"[ ]*(?:- +)*[\w-]+")
_UNSPACED = re.compile(r"[ ]*(?:- +)*[\w-]+:[^\s:/]")
_LEADING = re.compile(r"[ ]*(?:- +)*")
_LOOKALIKES = {
    "\u00a0": "A no-break space stands in this line: type a plain one.",
    "\u3000": "A wide space stands in this line: type a plain one.",
    "\uff1a": "Behind the name of a field stand a plain `:` and a space, not the wide `：`.",
}
"""Characters that look like those of YAML and are none, as a phone or another script's keyboard types them."""
_IN_QUOTES = "needs quotes around it, or `>-` and a line of its own."
_CLOSED = f"Nothing follows a closing quotation mark or bracket. A text that begins with one {_IN_QUOTES}"
_HINTS = (
    ("mapping values are not allowed", f"A text with `: ` in it {_IN_QUOTES}"),
    (
        "block sequence entries are not allowed",
        f"A list begins on a new line. A text that begins with `- ` {_IN_QUOTES}",
    ),
    ("cannot start any token", "A text that begins with this character needs quotes around it."),
    ("did not find expected node content", "A text that begins with this character needs quotes around it."),
    ("expected alphabetic or numeric character", f"A text that begins with `*` or `&` {_IN_QUOTES}"),
    ("did not find expected ',' or ']'", "A list in brackets is not closed."),
    ("did not find expected ',' or '}'", "A mapping in braces is not closed."),
    ("unexpected end of stream", "A quotation mark or bracket is not closed."),
    ("unknown escape character", "Use single quotes: between double ones a `\\` is written twice."),
    ("expected comment or line break", "Behind `>-` or `|` the text begins on the next line."),
    ("expected directive name", "A text that begins with `%` needs quotes around it."),
    ("block collections are not allowed", "Begin the list or mapping on a new line."),
)


class Complaint(NamedTuple):
    """A place in a text, line and column from 0, what libyaml says of it, and how it is mended if that is known."""

    line: int
    column: int
    problem: str
    hint: str


def complaint(lines: Sequence[str], error: yaml.YAMLError) -> Complaint:
    """Give the place, the words and the hint of an error of syntax."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "context", None) or "the text cannot be read")
    if begun and (mark is None or _BEGUN_EARLIER.search(problem)):
        mark = begun
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):  # libyaml ends a file without a last line end below it
        line, column = len(lines) - 1, len(lines[-1])
    return Complaint(line, column, problem, _hint(lines, line, column, problem))


def _hint(lines: Sequence[str], line: int, column: int, problem: str) -> str:
    before = lines[line][:column]
    is_field = "mapping values" in problem and _FIELD.fullmatch(before) is not None
    if is_field or "could not find expected ':'" in problem:
        near = "".join(lines[max(0, line - is_field) : line + 1])
        lookalike = next((hint for sign, hint in _LOOKALIKES.items() if sign in near), None)
        if lookalike or not is_field:
            return lookalike or _no_field(lines[line])
        return f"{_misplaced(lines, line)} {_hint_of(problem)}".lstrip()
    if _NESTED.search(problem):
        return _misplaced(lines, line) if _LEADING.fullmatch(before) else _CLOSED
    return _hint_of(problem)


def _hint_of(problem: str) -> str:
    return next((hint for part, hint in _HINTS if part in problem), "")


def _no_field(line: str) -> str:
    """Say what a line lacks that is neither a field nor in the text of one."""
    if _UNSPACED.match(line):
        return "A space is missing behind the `:`."
    return "A field is `name: value`. A line that goes on with a text is indented further than the name of its field."


def _misplaced(lines: Sequence[str], line: int) -> str:
    """Say in which columns the lines begin in which this one could belong, where it begins in none of them."""
    own, columns = _begins(lines[line])[0], list[int]()
    for above in reversed(lines[:line]):
        columns += [column for column in reversed(_begins(above)) if not columns or column < columns[-1]]
    if own in columns or not columns:
        return ""
    *further, nearest_margin = map(str, columns)
    told = f"columns {', '.join(further)} and {nearest_margin}" if further else f"column {nearest_margin}"
    return f"It begins in column {own}, the lines above in {told}: what belongs together begins in the same."


def _begins(line: str) -> list[int]:
    """Give the columns, from 1, in which the dash of a list and what it stands before begin; none of an empty line."""
    leading = _LEADING.match(line)
    if not leading or leading.end() == len(line) or line[leading.end()] == "#":
        return []
    dashes = [at + 1 for at, sign in enumerate(leading[0]) if sign == "-"]
    return [*dashes, leading.end() + 1]
