"""How well a record covers its subject."""

from __future__ import annotations

from generator.views.coverage import Coverage, Silence, coverage
from tests.views.making import channel, day, event, person, publisher, record, source

UNTIL = day("2024-01-31")
SAID = {"text": "It said so.", "sources": ["a"]}


def of(*entries: object) -> Coverage:
    """Take stock of a small record on the last day checked."""
    return coverage(record(*entries, checked=f"{UNTIL}"), UNTIL)  # type: ignore[arg-type]  # entries of any kind


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
    """Events have both accounts, one or none; a report without any account is not asked for one."""
    found = of(
        event("2021-09-28-both", accounts={"us": SAID, "prc": SAID}),
        event("2022-04-20-one", accounts={"us": SAID}),
        event("2023-06-02-none"),
        event("2023-10-19-report", "report"),
    )

    assert found.accounts == {"both": 1, "one": 1, "none": 1}
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


def test_the_longest_silence_of_each_channel() -> None:
    """For each channel with rounds the longest time without a held contact is given, also one that still lasts."""
    found = of(
        channel("dpct"),
        channel("memorandum", rounds="false"),
        event("2020-01-14-15", channel="dpct"),
        event("2021-01-14-16", channel="dpct"),
        event("2021-06-01-refused", channel="dpct", status="refused"),
        event("2021-02-01-paper", channel="memorandum"),
    )

    assert found.silences == (Silence("dpct", "2021-01-14-16", 1112, lasts=True),)


def test_names_in_another_script() -> None:
    """A name in another script is missed only where others of the party have one."""
    found = of(
        person("prc-one", native="李尚福", party="prc"), person("prc-two", party="prc"), person("us-one", party="us")
    )

    assert (found.people, found.unnamed) == (3, 1)


def test_an_empty_record() -> None:
    """A record without events counts nothing and was never changed."""
    found = of()

    assert (found.events, found.citations, found.changed, found.silences) == (0, 0, None, ())
