"""The form's page: it asks for every field of the model, and its file to copy names them all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.checks.hosts import is_private
from generator.pages.add.fields import Field, fields_of
from generator.pages.add.host import NewFile, new_file
from generator.pages.add.ids import ids_json
from generator.pages.add.rules import PRIVATE, rules_json
from generator.pages.add.template import template
from generator.pages.add.words import ENTRIES, FIRST, FOLDED, HINTS, LABELS, SECTIONS
from generator.record.models import Event
from generator.record.reading import read
from tests.pages.reading_html import Tree, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.site import Page
    from generator.record.record import Record

GITHUB = "https://github.com/someone/record"


def every(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Give fields with those inside them."""
    for field in fields:
        yield field
        yield from every(field.parts)


def test_every_field_is_asked_for(pages: dict[str, Page]) -> None:
    """Each field of an event, and each inside one, has its control under the name that files give it."""
    names = Tree(rendered(pages["contributing/add.md"])).values("*", "data-name")

    assert {field.name for field in every(fields_of(Event))} <= set(names)


def test_fields_stand_together_once() -> None:
    """Each field of an event stands in one section; what is said of fields is said of fields that there are."""
    assert sorted(name for section in SECTIONS for name in section.names) == sorted(
        one.name for one in fields_of(Event)
    )
    for table in (FOLDED, HINTS):
        for model, named in table.items():
            assert set(named) <= set(LABELS[model])
    assert set(FIRST["sources"]) <= {part.name for field in fields_of(Event) for part in field.parts}


def test_labels_are_plain_words() -> None:
    """No label is the name of a field as files have it."""
    for field in every(fields_of(Event)):
        assert "_" not in field.label
        assert field.label[0].isupper()


def test_the_file_to_copy_is_one() -> None:
    """It is YAML with the fields that are needed, and names every other in a comment that becomes one."""
    fields = fields_of(Event)
    text = template(fields)
    uncommented = re.sub(r"^#(?! )|^#(?=  )", "", text, flags=re.MULTILINE)

    assert set(read("events/2024/a.yml", text.encode())[1]) == {field.name for field in fields if field.needed}
    assert list(read("events/2024/a.yml", uncommented.encode())[1]) == [field.name for field in fields]


_OURS = "https://git.example/a/b"
_HOSTS = [
    (GITHUB, "", NewFile("GitHub", f"{GITHUB}/new/main", "filename", "value")),
    (f"{GITHUB}.git/", f"{GITHUB}/edit/x/content/", NewFile("GitHub", f"{GITHUB}/new/x", "filename", "value")),
    ("https://gitlab.com/a/b", "", NewFile("GitLab", "https://gitlab.com/a/b/-/new/main", "file_name", "content")),
    (_OURS, f"{_OURS}/-/edit/x/content/", NewFile("GitLab", f"{_OURS}/-/new/x", "file_name", "content")),
    (_OURS, "", None),
    ("https://github.com/", "", None),
    ("git@github.com:a/b", "", None),
    ("javascript:alert(1)//github", "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("repository", "edit_uri", "expected"), _HOSTS)
def test_where_a_file_is_begun(repository: str, edit_uri: str, expected: NewFile | None) -> None:
    """GitHub and GitLab take a text along; of other hosts nothing is promised."""
    assert new_file(repository, edit_uri) == expected


@pytest.mark.parametrize("network", PRIVATE)
def test_private_networks_are_those_of_the_checks(network: str) -> None:
    """The first address of each network that the form refuses is one that the checks refuse."""
    assert is_private(network.partition("/")[0])


def test_ids_and_rules_name_what_there_is(full: Record) -> None:
    """Every id of the record can be suggested, with its native name; every entry that can be begun has its fields."""
    ids, rules = json.loads(ids_json(full)), json.loads(rules_json(full, None))

    assert {row[0] for row in ids["people"]} == set(full.people)
    assert {row[0] for row in ids["events"]} == set(full.by_id)
    assert set(rules["entries"]) == set(ENTRIES)
    assert all(rules["entries"][kind]["fields"] for kind in ENTRIES)
    assert rules["newFile"] is None
