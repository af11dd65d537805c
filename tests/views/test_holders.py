"""Who held an office, under which title, and when it was vacant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.holders import Holding, holder_on, holdings, pairs, posts_on, rank_on, title_on
from tests.views.making import day, office, person, post, record

Bounds = dict[str, Any]
MINISTER = office("prc-minister", complete_since="2018-03-19")
UNTIL = "2024-01-31"


def of(first: str | None = None, last: str | None = None, **fields: Any) -> Bounds:  # noqa: ANN401  whatever a file may hold
    """Make a post in the office of these tests."""
    return post("prc-minister", first, last, **fields)


def name(holding: Holding | None) -> str | None:
    """Say the holder."""
    if holding is None:
        return None
    return holding.person.id if holding.person else str(holding.kind)


def lines(posts: list[Bounds], **fields: Any) -> list[str]:  # noqa: ANN401  as above
    """Say the holdings of the office, whose holders are a, b, c: kind, holder, bounds; before one unsure stands `~`.

    Behind a last day stands `?` where the holder was only seen in post on it.
    """
    people = [person(name, held) for name, held in zip("abc", posts, strict=False)]
    made = record(office("prc-minister", **({"complete_since": "2018-03-19"} | fields)), *people)
    return [
        f"{h.kind} {h.person.id if h.person else '-'} {'' if h.sure_start else '~'}{h.start} "
        f"{'' if h.sure_end else '~'}{h.end}{'?' if h.last_seen else ''}" + (f" {h.role}" if h.role else "")
        for h in holdings(made, "prc-minister", day(UNTIL))
    ]


CASES: dict[str, tuple[list[Bounds], dict[str, str | None], list[str]]] = {
    "nobody": ([], {}, []),
    "a vacancy": (
        [of("2023-12-29"), of("2023-03-12", "2023-10-24"), of("2018-03-19", "2023-03-12")], {},
        ["held c 2018-03-19 2023-03-12", "held b 2023-03-12 2023-10-24", "vacant - 2023-10-25 2023-12-28",
         "held a 2023-12-29 None"],
    ),
    "a gap before the list is complete": (
        [of("2003-03-17", "2008-03-17"), of("2013-03-16", "2018-03-19")], {},
        ["held a 2003-03-17 2008-03-17", "held b 2013-03-16 2018-03-19"],
    ),
    "a gap into the time of the complete list": (
        [of("2013-03-16", "2018-01-31"), of("2018-05-01")], {},
        ["held a 2013-03-16 2018-01-31", "vacant - ~2018-03-19 2018-04-30", "held b 2018-05-01 None"],
    ),
    "a list that is never complete": (
        [of("2018-03-19", "2019-01-01"), of("2020-01-01")], {"complete_since": None},
        ["held a 2018-03-19 2019-01-01", "held b 2020-01-01 ~None"],
    ),
    "no day between": (
        [of("2018-03-19", "2023-03-11"), of("2023-03-12")], {},
        ["held a 2018-03-19 2023-03-11", "held b 2023-03-12 None"]),
    "no end written": (
        [of("2018-03-19"), of("2023-03-12")], {}, ["held a 2018-03-19 ~2023-03-11", "held b 2023-03-12 None"]),
    "nothing after the last holder": ([of("2018-03-19", "2023-10-24")], {}, ["held a 2018-03-19 2023-10-24"]),
    "only seen": (
        [of(seen=["2018-09-01", "2018-11"]), of(seen=["2019-06-02"])], {},
        ["seen a ~2018-09-01 ~2018-11-30?", "seen b ~2019-06-02 ~2019-06-02?"]),
    "seen, then appointed": (
        [of(seen=["2018-09-01", "2018-11-30"]), of("2019-06-02")], {},
        ["seen a ~2018-09-01 ~2018-11-30?", "held b 2019-06-02 None"]),
    "appointed, then last seen": (
        [of("2018-09-01", seen=["2018-10-01", "2018-11-30"]), of("2019-06-02")], {},
        ["held a 2018-09-01 ~2018-11-30?", "held b 2019-06-02 None"]),
    "months and guesses": (
        [of("2018-05", "2018-10"), of("2018-12-01~")], {},
        ["held a ~2018-05-01 ~2018-10-31", "vacant - ~2018-11-01 ~2018-11-30", "held b ~2018-12-01 None"]),
    "a beginning that is not known": ([of(None, "2019-01-01")], {}, ["held a ~None 2019-01-01"]),
    "in office by a day": ([of("[..2023-10-26]")], {}, ["held a ~2023-10-26 None"]),
    "out of office from a day on": ([of("2018-09-01", "[2020-01-01..]")], {}, ["held a 2018-09-01 ~2020-01-01"]),
    "a post without a day": ([of()], {}, []),
    "not yet": ([of("2024-02-01")], {}, []),
    "beyond the horizon": ([of("2023-12-29", "2024-06-30")], {}, ["held a 2023-12-29 None"]),
    "somebody acting meanwhile": (
        [of("2018-03-19", "2023-10-24"), of("2019-01-01", "2019-02-01", role="acting"), of("2023-12-29")], {},
        ["held a 2018-03-19 2023-10-24", "held b 2019-01-01 2019-02-01 acting", "vacant - 2023-10-25 2023-12-28",
         "held c 2023-12-29 None"],
    ),
}  # fmt: skip

MINISTERS = record(
    MINISTER, person("wei", of("2018-03-19", "2023-03-12")), person("li", of("2023-03-12", "2023-10-24")),
    person("dong", of("2023-12-29", "2025-01-01")), checked="2026-11-22",
)  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_holdings(case: str) -> None:
    """Posts become bands with what is sure of their ends, and vacancies stand only where the list is complete."""
    posts, fields, expected = CASES[case]

    assert lines(posts, **fields) == expected


def test_the_holder_of_a_day() -> None:
    """On the day of change the newer one; in a vacancy nobody; before the first and after the last it is not known."""
    days = ("2018-03-18", "2018-03-19", "2023-03-12", "2023-12-28", "2023-12-29", "2025-01-01", "2025-01-02")

    assert [name(holder_on(MINISTERS, "prc-minister", day(text))) for text in days] == [
        None,
        "wei",
        "li",
        "vacant",
        "dong",
        "dong",
        None,
    ]


def test_a_holder_whose_first_day_is_not_known() -> None:
    """Nobody can say that it was held before the last day, but who took part by then took part as its holder."""
    made = record(MINISTER, person("qin", of(None, "2019-01-01")), person("wei", of("2018-03-19", "2018-06-30")))

    assert name(holder_on(made, "prc-minister", day("2017-01-01"))) is None
    assert name(holder_on(made, "prc-minister", day("2019-01-01"))) == "qin"
    assert [found.office.id for found in posts_on(made, "qin", day("2017-01-01"))] == ["prc-minister"]


def test_nobody_is_known_to_hold_an_office_after_the_last_day_checked() -> None:
    """A later day is answered as that day is, whatever the posts say of later."""
    made = record(MINISTER, person("dong", of("2023-12-29")), person("next", of("2025-01-01")), checked="2024-01-31")

    assert name(holder_on(made, "prc-minister", day("2026-01-01"))) == "dong"
    assert holdings(made, "unknown", day(UNTIL)) == ()


def test_an_office_can_be_renamed() -> None:
    """The newer title counts while both are possible, and the nearest where none fits."""
    renamed = office("us-commander", titles=[
        {"title": "Pacific", "from": "1947", "until": "2018-05"},
        {"title": "Indo-Pacific", "from": "2018-05", "until": "2026"},
    ])  # fmt: skip

    days = ("1946-01-01", "2018-04-30", "2018-05-01", "2027-01-01")
    found = {text: title_on(renamed, day(text)).title for text in days}

    assert found == {
        "1946-01-01": "Pacific",
        "2018-04-30": "Pacific",
        "2018-05-01": "Indo-Pacific",
        "2027-01-01": "Indo-Pacific",
    }


def test_a_rank_is_that_of_the_day() -> None:
    """Nothing is said for a day on which no rank is known; a rank without days always holds."""
    promoted = person("dong", ranks=[
        {"rank": "Captain", "from": "2009", "until": "2015-06"},
        {"rank": "Vice Admiral", "from": "2017", "until": "2021-09-06"}, {"rank": "Admiral", "from": "2021-09-06"},
    ])  # fmt: skip

    assert rank_on(promoted, day("2015-06-30")) == "Captain"
    assert rank_on(promoted, day("2015-07-01")) is None
    assert rank_on(promoted, day("2016-12-31")) is None
    assert rank_on(promoted, day("2021-09-05")) == "Vice Admiral"
    assert rank_on(promoted, day("2021-09-06")) == "Admiral"
    assert rank_on(person("liu", ranks=[{"rank": "General"}]), day("1990-01-01")) == "General"


def test_the_posts_of_a_person_on_a_day() -> None:
    """The highest level comes first, each with its title then and its role; a post that was passed on is gone."""
    made = record(
        office("us-chair", level="chiefs"), office("us-adviser", level="leaders"), office("us-deputy"),
        person("milley", post("us-chair", "2019-10-01"), post("us-adviser", "2019-10-01", role="acting"),
               post("us-deputy", "2018-01-01", "2019-09-30"), post("us-unknown", "2019-10-01")),
        person("brown", post("us-chair", "2023-10-01")),
    )  # fmt: skip

    def told(text: str) -> list[tuple[str, str | None]]:
        return [(found.title.title, found.role) for found in posts_on(made, "milley", day(text))]

    assert told("2019-10-01") == [("us-adviser", "acting"), ("us-chair", None)]
    assert told("2023-10-01") == [("us-adviser", "acting")]
    assert told("2018-06-01") == [("us-deputy", None)]
    assert posts_on(made, "unknown", day(UNTIL)) == ()


def test_counterparts_are_named_once() -> None:
    """A pair stands once whichever side names it, the lower party first, by level; one's own side is no counterpart."""
    made = record(
        office("us-secretary", counterpart="prc-minister"), office("prc-minister", counterpart="us-secretary"),
        office("prc-chief", level="chiefs", counterpart="us-chair"), office("us-chair", level="chiefs"),
        office("us-president", level="leaders", counterpart="prc-president"), office("prc-president", level="leaders"),
        office("us-deputy", counterpart="us-secretary"), office("us-envoy", counterpart="prc-unknown"),
        office("prc-attache", level="operational", counterpart="us-secretary"),
    )  # fmt: skip

    assert [(pair.first.id, pair.second.id) for pair in pairs(made)] == [
        ("prc-president", "us-president"),
        ("prc-attache", "us-secretary"),
        ("prc-minister", "us-secretary"),
        ("prc-chief", "us-chair"),
    ]


MAYBE = st.none() | st.dates(date(2018, 1, 1), date(2023, 12, 31))


@st.composite
def posts(draw: st.DrawFn) -> Bounds:
    """Make a post with any of its bounds, or seen."""
    drawn: tuple[date | None, ...] = (draw(MAYBE), draw(MAYBE))
    days = sorted(one for one in drawn if one)
    seen, first_known = draw(st.booleans()), draw(st.booleans())
    if days and seen:
        return of(seen=[f"{one}" for one in days])
    bounds = (*days, None) if first_known else (None, *days)
    return of(*(f"{one}" if one else None for one in (*bounds, None)[:2]))


@given(st.lists(posts(), max_size=5), st.booleans(), st.dates(date(2017, 1, 1), date(2024, 12, 31)))
def test_holdings_are_in_order(written: list[Bounds], complete: bool, asked: date) -> None:  # noqa: FBT001  drawn
    """They come by their first days, none ends before it begins, and a vacancy touches nobody's days."""
    people = [person(f"p{number}", held) for number, held in enumerate(written)]
    made = record(office("prc-minister", complete_since="2018-03-19" if complete else None), *people)

    found = holdings(made, "prc-minister", asked)

    firsts = [holding.start or holding.end or asked for holding in found]
    assert firsts == sorted(firsts)
    for holding in found:
        assert holding.start is None or holding.end is None or holding.start <= holding.end
        assert holding.person or not any(other.person and other.includes(holding.start) for other in found)  # type: ignore[arg-type]  # a vacancy has its first day
    for one in people:
        holds = [holding for holding in found if holding.person is one and holding.includes(asked)]
        assert len(posts_on(made, one.id, asked)) >= len(holds)
