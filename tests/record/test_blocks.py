"""Timelines in hand-written pages: where they stand, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.record.blocks import Block, blocks, read_block, read_prose, strays

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """
# A page

```timeline
channel: dpct
```

````
```timeline
channel: within a longer fence
```
````

~~~ timeline
# all of it
~~~
"""


def test_blocks_have_their_places() -> None:
    """A block has the line of its opening fence and its own text; within a longer fence it is text."""
    found = list(blocks(PAGE))

    assert [(block.line, block.text) for block in found] == [(4, "channel: dpct\n"), (14, "# all of it\n")]
    assert PAGE[found[0].start : found[0].end] == "```timeline\nchannel: dpct\n```"


# text of a page, lines that look like a block and are none
STRAYS = [
    (PAGE, []),
    ("\n\n```timeline dpct\nchannel: dpct\n```\n", [(3, "```timeline dpct")]),
    ("```timeline\nchannel: dpct\n", [(1, "```timeline")]),
    ("   ```timeline\nchannel: dpct\n   ```\n", [(1, "   ```timeline")]),
    ("    ```timeline\n", []), ("```timelines\n", []), ("The word timeline.\n", []),
    ("```timeline\n```\n```timeline\n", [(3, "```timeline")]),
    ("````\n```timeline\n````\n~~~timeline\n", [(4, "~~~timeline")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), STRAYS)
def test_strays(text: str, found: list[tuple[int, str]]) -> None:
    """A line that looks like the beginning of a block and is none is told with its number."""
    assert list(strays(text)) == found


# what stands in a block, its value
SAID: list[tuple[str, object]] = [
    ("", {}), ("\n\n", {}), ("# a remark\n", {}), ("  # a remark\n\n# more\n", {}),
    ("# a remark\nchannel: dpct\n", {"channel": "dpct"}), ("channel: dpct\n# a remark\n", {"channel": "dpct"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), SAID)
def test_what_a_block_says(text: str, value: object) -> None:
    """A block of remarks alone says nothing; any other says what its YAML says."""
    document, plain, faults = read_block("content/a.md", Block(0, 9, 3, text))

    assert (plain, faults) == (value, [])
    assert document == type(document)("content/a.md", "\n\n\n" + text)


def test_a_fault_in_a_block_has_its_place_in_the_page() -> None:
    """Lines are counted from the top of the page."""
    [fault] = read_block("content/a.md", Block(0, 9, 4, "channel: [dpct\n"))[2]

    assert str(fault.place) == "content/a.md:5:10"


def test_pages_are_read(tmp_path: Path) -> None:
    """Pages of all folders are read, whatever their line ends; no folder, other file or broken letter hinders that."""
    for name, content in {"b/c.md": b"one\r\ntwo\rthree", "a.md": b"\xef\xbb\xbf\xff", "a.txt": b"x"}.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_bytes(content)
    (tmp_path / "content" / "z.md").mkdir()

    found = {path: document.text for path, document in read_prose(tmp_path).items()}

    assert found == {
        "content/a.md": "\N{REPLACEMENT CHARACTER}",
        "content/b/c.md": "one\ntwo\nthree",
        "content/z.md": "",
    }
