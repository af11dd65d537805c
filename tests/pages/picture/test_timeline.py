"""The timeline holds every event once a lane, says its name, and is safe to put into a page."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from generator.pages.picture.events import Links, list_anchor
from generator.pages.picture.plots import Plotting, labelled, plot, visible
from generator.pages.picture.scale import Scale
from generator.pages.picture.scene import stage, whole
from generator.pages.picture.timeline import recent, timeline
from generator.pages.picture.words import LONGEST_LABEL, label_of
from tests.pages.picture.drawn import classes, ids, links, of_class, parsed, texts
from tests.pages.picture.made import HOSTILE, UNTIL, records, small
from tests.views.making import channel, event, record

if TYPE_CHECKING:
    from generator.record.record import Record

WIDTHS = (1216, 740, 358)
WINDOW = (date(2021, 1, 1), date(2024, 9, 30))


def drawn(made: Record, width: float = 1216, window: tuple[date, date] | None = None, prefix: str = "w") -> str:
    """Draw a record with links to the pages of its events."""
    return timeline(made, UNTIL, width, link=lambda id_: f"../events/{id_}/", prefix=prefix, window=window)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("window", [None, WINDOW])
def test_a_mark_leads_to_its_event_and_says_its_name(width: float, window: tuple[date, date] | None) -> None:
    """A mark is a link named by title, date and what became of it."""
    found = dict(links(drawn(small(), width, window)))
    assert found["../events/2022-08-05-cancelled/"] == "cancelled, 5 August 2022, suspension"
    assert found["../events/2022-09-00-refused/"] == "refused, September 2022, refused"


def test_a_doubtful_event_is_said_to_be_doubtful() -> None:
    """The name ends in the standing where it is not confirmed."""
    made = record(event("2023-02-04-balloon", "incident", standing="disputed"), checked=f"{UNTIL}")
    assert links(drawn(made))[0][1] == "balloon, 4 February 2023, incident, disputed"


def test_an_event_of_two_channels_stands_in_both() -> None:
    """A round of two channels has a mark in each lane."""
    found = [href for href, _ in links(drawn(small(), window=WINDOW))]
    assert found.count("../events/2023-11-15-summit/") == 2


def test_a_count_leads_to_the_list_and_names_its_events() -> None:
    """Where marks would cover each other, a count says how many, when, and which."""
    days = [event(f"2023-02-0{day}-day-{day}", "incident") for day in range(1, 6)]
    made = record(event("2003-01-01-early", "incident"), *days, checked=f"{UNTIL}")
    href, name = links(drawn(made))[1]
    assert href == "#e-2023-02-01-day-1"
    assert name == "5 events, Feb 2023: day 1; day 2; day 3; day 4; day 5"


def test_a_count_of_many_names_the_first_ones() -> None:
    """The name of a count does not grow without end."""
    days = [event(f"2023-02-{day:02}-day-{day}", "incident") for day in range(1, 29)]
    _, name = links(drawn(record(event("2003-01-01-early", "incident"), *days, checked=f"{UNTIL}")))[1]
    assert name.startswith("28 events, Feb 2023: day 1; ")
    assert name.endswith("; day 8; and 20 more")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_through_links_in_the_order_of_time(width: float) -> None:
    """Links follow each other by the day of their first event, whatever their lanes."""
    order = {event.id: number for number, event in enumerate(small().events)}
    found = [
        href.removeprefix("../events/").removeprefix("#e-").rstrip("/") for href, _ in links(drawn(small(), width))
    ]
    assert [order[id_] for id_ in found] == sorted(order[id_] for id_ in found)


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_titles_stay_text(width: float) -> None:
    """Whatever a title, a label or a name holds, the drawing has no element that it did not make."""
    made = record(
        channel("dpct", short='<b onload="x">&'), event("2023-01-01-a", channel="dpct", title=HOSTILE, short='"<i>&'),
        checked=f"{UNTIL}",
    )  # fmt: skip
    svg = drawn(made, width, WINDOW)
    assert "<script" not in svg
    assert {"b", "i", "script"}.isdisjoint(element.tag for element in parsed(svg).iter())
    assert links(svg)[0][1].startswith(HOSTILE)


def test_two_pictures_of_a_page_share_no_id() -> None:
    """Each id begins with the prefix, and every reference finds its own."""
    first, second = drawn(small(), prefix="a"), drawn(small(), 358, prefix="b")
    both = ids(first) + ids(second)
    assert len(both) == len(set(both))
    assert "url(#ahatch)" in first
    assert "url(#ahatch)" not in second


def test_the_picture_is_the_same_each_time() -> None:
    """Nothing in it depends on when or where it is drawn."""
    assert drawn(small()) == drawn(small())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("window", [None, WINDOW])
def test_text_is_never_scaled(width: float, window: tuple[date, date] | None) -> None:
    """The box of the drawing is its width in pixels."""
    root = parsed(drawn(small(), width, window))
    assert root.get("viewBox") == f"0 0 {width} {root.get('height')}"
    assert root.get("role") == "group"
    assert root.get("aria-describedby") in ids(drawn(small(), width, window))


def test_states_say_what_they_are() -> None:
    """The column at the right gives each channel's state and last contact on the last day known."""
    found = texts(drawn(small(), window=WINDOW))
    assert {"31 Jan 2024", "last held", "agreed", "Nov 2023"} <= set(found)
    assert "31 Jan 2024" in texts(drawn(small(), 800, WINDOW))
    assert {"s-open", "s-sus", "s-agreed", "s-dormant"} <= classes(drawn(small(), window=WINDOW))


def test_a_break_is_named_over_its_column() -> None:
    """Year and cause, then who broke off and for how long; in short where all years are shown."""
    close = texts(drawn(small(), window=WINDOW))
    assert {"2022 Three channels cancelled", "broken off by prc, 15 months"} <= set(close)
    assert "prc, 15 mo" in texts(drawn(small()))
    assert len(list(of_class(drawn(small()), "brk"))) == 1


def test_a_vacancy_has_its_box() -> None:
    """A gap between two posts is drawn as vacant, with its days for who points at it."""
    vacant = next(of_class(drawn(small(), window=WINDOW), "vac"))
    assert vacant.findtext("title") == "vacant, 13 March 2023 to 28 December 2023"


def test_the_whole_span_labels_the_lanes_of_context_alone() -> None:
    """Under 40 px a year only what is major and arms sales have labels, and only in the lanes of context."""
    labels = [label.text for label in of_class(drawn(small()), "lab")]
    assert sorted(filter(None, labels)) == ["Taiwan arms", "Three channels cancelled"]


def test_lanes_of_context_without_events_fold_away_in_a_window() -> None:
    """They stand in the whole span; a window shows those alone that have something in it."""
    assert {"Incidents at sea, in the air", "Decisions"} <= set(texts(drawn(small())))
    close = set(texts(drawn(small(), window=(date(2022, 7, 1), date(2022, 12, 31)))))
    assert ("Incidents at sea, in the air" in close, "Decisions" in close) == (False, True)
    assert "Decisions" not in set(texts(drawn(small(), window=(date(2012, 1, 1), date(2012, 12, 31)))))


def test_a_phone_has_no_labels_of_events() -> None:
    """Names of lanes and states stand above the bands, and breaks have numbers."""
    svg = drawn(small(), 358)
    assert not list(of_class(svg, "lab"))
    assert [number.text for number in of_class(svg, "brk1")] == ["1"]


def test_a_selected_event_is_never_counted() -> None:
    """It stands alone with its halo, however close the others are."""
    days = [event(f"2023-02-0{day}-day-{day}", "incident") for day in range(1, 6)]
    made = record(event("2003-01-01-early", "incident"), *days, checked=f"{UNTIL}")
    svg = timeline(made, UNTIL, 1216, link=str, prefix="w", selected="2023-02-03-day-3")
    assert "2023-02-03-day-3" in dict(links(svg))
    assert len(list(of_class(svg, "halo"))) == 1


def test_an_empty_record_is_no_fault() -> None:
    """There is a picture even before the first event."""
    for width in WIDTHS:
        assert links(drawn(record(checked=f"{UNTIL}"), width)) == []


def test_the_last_years_reach_to_what_is_planned() -> None:
    """The window goes from the third year before to a month after a plan's middle."""
    first, last = recent(small(), UNTIL)
    assert first == date(2021, 1, 1)
    assert date(2024, 6, 1) < last < date(2024, 7, 1)


@pytest.mark.parametrize(
    ("number", "since"),
    [(150, "2021-01-01"), (151, "2022-01-01"), (300, "2023-01-01"), (1000, "2024-01-01"), (2000, "2024-04-01"),
     (20_000, "2024-06-01")],
)  # fmt: skip
def test_the_last_years_hold_what_marks_can_show(number: int, since: str) -> None:
    """A window with too many events begins in a later year or a later month of this year, this month at the latest."""
    days = [date(2021, 1, 1) + timedelta(days=1260 * at // number) for at in range(number)]
    crowded = record(*(event(f"{day}-{at}", date=f"{day}") for at, day in enumerate(days)), checked="2024-06-15")

    first, _ = recent(crowded, date(2024, 6, 15))

    assert f"{first}" == since


@pytest.mark.slow
@settings(max_examples=25)
@given(records())
def test_each_event_is_drawn_once_a_lane(made: Record) -> None:
    """In every lane each event of the window has one mark, or is in one count; no two labels of a row overlap."""
    for window in (whole(made, UNTIL), (date(2019, 1, 1), date(2022, 1, 1))):
        how = Plotting(Scale(*window, 222, 1076), UNTIL, 3.6)
        scene = stage(made, UNTIL, how, Links(str, list_anchor), "w")
        for lane in scene.lanes:
            spots = plot(lane.events, how)
            shown = sorted(event.id for spot in spots for event in spot.events)
            assert shown == sorted(event.id for event in lane.events if visible(event, how))
            assert all(spot.left <= spot.x <= spot.right for spot in spots)
            labels = labelled(spots, how.scale, 2, lambda _: True)
            assert all(len(label_of(event)) <= LONGEST_LABEL for _, event in labels)
            for (first, _), (second, _) in combinations(labels, 2):
                assert first.row != second.row or first.right < second.left or second.right < first.left


@pytest.mark.slow
@settings(max_examples=25)
@given(records())
def test_every_picture_is_well_formed_and_complete(made: Record) -> None:
    """At any width the drawing parses, each link has a name and a place, and all events of the record are in it."""
    for width in (1216, 358):
        found = links(drawn(made, width))
        assert all(href and name for href, name in found)
        named = " ".join(name for _, name in found)
        few = [event for event in made.events if event.title in named]
        assert len(few) == len(made.events) or "more" in named


@pytest.mark.slow
@settings(max_examples=25)
@given(records())
def test_an_uncertain_date_is_never_a_point(made: Record) -> None:
    """A mark whose day is not known has a bar that fades."""
    svg = drawn(made, window=(date(2014, 1, 1), date(2024, 12, 31)))
    bars = {link.get("href", "") for link in parsed(svg).iter("a") if any(
        "span" in part.get("class", "") and len(part) for part in link.iter("g"))}  # fmt: skip
    alone = {href for href, _ in links(svg) if href.startswith("../")}
    unsure = {f"../events/{event.id}/" for event in made.events if event.date.form == "date" and not event.date.is_day}
    assert unsure & alone <= bars


def test_three_hundred_events_stay_small() -> None:
    """The whole span of three hundred events is written in 150 KB."""
    first = date(1971, 1, 1)
    made = [
        event(f"{first + timedelta(days=67 * number)}-event-{number}", channel=f"c{number % 20}",
              title=f"Round {number} of the talks of the two ministries of defence")
        for number in range(300)
    ]  # fmt: skip
    svg = timeline(record(*(channel(f"c{number}") for number in range(20)), *made, checked="2026-05-15"),
                   date(2026, 5, 15), 1216, link=lambda id_: f"../events/{id_}/", prefix="w")  # fmt: skip
    assert len(svg) < 150_000


def test_what_did_not_take_place_has_a_lighter_bar() -> None:
    """A request that stood for a year is not drawn like talks that lasted one."""
    made = record(
        event("2022-01-01-asked", status="proposed", date="2022-01-01/2022-12-31"),
        event("2022-01-01-drill", "drill", date="2022-01-01/2022-12-31"), checked=f"{UNTIL}",
    )  # fmt: skip
    bars = {bar.get("class"): bar.get("opacity") for bar in of_class(drawn(made, window=WINDOW), "span")}
    assert bars == {"span contact": "0.6", "span friction": None}
