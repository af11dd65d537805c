"""Who sat in an office, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.views.holders import holder_on, holdings
from generator.views.sittings import Sitting, sitting_on, sittings
from tests.views.making import day, office, person, post, record

if TYPE_CHECKING:
    from generator.record.registry import Person

OFFICE = office("us-secretary", complete_since="2000-01-01")
FIRST, LAST = date(2000, 1, 1), date(2003, 12, 31)


def told(*people: Person) -> list[tuple[str, str, str]]:
    """Say each answer: its first day, who held the office then, and who held it last."""

    def name(sitting: Sitting, *, last: bool) -> str:
        holding = sitting.last if last else sitting.holding
        return "not known" if holding is None else holding.person.id if holding.person else "vacant"

    found = sittings(record(OFFICE, *people), OFFICE.id, day("2024-01-31"))
    return [(f"{one.start}", name(one, last=False), name(one, last=True)) for one in found]


def test_each_answer_has_its_first_day() -> None:
    """A vacancy is one, a post without an end is the last, and on a day of change the newer holder is named."""
    assert told(
        person("a", post(OFFICE.id, "2001-01-20", "2005-03-01")),
        person("b", post(OFFICE.id, "2005-03-01", "2006-12-18")), person("c", post(OFFICE.id, "2007-02-01")),
    ) == [
        ("2001-01-20", "a", "a"), ("2005-03-01", "b", "b"), ("2006-12-19", "vacant", "vacant"),
        ("2007-02-01", "c", "c"),
    ]  # fmt: skip


def test_who_was_only_seen_is_not_known_later() -> None:
    """After the last day on which a holder was seen nobody is known, and the last one known is still named."""
    assert told(person("a", {"office": OFFICE.id, "seen": ["2020-01-14", "2021-09-28"]})) == [
        ("2020-01-14", "a", "a"), ("2021-09-29", "not known", "a")]  # fmt: skip


def test_nothing_before_the_first_answer() -> None:
    """A day before anybody is known has no answer, nor has an office that is not known."""
    made = record(OFFICE, person("a", post(OFFICE.id, "2001-01-20")))
    found = sittings(made, OFFICE.id, day("2024-01-31"))

    assert sitting_on(found, day("2001-01-19")) is None
    assert sittings(made, "unknown", day("2024-01-31")) == ()


DAYS = st.dates(FIRST, LAST)


@st.composite
def people(draw: st.DrawFn, number: int) -> Person:
    """Make a person with a post in the office: known, without an end or a beginning, or only seen."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    forms = (post(OFFICE.id, f"{first}", f"{last}"), post(OFFICE.id, f"{first}"), post(OFFICE.id, None, f"{last}"),
             post(OFFICE.id, f"{first:%Y-%m}"), post(OFFICE.id, seen=[f"{first}", f"{last}"]))  # fmt: skip
    return person(f"p{number}", draw(st.sampled_from(forms)))


@given(st.integers(0, 5).flatmap(lambda number: st.tuples(*(people(at) for at in range(number)))), DAYS)
def test_the_answers_are_those_of_each_day(found: tuple[Person, ...], asked: date) -> None:
    """Whoever asks for one day alone is told the same, on that day and around it."""
    made = record(OFFICE, *found, checked=f"{LAST}")
    known = sittings(made, OFFICE.id, LAST)

    for when in (asked, *(one.start + timedelta(days=by) for one in known for by in (-1, 0))):
        sitting, holder = sitting_on(known, when), holder_on(made, OFFICE.id, when)
        assert (sitting.holding if sitting else None) == holder
        begun = [one for one in holdings(made, OFFICE.id, LAST) if (one.start or one.end or date.max) <= when]
        assert (sitting.last if sitting else None) == (holder or (begun[-1] if begun else None))
