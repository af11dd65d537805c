"""Contacts by year: level, form, place, and what was declined by whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.record.registry import Place
from generator.record.vocabulary import Status
from generator.views import numbers
from generator.views.numbers import Row, YearTable
from tests.views.making import ORIGIN, channel, day, event, record

UNTIL = day("2024-01-31")


def place(id_: str, within: str | None = None, name: str | None = None) -> Place:
    """Make a place."""
    return Place.model_validate({"id": id_, "origin": ORIGIN, "name": name or id_, "within": within})


def kept(table: YearTable) -> dict[str, tuple[int, ...]]:
    """Give the rows of a table that count anything."""
    return {row.key: row.numbers for row in table.rows if row.total}


def test_contacts_by_level() -> None:
    """A held contact counts once: on the highest level of its channels, or apart where it has none."""
    made = record(
        channel("dpct"), channel("ministers", level="ministers"), channel("top", level="leaders"),
        channel("staffs", level="chiefs"), event("2023-02-08-four", channel=["staffs", "top"]),
        event("2022-01-08-one", channel="dpct"), event("2022-02-08-two", channel=["dpct", "ministers"]),
        event("2024-01-08-three", "call"), event("2024-01-09-unknown", channel="unheard-of"),
        event("2022-03-08-refused", channel="dpct", status="refused"), event("2022-04-08-drill", "drill"),
        event("2024-02-01-later", channel="dpct"),
    )  # fmt: skip

    found = numbers.by_level(made, UNTIL)

    assert found.years == (2022, 2023, 2024)
    assert kept(found) == {"leaders": (0, 1, 0), "ministers": (1, 0, 0), "policy": (1, 0, 0),
                           "no-channel": (0, 0, 2)}  # fmt: skip
    assert found.totals == (2, 1, 2)
    assert [row.key for row in found.rows][:2] == ["leaders", "ministers"]


def test_contacts_by_form() -> None:
    """Every kind of contact has its row, in the order of the vocabulary, and nothing else has one."""
    found = numbers.by_form(record(event("2024-01-08-one", "call"), event("2024-01-09-law", "law")), UNTIL)

    assert [row.key for row in found.rows] == [
        "summit", "meeting", "talks", "call", "visit", "exchange", "exercise", "port-call",
    ]  # fmt: skip
    assert kept(found) == {"call": (1,)}


@pytest.mark.parametrize(("kind", "place_id", "where"), [
    ("talks", "pentagon", "us"), ("talks", "beijing", "prc"), ("talks", "prc-itself", "prc"),
    ("talks", "bali", "elsewhere"),
    ("talks", "open-sea", "elsewhere"), ("talks", "virtual", "remote"), ("talks", "by-telephone", "remote"),
    ("call", None, "remote"), ("talks", None, "not-named"), ("talks", "unheard-of", "not-named"),
    ("talks", "round", "elsewhere"),
])  # fmt: skip
def test_where_a_contact_was(kind: str, place_id: str | None, where: str) -> None:
    """A place lies with the party whose name ends what it lies within, also by way of another place."""
    one = event("2024-01-08-one", kind, place=place_id)
    places = (
        place("pentagon", "Washington, DC"), place("washington", "Virginia, us", "Washington, DC"),
        place("beijing", "prc"), place("prc-itself", None, "prc"), place("bali", "Indonesia"), place("open-sea"),
        place("round", "square"), place("square", "round"),
    )  # fmt: skip

    assert numbers.where(replace(record(one), places={made.id: made for made in places}), one) == where


def test_declined_contacts() -> None:
    """Refused, postponed and cancelled contacts count by the party that the entry names, or apart."""
    made = record(
        event("2022-01-08-refused", status="refused", declined_by="prc"),
        event("2022-02-08-postponed", status="postponed"),
        event("2023-02-08-cancelled", status="cancelled", declined_by="us"),
        event("2023-03-08-proposed", status="proposed"), event("2023-04-08-held"),
        event("2024-01-31-last", status="refused"),
        event("2024-02-01-later", status="refused", declined_by="us"),
    )  # fmt: skip

    found = numbers.declined(made, UNTIL)

    assert [(one.outcome, one.by) for one in found] == [
        (Status.REFUSED, "prc"), (Status.POSTPONED, "not-named"), (Status.CANCELLED, "us"),
        (Status.REFUSED, "not-named"),
    ]  # fmt: skip
    assert numbers.declined_by_year(made, UNTIL) == YearTable(
        (2022, 2023, 2024), (Row("prc", (1, 0, 0)), Row("us", (0, 1, 0)), Row("not-named", (1, 0, 1)))
    )


def test_an_empty_record_has_no_years() -> None:
    """Every row is there and counts nothing."""
    found = numbers.by_form(record(), UNTIL)

    assert (found.years, found.totals, found.rows[0]) == ((), (), Row("summit", ()))
