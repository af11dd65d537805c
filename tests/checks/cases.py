"""Cases as text files: small records, and all that is said of them.

    ### E404 a title, before it the codes that the case is about
    @ events/2024/2024-01-08-dpct-17.yml      fields put in place of those of a file of the small record
    place: pentagom
    @@ events/registry/topics.yml             a whole file
    @- events/registry/gaps.yml               a file left out
    > path:line:column E404 the message
    >   the hint

A case without a line of `>` shows no fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.world import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "cases"
_PART = re.compile(r"^(@[@-]?) (\S.*)\n((?:(?!@|> |###).*\n)*)", re.MULTILINE)
_CODE = re.compile(r"[EW]\d{3}")


@dataclass(frozen=True)
class Case:
    """A small record with its faults."""

    title: str
    files: dict[str, str | None]
    """The files that differ from those of the small record."""
    said: list[str] = field(default_factory=list)
    """All faults in order, each as `world.said` gives it."""

    @property
    def codes(self) -> list[str]:
        """The codes that the title names."""
        return _CODE.findall(self.title)


def cases(path: Path) -> Iterator[Case]:
    """Read the cases of a file."""
    for text in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = text.partition("\n")
        faults = re.findall(r"^> (\S.*\n(?:>   .*\n)?)", rest, re.MULTILINE)
        yield Case(title, dict(_files(rest)), [fault.replace(">   ", "").rstrip() for fault in faults])


def all_cases() -> list[Case]:
    """Read the cases of all files."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


def _files(text: str) -> Iterator[tuple[str, str | None]]:
    for sign, name, lines in _PART.findall(f"{text}\n"):
        content = lines.rstrip("\n") + "\n"
        yield name, {"@": changed(content, name)[name], "@@": content, "@-": None}[sign]
