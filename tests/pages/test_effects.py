"""What an event did to channels, in words."""

from __future__ import annotations

from generator.pages.effects import effect_lines
from generator.pages.page import Settings
from generator.pages.press import Press
from tests.views.making import channel, record, turned


def test_a_state_that_stays_is_said_to_stay() -> None:
    """An event that leaves a channel as it was says so; one that halts it says until when."""
    opened = turned("2020-03-05-talks", "talks", channel="dpct", dpct="open")
    again = turned("2020-06-05-more-talks", "talks", channel="dpct", dpct="open")
    halted = turned("2020-09-00-halt", dpct="suspended", date="2020-09")
    press = Press(record(channel("dpct"), opened, again, halted, checked="2021-01-31"), Settings())

    said = [line.words for event in (opened, again, halted) for line in effect_lines(press, event)]
    assert said == ["open", "open, as before", "suspended; still suspended on 31 January 2021, the last day checked"]
