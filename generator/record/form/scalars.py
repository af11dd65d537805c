"""Writing a text as a YAML scalar: plain where every reader takes it for the text it is, else quoted, else folded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml

WIDTH = 100
"""Columns of a line of prose."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SIMPLE = re.compile(r"[A-Za-z\u4e00-\u9fff](?:[A-Za-z0-9\u4e00-\u9fff,./() _-]*[A-Za-z0-9\u4e00-\u9fff.)])?")
"""Texts that need no parser to be known as plain outside of brackets."""
_BREAK = re.compile(r"(?<=\S) (?=\S)")
"""Where a line may end: a single space, for a fold reads as one."""
FOLDABLE = re.compile(r"[^\s].*(?:\n+[^\s].*)*")
"""Texts that a folded scalar can hold: each line begins with what is no space."""
_CONTROL = re.compile(r"[\n\r\t]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_NUMBERS = re.compile(r"0o[0-7]+|[-+]?(?:\.inf|\.nan)", re.IGNORECASE)
"""What YAML 1.2 reads as a number and YAML 1.1 does not."""
_RESOLVER: Any = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"


def other_readings() -> tuple[re.Pattern[str], ...]:
    """Give what some reader of YAML takes for something else than a text: truth values, numbers, days, nothing."""
    found = {pattern: None for ways in _RESOLVER.yaml_implicit_resolvers.values() for _, pattern in ways}
    return (_NUMBERS, *found)


@lru_cache(maxsize=4096)
def one_line(text: str, context: str, *, as_text: bool = False) -> str:
    """Write a text on one line: plain, else in single quotes; in double ones where it has breaks or tabs.

    `context` is the line that it stands in, with `@` in its place: `k: @`, `@: x`, `- @`, `[@]`. With `as_text` a
    text that some reader of YAML takes for a number, a day, a truth value or nothing is quoted, too.
    """
    if not (as_text and _means_something_else(text)) and _is_plain(text, context):
        return text
    if _CONTROL.search(text):
        return f'"{text.translate(_ESCAPES)}"'
    return "'" + text.replace("'", "''") + "'"


def can_fold(text: str) -> bool:
    """Tell whether a folded scalar without an indicator of indentation can hold a text."""
    return FOLDABLE.fullmatch(text) is not None and _has_whole_lines(text)


def can_stand(text: str) -> bool:
    """Tell whether a literal scalar without an indicator of indentation can hold a text."""
    return not text[:1].isspace() and not text.endswith("\n") and _has_whole_lines(text)


def folded(text: str, room: int) -> list[str]:
    """Give the lines of a folded scalar, each as long as the room allows; the end of a paragraph is an empty line."""
    paragraphs = re.split(r"(\n+)", text)
    lines: list[str] = []
    for number, part in enumerate(paragraphs):
        lines += [""] * len(part) if number % 2 else _filled(part, room)
    return lines


def _filled(paragraph: str, room: int) -> list[str]:
    lines: list[str] = []
    for word in _BREAK.split(paragraph):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _has_whole_lines(text: str) -> bool:
    """Tell whether no line of a text ends with what nobody would see."""
    return bool(text) and "\r" not in text and not any(line.endswith((" ", "\t")) for line in text.split("\n"))


def _means_something_else(text: str) -> bool:
    return bool(_NUMBERS.fullmatch(text)) or _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) != _TEXT


def _is_plain(text: str, context: str) -> bool:
    """Tell whether a text without quotes is read as itself in its line."""
    if not context.startswith("[") and _SIMPLE.fullmatch(text):
        return True
    if "\n" in text or "\r" in text:
        return False
    try:
        line = context.replace("@", text)
        found, sample = (yaml.compose(one, Loader=_LOADER) for one in (line, context.replace("@", "t")))
    except yaml.YAMLError:
        return False
    return _values(found) == [text if value == "t" else value for value in _values(sample)]


def _values(node: yaml.Node | None) -> list[str]:
    """Give the scalars under a node, each with what encloses it, so that a list is no text."""
    if isinstance(node, yaml.MappingNode):
        return [value for pair in node.value for part in pair for value in _values(part)]
    if isinstance(node, yaml.SequenceNode):
        return [value for part in node.value for value in _values(part)]
    return [node.value] if isinstance(node, yaml.ScalarNode) else []
