"""From a tree to lines of YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.form.outline import Holds, Outline
from generator.record.form.scalars import WIDTH, can_fold, can_stand, folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.form.tree import Branch, Member

_STEP = 2
_TEXTS = (Holds.PROSE, Holds.LINE)


def lines(branch: Branch, outline: Outline, indent: int = 0) -> Iterator[str]:
    """Give the lines of a mapping or list, each of its members indented alike."""
    margin = " " * indent
    for member in branch.members:
        if branch.keyed:
            yield from (margin + comment for comment in member.above)
            yield from _field(member, outline.at(member.key), indent)
        else:
            yield from _item(member, outline.of_item(), indent)
    yield from (margin + comment for comment in branch.foot)


def _field(member: Member, outline: Outline, indent: int) -> Iterator[str]:
    key = " " * indent + one_line(member.key, "@: x") + ":"
    first, rest = _value(member.value, outline, indent, len(key) + 1, "k: @")
    yield _joined(key, first or "", member.beside)
    yield from rest


def _item(member: Member, outline: Outline, indent: int) -> Iterator[str]:
    """Give the lines of an item: a mapping begins behind the dash, and what is said of its first field before it."""
    margin = " " * indent
    first, rest = _value(member.value, outline, indent, indent + _STEP, "- @")
    yield from (margin + comment for comment in member.above)
    if first is not None:
        yield _joined(f"{margin}-", first, member.beside)
        yield from rest
        return
    inner = iter(rest)
    yield from (margin + comment for comment in ([member.beside] if member.beside else []))
    for line in inner:
        if not line.lstrip().startswith("#"):
            yield f"{margin}- {line[indent + _STEP :]}"
            break
        yield margin + line.lstrip()
    yield from inner


def _value(
    branch: Branch, outline: Outline, indent: int, column: int, context: str
) -> tuple[str | None, Iterator[str]]:
    """Give what stands on the line where a value begins, nothing for members alone, and the lines below it."""
    if branch.text is None:
        if not branch.members:
            return "{}" if branch.keyed else "[]", iter(())
        if _fits_brackets(branch):
            return f"[{', '.join(one_line(member.value.text or '', '[@]') for member in branch.members)}]", iter(())
        return None, lines(branch, outline, indent + _STEP)
    line = one_line(branch.text, context, as_text=outline.holds in _TEXTS)
    block = _block(branch, outline, column + len(line) > WIDTH)
    if not block:
        return line, iter(())
    room = WIDTH - indent - _STEP
    body = folded(branch.text, room) if block == ">" else branch.text.split("\n")
    return f"{block}-", (" " * (indent + _STEP) + text if text else "" for text in body)


def _fits_brackets(branch: Branch) -> bool:
    flat = all(member.value.text is not None for member in branch.members)
    return branch.in_brackets and not branch.keyed and flat and not branch.has_comments_inside()


def _block(branch: Branch, outline: Outline, is_too_long: bool) -> str:  # noqa: FBT001  a question and its answer
    """Give the sign of the block that a text is written in, `>` or `|`; nothing for one that stays on its line."""
    text = branch.text or ""
    if outline.holds not in (*_TEXTS, Holds.UNKNOWN):
        return ""
    asked = branch.style in (">", "|") or "\n" in text or (outline.holds is Holds.PROSE and is_too_long)
    if not asked:
        return ""
    if "\n" in text and (branch.style == "|" or not can_fold(text)):
        return "|" if can_stand(text) else ""
    return ">" if can_fold(text) else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
