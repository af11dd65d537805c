"""How deep the record goes in each year."""

from __future__ import annotations

from generator.views.depth import Depth, depths
from tests.views.making import day, event, gap, publisher, record, source

UNTIL = day("2024-01-31")
SAID = {"text": "It said so.", "sources": ["a"]}


def test_each_year_says_what_the_record_holds_of_it() -> None:
    """Events, contacts, sources, accounts of both and single sources are counted, in years without events too."""
    made = record(
        publisher("paper", "press"), gap("2021/2022"), gap("2023-05/.."), gap("1999"),
        event("2021-09-28-both", accounts={"us": SAID, "prc": SAID}, sources=[source(id_, "paper") for id_ in "ab"]),
        event("2021-10-28-one", accounts={"us": SAID}, sources=[source("a", "paper")], standing="single-source"),
        event("2021-11-28-refused", status="refused"), event("2023-01-01-report", "report"),
        event("2024-02-01-later"),
    )  # fmt: skip

    assert depths(made, UNTIL) == (
        Depth(2021, events=3, contacts=2, citations=3, both=1, single=1, gaps=1),
        Depth(2022, events=0, contacts=0, citations=0, both=0, single=0, gaps=1),
        Depth(2023, events=1, contacts=0, citations=0, both=0, single=0, gaps=1),
        Depth(2024, events=0, contacts=0, citations=0, both=0, single=0, gaps=1),
    )
    assert [round(one.per_event, 2) for one in depths(made, UNTIL)] == [1.0, 0.0, 0.0, 0.0]


def test_a_gap_whose_beginning_is_not_known_reaches_back() -> None:
    """It counts for every year up to its end."""
    made = record(gap("../2022"), event("2021-09-28-one"))

    assert [one.gaps for one in depths(made, UNTIL)] == [1, 1, 0, 0]
