"""The report for people: each fault with its line, a caret under its place, and the way to mend it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from generator.record.faults import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.faults import Code, Fault

_WIDTH = 100
"""How much of a line is shown, in columns of a terminal."""
_LEAD = 30
"""How much of a long line is shown before the place of the fault."""


def text_report(faults: Sequence[Fault], events: int) -> str:
    """Write all faults for a terminal, and their number at the end; `events` is the number of events read."""
    if not faults:
        return f"No fault found in {counted(events, 'event')}.\n"
    return "\n".join([*map(_fault, faults), summary(faults) + "\n"])


def summary(faults: Sequence[Fault]) -> str:
    """Count faults in one sentence: `3 faults in 2 files: 2 errors, 1 warning. For 1 the right text is known.`."""
    known = sum(fault.suggestion is not None for fault in faults)
    return tally(faults) + (f" For {known} the right text is known." if known else "")


def tally(faults: Sequence[Fault]) -> str:
    """Count faults: `3 faults in 2 files: 2 errors, 1 warning.`."""
    files = len({fault.place.path for fault in faults})
    weights = Counter(fault.severity for fault in faults)
    parts = ", ".join(counted(weights[severity], severity) for severity in Severity if weights[severity])
    return f"{counted(len(faults), 'fault')} in {counted(files, 'file')}: {parts}."


def explained(code: Code) -> str:
    """Write what a code stands for: what, why, how to mend it, an example."""
    parts = [f"{code.id} {code.title} ({code.severity})", code.why, code.mend]
    if code.wrong:
        parts += [f"Wrong:\n{_indented(code.wrong)}", f"Right:\n{_indented(code.right)}"]
    return "\n\n".join(parts)


def shown_width(text: str) -> int:
    """Give the columns that a text takes on a terminal: wide characters two, combining ones none (UAX 11)."""
    return sum(_columns(character) for character in text)


def counted(number: int, noun: str) -> str:
    """Say a number of things: `1 event`, `1,015 events`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _fault(fault: Fault) -> str:
    lines = [f"{fault.place}: {fault.severity} {fault.code.id} {fault.message}"]
    margin = len(str(fault.place.line)) + 2
    if fault.excerpt.strip():
        shown, before, width = _excerpt(fault)
        lines.append(f"{fault.place.line:>{margin}} | {shown}")
        lines.append(f"{'':>{margin}} | {'':{before}}{'^' * width}")
    if fault.hint:
        lines.append(f"{'':>{margin}} = {fault.hint}")
    return "\n".join(lines) + "\n"


def _excerpt(fault: Fault) -> tuple[str, int, int]:
    """Give the part of the line to show, the columns before the place in it, and the columns of the place."""
    line, place = fault.excerpt.replace("\t", "→"), fault.place
    start = min(place.column - 1, len(line))
    end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line.rstrip())
    cut = start - _LEAD if shown_width(line) > _WIDTH and start > _LEAD else 0
    shown, left = _fitting(line[cut:]), "…" if cut else ""
    before = len(left) + shown_width(line[cut:start])
    wide = shown_width(line[start : min(end, cut + len(shown))])
    right = "…" if cut + len(shown) < len(line) else ""
    return f"{left}{shown}{right}", before, max(1, wide)


def _fitting(text: str) -> str:
    """Cut a text to what fits on the line."""
    width = 0
    for number, character in enumerate(text):
        width += _columns(character)
        if width > _WIDTH:
            return text[:number]
    return text


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
