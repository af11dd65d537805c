"""What holds of spans whatever happened to a channel."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from generator.views.changes import changes
from generator.views.spans import spans, state_on
from generator.views.states import answer, board, open_counts, tally
from tests.views.making import channel, event, gap, record

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

FIRST, LAST = date(2000, 1, 1), date(2003, 12, 31)
DAYS = st.dates(FIRST, LAST)
FORMS = (
    "{a}", "{a}~", "{a:%Y-%m}", "{a:%Y}", "{a}/{b}", "{a}/..", "{a}/", "../{b}", "[{a}..{b}]", "[..{b}]", "[{a}..]",
)  # fmt: skip
STATES = ("proposed", "agreed", "open", "suspended", "ended")
# Made once: a strategy takes longer to make than to draw from.
_FORMS, _NUMBERS = st.sampled_from(FORMS), st.integers(0, 10**6)
_STATUSES = st.sampled_from((None, "planned", "refused"))
_FIELDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({
    "kind": st.sampled_from(("talks", "agreement", "statement")), "channel": st.sampled_from(("a", "b", [])),
    "effects": st.lists(st.fixed_dictionaries({
        "channel": st.sampled_from(("a", "b")), "state": st.sampled_from(STATES), "disputed": st.booleans(),
    }), max_size=2),
})  # fmt: skip


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Write a date in one of the forms that the record knows."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(_FORMS).format(a=first, b=last)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Make an event that is a round of a channel, does something to it, or both."""
    fields = draw(_FIELDS)
    status = draw(_STATUSES) if fields["kind"] == "talks" else None
    return event(f"2000-00-00-{draw(_NUMBERS)}", date=draw(dates()), status=status, **fields)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Make a record of two channels, one with rounds."""
    months = draw(st.integers(0, 18))
    gaps = [gap(draw(dates()), "a") for _ in range(draw(st.integers(0, 1)))]
    two = (channel("a", dormant_after_months=months), channel("b", level="leaders", rounds=False))
    return record(*two, *gaps, *draw(st.lists(events(), max_size=12)), checked=f"{LAST}")


@given(records(), DAYS)
def test_spans_are_without_gap_or_overlap(made: Record, until: date) -> None:
    """They begin with the first change, follow each other without a break, are not empty, and run to the horizon."""
    for id_ in made.channels:
        found = spans(made, id_, until)
        begun = [change.start for change in changes(made, id_) if change.start <= until]

        assert [span.start for span in found[:1]] == begun[:1]
        assert [span.end for span in found] == [*(span.start for span in found[1:]), *([None] if found else [])]
        for span in found:
            last = span.end or until + timedelta(days=1)
            assert span.start <= span.sure_from <= last
            assert span.start < last
        assert all((a.state, a.disputed) != (b.state, b.disputed) for a, b in pairwise(found))


@given(records(), DAYS)
def test_the_state_of_a_day_is_its_span(made: Record, asked: date) -> None:
    """Exactly one span holds a day since the first change, and it is the one that is answered."""
    for id_ in made.channels:
        holding = [span for span in spans(made, id_, LAST) if span.includes(asked)]

        assert len(holding) <= 1
        assert state_on(made, id_, asked) == (holding[0] if holding else None)


@given(records(), DAYS)
def test_a_state_does_not_depend_on_what_came_later(made: Record, asked: date) -> None:
    """Whoever asks on the day itself, knowing no more than that day, is told the same state."""
    for id_ in made.channels:
        then, now = spans(made, id_, asked), state_on(made, id_, asked)

        assert (then[-1].state if then else None) == (now.state if now else None)


@given(records(), DAYS)
def test_every_channel_is_counted_once(made: Record, asked: date) -> None:
    """The board's numbers sum to the number of channels and are those of the day-by-day counts."""
    numbers = tally(board(made, asked))
    counted = [numbers for start, numbers in open_counts(made, LAST) if start <= asked]

    assert sum(numbers.values()) == len(made.channels)
    assert not counted or counted[-1] == numbers
    assert answer(board(made, asked))
