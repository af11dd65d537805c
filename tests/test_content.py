"""The pages written by hand: explainers and glossary keep to what the record holds."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from generator.record.vocabulary import DerivedState, Relation, Standing, State, Status
from tests.conftest import ROOT, real_reading

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = ROOT / "content"
INDEX = CONTENT / "explained" / "index.md"
EXPLAINERS = sorted(set(INDEX.parent.glob("*.md")) - {INDEX})
GLOSSARY = CONTENT / "glossary.md"

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z]{3,}(?![\w-])")
_TARGET = re.compile(r"\]\([^)]*\)")
_LINK = re.compile(r"\[[^\]]+\]\([^)]+\)")
_TERM = re.compile(r"^(.+?) \{#([a-z0-9-]+)(?: [^}]*)?\}\n:   ((?:.+\n?|\n(?=    ))+)", re.MULTILINE)


def prose(path: Path) -> str:
    """Give the text of a page without what is not read as text: front matter, blocks."""
    text = path.read_text(encoding="utf-8")
    for other in (_FRONT, _FENCED):
        text = other.sub("", text)
    return text


def paragraphs(path: Path) -> list[str]:
    """Give the paragraphs and definitions of a page, without headings and without the terms that are defined."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", prose(path))]
    defined = (block.partition("\n:   ")[2] or block for block in blocks)
    return [block for block in defined if block and not block.startswith("#")]


def flat(text: str) -> str:
    """Give a text on one line, in small letters, without its links' targets and emphasis."""
    return " ".join(_TARGET.sub("", text).replace("[", "").replace("*", "").lower().split())


@pytest.mark.parametrize("path", EXPLAINERS, ids=lambda path: path.stem)
def test_an_explainer_is_short(path: Path) -> None:
    """An explainer has 800 to 1,500 words."""
    assert 800 <= len(_TARGET.sub("", prose(path)).split()) <= 1500


@pytest.mark.parametrize("path", EXPLAINERS, ids=lambda path: path.stem)
def test_every_paragraph_names_where_it_comes_from(path: Path) -> None:
    """Each paragraph of an explainer links to the record, or to the page that says it."""
    assert [block for block in paragraphs(path) if not _LINK.search(block)] == []


@pytest.mark.parametrize("path", EXPLAINERS, ids=lambda path: path.stem)
def test_quotations_are_the_record_s_own(path: Path) -> None:
    """What stands in quotation marks is a quotation that the record holds, word for word."""
    accounts = chain.from_iterable(event.accounts.values() for event in real_reading().record.events)
    held = [account.quote for account in accounts if account.quote]
    quoted = re.findall(r'"([^"]+)"', prose(path))

    assert [words for words in quoted if not any(" ".join(words.split()) in quote for quote in held)] == []


@pytest.mark.parametrize("path", EXPLAINERS, ids=lambda path: path.stem)
def test_every_explainer_is_found(path: Path) -> None:
    """The index of explainers and the navigation name every explainer, under one title."""
    title = re.findall(r"^title: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[0]

    assert f"[{title}]({path.name})" in INDEX.read_text(encoding="utf-8")
    assert f"      - {title}: explained/{path.name}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_the_glossary_says_what_the_vocabulary_says() -> None:
    """States, statuses, relations and standings have the definitions that the record's vocabulary gives them."""
    text = flat(prose(GLOSSARY))
    words = chain(State, DerivedState, Status, Relation, Standing)

    assert [str(word) for word in words if word.definition.lower() not in text] == []


def test_every_term_has_its_anchor() -> None:
    """Every term of the glossary has a definition and an anchor of its own."""
    anchors = [anchor for _, anchor, _ in _TERM.findall(prose(GLOSSARY))]

    assert len(anchors) == len(set(anchors)) == prose(GLOSSARY).count("{#")


@pytest.mark.parametrize("path", EXPLAINERS, ids=lambda path: path.stem)
def test_short_forms_are_explained(path: Path) -> None:
    """A short form of the glossary leads there where a page uses it, or stands in the name of a link of its own."""
    text = prose(path)
    known = {name: anchor for name, anchor, _ in _TERM.findall(prose(GLOSSARY)) if _SHORT_FORM.fullmatch(name)}
    used = _SHORT_FORM.findall(_LINK.sub("", text))

    assert [name for name in used if name in known and f"[{name}](../glossary.md#{known[name]})" not in text] == []


def test_terms_that_texts_explain_have_their_anchor() -> None:
    """What is marked in texts of the record leads to a term of the glossary."""
    anchors = {anchor for _, anchor, _ in _TERM.findall(prose(GLOSSARY))}
    terms = real_reading().record.terms

    assert terms
    assert set(terms.values()) <= anchors
