"""Reading a YAML file in the record's dialect: every scalar is the text that was typed.

The dialect is YAML 1.1 as libyaml parses it, less what a record has no use for: anchors and aliases,
tags, several documents, tabs in the indentation. Everything that is wrong is found with its place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from generator.record import codes
from generator.record.faults import Fault, Place
from generator.record.plain import plain_values
from generator.record.syntax import complaint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.record.faults import Code

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
_EXCERPT_LENGTH = 2000
"""Characters of a line that a fault keeps: a record's lines are shorter, those of an attack may be long."""

CODES: dict[str, Code] = {code.id: code for code in (*codes.READING, *codes.SHAPE, *codes.DATES)}

Path = tuple[str | int, ...]
"""The way to a value: field names and list positions, from the top of a file."""
Plain = Any
"""A value as typed: text, a list of values, or a dict from text to values."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\r|\n")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_INVISIBLE_RUN = re.compile(rf"({INVISIBLE.pattern})\1*")
_MARK = "\ufeff"
"""The byte order mark."""
_TAB_INDENT = re.compile(r"^[ ]*\t")
_MOST_ALIKE = 20
"""How many faults of one kind in YAML are listed for a file: a binary file would give thousands."""
_KEPT = 16
"""How many files are kept parsed while their faults are placed."""
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
_CHOOSE = "Keep what is right of both sides, and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`."


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a text: lines and columns from 0, the end behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Node:
    """A value with its place; `children` hold key and value of a mapping, or the items of a list."""

    span: Span
    value: str | None = None
    """The text of a scalar; absent for lists and mappings."""
    keys: dict[str, Node] | None = None
    """The keys of a mapping, with their own places; absent for scalars and lists."""
    items: dict[str | int, Node] = field(default_factory=dict)
    """The values: by key in a mapping, by position in a list."""

    def plain(self) -> Plain:
        """Give the value without places."""
        if self.value is not None:
            return self.value
        if self.keys is None:
            return [item.plain() for item in self.items.values()]
        return {str(key): item.plain() for key, item in self.items.items()}


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the record as text, from which places are found again when a fault needs them."""

    path: str
    """POSIX path relative to the project's root."""
    text: str

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Find where a value stands, or its key; where the path ends early, its deepest part that is there."""
        node = compose(self)[0]
        span = Span(0, 0, 0, 0)
        for step in path:
            if node is None or step not in node.items:
                break
            span = node.keys[str(step)].span if key and node.keys else node.items[step].span
            node = node.items[step]
        return self.at(span)

    def fault(  # noqa: PLR0913  a fault has parts
        self, code: Code, path: Path, message: str, hint: str = "", *, key: bool = False, suggestion: str | None = None
    ) -> Fault:
        """Make a fault about the value at a path, with its place and its line."""
        return self.fault_at(code, self.place(path, key=key), message, hint, suggestion=suggestion)

    def fault_at(
        self, code: Code, place: Place, message: str, hint: str = "", *, suggestion: str | None = None
    ) -> Fault:
        """Make a fault about a place in this file, with its line."""
        return Fault(code, place, message, hint or code.mend, self.line(place.line), suggestion)

    def within(self, path: Path, snippet: str, occurrence: int = 0) -> Place:
        """Find a snippet inside the value at a path: the value's own place where folding has hidden it.

        `occurrence` counts from 0 where the value holds the snippet several times.
        """
        place = self.place(path)
        lines = _lines(self.text)
        left = occurrence
        for number in range(place.line, min(place.end_line, len(lines)) + 1):
            line = lines[number - 1][: place.end_column - 1] if number == place.end_line else lines[number - 1]
            column = line.find(snippet, place.column - 1 if number == place.line else 0)
            while snippet and column >= 0:
                if left == 0:
                    return Place(self.path, number, column + 1, number, column + 1 + len(snippet))
                left -= 1
                column = line.find(snippet, column + len(snippet))
        return place

    def line(self, number: int) -> str:
        """Give a line by its number from 1, shortened, with invisible characters made visible."""
        lines = _lines(self.text)
        if not 1 <= number <= len(lines):
            return ""
        return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", lines[number - 1][:_EXCERPT_LENGTH])

    def at(self, span: Span) -> Place:
        """Give the place of a span; one that libyaml ends at the margin below it ends with its own last line."""
        line, column = span.end_line, span.end_column
        if column == 0 and line > span.line:
            lines = _lines(self.text)[:line]
            line -= 1
            while line > span.line and not lines[line].strip():
                line -= 1
            column = len(lines[line])
        return Place(self.path, span.line + 1, span.column + 1, line + 1, column + 1)


def read(path: str, content: bytes) -> tuple[Document, Plain, list[Fault]]:
    """Read a file's bytes into text, plain value and faults; the value is None where a fault forbids it.

    A byte order mark forbids nothing: the text is what stands behind it.
    """
    if len(content) > MAX_BYTES:
        document = Document(path, "")
        return document, None, [_fault(document, "E109", f"the file is larger than {MAX_BYTES // 1024} KiB")]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    document = Document(path, text.removeprefix(_MARK))
    marked = [_fault(document, "E102", "the file begins with a byte order mark")] if text.startswith(_MARK) else []
    faults = [*_invisible(document), *_tabs(document)]
    if faults:
        return document, None, [*marked, *faults]
    plain = plain_values(document.text, MAX_DEPTH)
    if plain is not None:
        return document, plain, marked
    node, faults = compose(document)
    return document, node.plain() if node and not faults else None, [*marked, *faults]


@lru_cache(maxsize=_KEPT)
def compose(document: Document) -> tuple[Node | None, list[Fault]]:
    """Parse a file's text into nodes with places; every fault that does not hinder parsing is found."""
    composer = _Composer(document)
    try:
        node = composer.compose()
    except yaml.YAMLError as error:
        return None, [*composer.faults, _syntax_fault(document, error)]
    except _TooDeep:
        return None, composer.faults
    return node, composer.faults


class _TooDeep(Exception):  # noqa: N818  it is caught in this module and ends a recursion
    pass


class _Composer:
    """Builds nodes from libyaml's events, collecting faults on the way."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.found: Counter[str] = Counter()
        self.events: Iterator[Any] = yaml.parse(document.text, Loader=_LOADER)

    def compose(self) -> Node | None:
        """Read the first document of the stream and refuse any further one."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._fault("E108", _span(event), "a second document begins here", self._after(event))
                    break
                root = self._value(next(self.events), 0)
        if root is None or root.value == "":
            self.faults.append(_fault(self.document, "E111", "the file is empty"))
            return None
        return root

    def _value(self, event: Any, depth: int) -> Node:  # noqa: ANN401  PyYAML's events have no types
        span = _span(event)
        self._refuse_extras(event, span)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if depth >= MAX_DEPTH:
                self._fault("E110", span, f"nested more than {MAX_DEPTH} levels deep")
                raise _TooDeep
            node = Node(span)
            fill: Callable[[Node, int], None] = (
                self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence
            )
            fill(node, depth + 1)
            return node
        return Node(span, getattr(event, "value", ""))

    def _mapping(self, node: Node, depth: int) -> None:
        keys: dict[str, Node] = {}
        node.keys = keys
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                self._close(node, event)
                return
            key = self._value(event, depth)
            value = self._value(next(self.events), depth)
            self._keep(node, keys, key, value)

    def _keep(self, node: Node, keys: dict[str, Node], key: Node, value: Node) -> None:
        if key.value is None:
            self._fault("E203", key.span, "a list or mapping stands where a field's name belongs")
        elif key.value in keys:
            first = keys[key.value].span.line + 1
            self._fault("E105", key.span, f"`{key.value}` is written twice; the first is on line {first}")
        else:
            keys[key.value] = key
            node.items[key.value] = value

    def _sequence(self, node: Node, depth: int) -> None:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._close(node, event)
                return
            node.items[len(node.items)] = self._value(event, depth)

    def _close(self, node: Node, event: Any) -> None:  # noqa: ANN401  PyYAML's events have no types
        start = node.span
        node.span = Span(start.line, start.column, event.end_mark.line, event.end_mark.column)

    def _refuse_extras(self, event: Any, span: Span) -> None:  # noqa: ANN401  PyYAML's events have no types
        if isinstance(event, yaml.AliasEvent):
            self._fault("E106", span, f"`*{event.anchor}` is an alias")
        elif event.anchor:
            self._fault("E106", span, f"`&{event.anchor}` is an anchor")
        if getattr(event, "tag", None):
            self._fault("E107", span, f"`{event.tag.replace('tag:yaml.org,2002:', '!!')}` is a tag")
        found = INVISIBLE.search(event.value) if isinstance(event, yaml.ScalarEvent) else None
        if found:
            self._fault("E113", span, f"an escape stands for the invisible character U+{ord(found[0]):04X}")

    def _after(self, event: Any) -> str:  # noqa: ANN401  PyYAML's events have no types
        """Say how a line `---` is mended behind which nothing stands, as one that closes a front matter."""
        is_last = not any(line.strip() for line in _lines(self.document.text)[event.start_mark.line + 1 :])
        return "Remove the line." if is_last else ""

    def _fault(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self.found[code] += 1
        if self.found[code] <= _MOST_ALIKE:
            self.faults.append(self.document.fault_at(CODES[code], self.document.at(span), message, hint))


def _span(event: Any) -> Span:  # noqa: ANN401  PyYAML's events have no types
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


@lru_cache(maxsize=_KEPT)
def _lines(text: str) -> list[str]:
    return _LINE_END.split(text)


def _fault(document: Document, code: str, message: str, where: tuple[int, int, int] = (1, 1, 0)) -> Fault:
    """Make a fault at a line and column, from 1, of a length."""
    line, column, length = where
    return document.fault_at(CODES[code], Place(document.path, line, column, line, column + length), message)


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> tuple[Document, None, list[Fault]]:
    before = content[: error.start].decode("utf-8")
    lines = _lines(before)
    document = Document(path, content.decode("utf-8", errors="replace"))
    message = f"byte 0x{content[error.start]:02X} is not UTF-8"
    return document, None, [_fault(document, "E101", message, (len(lines), len(lines[-1]) + 1, 1))]


def _invisible(document: Document) -> Iterator[Fault]:
    if INVISIBLE.search(document.text):
        for number, column, found in islice(_matches(document, _INVISIBLE_RUN), _MOST_ALIKE):
            message = f"U+{ord(found[0]):04X} is a control or invisible character"
            yield _fault(document, "E113", message, (number, column, len(found)))


def _tabs(document: Document) -> Iterator[Fault]:
    if "\t" in document.text:
        for number, column, found in islice(_matches(document, _TAB_INDENT), _MOST_ALIKE):
            place = column + len(found) - 1
            yield _fault(document, "E103", "a tab stands in the indentation", (number, place, 1))


def _matches(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Give line and column, from 1, and text of each match."""
    for number, line in enumerate(_lines(document.text), 1):
        for found in pattern.finditer(line):
            yield number, found.start() + 1, found[0]


def _syntax_fault(document: Document, error: yaml.YAMLError) -> Fault:
    conflict = _CONFLICT.search(document.text)
    if conflict:
        return document.fault_at(CODES["E104"], _place_of(document, conflict), "git has left a conflict here", _CHOOSE)
    line, column, problem, hint = complaint(_lines(document.text), error)
    place = Place(document.path, line + 1, column + 1, line + 1, column + 2)
    return document.fault_at(CODES["E104"], place, f"not YAML from here on: {problem}", hint)


def _place_of(document: Document, found: re.Match[str]) -> Place:
    line = document.text.count("\n", 0, found.start()) + 1
    return Place(document.path, line, 1, line, len(found[0]) + 1)
