"""What is found upon the last time is what is found from nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.files import parts_of
from generator.pages.search.found import Found, What
from generator.pages.search.last import Last
from generator.pages.search.rows import rows_of, rows_upon
from generator.pages.search.searching import make_search
from generator.pages.site import make_slips
from generator.views.bare import bare
from tests.pages.full_record import SETTINGS, written
from tests.pages.test_slips import retold

if TYPE_CHECKING:
    from pathlib import Path

    from generator.record.record import Record

TEXTS = st.lists(st.sampled_from(["war", "talks", "call", "董军", "defence"]), max_size=6).map(" ".join)
FOUND = st.builds(lambda number, title, text: Found(What.EVENT, str(number), title, (text,)), st.just(1), TEXTS, TEXTS)


@given(st.lists(FOUND, min_size=30, max_size=60), st.lists(st.tuples(st.integers(0, 29), FOUND), max_size=8))
def test_rows_are_put_right(before: list[Found], changes: list[tuple[int, Found]]) -> None:
    """Whatever is other in some finds, rows made upon the last ones are those made from nothing."""
    found = list(before)
    for number, one in changes:
        found[number] = one

    assert rows_upon(rows_of(before), before, found) == rows_of(found)
    assert rows_upon(rows_of(before), before, found[1:]) == rows_of(found[1:])


def test_whatever_an_event_says_now(tmp_path: Path) -> None:
    """Whichever event says something else than the last time, every file of the search is as from nothing."""
    record, place = written(tmp_path), tmp_path / "kept/search.pickle"
    files(record, Last(place))
    for changed in map(partial(retold, record), record.events):
        assert files(changed, Last(place)) == files(changed)


@pytest.mark.parametrize("ground", ["ground", "another"])
def test_what_is_known_is_not_made(tmp_path: Path, ground: str) -> None:
    """What was found in the same is not made again, unless what stands beside it is other."""
    known = Found(What.EVENT, "address", "Title", ("text",), made_of="sum")
    Last(tmp_path / "kept", "ground").keep([known], {}, [])

    other = replace(known, title="Made anew")
    found = Last(tmp_path / "kept", ground).of("sum", lambda: other)
    assert found == (known if ground == "ground" else other)


def files(record: Record, last: Last | None = None) -> list[tuple[str, str, bytes]]:
    """Give the files of the search of a record: address, what stands for the content where that is told, and it."""
    made = make_search(record, list(make_slips(record, SETTINGS, bare(record))), {}, last)
    return [(name, getattr(content, "told", ""), b"".join(parts_of(content))) for name, content in made]
