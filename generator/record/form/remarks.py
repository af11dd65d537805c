"""Comments of a file: finding them between its values, and hanging each on what it speaks of.

A comment on a line of its own belongs to what follows it in the same block, or to the block's foot where nothing
follows; one behind a value belongs to that value. So it goes along when the fields are put in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.form.tree import Branch, Member

_COMMENT = re.compile(r"#[^\n]*")
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment."""

    text: str
    """From its `#` on, without space at its end."""
    start: int
    """Where it begins, in characters from the file's start."""
    line_start: int
    """Where its line begins."""
    stands_alone: bool
    """Whether nothing stands before it on its line."""

    @property
    def column(self) -> int:
        """Its column from 0."""
        return self.start - self.line_start


def hang(text: str, root: Branch) -> list[str]:
    """Hang the comments of a file on its tree; gives those at its top, parted from the rest by an empty line."""
    found = list(remarks(text, root))
    first = root.members[0].start if root.members else len(text)
    breaks = [match.start() for match in _BLANK.finditer(text, 0, first)]
    head = [remark for remark in found if breaks and remark.start < breaks[-1]]
    for remark in found[len(head) :]:
        member = None if remark.stands_alone else _beside(root, remark)
        if member is None:
            _place(root, remark)
        else:
            member.above += [member.beside] if member.beside else []
            member.beside = remark.text
    return [remark.text for remark in head]


def remarks(text: str, root: Branch) -> Iterator[Remark]:
    """Find the comments of a file: whatever begins with `#` outside of its scalars."""
    position = 0
    for start, end, style in sorted(_spans(root)):
        yield from _between(text, position, start)
        if style in (">", "|"):  # a folded scalar has a comment behind its sign, and none below
            yield from _between(text, start, text.find("\n", start))
        position = end
    yield from _between(text, position, len(text))


def _spans(branch: Branch) -> Iterator[tuple[int, int, str]]:
    """Give start, end and style of every scalar, and of every key."""
    if branch.text is not None:
        yield branch.start, branch.end, branch.style
    for member in branch.members:
        yield member.start, member.key_end, ""
        yield from _spans(member.value)


def _between(text: str, start: int, end: int) -> Iterator[Remark]:
    for found in _COMMENT.finditer(text, start, end):
        line_start = text.rfind("\n", 0, found.start()) + 1
        alone = not text[line_start : found.start()].strip()
        yield Remark(found[0].rstrip(), found.start(), line_start, alone)


def _beside(branch: Branch, remark: Remark) -> Member | None:
    """Give the member that a comment stands behind; nothing where only a dash or a bracket stands before it."""
    before = [member for member in branch.members if member.start < remark.start]
    if not before:
        return None
    last, value = before[-1], before[-1].value
    if value.text is None:
        if value.in_brackets and remark.start >= value.end:
            return last if value.end > remark.line_start else None
        if value.members and value.members[0].start < remark.start:
            return _beside(value, remark)
    ends = [last.key_end] if last.key else []
    ends += [_visible_end(value)] if value.text is not None and value.start < remark.start else []
    is_here = any(remark.line_start < end <= remark.start for end in ends) and not value.in_brackets
    return last if is_here else None


def _visible_end(value: Branch) -> int:
    """Give where the line of a scalar ends for a comment behind it: of a folded one, behind its sign."""
    return value.start + 1 if value.style in (">", "|") else value.end


def _place(branch: Branch, remark: Remark) -> None:
    """Hang a comment on what follows it in a block, or on the foot of the block."""
    before = [member for member in branch.members if member.start < remark.start]
    after = branch.members[len(before) :]
    if before:
        last = before[-1]
        if remark.start < last.value.start and last.value.text is not None:
            last.above.append(remark.text)  # between a key and its text
            return
        if last.value.text is None and _is_inside(last.value, branch, remark):
            if last.value.members:
                _place(last.value, remark)
            else:
                last.above.append(remark.text)  # in brackets with nothing else in them
            return
    (after[0].above if after else branch.foot).append(remark.text)


def _is_inside(inner: Branch, outer: Branch, remark: Remark) -> bool:
    if inner.in_brackets:
        return remark.start < inner.end
    deep_enough = remark.column >= inner.column and remark.column > outer.column
    return remark.start < _last_start(inner) or deep_enough


def _last_start(branch: Branch) -> int:
    """Give where the last value under a branch begins."""
    return _last_start(branch.members[-1].value) if branch.members else branch.start
