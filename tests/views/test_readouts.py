"""Two accounts of one event: what each gives and the other does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.record.registry import Topic
from generator.views.readouts import Readout, one_sided, readouts, shares
from tests.views.making import ORIGIN, event, publisher, record, source

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

PUBLISHERS = (publisher("mnd", "prc"), publisher("dod", "us"), publisher("paper", "press"))
WORDS = {"taiwan": "Taiwan", "ukraine": "Ukraine", "korea": "Korea"}


def told(prc: str | None, us: str | None, name: str = "meeting", **fields: Any) -> Event:  # noqa: ANN401  as in a file
    """Make a meeting with accounts that rest on each side's own publication unless `cited` names others."""
    cited = {"prc": "mnd", "us": "dod"} | fields.pop("cited", {})
    texts = {"prc": prc, "us": us}
    accounts = {id_: {"text": text, "sources": [cited[id_]]} for id_, text in texts.items() if text}
    for id_, date in fields.pop("dated", {}).items():
        accounts[id_]["date"] = date
    known = [source(by, by) for by in ("mnd", "dod", "paper")]
    return event(f"2024-01-08-{name}", **{"kind": "meeting", "accounts": accounts, "sources": known, **fields})


def of(*events: Event) -> Record:
    """Make a record with three topics."""
    topics = {
        id_: Topic.model_validate({"id": id_, "origin": ORIGIN, "name": word, "words": [word]})
        for id_, word in WORDS.items()
    }
    return replace(record(*PUBLISHERS, *events), topics=topics)


def said(readout: Readout) -> dict[str, list[str]]:
    """Give the topics by who names them, `common` for all."""
    alone = {id_: [topic.id for topic in topics] for id_, topics in readout.alone.items()}
    return {**alone, **({"common": [topic.id for topic in readout.common]} if readout.common else {})}


@pytest.mark.parametrize(("fields", "found"), [
    ({"prc": "Of Taiwan.", "us": "Of Ukraine."}, {"prc": ["taiwan"], "us": ["ukraine"]}),
    ({"prc": "Of Taiwan and Korea.", "us": "Of Taiwan."}, {"prc": ["korea"], "common": ["taiwan"]}),
    ({"prc": "Of Taiwan.", "us": "Of trust.", "summary": "They spoke of Taiwan."}, {"common": ["taiwan"]}),
    ({"prc": "Of Taiwan.", "us": "Of trust.", "title": "Visit to Taiwan"}, {"common": ["taiwan"]}),
    ({"prc": "Of trust.", "us": "Of trust.", "summary": "They spoke of Taiwan."}, {}),
])  # fmt: skip
def test_topics_are_compared(fields: dict[str, Any], found: dict[str, list[str]]) -> None:
    """A topic stands with the one account that names it, unless title or summary name it too."""
    (readout,) = readouts(of(told(**fields)))

    assert readout.compared
    assert said(readout) == found


@pytest.mark.parametrize("fields", [
    {"cited": {"us": "paper"}}, {"cited": {"us": "mnd"}}, {"status": "refused"}, {"kind": "incident"},
])  # fmt: skip
def test_not_every_pair_is_compared(fields: dict[str, Any]) -> None:
    """Not one with an account that is known through others, and not what was no contact held; the texts stand there."""
    (readout,) = readouts(of(told("Of Taiwan.", "Of Ukraine.", **fields)))

    assert not readout.compared
    assert readout.event.id == "2024-01-08-meeting"
    assert (readout.common, readout.alone) == ((), {})
    assert [side.account.text for side in readout.sides if side.account] == ["Of Taiwan.", "Of Ukraine."]


@pytest.mark.parametrize(("dated", "found"), [
    ({}, {}), ({"us": "2024-01-08"}, {}), ({"prc": "2024-01-09"}, {"prc": "2024-01-09"}),
    ({"prc": "2024-01-08/2024-01-09", "us": "2024-01-08"}, {"prc": "2024-01-08/2024-01-09"}),
])  # fmt: skip
def test_dates_that_differ_from_the_entrys(dated: dict[str, str], found: dict[str, str]) -> None:
    """A date is given where the account's is not the entry's."""
    (readout,) = readouts(of(told("A.", "B.", dated=dated)))

    assert {id_: date.text for id_, date in readout.dates.items()} == found


@pytest.mark.parametrize(("fields", "disputed"), [
    ({}, False), ({"standing": "disputed"}, True), ({"standing": "unconfirmed"}, False),
    ({"effects": [{"channel": "dpct", "state": "open", "disputed": "true"}]}, True),
    ({"effects": [{"channel": "dpct", "state": "open"}]}, False),
])  # fmt: skip
def test_what_is_disputed(fields: dict[str, Any], disputed: bool) -> None:  # noqa: FBT001  a table's value
    """An event is, or what it did to a channel."""
    (readout,) = readouts(of(told("A.", "B.", **fields)))

    assert readout.disputed is disputed


def test_single_accounts_stand_with_their_side() -> None:
    """Each event with one account is given with who gave it, and through whom; where one party is all, none is."""
    made = of(
        told("A.", None, "a"), told(None, "B.", "b", cited={"us": "paper"}), told("C.", "D.", "c"),
        told(None, None, "d"),
    )  # fmt: skip

    found = one_sided(made)

    assert {id_: [(side.account and side.account.text, side.quoted_by_press) for _, side in events]
            for id_, events in found.items()} == {"prc": [("A.", False)], "us": [("B.", True)]}  # fmt: skip
    assert [one.event.accounts["prc"].text for one in readouts(made)] == ["C."]
    assert one_sided(replace(made, parties={"us": made.parties["us"]})) == {"us": ()}


def test_shares_count_events_by_topic() -> None:
    """Topics come by the number of events whose accounts name them; one that none names is left out."""
    made = of(
        told("Of Taiwan.", "Of Korea.", "a"), told("Of Taiwan.", "Of Taiwan.", "b"),
        told("Of Ukraine.", "Of Ukraine.", "c", cited={"us": "paper"}),
    )  # fmt: skip

    found = shares(made, readouts(made))

    numbers = {share.topic.id: (len(share.common), *map(len, share.alone.values())) for share in found}
    assert list(numbers.items()) == [("taiwan", (1, 1, 0)), ("korea", (0, 0, 1))]
    assert [share.total for share in found] == [2, 1]
