"""What is new in the record."""

from __future__ import annotations

from generator.views.history import newest
from tests.views.making import event

A = event("2024-01-08-a", added="2024-02-01", revised=[{"date": "2024-03-01", "note": "One."},
                                                        {"date": "2024-03-01", "note": "Two."}])  # fmt: skip
B = event("1972-02-21-b", added="2024-03-02")
C = event("2024-01-09-c", added="2024-02-01")


def test_the_newest_first() -> None:
    """Edits go by the days of the record; of one day the latest event stands first, and its last correction."""
    assert [(edit.event.id[-1], str(edit.day), edit.note, edit.number) for edit in newest([A, B, C])] == [
        ("b", "2024-03-02", None, 0), ("a", "2024-03-01", "Two.", 2), ("a", "2024-03-01", "One.", 1),
        ("c", "2024-02-01", None, 0), ("a", "2024-02-01", None, 0),
    ]  # fmt: skip


def test_at_most() -> None:
    """Only as many are given as asked for."""
    assert [edit.event.id for edit in newest([A, B, C], 1)] == ["1972-02-21-b"]
    assert newest([]) == ()
