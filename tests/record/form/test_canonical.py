"""The canonical form changes nothing of what a file says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from generator.record.form.canonical import MODELINE, canonical, file_of, with_text
from generator.record.models import Event
from generator.record.reading import read
from generator.record.validating import validate
from tests.conftest import ROOT
from tests.record.form.messy import files, messy
from tests.world import CORPUS, FILES, TALKS

if TYPE_CHECKING:
    from pathlib import Path

COMMENT = re.compile(r"# c\d+: - \[odd")
REAL = sorted((ROOT / "events").rglob("*.yml"))


def plain_of(path: str, text: str) -> Any:  # noqa: ANN401  whatever the file holds
    """Read a text; fails where it has a fault."""
    _, plain, faults = read(path, text.encode())
    assert faults == []
    return plain


def tidy(value: Any) -> Any:  # noqa: ANN401  as above
    """Take the space around texts away, which no text of the record keeps."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return {key: tidy(item) for key, item in value.items()}


@given(messy())
def test_values_and_comments_are_kept(text: str) -> None:
    """Whatever the styles and wherever the comments: the same values, each comment once, and a second time nothing."""
    plain = plain_of(TALKS, text)

    written = canonical(TALKS, text)

    assert tidy(plain_of(TALKS, written)) == tidy(plain)
    assert Counter(COMMENT.findall(written)) == Counter(COMMENT.findall(text))
    assert canonical(TALKS, written) == written


@given(messy())
def test_a_field_is_added(text: str) -> None:
    """With a field more, a file has its values, that field and each comment once, in the canonical form."""
    plain = plain_of(TALKS, text)

    written = with_text(TALKS, text, (), "archived", "https://archive.org/1")

    assert tidy(plain_of(TALKS, written)) == {**tidy(plain), "archived": "https://archive.org/1"}
    assert Counter(COMMENT.findall(written)) == Counter(COMMENT.findall(text))
    assert canonical(TALKS, written) == written


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("sources:\n  - a\n  - id: b # own\n    url: x\n    # last\n", ("sources", 1)),
        ("# yaml-language-server: $schema=x\nsources: {id: b, url: x}\n", ("sources", 0)),
    ],
)
def test_a_field_is_added_below(text: str, way: tuple[str | int, ...]) -> None:
    """A field goes to the mapping that is meant; comments and a modeline stay where they belong."""
    written = with_text(TALKS, text, way, "archived", "y")
    changed = written.replace("    archived: y\n", "").replace("  archived: y\n", "")

    assert written.count("archived: y") == 1
    assert changed == canonical(TALKS, text)


@given(files)
def test_values_alone_are_written(plain: dict[str, Any]) -> None:
    """A file made of values reads as these values, and is in the canonical form."""
    written = file_of(TALKS, plain)

    assert tidy(plain_of(TALKS, written)) == tidy(plain)
    assert canonical(TALKS, written) == written


@pytest.mark.parametrize("path", sorted((CORPUS / "good").iterdir()), ids=lambda path: path.stem)
def test_the_same_event(path: Path) -> None:
    """An event read from the canonical form is the event that was read before."""
    name = f"events/2024/{path.name}"
    content = path.read_bytes().decode()

    def event(text: str) -> Event | None:
        document, plain, _ = read(name, text.encode())
        return validate(Event, plain, path.stem, document)[0]

    assert event(content)
    assert event(canonical(name, content)) == event(content)


@pytest.mark.slow
def test_the_record_keeps_its_values() -> None:
    """No value of the real record changes, and its form is reached in one step."""
    for path in REAL:
        name, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        written = canonical(name, text)
        assert plain_of(name, written) == plain_of(name, text), name
        assert canonical(name, written) == written, name


WRITTEN = [
    (
        "fields in order, a comment with its field",
        "kind: talks\n# the day in Washington\ndate: 2024-01-08 # local\ntitle: Talks\n",
        "title: Talks\n# the day in Washington\ndate: 2024-01-08 # local\nkind: talks\n",
    ),
    (
        "the id of a source first",
        "sources:\n- title: A\n  # its name\n  id: a\n",
        "sources:\n  # its name\n  - id: a\n    title: A\n",
    ),
    ("needless quotes go", "title: \"Talks\"\ndate: '2024'\n", "title: Talks\ndate: 2024\n"),
    ("needed quotes are single", 'title: "It\'s: talks"\n', "title: 'It''s: talks'\n"),
    ("a text that others read as a number", "title: 1984\nshort: no\n", "title: '1984'\nshort: 'no'\n"),
    ("lists stay as they are", "topics:\n- a\n- b\nformerly: [ c,d ]\n", "topics:\n  - a\n  - b\nformerly: [c, d]\n"),
    ("a list with a comment inside", "topics: [a, # why\n  b] # all\n", "topics: # all\n  - a # why\n  - b\n"),
    ("a short text stays", "summary: They met.\n", "summary: They met.\n"),
    (
        "a long text is folded",
        f"summary: {'word ' * 25}end # why\n",
        f"summary: >- # why\n  {('word ' * 19).strip()}\n  {'word ' * 6}end\n",
    ),
    (
        "a folded text is filled",
        "summary: >\n    They\n    met.\n\n    They spoke.\n",
        "summary: >-\n  They met.\n\n  They spoke.\n",
    ),
    ("lines that stand as lines stay", "summary: | # why\n  They\n  met.\n", "summary: |- # why\n  They\n  met.\n"),
    ("one line of them is a text like others", "summary: |\n  They met.\n", "summary: >-\n  They met.\n"),
    ("lines that no fold can hold", 'summary: "a\\n b\\nc"\n', "summary: |-\n  a\n   b\n  c\n"),
    ("a set without quotes", "date: [..2023-11-15]\n", "date: [..2023-11-15]\n"),
    ("braces are opened", "{title: A, effects: [{channel: dpct}]}\n", "title: A\neffects:\n  - channel: dpct\n"),
    ("an unknown field stays, behind the others", "sumary: x\ntitle: A\n", "title: A\nsumary: x\n"),
    (
        "a comment at the end of a block",
        "effects:\n- channel: a\n  # more?\nadded: x\n",
        "effects:\n  - channel: a\n    # more?\nadded: x\n",
    ),
    (
        "words at the top stay there",
        "# by hand\n\n# the kind\nkind: talks\ntitle: A\n",
        "# by hand\ntitle: A\n# the kind\nkind: talks\n",
    ),
    (
        "the modeline is first",
        "kind: talks\n# yaml-language-server: $schema=x\ntitle: A\n",
        "# yaml-language-server: $schema=x\ntitle: A\nkind: talks\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_written(text: str, expected: str) -> None:
    """Each rule of the form, as it stands in the guide."""
    assert canonical(TALKS, text) == expected


PLACED = [
    ("channels/a.yml", "level: policy\nname: A\nrounds: false\nshort: B\n",
     "name: A\nshort: B\nlevel: policy\nrounds: false\n"),
    ("people/a.yml", "party: us\nname: A\nposts:\n- {until: 2021, office: o}\n",
     "name: A\nparty: us\nposts:\n  - office: o\n    until: 2021\n"),
    ("sources/a.yml", "url: https://a.example/\ntitle: A\n", "title: A\nurl: https://a.example/\n"),
    ("tours/a.yml", "steps: [{text: T, event: e}]\ntitle: A\n",
     "title: A\nsteps:\n  - event: e\n    text: T\n"),
    ("places.yml", "b: {within: C, name: B}\na: {name: A}\n", "b:\n  name: B\n  within: C\na:\n  name: A\n"),
    ("offices.yml", "o: {titles: [{until: 2020, title: T}], party: us}\n",
     "o:\n  party: us\n  titles:\n    - title: T\n      until: 2020\n"),
    ("gaps.yml", "- {why: W, period: 2022}\n", "- period: 2022\n  why: W\n"),
    ("coverage.yml", "checked: '2024-01-31'\n", "checked: 2024-01-31\n"),
    ("unheard-of.yml", "b: {z: 1, a: 'x'}\n", "b:\n  z: 1\n  a: x\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), PLACED, ids=[row[0] for row in PLACED])
def test_each_file_has_the_order_of_its_model(name: str, text: str, expected: str) -> None:
    """Fields stand as their model declares them, whatever the file; entries of a list or a mapping keep their order."""
    assert canonical(f"events/registry/{name}", text) == expected


def test_a_text_that_cannot_be_folded_stays_on_its_line() -> None:
    """A long text with a sign that a folded one would lose is quoted, however long its line gets."""
    text = f'summary: "{"word " * 25}\\rend"\n'

    assert canonical(TALKS, text) == text


VALUES: list[tuple[str, dict[str, Any], str]] = [
    ("a set in brackets", {"date": ["..2023-11-15"], "title": "A"}, "title: A\ndate: [..2023-11-15]\n"),
    ("ids in brackets", {"topics": ["a", "b"], "formerly": []}, "topics: [a, b]\nformerly: []\n"),
    ("people in brackets", {"participants": {"us": ["a", "b"]}}, "participants:\n  us:\n    - a\n    - b\n"),
    ("entries below each other", {"effects": [{"state": "open", "channel": "a"}, {"channel": "b"}]},
     "effects:\n  - channel: a\n    state: open\n  - channel: b\n"),
    ("an unknown list", {"qq": ["a", {"b": "c"}]}, "qq:\n  - a\n  - b: c\n"),
    ("nothing known of an unknown field", {"qq": {"b": ["c"]}}, "qq:\n  b:\n    - c\n"),
    ("an empty mapping", {"accounts": {}}, "accounts: {}\n"),
    ("several lines", {"accounts": {"us": {"text": "One.\n\nTwo."}}},
     "accounts:\n  us:\n    text: >-\n      One.\n\n\n      Two.\n"),
    ("texts that YAML would take for more", {"title": "a: b", "place": "# c", "short": "- d"},
     "title: 'a: b'\nshort: '- d'\nplace: '# c'\n"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "expected"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES])
def test_made_of_values(plain: dict[str, Any], expected: str) -> None:
    """What nobody has written yet has the form that a file is given at the first writing."""
    assert file_of(TALKS, plain) == expected


def test_a_modeline_is_set_and_taken() -> None:
    """A modeline is put first, replaced by another, and taken away; other comments stay."""
    first = canonical(TALKS, "# mine\ntitle: A\n", modeline="a.json")

    assert first == f"{MODELINE}a.json\n# mine\ntitle: A\n"
    assert canonical(TALKS, first, modeline="b.json") == f"{MODELINE}b.json\n# mine\ntitle: A\n"
    assert canonical(TALKS, first, modeline="") == "# mine\ntitle: A\n"


def test_addresses_are_cleaned() -> None:
    """Addresses of sources go through the given function, and nothing else does."""
    text = "title: Talks\nsources:\n  - id: a\n    url: https://x.org/?utm_source=b\n"

    written = canonical(TALKS, text, cleaned=lambda url: url.partition("?")[0])

    assert written == "title: Talks\nsources:\n  - id: a\n    url: https://x.org/\n"


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yml") and name != "mkdocs.yml"])
def test_every_kind_of_file(name: str) -> None:
    """Files of the registry have a form as well, and those of the tests have it, but for their quotes."""
    assert plain_of(name, canonical(name, FILES[name])) == plain_of(name, FILES[name])
