"""The record without its long texts."""

from __future__ import annotations

from generator.views.bare import LEFT_OUT, bare, basis, digest
from tests.views.making import event, record

SAID = {"text": "So.", "sources": ["a"], "date": "2024-01-07"}
MADE = event(
    "2024-01-08-talks", accounts={"us": {**SAID, "quote": "Open."}, "prc": SAID},
    reported=[{"text": "One.", "sources": ["a"]}, {"text": "Two."}],
)  # fmt: skip


def test_long_texts_are_left_out_and_nothing_else() -> None:
    """Summary, accounts, quotations and reports become a mark; dates, sources and what is absent stay."""
    [found] = bare(record(MADE)).events

    assert (found.summary, found.reported[0].text, found.reported[0].sources) == (LEFT_OUT, LEFT_OUT, ("a",))
    assert [(one.text, one.quote) for one in found.accounts.values()] == [(LEFT_OUT, LEFT_OUT), (LEFT_OUT, None)]
    kept = {"summary": MADE.summary, "accounts": MADE.accounts, "reported": MADE.reported}
    assert found.model_copy(update=kept) == MADE
    assert {party: one.date for party, one in found.accounts.items()} == {"us": MADE.accounts["us"].date,
                                                                          "prc": MADE.accounts["us"].date}  # fmt: skip
    assert found.accounts["us"].sources == ("a",)


def test_a_digest_is_of_what_is_held() -> None:
    """It is the same for equal records, another once a title is another, the same where only texts left out differ."""
    other, longer = MADE.model_copy(update={"title": "Other"}), MADE.model_copy(update={"summary": "It was long."})

    assert digest(record(MADE)) == digest(record(MADE.model_copy()))
    assert digest(record(MADE)) != digest(record(other))
    assert digest(record(MADE)) != digest(record(longer))
    assert digest(bare(record(MADE))) == digest(bare(record(longer)))
    assert digest("a lone surrogate: \ud800") != digest("a lone surrogate: \ud801")
    assert len(digest("")) == 32


def test_a_page_rests_on_the_texts_that_it_shows() -> None:
    """Its basis is another where such a text is, or anything but texts; that of other events matters nothing."""
    one, two = MADE, event("2024-01-09-visit")
    told = {"summary": "It was long."}
    before, after = record(one, two), record(one, two.model_copy(update=told))
    retitled = record(one, two.model_copy(update={"title": "Other"}))

    assert basis(before) != basis(after)
    assert basis(before, [two]) != basis(after, [after.by_id[two.id]])
    assert basis(before, [one]) == basis(after, [one]) != basis(retitled, [one])
    assert len({basis(before), basis(before, [one]), basis(before, [])}) == 3
