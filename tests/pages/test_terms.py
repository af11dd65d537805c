"""Terms within texts lead to their meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.terms import Terms, once
from generator.pages.text import Prose
from tests.pages.reading_html import Tree

ANCHORS = {"PLA": "pla", "PLA Navy": "navy", "Core interests": "core", "One China": "one", "Readout": "readout"}
TERMS = Terms(ANCHORS, "../")


def link(anchor: str, words: str) -> str:
    """Write a term as a page has it."""
    return f'<a class="term" href="../glossary/#{anchor}">{words}</a>'


@pytest.mark.parametrize(("text", "expected"), [
    ("The PLA said so", f"The {link('pla', 'PLA')} said so"),
    ("the PLA's view, the PLA", f"the {link('pla', 'PLA')}'s view, the PLA"),
    ("PLAN, a pla, EX-PLA", "PLAN, a pla, EX-PLA"),
    ("the PLA Navy", f"the {link('navy', 'PLA Navy')}"),
    ("its core interests", f"its {link('core', 'core interests')}"),
    ("the one-China policy", f"the {link('one', 'one-China')} policy"),
    ("Readouts and a readout", f"{link('readout', 'Readouts')} and a readout"),
    ('<a href="x">PLA</a>, <code>PLA</code>, PLA', f'<a href="x">PLA</a>, <code>PLA</code>, {link("pla", "PLA")}'),
    ("<em>PLA</em>", f"<em>{link('pla', 'PLA')}</em>"),
    ("nothing of it", "nothing of it"),
])  # fmt: skip
def test_the_first_use_is_marked(text: str, expected: str) -> None:
    """Whole words alone; short forms as they stand, others in letters of either size, one or several."""
    assert TERMS.marked(text) == expected


def test_without_terms_nothing_is_marked() -> None:
    """A record without a glossary has its texts as they are."""
    assert Terms({}, "../").marked("The PLA said so") == "The PLA said so"


def test_a_page_marks_a_term_once() -> None:
    """Where a page has several texts, the first use of all is marked."""
    body = f"<p>{link('pla', 'PLA')}</p><p>{link('core', 'core interests')} {link('pla', 'PLA')}</p>"

    assert once(body) == f"<p>{link('pla', 'PLA')}</p><p>{link('core', 'core interests')} PLA</p>"


@given(st.text(alphabet=st.sampled_from("PLA <>&\"'`*_[]()!:/"), max_size=60))
def test_terms_make_no_other_markup(text: str) -> None:
    """Whatever the text, a term is a link of its own, and no link stands within another."""
    made = str(Prose(lambda _kind, _id: None, TERMS.marked).inline(text))
    tree = Tree(made)

    assert {tag for tag, _ in tree.elements} <= {"em", "strong", "code", "a"}
    assert made.count("<a ") == made.count("</a>") == len([tag for tag, _ in tree.elements if tag == "a"])
    assert tree.text == Tree(str(Prose(lambda _kind, _id: None).inline(text))).text
