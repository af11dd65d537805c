"""A file as values with their form: how a list was written, which comments stand where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from generator.record.form.outline import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.record.form.outline import Outline
    from generator.record.reading import Plain

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Branch:
    """A value of a file: a text, or members that are the fields of a mapping or the items of a list."""

    text: str | None = None
    """The text of a scalar; absent for a mapping and a list."""
    members: list[Member] = field(default_factory=list)
    keyed: bool = False
    """Whether it is a mapping."""
    style: str = ""
    """How a scalar is written: `>`, `|`, a quotation mark, or nothing for a plain one."""
    in_brackets: bool = False
    """Whether a list or mapping is written in brackets."""
    foot: list[str] = field(default_factory=list)
    """Comments behind the last member, each on a line of its own."""
    start: int = 0
    """Where it begins, in characters from the file's start."""
    end: int = 0
    """Where its last character lies, one further."""
    column: int = 0
    """The column from 0 in which it begins."""

    def plain(self) -> Plain:
        """Give the value without its form."""
        if self.text is not None:
            return self.text
        if self.keyed:
            return {member.key: member.value.plain() for member in self.members}
        return [member.value.plain() for member in self.members]

    def has_comments_inside(self) -> bool:
        """Tell whether a comment stands before its end that brackets on one line would have no room for."""
        inner = (bool(m.above or m.beside) or m.value.has_comments_inside() for m in self.members)
        return bool(self.foot) or any(inner)


@dataclass(slots=True)
class Member:
    """A field of a mapping, or an item of a list."""

    value: Branch
    key: str = ""
    """The name of the field; empty in a list."""
    above: list[str] = field(default_factory=list)
    """Comments on lines of their own before it."""
    beside: str = ""
    """The comment behind it on its line."""
    start: int = 0
    """Where its key begins; in a list, its value."""
    key_end: int = 0
    """Where its key ends; in a list, where its value begins."""


def parsed(text: str) -> Branch:
    """Parse a text without faults into its values; comments are left out."""
    return _branch(yaml.compose(text, Loader=_LOADER))


def grown(plain: Plain, outline: Outline) -> Branch:
    """Make a tree of plain values, in the form that a file has which nobody has written otherwise."""
    if isinstance(plain, dict):
        members = [Member(grown(value, outline.at(key)), key) for key, value in plain.items()]
        return Branch(members=members, keyed=True)
    if isinstance(plain, list):
        members = [Member(grown(value, outline.of_item())) for value in plain]
        is_set = outline.item is None and outline.holds is Holds.OTHER  # a date `[a..b]` is a list to YAML
        return Branch(members=members, in_brackets=outline.in_brackets or is_set)
    return Branch(text=plain)


def _branch(node: Any) -> Branch:  # noqa: ANN401  PyYAML's nodes have no types
    made = Branch(start=node.start_mark.index, end=node.end_mark.index, column=node.start_mark.column)
    if isinstance(node, yaml.ScalarNode):
        made.text, made.style = node.value, node.style or ""
        return made
    made.in_brackets = bool(node.flow_style)
    made.keyed = isinstance(node, yaml.MappingNode)
    made.members = list(_fields(node) if made.keyed else _items(node))
    return made


def _fields(node: Any) -> Iterator[Member]:  # noqa: ANN401  as above
    for key, value in node.value:
        yield Member(_branch(value), key.value, start=key.start_mark.index, key_end=key.end_mark.index)


def _items(node: Any) -> Iterator[Member]:  # noqa: ANN401  as above
    for item in node.value:
        yield Member(_branch(item), start=item.start_mark.index, key_end=item.start_mark.index)
