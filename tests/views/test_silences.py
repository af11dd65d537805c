"""Silences: the longest of each channel and the present one."""

from __future__ import annotations

from generator.views.silences import lapses_of, quiet_channels
from tests.views.making import channel, day, event, gap, record, turned

UNTIL = day("2024-01-31")
ROUNDS = (
    event("2020-01-14-one", channel="dpct", date="2020-01-14/2020-01-15"), event("2021-01-14-two", channel="dpct"),
    event("2021-06-01-refused", channel="dpct", status="refused"), event("2021-07-14-three", channel="dpct"),
    event("2024-03-01-later", channel="dpct"),
)  # fmt: skip


def test_lapses_run_from_end_to_beginning() -> None:
    """A silence runs from the last day of a contact to the first of the next; the last one to the day asked about."""
    found = lapses_of(record(channel("dpct"), *ROUNDS), "dpct", UNTIL)

    assert [(lapse.after.id[11:], lapse.days, lapse.months) for lapse in found] == [
        ("one", 365, 11), ("two", 181, 6), ("three", 931, 30),
    ]  # fmt: skip
    assert [lapse.ended_by and lapse.ended_by.id[11:] for lapse in found] == ["two", "three", None]


def test_each_channel_has_its_longest_and_its_present_silence() -> None:
    """The present one can be the longest; a channel without rounds, or without a contact, has none."""
    made = record(
        channel("dpct"), channel("memorandum", rounds="false"), channel("never"), channel("leaders", level="leaders"),
        *ROUNDS, event("2022-02-01-paper", channel="memorandum"), event("2010-01-01-a", channel="leaders"),
        event("2023-12-31-b", channel="leaders"),
    )  # fmt: skip

    found = quiet_channels(made, UNTIL)

    assert [(quiet.channel.id, quiet.longest.days, quiet.present and quiet.present.days) for quiet in found] == [
        ("leaders", 5112, 31), ("dpct", 931, 931),
    ]  # fmt: skip


def test_a_channel_that_has_ended_is_not_silent() -> None:
    """Its silence stops to count, and one contact alone leaves nothing to say."""
    ended = turned("2021-08-01-end", "agreement", dpct="ended")

    found = quiet_channels(record(channel("dpct"), *ROUNDS, ended), UNTIL)

    assert [(quiet.longest.days, quiet.present) for quiet in found] == [(365, None)]
    assert quiet_channels(record(channel("dpct"), ROUNDS[0], ended), UNTIL) == ()


def test_a_silence_may_be_the_records_own() -> None:
    """Where the registry names a gap of the channel that reaches into it, contacts may be missing."""

    def across(*gaps: str) -> list[bool]:
        named = [gap(period, "dpct") for period in gaps]
        return [lapse.across_gap for lapse in lapses_of(record(channel("dpct"), *ROUNDS, *named), "dpct", UNTIL)]

    assert across() == [False, False, False]
    assert across("2020-06") == [True, False, False]
    assert across("2022/..") == [False, False, True]
    assert across("2024-06") == [False, False, False]
