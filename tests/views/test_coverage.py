"""How well a record covers its subject."""

from __future__ import annotations

from generator.views.coverage import Coverage, coverage
from tests.views.making import event, gap, publisher, record, source

SAID = {"text": "It said so.", "sources": ["a"]}


def of(*entries: object) -> Coverage:
    """Take stock of a small record on the last day checked."""
    return coverage(record(*entries, checked="2024-01-31"))  # type: ignore[arg-type]  # entries of any kind


def test_events_are_counted_by_family_outcome_and_decade() -> None:
    """Every event is counted once by family and decade, and every contact by what became of it."""
    found = of(
        event("1998-01-19-signing", "agreement"),
        event("2021-09-28-talks"),
        event("2022-08-05-talks", status="refused", declined_by="prc"),
    )

    assert found.events == 3
    assert found.families == {"contact": 2, "channel": 1}
    assert found.outcomes == {"held": 1, "refused": 1}
    assert found.decades == {"1990s": 1, "2020s": 2}


def test_accounts_are_counted_by_side() -> None:
    """Events have the accounts of all sides, of some or of none; a report without any account is not asked for one."""
    found = of(
        event("2021-09-28-both", accounts={"us": SAID, "prc": SAID}),
        event("2022-04-20-one", accounts={"us": SAID}),
        event("2023-06-02-none"),
        event("2023-10-19-report", "report"),
    )

    assert found.accounts == {"all": 1, "some": 1, "none": 1}
    assert found.by_party == {"prc": 1, "us": 2}


def test_an_account_can_rest_on_others_alone() -> None:
    """An account that no publisher of its side carries is counted as known through others."""
    found = of(
        publisher("pentagon", "us"),
        publisher("paper", "press"),
        event("2021-09-28-own", accounts={"us": SAID}, sources=[source("a", "pentagon")]),
        event("2022-04-20-press", accounts={"us": SAID}, sources=[source("a", "paper")]),
        event("2022-06-10-copy", accounts={"us": SAID}, sources=[source("a", "paper", copy_of="pentagon")]),
    )

    assert found.told_by_others == {"us": 1}
    assert found.citations == 3
    assert found.speakers == {"us": 2, "press": 1}
    assert found.copies == 1


def test_a_review_counts_until_the_next_change() -> None:
    """An event counts as reviewed where somebody has read it after its last change."""
    found = of(
        event("2021-09-28-read", added="2024-01-01", reviewed="2024-01-02"),
        event(
            "2022-04-20-changed",
            added="2024-01-01",
            reviewed="2024-01-02",
            revised=[{"date": "2024-01-03", "note": "A."}],
        ),
        event("2023-06-02-new", added="2024-01-01"),
    )

    assert found.reviewed == 1


def test_what_is_known_to_be_missing_is_counted() -> None:
    """Every gap counts, whatever it is of."""
    assert of(gap("2022"), gap("2023")).gaps == 2


def test_an_empty_record() -> None:
    """A record without events counts nothing and was never changed."""
    found = of()

    assert (found.events, found.citations, found.changed) == (0, 0, None)
