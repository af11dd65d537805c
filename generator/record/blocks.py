"""Timelines in hand-written pages: fenced blocks of Markdown that ask for one in YAML.

What counts as a fence is Python-Markdown's to say, whose own pattern is used: a block inside a longer fence is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from generator.record.reading import Document, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.record.faults import Fault
    from generator.record.reading import Plain

PROSE = "content"
"""The folder of the pages that are written by hand."""
WORD = "timeline"
"""What stands behind the fence of such a block."""

_FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
_STRAY = re.compile(rf"^ {{0,3}}(?:`{{3,}}|~{{3,}})[ ]*{WORD}\b[^\n]*$", re.MULTILINE)
"""A line that looks as if such a block began there; further to the right Markdown takes it for code."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block that asks for a timeline."""

    start: int
    """Where the block begins in the text of its page, in characters."""
    end: int
    """Where it ends, behind its closing fence."""
    line: int
    """The line of its opening fence, from 1."""
    text: str
    """The lines between the fences."""


def read_prose(root: Path) -> Mapping[str, Document]:
    """Read the hand-written pages under a project's folder, by path. What cannot be read is the builder's to report."""
    found = {}
    for path in sorted((root / PROSE).rglob("*.md")):
        try:
            content = path.read_bytes() if path.is_file() else b""
        except OSError:
            continue
        text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        place = path.relative_to(root).as_posix()
        found[place] = Document(place, text)
    return found


def blocks(text: str) -> Iterator[Block]:
    """Find the timelines that a page's Markdown asks for, in their order."""
    for fence in _FENCED.finditer(text):
        if fence["lang"] == WORD:
            yield Block(fence.start(), fence.end(), text.count("\n", 0, fence.start()) + 1, fence["code"])


def strays(text: str) -> Iterator[tuple[int, str]]:
    """Find lines that look like the beginning of such a block and are none: number from 1, and text."""
    if WORD not in text:
        return
    fenced = [(fence.start(), fence.end()) for fence in _FENCED.finditer(text)]
    for line in _STRAY.finditer(text):
        if not any(start <= line.start() < end for start, end in fenced):
            yield text.count("\n", 0, line.start()) + 1, line[0]


def read_block(path: str, block: Block) -> tuple[Document, Plain, list[Fault]]:
    """Read what a block asks for: its text at the place where it stands in its page, plain value and faults.

    A block that says nothing asks for the timeline as it opens; the value is None where a fault forbids it.
    """
    text = "\n" * block.line + block.text
    if all(not line or line.startswith("#") for line in map(str.strip, block.text.split("\n"))):
        return Document(path, text), {}, []
    return read(path, text.encode())
