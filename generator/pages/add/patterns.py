"""Patterns of the checks, written as JavaScript reads them, so that no script has a pattern of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.checks import addresses, hosts, ids, markdown
from generator.record import dates, fields, reading
from generator.record.form import scalars
from generator.views import guesses

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPACE = re.compile(r"(\[(?:\\.|[^\]\\])*\])|\s+|#[^\n]*")
"""What the verbose form of a pattern leaves out: space and comments, but not inside a class of characters."""
_FLAGS = {re.MULTILINE: "m", re.DOTALL: "s", re.IGNORECASE: "i"}
_BASIC = 0xFFFF


class Script(NamedTuple):
    """A pattern as the constructor `RegExp` takes it."""

    source: str
    flags: str


def patterns() -> Mapping[str, Script | list[Script]]:
    """Give the patterns by the names under which the scripts know them."""
    return {
        "id": scripted(ids.WELL_FORMED), "invisible": scripted(reading.INVISIBLE),
        "sentence": scripted(fields.SENTENCE_END), "abbreviation": scripted(fields.ABBREVIATION),
        "plain": scripted(dates.PLAIN), "qualified": scripted(dates.QUALIFIED),
        "literal": scripted(markdown.LITERAL), "image": scripted(markdown.IMAGES),
        "target": scripted(markdown.TARGET), "tag": scripted(markdown.TAG), "block": scripted(markdown.BLOCKS),
        "unsafe": scripted(addresses.UNSAFE), "tracker": scripted(addresses.TRACKERS),
        "holds": scripted(addresses.HOLDS_ANOTHER), "number": scripted(hosts.NUMBER), "host": scripted(hosts.NAME),
        "other": [scripted(pattern) for pattern in scalars.other_readings()],
        "day": scripted(guesses.DAY), "language": scripted(re.compile(fields.LANGUAGE)),
    }  # fmt: skip


def scripted(pattern: re.Pattern[str]) -> Script:
    """Give a pattern of Python in the words of JavaScript, as far as the patterns here go."""
    source = pattern.pattern
    if pattern.flags & re.VERBOSE:
        source = _SPACE.sub(lambda found: found[1] or "", source)
    source = source.replace("(?P<", "(?<").replace(r"\A", r"(?<![\s\S])")
    flags = "".join(letter for flag, letter in _FLAGS.items() if pattern.flags & flag)
    return Script(source, flags + ("u" if any(ord(letter) > _BASIC for letter in source) else ""))
