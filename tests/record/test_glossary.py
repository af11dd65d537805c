"""Which terms of the glossary explain themselves in texts."""

from __future__ import annotations

from generator.record.glossary import PAGE, terms_in
from generator.record.reading import Document

TEXT = """\
# Glossary

Round {#round}
:   A meeting.

PLA {#pla .in-texts}
:   An army.

Three communiqués {#three .in-texts data-also="three joint communiqués, the three"}
:   Texts.
"""


def test_marked_terms_with_their_other_words() -> None:
    """Only a term that says so is one; its other words lead to the same anchor."""
    assert terms_in({PAGE: Document(PAGE, TEXT)}) == {
        "PLA": "pla", "Three communiqués": "three", "three joint communiqués": "three", "the three": "three",
    }  # fmt: skip


def test_without_a_glossary_no_term_is_known() -> None:
    """A project need not have one."""
    assert terms_in({"content/index.md": Document("content/index.md", TEXT)}) == {}
