"""The files in which a script looks words up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.pages.files import parts_of
from generator.pages.search.found import Found, What
from generator.pages.search.index import search_files

if TYPE_CHECKING:
    from collections.abc import Sequence

TALKS = Found(What.EVENT, "events/2024-01-08-talks/", "Long title of the yearly policy talks", ("Talks on war.",), "",
              ("Short", "2024-01-08-talks"), "8 January 2024", 2024, "talks", ("dpct", "hotline"))  # fmt: skip
CALL = Found(What.EVENT, "events/2023-05-01-call/", "A call", ("War, war, war and war.",), year=2023, kind="call")
DONG = Found(What.PERSON, "people/dong-jun/", "Dong Jun", (), "董军", ("Dong",))


def files(found: Sequence[Found]) -> dict[str, Any]:
    """Give the files of some finds by their addresses, read."""
    return {name: json.loads(text) for name, text in texts(found, ["dpct", "hotline"])}


def texts(found: Sequence[Found], channels: Sequence[str] = ()) -> list[tuple[str, bytes]]:
    """Give the files of some finds: their addresses with what stands in them."""
    return [(name, b"".join(parts_of(content))) for name, content in search_files(found, channels)]


def test_columns() -> None:
    """The index holds type, kind, channels and year of each find, and the first word of each file of words."""
    index = files([TALKS, CALL, DONG])["search/index.json"]

    assert index["what"][0] == [*What]
    assert index["what"][1] == [[0, 2], [1, 1]]
    assert index["kind"] == [["call", "talks"], "1,0,"]
    assert index["channel"] == [["dpct", "hotline"], "0 1,,"]
    assert index["year"] == [[2024, 1], [2023, 1], [0, 1]]
    assert index["words"] == ["01"]


def test_weights() -> None:
    """A word weighs most in a short title, less in a long one and in names; in texts by how often it stands."""
    words = files([TALKS, CALL, DONG])["search/words/0.json"]

    assert words["war"] == "AC"
    assert words["call"] == "2H"
    assert words["talks"] == "I"
    assert words["short"] == "C"
    assert words["policy"] == "E"
    assert words["dong"] == "3K"
    assert words["董军"] == "3H"


def test_texts() -> None:
    """What is shown of a find stands in a file with those next to it: address, titles, date, texts."""
    found = files([TALKS, *[CALL] * 8])

    assert found["search/texts/0.json"][0] == [TALKS.address, TALKS.title, "", "8 January 2024", "Talks on war."]
    assert len(found["search/texts/0.json"]) == 8
    assert len(found["search/texts/1.json"]) == 1


def test_files_of_words_stay_small() -> None:
    """However many words there are, none of their files grows, and each word stands in the one that the index names."""
    many = [Found(What.PAGE, f"{n}/", f"word{n}", (f"text{n} all",)) for n in range(4000)]
    found = files(many)
    firsts = found["search/index.json"]["words"]

    assert len(firsts) > 2
    assert firsts == sorted(firsts)
    for number, first in enumerate(firsts):
        held = found[f"search/words/{number}.json"]
        assert min(held) == first
        assert len(json.dumps(held)) < 40_000


def test_the_state_tells_files_apart() -> None:
    """The same finds give the same files; another text gives another state, under which browsers ask for the files."""
    one, again, other = (texts(found) for found in ([TALKS, CALL], [TALKS, CALL], [CALL, TALKS]))

    assert one == again
    assert json.loads(one[-1][1])["state"] != json.loads(other[-1][1])["state"]
