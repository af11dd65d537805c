"""The short road through YAML: the values of a file in which nothing is unusual, without their places.

A sound file is read here in a third of the time. Whatever may be a fault is left to `reading`, which
reads the file once more, event by event, and finds where everything stands.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNUSUAL = re.compile(r"(?:^|[\s\[{,])(?:&\S|!)|\\|^%", re.MULTILINE)
"""What may be an anchor (without which there is no alias), a tag, an escape, a directive."""
_SIGNS = "&!\\%"
"""One of these stands in whatever that pattern finds; most files have none of them."""
_DEEP = re.compile(r"(?:[-?]\s+){6}")
"""What may be a deep list in one line."""
_MOST = 1000
"""How many brackets and braces a file may open for this road: the parser calls itself for each inside another. A file
with fewer hyphens and question marks has no deep list, and to count them is many times quicker than to look for one."""


class _Untyped(_LOADER):  # type: ignore[misc]  # which class it is depends on the machine
    """libyaml's parser, which asks for no types of what it finds: all of it is text here."""

    def resolve(self, *_: object) -> str:
        """Give no tag to any value."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Keep no account of where the parser is, which only a resolver needs."""

    def ascend_resolver(self) -> None:
        """As above."""


class _UnusualError(Exception):
    """Something stands in the file of which there may be a fault to tell."""


def plain_values(text: str, depth: int) -> Any:  # noqa: ANN401  text, a list of values, or a dict from text to values
    """Give the values of a file, nested up to a depth; None where anything asks for the long road."""
    if any(sign in text for sign in _SIGNS) and _UNUSUAL.search(text):
        return None
    if text.count("[") + text.count("{") > _MOST:
        return None
    if text.count("-") + text.count("?") > _MOST and _DEEP.search(text):
        return None
    try:
        node = yaml.compose(text, Loader=_Untyped)
        return None if isinstance(node, yaml.ScalarNode) or node is None else _plain(node, depth)
    except (yaml.YAMLError, _UnusualError):
        return None


def _plain(node: Any, depth: int) -> Any:  # noqa: ANN401  PyYAML's nodes have no types
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if depth == 0:
        raise _UnusualError
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, depth - 1) for item in node.value]
    values = {key.value: _plain(value, depth - 1) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if len(values) < len(node.value):  # a key twice, or one that is no text
        raise _UnusualError
    return values
