"""What can be wrong with a record, as values.

A fault is never raised: reading goes on and collects every one, and the commands decide what is
printed and which exit code follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault weighs: an error stops a build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault under a stable name, with the text of its reference page."""

    id: str
    """The family's letter and three digits, such as `E301`; never used again for something else."""
    title: str
    """What is wrong, in a few words without a full stop."""
    why: str
    """Why the record refuses it: one or two sentences."""
    mend: str
    """How to put it right: one or two sentences."""
    wrong: str
    """A few lines of YAML that show the fault; empty where lines of text cannot show it."""
    right: str
    """The same lines mended; empty together with `wrong`."""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of text in a file. Lines and columns count from 1, columns in characters."""

    path: str
    """POSIX path relative to the project's root."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    """The first column behind the span."""

    def __str__(self) -> str:
        """Give the form that editors and terminals turn into a link: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, where it stands, and how to mend it."""

    code: Code
    place: Place
    message: str
    """What was found and what was expected: a sentence without a full stop at its end."""
    hint: str = ""
    """How to mend this very fault, the nearest known word included; empty where the message says it."""
    excerpt: str = ""
    """The line of the file on which the fault begins; empty where the file has no such line."""
    suggestion: str | None = None
    """Text to write over the place as it is, where one is certain enough to be offered."""

    @property
    def severity(self) -> Severity:
        """The weight that the code gives to every fault of its kind."""
        return self.code.severity


def in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Sort faults by file, line, column, code and words, and leave out repetitions."""
    unique = dict.fromkeys(faults)
    return tuple(sorted(unique, key=lambda one: (one.place, one.code.id, one.message, one.hint, one.suggestion or "")))
