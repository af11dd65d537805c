"""Views that keep their answers with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.once import once
from tests.views.making import record

if TYPE_CHECKING:
    from generator.record.record import Record


def test_a_view_is_asked_once_for_each_record_and_question() -> None:
    """The same question of the same record is worked out once; another question or another record is another answer."""
    asked: list[tuple[int, str]] = []

    @once
    def view(of: Record, id_: str) -> str:
        asked.append((id(of), id_))
        return id_

    first, second = record(), record()

    assert [view(first, "a"), view(first, "a"), view(first, "b"), view(second, "a")] == ["a", "a", "b", "a"]
    assert asked == [(id(first), "a"), (id(first), "b"), (id(second), "a")]
