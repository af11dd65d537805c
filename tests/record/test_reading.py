"""Reading a file: every scalar is the text that was typed, and everything has its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.record.plain import plain_values
from generator.record.reading import MAX_BYTES, MAX_DEPTH, Document, compose, read
from tests.checks.cases import cases
from tests.world import CORPUS, said

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
    (("participants", "us"), False, (3, 7, 3, 56)),
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
    """A value or key is found where it stands, whatever the line ends; else its deepest part that is there."""
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
    assert str(Document("a.yml", 'a: "one\ntwo"\n').within(("a",), "two")) == "a.yml:2:1"


def test_a_snippet_ends_where_it_ends() -> None:
    """The place of a snippet covers it and nothing else; that of a value of several lines is the whole value."""
    document = Document("a.yml", "a: >-\n  one two\n  one three\nb: four\n")
    found = [document.within(("a",), snippet, at) for snippet, at in (("two", 0), ("one", 1), ("absent", 0))]

    assert [(place.line, place.column, place.end_line, place.end_column) for place in found] == [
        (2, 7, 2, 10), (3, 3, 3, 6), (1, 4, 3, 12),
    ]  # fmt: skip
    assert str(Document("a.yml", "a: one one one\n").within(("a",), "one", 2)) == "a.yml:1:12"
    assert str(Document("a.yml", "one: one\n").within(("one",), "one")) == "a.yml:1:6"


# bytes, code, line, column, end line, end column
SPANS = (
    (b"a: b\nc: \xff\xfe", "E101", (2, 4, 2, 5)),
    (b"a: b\nc: d\x07e", "E113", (2, 5, 2, 6)),
    (b"a: \0\0\0\0b", "E113", (1, 4, 1, 8)),
    (b"a:\n \t- b", "E103", (2, 2, 2, 3)),
    (b"\xef\xbb\xbfa: b", "E102", (1, 1, 1, 1)),
    (b"a: [b\nc: d", "E104", (1, 4, 1, 5)),
    (b"a: b\n<<<<<<< ours\nb: c\n=======\nb: d\n>>>>>>> theirs\n", "E104", (2, 1, 2, 13)),
    (b"a: b\nccc: d\nccc: e\n", "E105", (3, 1, 3, 4)),
    (b"a: b\n---\nc: d\n", "E108", (2, 1, 2, 4)),
)


@pytest.mark.parametrize(("content", "code", "place"), SPANS, ids=repr)
def test_where_a_file_cannot_be_read(content: bytes, code: str, place: tuple[int, int, int, int]) -> None:
    """The place of a fault begins and ends with what hinders the reading."""
    found = read("a.yml", content)[2][0]

    assert found.code.id == code
    assert (found.place.line, found.place.column, found.place.end_line, found.place.end_column) == place


@pytest.mark.parametrize("line", ["a: b\n", "b: &x c\n", "\tc\n", "d\u200b: e\n"], ids=["key", "anchor", "tab", "sign"])
def test_twenty_of_a_kind_are_told(line: str) -> None:
    """Of faults of one kind in YAML the first twenty are listed, and no more."""
    faults = read("a.yml", ("a: b\n" + line * 25).encode())[2]

    for code in {fault.code.id for fault in faults}:
        assert [fault.code.id for fault in faults].count(code) == 20


def test_lines() -> None:
    """A line is given by its number, with what cannot be seen made visible; outside the file there is none."""
    document = Document("a.yml", "one\r\nt\u202ewo\rthree\n")

    assert [document.line(number) for number in (0, 1, 2, 3, 4, 5)] == [
        "",
        "one",
        "t\N{REPLACEMENT CHARACTER}wo",
        "three",
        "",
        "",
    ]
    assert len(Document("a.yml", "x" * 9000).line(1)) == 2000


# what YAML readers of one age or another take for something else than text
AS_TYPED = [
    "no",
    "on",
    "yes",
    "y",
    "true",
    "null",
    "~",
    "1e3",
    "0o7",
    "017",
    "0x1F",
    "1_000",
    "12:30:45",
    "2024-01-08",
    "3.10",
    ".inf",
    "=",
    "<<",
    "1.",
    "+1",
    "0b1",
    "NaN",
    "-1",
]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_scalars_are_what_was_typed(typed: str) -> None:
    """No scalar becomes a truth value, a number, a date or nothing."""
    assert read("a.yml", f"a: {typed}\n{typed}: b\n".encode())[1] == {"a": typed, typed: "b"}


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


BAD = {case.title: case.said for case in cases(CORPUS / "bad.txt")}


@pytest.mark.parametrize("name", sorted(path.name for path in (CORPUS / "bad").iterdir()))
def test_bad_files(name: str) -> None:
    """A file that cannot be read as it should shows these faults, and has no value."""
    _, plain, faults = read(name, (CORPUS / "bad" / name).read_bytes())

    assert [said(fault) for fault in faults] == BAD[name]
    assert plain is None


MARKED: tuple[tuple[str, dict[str, str] | None, list[str]], ...] = (
    ("a: b\nc: d\n", {"a": "b", "c": "d"}, []),
    ("a: b\na: c\n", None, ["a.yml:2:1 E105"]),
    ("a: \ufeffb\n\tc\n", None, ["a.yml:1:4 E113", "a.yml:2:1 E103"]),
    ("", None, ["a.yml:1:1 E111"]),
)


@pytest.mark.parametrize(("text", "value", "others"), MARKED, ids=repr)
def test_a_byte_order_mark(text: str, value: object, others: list[str]) -> None:
    """A byte order mark is told, and the text behind it is read as if it were not there."""
    document, plain, faults = read("a.yml", text.encode("utf-8-sig"))

    assert said(faults[0]) == (
        "a.yml:1:1 E102 the file begins with a byte order mark\nSave the file as UTF-8 without a byte order mark."
    )
    assert (document.text, plain, [f"{fault.place} {fault.code.id}" for fault in faults[1:]]) == (text, value, others)


def test_size() -> None:
    """A file of up to 256 KiB is read, a larger one is not."""
    assert read("a.yml", b"a: " + b"x" * (MAX_BYTES - 3))[2] == []
    assert [said(fault).partition("\n")[0] for fault in read("a.yml", b"a: " + b"x" * MAX_BYTES)[2]] == [
        "a.yml:1:1 E109 the file is larger than 256 KiB"
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
        pytest.param("a:\n" * 60_000, marks=pytest.mark.slow),
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

    assert (plain is None) == any(fault.code.id != "E102" for fault in faults)
    assert all(fault.place.path == "a.yml" and fault.place.line >= 1 for fault in faults)
    assert str(document.place(("a", 0, "b")))


YAMLISH = st.text(alphabet="ab:-? \n\t[]{},&*!|>'\"%@`#~\\é国\u202e0", max_size=80)


@settings(max_examples=3 * settings().max_examples)
@given(YAMLISH)
def test_any_yaml_is_read_or_refused(text: str) -> None:
    """Whatever signs of YAML follow each other, there is a value or a fault, and each fault lies in the file."""
    _, plain, faults = read("a.yml", text.encode())

    assert (plain is None) == bool(faults)
    last = text.count("\n") + text.count("\r") + 1
    assert all(1 <= fault.place.line <= last for fault in faults)


@settings(max_examples=3 * settings().max_examples)
@given(YAMLISH.filter(lambda text: not set(text) & {"\t", "\u202e"}))
def test_both_roads_lead_to_one_value(text: str) -> None:
    """What the short road reads, the long one reads the same and without a fault."""
    short = plain_values(text, MAX_DEPTH)
    if short is not None:
        node, faults = compose(Document("a.yml", text))
        assert faults == []
        assert node
        assert node.plain() == short


@pytest.mark.parametrize(
    "text",
    [
        "a: &b c",
        "a: !b c",
        "- " * 13 + "a",
        "- " * 1000 + "a",
        "? - " * 60_000 + "a",
        'a: "\\x41"',
        "%YAML 1.1\n---\na: b",
        "a: 1\na: 2",
        "[a]: b",
        "a",
        "",
        "x: [",
        "a: *b",
    ],
)
def test_what_the_short_road_leaves(text: str) -> None:
    """The short road leaves to the long one whatever is unusual."""
    assert plain_values(text, MAX_DEPTH) is None
