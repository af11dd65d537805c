"""A difference in words, in Markdown and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.exports.differences import NOTHING, difference_json, difference_markdown, difference_text
from generator.views.differences import difference
from tests.views.making import channel, day, event, person, record, turned

if TYPE_CHECKING:
    from generator.views.differences import Difference

LONG = "The two ministries spoke of policy for a whole day and then went home without a word to the press."


@pytest.fixture
def found() -> Difference:
    """Give a difference with something in each of its parts."""
    before = record(
        channel("dpct"), person("b"), event("2024-01-01-gone"), event("2024-01-02-old"),
        event("2024-01-03-kept", title="A", summary=LONG, topics=["x", "y"], short="S"),
    )  # fmt: skip
    after = record(
        channel("dpct", native="会晤"), person("c"), event("2024-01-02-new", title="old", formerly=["2024-01-02-old"]),
        event(
            "2024-01-03-kept", title="B", summary=LONG.replace("whole", "short"), topics=["y", "z"], place="pentagon",
            accounts={"us": {"text": "They *met* @ noon.", "sources": ["a"]}},
        ),
        turned("2024-01-08-one", dpct="open", title="First <b>"),
        event("2024-01-09-two", channel="dpct"), event("2024-01-10-three", channel="dpct", title="Third"),
    )  # fmt: skip
    return difference(before, after, day("2024-12-31"))


def test_in_words(found: Difference) -> None:
    """Every part has a heading with its count, every change a line; of long texts the changed words are shown."""
    assert difference_text(found) == WORDS


WORDS = """\
3 events added
  2024-01-08-one: First <b> (suspension, 8 January 2024)
  2024-01-09-two: two (talks, dpct, 9 January 2024)
  2024-01-10-three: Third (talks, dpct, 10 January 2024)

1 event removed without a former id: the address is lost
  2024-01-01-gone: gone (talks, 1 January 2024)

1 entry renamed
  event 2024-01-02-old is now 2024-01-02-new

3 entries changed
  event 2024-01-02-new
    formerly is new: 2024-01-02-old
  event 2024-01-03-kept
    title: A → B
    place is new: pentagon
    summary: The two ministries spoke of policy for a [-whole-] {+short+} day and then went … word to the press.
    accounts is new: They *met* @ noon.; a
    topics: without x, with z
    short is gone: S
  channel dpct
    native is new: 会晤

1 entry added to the registry
  person c

1 entry removed from the registry
  person b

1 change of a channel's state
  dpct since 8 January 2024: open, was none

2 likely duplicates
  2024-01-09-two and 2024-01-10-three: also in the channel `dpct`, 10 January 2024
  2024-01-10-three and 2024-01-09-two: also in the channel `dpct`, 9 January 2024
"""


def test_in_markdown(found: Difference) -> None:
    """A review shows the same as headings and lists; no text of the record becomes markup or calls anybody."""
    text = difference_markdown(found)

    assert text.startswith("### 3 events added\n\n- `2024-01-08-one`: First \\<b\\> (suspension, 8 January 2024)\n")
    assert "    - `accounts` is new: They \\*met\\* &#64; noon.; a\n" in text
    assert "for a ~~whole~~ **short** day" in text
    assert "- `dpct` since 8 January 2024: open, was none\n" in text


def test_as_json(found: Difference) -> None:
    """Every part is a list; changes hold both values as the record's JSON has them."""
    data = json.loads(difference_json(found))

    assert [one["id"] for one in data["added"]] == ["2024-01-08-one", "2024-01-09-two", "2024-01-10-three"]
    assert data["removed"] == [{"id": "2024-01-01-gone", "title": "gone", "date": "2024-01-01"}]
    assert data["renamed"] == [{"kind": "events", "before": "2024-01-02-old", "after": "2024-01-02-new"}]
    changed = {one["id"]: one["fields"] for one in data["changed"]}
    assert {"field": "topics", "before": ["x", "y"], "after": ["y", "z"]} in changed["2024-01-03-kept"]
    assert data["listed"] == [{"kind": "people", "id": "c"}]
    assert data["unlisted"] == [{"kind": "people", "id": "b"}]
    assert data["states"] == [
        {"channel": "dpct", "start": "2024-01-08", "end": None, "before": "none", "after": "open"}
    ]
    assert [(one["id"], one["other"]) for one in data["alike"]] == [
        ("2024-01-09-two", "2024-01-10-three"), ("2024-01-10-three", "2024-01-09-two"),
    ]  # fmt: skip


def test_nothing() -> None:
    """Where nothing changed, that is said, and the JSON has every list empty."""
    found = difference(record(event("2024-01-01-a")), record(event("2024-01-01-a")), day("2024-12-31"))

    assert difference_text(found) == difference_markdown(found) == f"{NOTHING}\n"
    assert set(map(str, json.loads(difference_json(found)).values())) == {"[]"}
