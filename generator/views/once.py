"""What a view answers for a record is worked out once, however many pages ask."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.record.record import Record

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def once(view: Callable[Concatenate[Record, Asked], Answer]) -> Callable[Concatenate[Record, Asked], Answer]:
    """Make a view keep its answers with the record, which never changes, and go when it goes.

    For views that are asked by ids and days, and answer with what cannot be changed either.
    """

    @wraps(view)
    def kept(record: Record, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (kept, asked, *named.items())
        try:
            answer: Answer = record.answers[key]
        except KeyError:
            answer = record.answers[key] = view(record, *asked, **named)
        return answer

    return kept


def known(view: Callable[[Record], Answer], record: Record, answer: Answer) -> None:
    """Let a view that is worked out once give an answer that is known for a record."""
    record.answers[view, ()] = answer
