"""The reference pages name every field, every word and every check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_origin

import pytest

from generator.checks import all_codes
from generator.pages import field_types
from generator.pages.reference import registry_sections, vocabularies
from generator.record import fields
from generator.record.entry import Entry
from generator.record.loading import FOLDERS, MAPPINGS
from generator.record.models import Account, Event, Figure, Participant
from generator.record.registry import Coverage, Gap
from generator.record.source import Source
from tests.pages.reading_html import Tree, parts, rendered

if TYPE_CHECKING:
    from generator.pages.site import Page
    from generator.record.fields import Shape

MODELS = (Event, Account, Participant, Figure, Source, *MAPPINGS.values(), *FOLDERS.values(), Gap, Coverage)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_there(model: type[Shape], pages: dict[str, Page]) -> None:
    """Each field stands under the name that contributors write, with what it means."""
    text = Tree(rendered(pages["contributing/fields.md"])).text

    for name, info in model.model_fields.items():
        if issubclass(model, Entry) and name in ("id", "origin"):
            continue
        assert info.description
        assert info.description.split("`")[0].rstrip() in text
        assert (info.alias or name) in text


def test_the_room_of_texts_is_said(pages: dict[str, Page]) -> None:
    """Limits come from the types themselves."""
    text = Tree(rendered(pages["contributing/fields.md"])).text

    for words in ("90", "28", "1,200", "600"):
        assert f"at most {words} characters" in text
    for words in ("id, or list of ids", "date (EDTF)", "list of mappings", "by party: mapping", "whole number"):
        assert words in text


def test_every_type_has_its_words() -> None:
    """Each type that the fields module declares is said in words of its own."""
    declared = {name for name, value in vars(fields).items() if get_origin(value) is Annotated}

    assert declared == set(field_types.NAMED)


def test_every_word_is_there(pages: dict[str, Page]) -> None:
    """Each word of each vocabulary stands with its definition."""
    text = Tree(rendered(pages["contributing/fields.md"])).text

    assert len(vocabularies()) > 8
    for words in vocabularies():
        for word in words:
            assert word.value in text
            assert word.definition in text


def test_the_registry_is_whole() -> None:
    """Every file and folder of the registry has its section."""
    paths = " ".join(section.path for section in registry_sections())

    assert all(f"/{name}" in paths for name in (*MAPPINGS, *FOLDERS, "gaps", "coverage"))


def test_every_check_has_its_page(pages: dict[str, Page]) -> None:
    """Each code has a page that says why and how to mend it, and a row in the list of all."""
    index = Tree(rendered(pages["contributing/checks/index.md"]))

    for code in all_codes():
        page = pages[f"contributing/checks/{code.id.lower()}.md"]
        text = Tree(rendered(page)).text
        assert parts(page)[0]["title"] == f"{code.id}: {code.title}"
        assert code.wrong in text
        assert code.right in text
        assert f"{code.id.lower()}/" in [link.rpartition("checks/")[2] for link in index.values("a", "href")]


def test_headings_enter_the_contents(pages: dict[str, Page]) -> None:
    """The reference's headings are Markdown with a fragment of their own each, so that the rail lists them."""
    ids = Tree(rendered(pages["contributing/fields.md"])).values("h3", "id")

    assert {"event", "figure", "channel", "kind", "standing", "places-built-in"} <= set(ids)
    assert len(ids) == len(set(ids))
