"""What the keepers of a record can look at next."""

from __future__ import annotations

from generator.record.source import SharedSource
from generator.views.upkeep import Copy, OneAccount, Silence, Unread, Upkeep, upkeep
from tests.views.making import ORIGIN, channel, day, event, person, record, source

TODAY = day("2024-02-10")
SAID = {"text": "It said so.", "sources": []}


def of(*entries: object) -> Upkeep:
    """Give what can be looked at in a small record, ten days after it was checked."""
    return upkeep(record(*entries), day("2024-01-31"), TODAY)  # type: ignore[arg-type]  # entries of any kind


def test_what_nobody_has_read_for_longest() -> None:
    """Events stand in the order in which they were last changed or read; those of one day in the order of time."""
    found = of(
        event("2020-01-01-new", added="2024-02-10"),
        event("2021-01-01-read", added="2024-01-01", reviewed="2024-02-08"),
        event("2023-01-01-later", added="2024-01-01"),
        event("2022-01-01-old", added="2024-01-01"),
    )

    assert found.unread == (
        Unread("2022-01-01-old", day("2024-01-01"), 40), Unread("2023-01-01-later", day("2024-01-01"), 40),
        Unread("2021-01-01-read", day("2024-02-08"), 2), Unread("2020-01-01-new", TODAY, 0),
    )  # fmt: skip


def test_contacts_that_lack_an_account() -> None:
    """A held contact with an account of one side is listed, the latest first, with the sides that are missing."""
    found = of(
        event("2021-01-01-one", accounts={"us": SAID}),
        event("2022-01-01-both", accounts={"us": SAID, "prc": SAID}),
        event("2022-06-01-none"),
        event("2022-07-01-refused", status="refused", declined_by="prc", accounts={"us": SAID}),
        event("2023-01-01-other", accounts={"prc": SAID}),
    )

    assert found.one_account == (OneAccount("2023-01-01-other", ("us",)), OneAccount("2021-01-01-one", ("prc",)))


def test_sources_that_are_copies() -> None:
    """A source written in an event is named with it, a shared one by its id; copies of one publisher stand together."""
    copied = source("b", "paper", copy_of="agency"), source("a", "blog", copy_of="agency")
    shared = SharedSource.model_validate({**source("c", "site", copy_of="bureau"), "origin": ORIGIN})
    found = of(event("2021-01-01-a", sources=["c", source("own", "paper"), *copied]), shared)

    assert found.copies == (
        Copy("2021-01-01-a/a", "blog", "agency"), Copy("2021-01-01-a/b", "paper", "agency"),
        Copy("c", "site", "bureau"),
    )  # fmt: skip


def test_names_in_another_script() -> None:
    """A name in another script is missed only where most people of the party have one."""
    found = of(
        person("prc-one", native="李尚福", party="prc"), person("prc-two", party="prc"),
        person("prc-three", native="董军", party="prc"), person("us-one", party="us"),
        person("us-two", native="骆家辉", party="us"), person("us-three", party="us"),
    )  # fmt: skip

    assert found.unnamed == ("prc-two",)


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

    assert found.silences == (Silence("dpct", "2021-01-14-16", 1112, lasts=True, across_gap=False),)


def test_an_empty_record() -> None:
    """A record without entries has nothing to look at."""
    assert of() == Upkeep((), (), (), (), ())
