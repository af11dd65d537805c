"""The record's prose as HTML, and as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.markdown import markdown
from generator.pages.text import Prose, plain
from generator.record.around import Around
from generator.record.reading import Document
from tests.pages.reading_html import Tree
from tests.views.making import event, record

KNOWN = {("event", "a-b"), ("person", "li"), ("channel", "dpct"), ("office", "chief"), ("topic", "sea")}


def prose() -> Prose:
    """Give a writer that knows one entry of each kind."""
    return Prose(lambda kind, id_: f"../../{kind}s/{id_}/" if (kind, id_) in KNOWN else None)


@pytest.mark.parametrize(("text", "html"), [
    ("It rained & stormed", "It rained &amp; stormed"),
    ("a *b* **c** _d_ `e`", "a <em>b</em> <strong>c</strong> <em>d</em> <code>e</code>"),
    ("in_the_middle stays", "in_the_middle stays"),
    ("two\nlines,\n\n    one paragraph", "two lines, one paragraph"),
    ("[x](event:a-b)", '<a href="../../events/a-b/">x</a>'),
    ("[x](person:li) [y](office:chief)", '<a href="../../persons/li/">x</a> <a href="../../offices/chief/">y</a>'),
    ("[gone](event:nowhere)", "gone"),
    ("[x](https://a.example/?b=1&c=2)", '<a rel="external noopener" href="https://a.example/?b=1&amp;c=2">x</a>'),
    ('[x](https://a.example "title")', '<a rel="external noopener" href="https://a.example">x</a>'),
    ("[x](HTTPS://a.example)", '<a rel="external noopener" href="HTTPS://a.example">x</a>'),
    ("[x](javascript:alert(1))", "x"),
    ("[x](JaVaScRiPt:alert(1))", "x"),
    ("[x](&#106;avascript:alert(1))", "x"),
    ("[x](data:text/html,y)", "x"),
    ("[x](//a.example)", "x"),
    ("[x](../elsewhere/)", "x"),
    ("[x](mailto:a@b.example)", "x"),
    ("![i](https://a.example/i.png)", "![i](https://a.example/i.png)"),
    ("<https://a.example>", "&lt;https://a.example&gt;"),
    ("<b onclick=1>x</b>", "&lt;b onclick=1&gt;x&lt;/b&gt;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<!-- c --> <?php ?> <![CDATA[d]]>", "&lt;!-- c --&gt; &lt;?php ?&gt; &lt;![CDATA[d]]&gt;"),
    ("# h", "# h"), ("- l", "- l"), ("1. l", "1. l"), ("> q", "&gt; q"), ("[a]: http://x.example", "[a]: http://x.example"),
    (r"\*not\*", "*not*"),
    (r"\[x](event:a-b)", "[x](event:a-b)"),
    (r"\\[x](event:a-b)", r'\<a href="../../events/a-b/">x</a>'),
    ("`a < b & c`", "<code>a &lt; b &amp; c</code>"),
    ("x {: onclick=1 }", "x {: onclick=1 }"),
    ('"q"', "&#34;q&#34;"),
])  # fmt: skip
def test_inline(text: str, html: str) -> None:
    """Emphasis, code and links come through; all else is text."""
    assert str(prose().inline(text)) == html


@given(st.text(alphabet=st.sampled_from("ab<>&\"'`*_[]()!:/\\{}#-= \n\t\x00\x02\x03日"), max_size=60))
def test_no_text_makes_markup(text: str) -> None:
    """Whatever the text, only four elements come of it, closed in order, and no attribute but a link's."""
    tree = Tree(str(prose().inline(text)))

    assert {tag for tag, _ in tree.elements} <= {"em", "strong", "code", "a"}
    assert {name for _, attrs in tree.elements for name in attrs} <= {"href", "rel"}
    assert (tree.open, tree.misnested) == ([], [])


@given(st.lists(st.sampled_from([*"[]()\\!a", "`a", "](event:a-b)", "[x](event:a-b)"]), max_size=14).map("".join))
def test_no_link_is_overlooked(text: str) -> None:
    """However brackets are put and escaped: where a text has a link on its page, the checks have looked at one."""
    made = event("2024-01-08-talks", summary=f"a{text}")
    around = Around(Path(), record(), {made.origin.path: Document("", "")}, (), {}, {})

    assert [*markdown(made, around, made.date.end)] or "<a " not in prose().inline(made.summary)


def test_one_writer_writes_many() -> None:
    """A text is written the same whatever was written before it."""
    writer = prose()
    first = writer.inline("[x](event:a-b) *y*")
    writer.inline("[broken](event: `*")

    assert writer.inline("[x](event:a-b) *y*") == first


def test_paragraphs_part_at_line_breaks() -> None:
    """Each line of a text is a paragraph; empty ones are none."""
    assert prose().paragraphs("one *a*\n\n  two\n") == ("one <em>a</em>", "two")


@pytest.mark.parametrize(("text", "said"), [
    ("It *rained* & [stormed](event:a-b)", "It rained & stormed"),
    ("<b>x</b>", "<b>x</b>"),
    ("no  mark\nat all", "no mark at all"),
])  # fmt: skip
def test_plain(text: str, said: str) -> None:
    """Without its Markdown a text is on one line, and characters are themselves."""
    assert plain(text) == said
