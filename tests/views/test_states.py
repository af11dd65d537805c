"""The channels on a day, and what one event did to them."""

from __future__ import annotations

import pytest

from generator.record.vocabulary import DerivedState, State
from generator.views.spans import Span
from generator.views.states import BoardRow, answer, board, open_counts, tally, turns, turns_by_event
from tests.views.making import channel, day, event, record, turned

CHANNELS = (
    channel("mmca", level="operational", rounds="false"), channel("dpct"), channel("arms"),
    channel("leaders", level="leaders"),
)  # fmt: skip
OPENED = turned("2021-09-28-sixteenth", "talks", channel="dpct", dpct="open", mmca="open")
HALTED = turned("2022-08-05-halt", dpct="suspended", mmca="suspended")
SUMMIT = turned("2023-11-15-summit", "summit", channel="leaders", dpct="agreed", mmca="agreed", leaders="open")
AGAIN = event("2024-01-08-seventeenth", channel="dpct")
STORY = record(*CHANNELS, OPENED, HALTED, SUMMIT, AGAIN, checked="2024-01-31")


def row(state: str) -> BoardRow:
    """Make a row of the board."""
    known = {word.value: word for word in (*State, DerivedState.DORMANT)}
    start = day("2024-01-01")
    span = Span("dpct", known[state], start, start, None, None, disputed=False) if state in known else None
    return BoardRow(CHANNELS[1], span, None)


def test_the_board_goes_by_level_then_by_id() -> None:
    """Each channel has its row, with its state and its last held contact, also before its first word."""
    rows = board(STORY, day("2023-11-20"))

    assert [(row.channel.id, row.state, row.last_held and row.last_held.id) for row in rows] == [
        ("leaders", "open", "2023-11-15-summit"),
        ("arms", "none", None),
        ("dpct", "agreed", "2021-09-28-sixteenth"),
        ("mmca", "agreed", None),
    ]


def test_the_board_knows_nothing_after_the_last_day_checked() -> None:
    """A later day is answered as that day is."""
    later = record(*CHANNELS, OPENED, event("2024-06-01-eighteenth", channel="dpct"), checked="2024-01-31")

    assert board(later, day("2026-11-22")) == board(later, day("2024-01-31"))


@pytest.mark.parametrize(("states", "heading"), [
    ("", "No channel is on record"),
    ("open " * 5 + "suspended " * 4 + "dormant " * 3, "5 of 12 channels are open, 4 are suspended, 3 are dormant"),
    ("open suspended dormant", "1 of 3 channels is open, 1 is suspended, 1 is dormant"),
    ("suspended suspended", "None of 2 channels is open, 2 are suspended"),
    ("open open", "2 of 2 channels are open"),
    ("open", "1 of 1 channel is open"),
    ("ended agreed ended agreed proposed", "None of 3 channels is open, 2 are agreed, 1 is proposed"),
    ("ended none", "No channel is on record"),
    ("open none none ended", "1 of 1 channel is open"),
])  # fmt: skip
def test_the_heading_is_the_answer(states: str, heading: str) -> None:
    """Every channel that exists is in the sentence, and every number agrees with its verb."""
    assert answer([row(state) for state in states.split()]) == heading


@pytest.mark.parametrize(("states", "heading"), [
    ("", "No channel was on record"), ("ended none", "No channel was on record"),
    ("open", "1 of 1 channel was open"), ("open open suspended", "2 of 3 channels were open, 1 was suspended"),
    ("suspended suspended", "None of 2 channels was open, 2 were suspended"),
])  # fmt: skip
def test_the_heading_of_a_past_day(states: str, heading: str) -> None:
    """Of a past day it is said that they were."""
    assert answer([row(state) for state in states.split()], past=True) == heading


def test_every_state_is_counted() -> None:
    """A state that no channel is in counts as 0, in the order in which states are said."""
    assert list(tally([row("open"), row("none"), row("open")]).items()) == [
        ("open", 2),
        ("suspended", 0),
        ("dormant", 0),
        ("agreed", 0),
        ("proposed", 0),
        ("ended", 0),
        ("none", 1),
    ]


def test_the_numbers_change_on_the_days_of_changes() -> None:
    """There is an entry for each such day and none between, several changes of a day together."""
    counted = [(f"{start}", {state: n for state, n in numbers.items() if n})
               for start, numbers in open_counts(STORY, day("2023-12-31"))]  # fmt: skip

    assert counted == [
        ("2021-09-28", {"open": 2, "none": 2}),
        ("2022-08-05", {"suspended": 2, "none": 2}),
        ("2023-11-15", {"open": 1, "agreed": 2, "none": 1}),
    ]


def test_a_turn_says_what_was_before() -> None:
    """An opening after a break says since when the channel had not been open, whatever came in between."""

    def told(id_: str) -> list[tuple[str, str, str, str, int | None]]:
        made = turns(STORY, STORY.by_id[id_], day("2024-01-31"))
        return [(turn.channel.id, turn.before, turn.after, f"{turn.not_open_since}", turn.months) for turn in made]

    assert told("2021-09-28-sixteenth") == [
        ("dpct", "none", "open", "None", None),
        ("mmca", "none", "open", "None", None),
    ]
    assert told("2022-08-05-halt") == [
        ("dpct", "open", "suspended", "None", None),
        ("mmca", "open", "suspended", "None", None),
    ]
    assert told("2024-01-08-seventeenth") == [("dpct", "agreed", "open", "2022-08-05", 17)]
    assert len(turns(STORY, HALTED, day("2022-08-05"))) == 2
    assert turns(STORY, HALTED, day("2022-08-04")) == ()


def test_turns_of_one_day_follow_each_other() -> None:
    """What an event finds is what the event before it on the same day has left."""
    again = turned("2022-08-05-b", "resumption", mmca="open")
    made = record(CHANNELS[0], turned("2022-08-05-a", mmca="suspended"), again)

    assert [(turn.before, turn.after) for turn in turns(made, again, day("2024-01-31"))] == [("suspended", "open")]


def test_no_turn_where_nothing_turned() -> None:
    """A refused contact opens nothing, an unknown channel has no states, and what comes later is not known."""
    refused = turned("2022-08-05-refused", "talks", status="refused", mmca="open", unknown="open")
    late = turned("2024-02-01-late", "agreement", mmca="open")
    made = record(CHANNELS[0], refused, late)

    assert turns(made, refused, day("2024-01-31")) == ()
    assert turns(made, late, day("2024-01-31")) == ()
    assert turns_by_event(made, day("2024-01-31")) == {}


def test_all_turns_at_once_are_those_of_each_event() -> None:
    """One pass over the channels gives for each event what asking for it alone gives."""
    until = day("2024-01-31")
    each = {made.id: turns(STORY, made, until) for made in STORY.events}

    assert turns_by_event(STORY, until) == {id_: found for id_, found in each.items() if found}
    assert [turn.channel.id for turn in each["2023-11-15-summit"]] == ["dpct", "mmca", "leaders"]
