"""Records to be drawn: a small one with a bit of everything, and many of any shape."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from generator.record.vocabulary import Family, Kind, Standing, Status
from tests.views.making import channel, event, office, person, post, record, turned

if TYPE_CHECKING:
    from generator.record.models import Event
    from generator.record.record import Record

UNTIL = date(2024, 1, 31)
CHANNELS = ("leaders", "dpct", "mmca")
FORMS = (
    "{a}", "{a}", "{a}~", "{a:%Y-%m}", "{a:%Y}", "{a}/{b}", "{a}/..", "{a}/", "../{b}", "[{a}..{b}]", "[..{b}]",
    "[{a}..]",
)  # fmt: skip
HOSTILE = "\"><script>alert(1)</script>&amp;'</title></svg>"


def small() -> Record:
    """Make a record with two channels, a break, offices with a vacancy, and dates of several kinds."""
    return record(
        channel("leaders", level="leaders", short="Presidents"), channel("dpct", short="Policy talks"),
        channel("mmca", level="operational", short="Maritime talks"), channel("theatre", level="theatre", rounds=False),
        office("us-secretary", counterpart="prc-minister", short="Defense secretary", complete_since="2018-01-01"),
        office("prc-minister", counterpart="us-secretary", short="Defence minister", complete_since="2018-01-01"),
        person("Wei", post("prc-minister", "2018-03-19", "2023-03-12"), party="prc"),
        person("Dong", post("prc-minister", "2023-12-29"), party="prc"),
        person("Austin", post("us-secretary", "2021-01"), name="Lloyd Austin"),
        turned("2005-01-31-first", "talks", channel="dpct", dpct="open", short="First round", significance="major"),
        turned("2006-01-31-others", "agreement", mmca="open", theatre="open", leaders="open"),
        event("1979-01-01-relations", "agreement"),
        event("2019-07-08-arms", "arms-sale", short="Taiwan arms"),
        turned("2022-08-05-cancelled", participants={"prc": []}, dpct="suspended", mmca="suspended",
               theatre="suspended", short="Three channels cancelled", significance="major"),
        event("2022-09-00-refused", status="refused", date="2022-09", channel="dpct"),
        event("2023-11-15-summit", "summit", channel=["leaders", "dpct"], short="Summit",
              effects=[{"channel": name, "state": "agreed"} for name in ("dpct", "mmca", "theatre")]),
        event("2023-12-29-dong", "appointment"),
        event("2024-05-00-planned", status="planned", date="2024-05", channel="mmca"),
        checked=f"{UNTIL}",
    )  # fmt: skip


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Write a date in one of the forms that the record knows."""
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    return draw(_FORMS).format(a=first, b=last)


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    """Make an event of any kind, in no channel, one or two, with or without effects."""
    kind = draw(_KINDS)
    return event(
        f"2020-00-00-{number}", kind.value, date=draw(dates()), title=f"Event {number} {'x' * draw(_LETTERS)}y",
        status=draw(_STATUSES) if kind.family is Family.CONTACT else None,
        short=f"Short {number}" if draw(_YES_OR_NO) else None, **draw(_FIELDS),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Make a record of three channels and up to forty events of ten years."""
    made = [draw(events(number)) for number in range(draw(st.integers(0, 40)))]
    return record(*(channel(id_) for id_ in CHANNELS), *made, checked=f"{UNTIL}")


# Made once: a strategy takes longer to make than to draw from.
_DAYS = st.dates(date(2014, 1, 1), date(2024, 6, 30))
_FORMS, _KINDS, _LETTERS, _YES_OR_NO = st.sampled_from(FORMS), st.sampled_from(Kind), st.integers(0, 30), st.booleans()
_STATUSES = st.sampled_from((None, *(status.value for status in Status)))
_FIELDS = st.fixed_dictionaries({
    "standing": st.sampled_from([standing.value for standing in Standing]),
    "significance": st.sampled_from(("major", "notable", "minor")),
    "channel": st.lists(st.sampled_from(CHANNELS), max_size=2, unique=True),
    "effects": st.lists(st.fixed_dictionaries({
        "channel": st.sampled_from(CHANNELS),
        "state": st.sampled_from(("proposed", "agreed", "open", "suspended", "ended")),
        "disputed": st.booleans(),
    }), max_size=3),
})  # fmt: skip
