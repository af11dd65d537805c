"""What a timeline is asked for: read from a block, written into an address, answered from the record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator.pages.headings import heading, window_words
from generator.pages.queries import Query, kept, query_of, query_words, window_of
from tests.views.making import channel, day, event, person, record

if TYPE_CHECKING:
    from generator.pages.picture.scene import Window

UNTIL = day("2024-01-31")
WHOLE = (day("2015-01-01"), day("2024-12-31"))
RECORD = record(
    event("2015-03-01-talks", date="2015-03-01", channel="dpct", participants={"us": [{"person": "chase"}]}),
    event("2022-08-05-break", "suspension", date="2022-08-05", title="The break",
          effects=[{"channel": "dpct", "state": "suspended"}]),
    event("2023-01-00-call", "call", date="2023-01", status="refused", topics=["taiwan"]),
    event("2024-01-08-more", date="2024-01-08", channel="dpct", effects=[{"channel": "dpct", "state": "open"}]),
    channel("dpct", short="Policy talks (DPCT)"), person("chase", name="Michael Chase"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "address"),
    [
        ({}, ""),
        ({"title": "Only a title"}, ""),
        ({"channel": "dpct"}, "channel=dpct"),
        ({"to": "2024-01-31", "channel": ["dpct", "mmca"], "from": "2022-01-01"},
         "from=2022-01-01&to=2024-01-31&channel=dpct&channel=mmca"),
        ({"as-of": "2022-08-05", "event": "x", "q": " a & b ", "standing": "disputed", "kind": "call"},
         "kind=call&standing=disputed&q=a+%26+b&event=x&as-of=2022-08-05"),
        ({"from": "2022", "to": ["2023-01-01"], "channel": {"a": "b"}, "kind": [[], "call", ""], "q": ""}, "kind=call"),
    ],
)  # fmt: skip
def test_the_address_of_a_block(plain: dict[str, Any], address: str) -> None:
    """A block's keys are those of the address, in its order; what means nothing is left out."""
    assert str(query_of(plain)) == address


@pytest.mark.parametrize(
    ("query", "events"),
    [
        (Query(), None),
        (Query(first=day("2022-01-01")), None),
        (Query({"channel": ("dpct",)}), {"2015-03-01-talks", "2022-08-05-break", "2024-01-08-more"}),
        (Query({"channel": ("dpct",), "person": ("chase",)}), {"2015-03-01-talks"}),
        (Query({"status": ("refused",)}, first=day("2024-01-01")), {"2023-01-00-call"}),
        (Query(text="BREAK"), {"2022-08-05-break"}),
        (Query({"channel": ("mmca",)}), set()),
    ],
)
def test_kept(query: Query, events: set[str] | None) -> None:
    """A filter keeps the events that meet it, whatever the window; without one there is none."""
    assert kept(RECORD, query) == events


@pytest.mark.parametrize(
    ("query", "window"),
    [
        (Query(), (day("2021-01-01"), day("2024-03-16"))),
        (Query(first=day("2022-01-01"), last=day("2023-01-01")), (day("2022-01-01"), day("2023-01-01"))),
        (Query(first=day("2022-01-01")), (day("2022-01-01"), WHOLE[1])),
        (Query(last=day("2017-01-01")), (WHOLE[0], day("2017-01-01"))),
        (Query(first=day("1949-01-01"), last=day("2017-01-01")), WHOLE),
        (Query(first=day("2022-01-01"), last=day("2022-01-02")), (day("2021-12-29"), day("2022-01-05"))),
        (Query(first=day("2022-01-01"), last=day("2021-01-01")), (day("2021-01-01"), day("2024-03-16"))),
        (Query({"channel": ("dpct",)}), WHOLE),
        (Query(event="2024-01-08-more"), (day("2021-01-01"), day("2024-03-16"))),
        (Query(event="2015-03-01-talks"), (WHOLE[0], WHOLE[0] + (day("2024-03-16") - day("2021-01-01")))),
        (Query(day=day("2018-06-01")), (day("2016-10-24"), day("2020-01-07"))),
    ],
)
def test_window(query: Query, window: Window) -> None:
    """A window lies within the record and lasts a week at least; one that is not given goes to what is selected."""
    found = window_of(RECORD, UNTIL, query)

    assert [abs((one - other).days) <= 1 for one, other in zip(found, window, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Query(), ""),
        (Query({"channel": ("dpct",)}), "Policy talks (DPCT)"),
        (Query({"kind": ("arms-sale", "call"), "standing": ("single-source",)}),
         "Arms sale and call, one secondary source"),
        (Query({"person": ("chase",)}, text="talks"), "Michael Chase, “talks”"),
        (Query({"topic": ("unknown",)}), "Unknown"),
    ],
)  # fmt: skip
def test_words(query: Query, words: str) -> None:
    """A filter is named by what it chooses."""
    assert query_words(RECORD, query) == words


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ((date(1971, 1, 1), date(2026, 12, 31)), "1971 to 2026"),
        ((date(2022, 8, 5), date(2024, 1, 8)), "Aug 2022 to Jan 2024"),
        ((date(2024, 5, 3), date(2024, 5, 9)), "3 to 9 May 2024"),
        ((date(2023, 12, 30), date(2024, 1, 5)), "30 December 2023 to 5 January 2024"),
    ],
)
def test_window_words(window: Window, words: str) -> None:
    """A window is said as closely as its length asks for."""
    assert window_words(window) == words


@pytest.mark.parametrize(
    ("window", "shown", "words"),
    [
        (WHOLE, None, "2015 to 2024: no breaks"),
        (WHOLE, 1, "1 event, 2015 to 2024"),
        ((date(1949, 1, 1), date(2030, 1, 1)), 12, "12 events, 2015 to 2024"),
    ],
)
def test_heading(window: Window, shown: int | None, words: str) -> None:
    """A window is headed by its years and breaks, under a filter by the events that it keeps."""
    assert heading(RECORD, UNTIL, window, shown) == words
