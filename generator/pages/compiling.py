"""How templates become Python: without what Jinja does for templates and functions that anybody may have written.

Ours call plain functions, ask for attributes that are there, and each of their macros gives markup: a call is a call,
an attribute is one, and markup is not looked at again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import missing
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence

    from jinja2.compiler import Frame

_ESCAPED = re.compile("[&<>'\"]")
_KEPT = 2_000_000
"""So many bytes, by a rough count, have the parts that are kept of pages of one depth."""
_BESIDE = 400
"""What keeping a part takes beside its text."""


class Compiler(CodeGenerator):
    """Writes the Python of a template."""

    def write_commons(self) -> None:
        """Put our own in the place of what escapes, and of what makes a macro."""
        super().write_commons()
        self.writeline(f"from {__name__} import escaped as escape, macro_of as Macro")

    def visit_Call(self, node: nodes.Call, frame: Frame, *more: Any, **named: Any) -> None:  # noqa: ANN401, N802  Jinja's
        """Write a call as Python has it: no function of ours asks for Jinja's context."""
        if more or named or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, *more, **named)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802  Jinja's
        """Write nothing where a choice has no `else`: what Jinja makes for that case takes long."""
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's
        """Write an attribute as Python has it: one that is not there is an error, and no key stands in for it."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class Templates(Environment):
    """Gives templates, which are compiled as this module says and see the same globals."""

    code_generator_class = Compiler  # type: ignore[mutable-override]  # as Jinja wants it

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what a template sees as one mapping: Jinja chains two, in which every render looks up all names."""
        return {**self.globals, **(d or {})}


def drawing_once() -> Callable[..., Markup]:
    """Give the function by which templates draw what several pages share: a macro of the same things is asked once.

    The same are those that are one, as entries of a record are, whose equality would take longer than drawing them.
    Those that were drawn first go first, once many are kept.
    """
    kept: dict[tuple[object, ...], tuple[Markup, object]] = {}
    room = _KEPT

    def drawn(macro: Callable[..., Markup], *of: object) -> Markup:
        nonlocal room
        key = (macro, *map(id, of))
        if key not in kept:
            made = macro(*of)
            room -= len(made) + _BESIDE
            while room < 0 and kept:
                room += len(kept.pop(next(iter(kept)))[0]) + _BESIDE
            kept[key] = made, of  # what it is of stays with it, so that nothing else gets its id
        return kept[key][0]

    return drawn


def escaped(value: object) -> str:
    """Give a value as HTML: markup as it is, a text escaped as MarkupSafe does it."""
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str):
        return escape(value)
    made = str(value)
    if not _ESCAPED.search(made):  # as most
        return made
    made = made.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return made.replace("'", "&#39;").replace('"', "&#34;")


def macro_of(
    _environment: Environment, made: Callable[..., str], name: str, parameters: Sequence[str], *_: bool
) -> Callable[..., Markup]:
    """Give a macro as a function, which takes its arguments by place or by name, and no others."""
    made.__defaults__ = (missing,) * len(parameters)

    def macro(*given: Any, **named: Any) -> Markup:  # noqa: ANN401  what a template hands over
        if named:
            given += tuple(named.pop(name, missing) for name in parameters[len(given) :])
        if named:
            raise TypeError(f"{name} has no parameter {', '.join(named)}")
        # what `Markup` does with a text, less its asking whether that is markup; a macro escapes what it writes
        return str.__new__(Markup, made(*given))

    return macro
