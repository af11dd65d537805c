"""What MkDocs is told of files that it does not write."""

from __future__ import annotations

from generator.building.files import Numbers


def test_numbers_know_their_texts() -> None:
    """A text is among them that they, or others that they were given, were made of; what none is made of is not."""
    some = Numbers(["b", "", "a"])
    all_ = Numbers((text for text in ["c"]), some)

    assert [text in some for text in ("a", "b", "", "c", "d")] == [True, True, True, False, False]
    assert [text in all_ for text in ("a", "b", "", "c", "d")] == [True, True, True, True, False]
    assert "a" not in Numbers([])


def test_numbers_tell_doubles() -> None:
    """A text that is there twice is noticed, whoever brought it."""
    assert not Numbers(["a", "b"], Numbers(["c"])).has_doubles
    assert Numbers(["a", "b", "a"]).has_doubles
    assert Numbers(["a"], Numbers(["b", "a"])).has_doubles
