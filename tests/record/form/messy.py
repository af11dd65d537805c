"""Files as people write them: the same values in any style, with comments in odd places."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = (
    "they met",
    "a: b",
    "x # y",
    "no",
    "2024-01-08",
    "- dash",
    "'tis",
    'a "b" c',
    "宋延超",
    "[x]",
    "1e3",
    "two  gaps",
)
"""Texts that need care when they are written."""
FIELDS = ("title", "date", "kind", "summary", "topics", "sources", "accounts", "sumary", "effects", "added", "zh", "us")

texts = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from("ab:#'\"-?,[]{}&*!|>%@`\\ .0é军"), max_size=12),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map("\n\n".join),
)
"""Texts of a record: any marks that mean something to YAML, long ones, several paragraphs."""
keys = st.one_of(st.sampled_from(FIELDS), st.text(st.sampled_from("ab:#- '0"), min_size=1, max_size=6))
values = st.recursive(
    texts, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)), max_leaves=12
)
files = st.dictionaries(keys, values, min_size=1, max_size=6)


@st.composite
def messy(draw: st.DrawFn) -> str:
    """Give the text of a file: drawn values in drawn styles, with drawn comments."""
    return _Writer(draw).file(draw(files))


class _Writer:
    """Writes values as YAML, and asks for each choice that the language leaves."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.number = 0

    def file(self, plain: dict[str, Any]) -> str:
        """Write a file: a mapping in blocks, sometimes begun by dashes."""
        begin = self.draw(st.sampled_from(["", "---\n", "# top\n\n", "\n"]))
        return begin + self.block(plain, 0) + self.comment_lines(0)

    def block(self, value: Any, indent: int) -> str:  # noqa: ANN401  a value of any form
        """Write the members of a mapping or list, each on lines of its own."""
        found = ""
        pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        for key, item in pairs:
            found += self.comment_lines(indent)
            found += " " * indent + ("-" if key is None else f"{self.quoted(key)}:") + self.member(item, indent)
        return found + self.comment_lines(indent)

    def member(self, value: Any, indent: int) -> str:  # noqa: ANN401  as above
        """Write a value from behind its key or dash to the end of its last line."""
        if isinstance(value, str):
            return self.text(value, indent)
        if not value or self.draw(st.booleans()):
            return f" {self.brackets(value)}{self.beside()}\n"
        return f"{self.beside()}\n{self.block(value, indent + self.draw(st.integers(1, 4)))}"

    def text(self, text: str, indent: int) -> str:
        """Write a text in quotes, or in a block where one can hold it."""
        can_stand = text.strip() == text != "" and "\t" not in text
        if not can_stand or self.draw(st.booleans()):
            gap = self.draw(
                st.sampled_from([" ", "\n" + " " * (indent + 1), f" # {self.next()}\n" + " " * (indent + 1)])
            )
            return f"{gap}{self.quoted(text)}{self.beside()}\n"
        margin = " " * (indent + self.draw(st.integers(1, 3)))
        sign, between = self.draw(st.sampled_from([("|-", "\n"), ("|", "\n"), (">-", "\n\n"), (">", "\n\n")]))
        lines = text.split(between) if sign.startswith(">") else text.split("\n")
        body = "".join(f"{margin}{line}\n" if line else "\n" for line in (between.join(lines)).split("\n"))
        return f" {sign}{self.beside()}\n{body}"

    def brackets(self, value: Any) -> str:  # noqa: ANN401  as above
        """Write a value in brackets or quotes, with a comment behind some of its items."""
        if isinstance(value, str):
            return self.quoted(value)
        ends = "{}" if isinstance(value, dict) else "[]"
        inner = [f"{self.quoted(k)}: {self.brackets(v)}" for k, v in value.items()] if isinstance(value, dict) else [
            self.brackets(item) for item in value
        ]  # fmt: skip
        joined = "".join(
            f"{item},{self.beside()}\n     " if self.draw(st.booleans()) else f"{item}, " for item in inner
        )
        return f"{ends[0]}{self.draw(st.sampled_from(['', ' ']))}{joined}{ends[1]}"

    def quoted(self, text: str) -> str:
        """Write a text on one line: in quotes that fit it, or plain where it surely can be."""
        if text.isalpha() and self.draw(st.booleans()):
            return text
        if "\n" not in text and self.draw(st.booleans()):
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

    def beside(self) -> str:
        """Write a comment behind something, or none."""
        return f"  # {self.next()}" if self.draw(st.integers(0, 5)) == 0 else ""

    def comment_lines(self, indent: int) -> str:
        """Write some comments on lines of their own, each indented as its writer pleased, or none."""
        many = self.draw(st.sampled_from([0, 0, 0, 1, 2]))
        shifts = [max(0, indent + self.draw(st.integers(-3, 3))) for _ in range(many)]
        gap = self.draw(st.sampled_from(["", "", "\n"]))
        return "".join(f"{gap}{' ' * shift}# {self.next()}\n" for shift in shifts)

    def next(self) -> str:
        """Give the words of a comment, told apart by their number."""
        self.number += 1
        return f"c{self.number}: - [odd"
