"""The canonical form of a file, and the proof that it says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.record.form.outline import Holds, Outline, outline_of_file
from generator.record.form.remarks import hang
from generator.record.form.tree import Branch, Member, grown, parsed
from generator.record.form.writing import lines
from generator.record.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.record.reading import Path, Plain

MODELINE = "# yaml-language-server: $schema="
"""The comment that tells editors which schema a file follows."""

_LINE_ENDS = re.compile(r"\r\n|\r")


class FormError(Exception):
    """A file cannot be written in the canonical form without reading differently: nothing must be written."""


def canonical(path: str, content: str, cleaned: Callable[[str], str] = str, *, modeline: str | None = None) -> str:
    """Write a file of the record anew: fields in order, quotes and lines as everywhere, comments kept.

    `content` is read without a fault of the reading (E1). `cleaned` is applied to web addresses. `modeline` is the
    address of a schema to name at the top, nothing to name none; where it is absent, a modeline stays as it is.
    Raises FormError where the result would not be read as the same values, which is a bug.
    """
    head, root = _with_comments(content)
    outline = outline_of_file(path)
    tidied = _tidied(root, outline, cleaned)
    comments = [*head, *_top(tidied)]
    models = [comment for comment in comments if comment.startswith(MODELINE)]
    if modeline is not None:
        models = [MODELINE + modeline] if modeline else []
    above = [*models[:1], *(comment for comment in comments if not comment.startswith(MODELINE))]
    return _proved(path, "".join(f"{line}\n" for line in (*above, *lines(tidied, outline))), tidied)


def with_text(path: str, content: str, way: Path, name: str, text: str) -> str:
    """Add a field with a text to the mapping at a way in a file, and write the file in the canonical form.

    `content` is read without a fault, and the mapping has no such field. Raises FormError as `canonical`.
    """
    head, root = _with_comments(canonical(path, content))
    found = root
    for step in way:
        if isinstance(step, str) or not found.keyed:  # a list of one may be left out
            found = next(m.value for n, m in enumerate(found.members) if step == (m.key if found.keyed else n))
    found.members.append(Member(Branch(text=text), name))
    outline = outline_of_file(path)
    tidied = _tidied(root, outline, str)
    return _proved(path, "".join(f"{line}\n" for line in (*head, *lines(tidied, outline))), tidied)


def _with_comments(content: str) -> tuple[list[str], Branch]:
    """Give the comments at the head of a file, and its values with the others."""
    text = _LINE_ENDS.sub("\n", content)
    root = parsed(text)
    return hang(text, root), root


def file_of(path: str, plain: Plain) -> str:
    """Write a file of the record from plain values. Raises FormError as `canonical`."""
    outline = outline_of_file(path)
    root = _tidied(grown(plain, outline), outline, str)
    return _proved(path, "".join(f"{line}\n" for line in lines(root, outline)), root)


def _proved(path: str, written: str, root: Branch) -> str:
    _, plain, _ = read(path, written.encode())
    if plain != root.plain():
        raise FormError(f"{path} cannot be brought into form without a change of what it says")
    return written


def _top(root: Branch) -> list[str]:
    """Take the modeline away from the first field, which may not stay the first."""
    found = []
    for member in root.members:
        found += [comment for comment in member.above if comment.startswith(MODELINE)]
        member.above = [comment for comment in member.above if not comment.startswith(MODELINE)]
    return found


def _tidied(branch: Branch, outline: Outline, cleaned: Callable[[str], str]) -> Branch:
    """Put the fields in order, take the space around texts away where it counts for nothing, clean addresses."""
    if branch.text is not None:
        branch.text = _tidy_text(branch.text, outline, cleaned)
        return branch
    if branch.keyed:
        branch.members.sort(key=lambda member: outline.rank(member.key))
    for member in branch.members:
        member.value = _tidied(member.value, _below(branch, member, outline), cleaned)
    return branch


def _below(branch: Branch, member: Member, outline: Outline) -> Outline:
    return outline.at(member.key) if branch.keyed else outline.of_item()


def _tidy_text(text: str, outline: Outline, cleaned: Callable[[str], str]) -> str:
    if outline.holds in (Holds.PROSE, Holds.LINE):
        return text.strip()
    return cleaned(text) if outline.holds is Holds.ADDRESS else text
