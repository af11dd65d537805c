"""What led to an event, what followed, and the breaks across channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.views.chains import breaks, every_break, followed, led_here
from tests.views.making import channel, day, event, record, turned

if TYPE_CHECKING:
    from generator.record.entry import Entry

FOUR = tuple(channel(id_, rounds="false") for id_ in ("dpct", "mmca", "theatre", "chiefs"))
PROGRAMME = channel("programme", programme="true")
PELOSI = event("2022-08-02-pelosi", "context", title="Visit of the Speaker", short="Pelosi in Taiwan")
ANSWER = [{"event": PELOSI.id, "relation": "responds-to"}]
HALT = turned("2022-08-05-halt", title="Three channels", related=ANSWER, dpct="suspended", mmca="suspended",
              theatre="suspended")  # fmt: skip
UNTIL = day("2024-01-31")


def test_ties_run_both_ways() -> None:
    """What an event names stands with its relation, what names it with the inverse, by time, unknown ids left out."""
    drill = event("2022-08-04-drill", "drill", related=ANSWER)
    summit = event("2023-11-15-summit", "summit", related=[
        {"event": HALT.id, "relation": "responds-to"}, {"event": drill.id, "relation": "follows"},
        {"event": "2000-01-01-lost", "relation": "follows"},
    ])  # fmt: skip
    round_ = event("2024-01-08-round", related=[
        {"event": summit.id, "relation": "implements"}, {"event": HALT.id, "relation": "part-of"}])  # fmt: skip
    made = record(PELOSI, HALT, drill, summit, round_)

    assert [(tie.event, tie.words) for tie in led_here(made, summit)] == [(drill, "follows"), (HALT, "responds to")]
    assert [(tie.event, tie.words) for tie in followed(made, PELOSI)] == [(drill, "answered by"), (HALT, "answered by")]
    assert [(tie.event, tie.words) for tie in followed(made, HALT)] == [(summit, "answered by"), (round_, "includes")]
    assert [(tie.event, tie.words) for tie in followed(made, summit)] == [(round_, "carried out by")]
    assert led_here(made, PELOSI) == followed(made, round_) == ()


CASES: dict[str, tuple[list[Entry], list[tuple[str, str | None, int]]]] = {
    "two channels are no break": ([turned("2022-08-05-two", dpct="suspended", mmca="suspended")], []),
    "it lasts": ([HALT], [("2022-08-05-halt", None, 17)]),
    "one of three is not most": (
        [HALT, turned("2023-11-15-summit", "summit", dpct="agreed")], [("2022-08-05-halt", None, 17)]),
    "agreed at once": (
        [HALT, turned("2023-11-15-summit", "summit", dpct="agreed", mmca="agreed")],
        [("2022-08-05-halt", "2023-11-15-summit", 15)],
    ),
    "open one by one": (
        [HALT, turned("2023-10-01-one", "resumption", dpct="open"),
         turned("2023-12-05-two", "resumption", theatre="open")],
        [("2022-08-05-halt", "2023-12-05-two", 16)],
    ),
    "suspended anew in between": (
        [HALT, turned("2022-10-01-one", "resumption", dpct="open"), turned("2022-11-01-back", dpct="suspended"),
         turned("2023-12-05-two", "resumption", theatre="open")],
        [("2022-08-05-halt", None, 17)],
    ),
    "given up is not resumed": (
        [HALT, turned("2022-10-01-end", "statement", dpct="ended", mmca="ended", theatre="ended")],
        [("2022-08-05-halt", None, 17)],
    ),
    "half of four is not most": (
        [turned("2022-08-05-all", dpct="suspended", mmca="suspended", theatre="suspended", chiefs="suspended"),
         turned("2022-09-05-two", "resumption", dpct="open", mmca="open"),
         turned("2022-10-05-third", "resumption", chiefs="agreed")],
        [("2022-08-05-all", "2022-10-05-third", 2)],
    ),
    "suspended already": (
        [HALT, turned("2022-09-01-again", dpct="suspended", mmca="suspended", theatre="suspended", chiefs="suspended")],
        [("2022-08-05-halt", None, 17)],
    ),
    "two breaks": (
        [HALT, turned("2022-10-05-open", "resumption", dpct="open", mmca="open", theatre="open"),
         turned("2023-10-31-halt", dpct="suspended", mmca="suspended", theatre="suspended")],
        [("2022-08-05-halt", "2022-10-05-open", 2), ("2023-10-31-halt", None, 3)],
    ),
    "the programme alone": (
        [turned("2022-08-05-halt", programme="suspended"), turned("2023-02-05-plan", "summit", programme="agreed"),
         turned("2023-11-15-open", "resumption", programme="open")],
        [("2022-08-05-halt", "2023-11-15-open", 15)],
    ),
    "the programme decides": (
        [turned("2022-08-05-halt", programme="suspended", dpct="suspended", mmca="suspended"),
         turned("2022-10-05-two", "resumption", dpct="open", mmca="open")],
        [("2022-08-05-halt", None, 17)],
    ),
    "after the horizon": ([turned("2024-02-01-halt", dpct="suspended", mmca="suspended", theatre="suspended")], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_breaks(case: str) -> None:
    """Three channels at once make a break, or the programme; what opens most of them, or the programme, ends it."""
    entries, expected = CASES[case]

    found = breaks(record(*FOUR, PROGRAMME, PELOSI, *entries), UNTIL)

    assert [(one.start.id, one.end and one.end.id, one.months) for one in found] == expected


def test_a_stop_of_single_channels_is_a_break_but_no_great_one() -> None:
    """Fewer than three channels at once are told as well; a channel suspended already is not stopped again."""
    two = turned("2018-05-23-two", dpct="suspended", mmca="suspended")
    again = turned("2018-09-22-again", dpct="suspended", chiefs="suspended")
    back = turned("2019-01-01-back", "resumption", dpct="agreed", mmca="agreed")
    made = record(*FOUR, PELOSI, two, again, back, HALT)

    assert [(gap.start.id, gap.channels, gap.end and gap.end.id, gap.great) for gap in every_break(made, UNTIL)] == [
        ("2018-05-23-two", ("dpct", "mmca"), "2019-01-01-back", False),
        ("2018-09-22-again", ("chiefs",), None, False),
        ("2022-08-05-halt", ("dpct", "mmca", "theatre"), None, True),
    ]  # fmt: skip


def test_a_break_is_named_by_year_and_cause() -> None:
    """The cause is what the suspension responds to; without one it is named after itself. Short titles come first."""
    [known] = breaks(record(*FOUR, PELOSI, HALT), UNTIL)
    [unknown] = breaks(record(*FOUR, HALT), UNTIL)

    assert (known.name, known.cause, known.channels) == ("2022 Pelosi in Taiwan", PELOSI, ("dpct", "mmca", "theatre"))
    assert (unknown.name, unknown.cause) == ("2022 Three channels", None)


def test_who_broke_off() -> None:
    """The party that is written, else the only one that took part; with both at the table nobody is named."""

    def who(**fields: Any) -> str | None:  # noqa: ANN401  whatever a file may hold
        halt = turned("2022-08-05-halt", dpct="suspended", mmca="suspended", theatre="suspended", **fields)
        return breaks(record(*FOUR, halt), UNTIL)[0].party

    assert who() is None
    assert who(declined_by="prc", participants={"us": [{"role": "envoy"}]}) == "prc"
    assert who(participants={"us": [{"role": "envoy"}]}) == "us"
    assert who(participants={"us": [{"role": "envoy"}], "prc": [{"role": "envoy"}]}) is None
