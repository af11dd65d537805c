"""Reading a file: every scalar is the text that was typed, and everything has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from generator.record.reading import MAX_BYTES, Document, read
from tests.world import said

CORPUS = Path(__file__).parent.parent / "corpus" / "bad"

DOCUMENT = """\
title: 17th talks
participants:
  us: [michael-chase, {person: ely-ratner, role: host}]
  prc:
    - 宋延超
summary: >-
  The first round
  since 2021.

quote: |
  One
  line
name: "国防部长: 董军"   # a comment
"""

# way, whether the key is meant, line, column, end line, end column
PLACES: tuple[tuple[tuple[str | int, ...], bool, tuple[int, int, int, int]], ...] = (
    ((), False, (1, 1, 1, 1)),
    (("title",), False, (1, 8, 1, 18)),
    (("title",), True, (1, 1, 1, 6)),
    (("participants", "us"), True, (3, 3, 3, 5)),
    (("participants", "us"), False, (3, 7, 3, 57)),
    (("participants", "us", 0), False, (3, 8, 3, 21)),
    (("participants", "us", 1, "role"), False, (3, 50, 3, 54)),
    (("participants", "us", 1, "office"), False, (3, 23, 3, 55)),
    (("participants", "prc", 0), False, (5, 7, 5, 10)),
    (("participants", "prc", 7), False, (5, 5, 5, 10)),
    (("summary",), False, (6, 10, 8, 14)),
    (("quote",), False, (10, 8, 12, 7)),
    (("name",), False, (13, 7, 13, 17)),
    (("missing",), False, (1, 1, 1, 1)),
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("way", "key", "place"), PLACES)
def test_places(way: tuple[str | int, ...], key: bool, place: tuple[int, int, int, int], line_end: str) -> None:  # noqa: FBT001  a column of the table
    """A value or key is found where it stands, in characters, whatever the line ends; else its deepest part that is there."""
    found = Document("a.yml", DOCUMENT.replace("\n", line_end)).place(way, key=key)

    assert (found.line, found.column, found.end_line, found.end_column) == place


def test_places_within_a_text() -> None:
    """A snippet is found in a folded text, each time that it stands there, and never outside its own value."""
    document = Document("a.yml", "a: >-\n  one two\n  one three\nb: four\n")

    assert str(document.within(("a",), "two")) == "a.yml:2:7"
    assert str(document.within(("a",), "one")) == "a.yml:2:3"
    assert str(document.within(("a",), "one", 1)) == "a.yml:3:3"
    assert str(document.within(("a",), "one", 2)) == "a.yml:1:4"
    assert str(document.within(("a",), "two one")) == "a.yml:1:4"
    assert str(document.within(("a",), "four")) == "a.yml:1:4"
    assert str(document.within(("b",), "")) == "a.yml:4:4"


def test_lines() -> None:
    """A line is given by its number, with what cannot be seen made visible; outside the file there is none."""
    document = Document("a.yml", "one\r\nt\u202ewo\rthree\n")

    assert [document.line(number) for number in (0, 1, 2, 3, 4, 5)] == ["", "one", "t\N{REPLACEMENT CHARACTER}wo", "three", "", ""]
    assert len(Document("a.yml", "x" * 9000).line(1)) == 2000


# what YAML readers of one age or another take for something else than text
AS_TYPED = (
    "no", "on", "yes", "y", "true", "null", "~", "1e3", "0o7", "017", "0x1F", "1_000", "12:30:45", "2024-01-08", "2024-01-08 10:00",
    "3.10", ".inf", "=", "<<", "-", "1.", "+1", "0b1", "NaN",
)  # fmt: skip


@pytest.mark.parametrize("typed", AS_TYPED)
def test_scalars_are_what_was_typed(typed: str) -> None:
    """No scalar becomes a truth value, a number, a date or nothing."""
    if typed == "-":
        typed = "'-'"
    assert read("a.yml", f"a: {typed}\n{typed}: b\n".encode())[1] == {"a": typed.strip("'"), typed.strip("'"): "b"}


def test_values() -> None:
    """Lists, mappings, folded, literal and quoted texts are read as YAML says."""
    _, plain, faults = read("a.yml", DOCUMENT.encode())

    assert faults == []
    assert plain == {
        "title": "17th talks",
        "participants": {"us": ["michael-chase", {"person": "ely-ratner", "role": "host"}], "prc": ["宋延超"]},
        "summary": "The first round since 2021.",
        "quote": "One\nline\n",
        "name": "国防部长: 董军",
    }


# file of the corpus, what is said of it
BAD = {
    "binary.yml": ["binary.yml:1:1 E101 byte 0xFF is not UTF-8\nSave the file as UTF-8."],
    "latin-1.yml": ["latin-1.yml:2:12 E101 byte 0xE9 is not UTF-8\nSave the file as UTF-8."],
    "utf-16.yml": ["utf-16.yml:1:1 E101 byte 0xFF is not UTF-8\nSave the file as UTF-8."],
    "byte-order-mark.yml": [
        "byte-order-mark.yml:1:1 E102 the file begins with a byte order mark\nSave the file as UTF-8 without a byte order mark."
    ],
    "tabs.yml": [
        "tabs.yml:2:1 E103 a tab stands in the indentation\nIndent with two spaces a level.",
        "tabs.yml:3:3 E103 a tab stands in the indentation\nIndent with two spaces a level.",
    ],
    "reordering.yml": [
        "reordering.yml:1:12 E113 U+202E is a control or invisible character\nDelete the character.",
        "reordering.yml:1:18 E113 U+2066 is a control or invisible character\nDelete the character.",
        "reordering.yml:2:4 E113 U+0000 is a control or invisible character\nDelete the character.",
        "reordering.yml:2:5 E113 U+FFFF is a control or invisible character\nDelete the character.",
    ],
    "aliases.yml": [
        f"aliases.yml:{line}:{column} E106 {what}\nWrite the value out where it is needed."
        for line, column, what in (
            (1, 4, "`&a` is an anchor"), (2, 4, "`&b` is an anchor"), (2, 8, "`*a` is an alias"), (2, 12, "`*a` is an alias"),
            (3, 4, "`&c` is an anchor"), (3, 8, "`*b` is an alias"), (3, 12, "`*b` is an alias"),
        )  # fmt: skip
    ],
    "objects.yml": [
        "objects.yml:1:4 E107 `!python/object/apply:os.system` is a tag\nRemove the tag: every value is read as the text that was typed.",
        "objects.yml:2:4 E107 `!!binary` is a tag\nRemove the tag: every value is read as the text that was typed.",
    ],
    "list-as-key.yml": [
        "list-as-key.yml:1:3 E203 a list or mapping stands where a field's name belongs\nWrite the value in the form that the message names."
    ],
    "two-documents.yml": ["two-documents.yml:2:1 E108 a second document begins here\nMove what follows `---` into a file of its own."],
    "empty.yml": ["empty.yml:1:1 E111 the file is empty\nWrite the event, or delete the file."],
    "only-dashes.yml": ["only-dashes.yml:1:1 E111 the file is empty\nWrite the event, or delete the file."],
    "percent.yml": ["percent.yml:1:1 E104 not YAML from here on: found unknown directive name"],
    "unclosed.yml": [
        "unclosed.yml:3:1 E104 not YAML from here on: did not find expected ',' or '}'\nA mapping in braces is not closed."
    ],
    "markdown.yml": ["markdown.yml:4:1 E104 not YAML from here on: could not find expected ':'\nA `:` is missing behind the name of the field."],
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_bad_files(name: str) -> None:
    """A file that cannot be read as it should shows these faults, and has no value."""
    _, plain, faults = read(name, (CORPUS / name).read_bytes())

    assert [said(fault) for fault in faults] == BAD[name]
    assert plain is None


def test_size() -> None:
    """A file of up to 256 KiB is read, a larger one is not."""
    assert read("a.yml", b"a: " + b"x" * (MAX_BYTES - 3))[2] == []
    assert [said(fault) for fault in read("a.yml", b"a: " + b"x" * MAX_BYTES)[2]] == [
        "a.yml:1:1 E109 the file is larger than 256 KiB\nSplit the file, or remove what does not belong into the record."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        "&a " * 80_000,
        "a: &a [" + "*a," * 60_000 + "]",
        "!" * 200_000,
        "a: |" + "\n" * 200_000,
        '"' + "\\x" * 100_000,
        "a:\n" * 60_000,
        "- a\n" * 60_000,
        "\t\n" * 100_000,
        "\u202e" * 60_000,
        "%TAG ! " * 30_000,
        "'" * 200_000,
        "a: b: " * 40_000,
        "#" * 250_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_attacks_end(text: str) -> None:
    """Files made to exhaust a reader are refused or read in the time of any other file of their size."""
    _, plain, faults = read("a.yml", text.encode())

    assert faults or plain
    assert len(faults) <= 120_000


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Whatever the bytes, there is a value or a fault, never both and never an exception."""
    document, plain, faults = read("a.yml", content)

    assert (plain is None) == bool(faults)
    assert all(fault.place.path == "a.yml" and fault.place.line >= 1 for fault in faults)
    assert str(document.place(("a", 0, "b")))


YAMLISH = st.text(alphabet="ab:-? \n\t[]{},&*!|>'\"%@`#~\\é国\u202e0", max_size=80)


@settings(max_examples=300)
@given(YAMLISH)
def test_any_yaml_is_read_or_refused(text: str) -> None:
    """Whatever signs of YAML follow each other, there is a value or a fault, and each fault lies in the file."""
    _, plain, faults = read("a.yml", text.encode())

    assert (plain is None) == bool(faults)
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= fault.place.line <= last for fault in faults)
