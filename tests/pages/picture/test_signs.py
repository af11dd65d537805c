"""Signs, legend and overview speak the language of the picture."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote
from xml.etree.ElementTree import tostring

import pytest

from generator.pages.picture.legend import legend
from generator.pages.picture.overview import overview, sides, strain, years
from generator.pages.picture.scale import Scale
from generator.pages.picture.signs import area_sign, effect_sign, family_sign, mark_sign, sheet, sign_class, state_sign
from generator.record.vocabulary import DerivedState, Family, State, Status
from generator.views.years import YearTally
from tests.pages.picture.drawn import classes, parsed, texts
from tests.pages.picture.made import UNTIL, small
from tests.views.making import event

RULE = re.compile(r"^:is\(\.sym,\.signed\)\.(\w+)\{(.*)\}$", re.MULTILINE)
PLACE = re.compile(r"var\((--\w+)\)")


def outlines(sign: str) -> list[str]:
    """Give the drawings that a browser shows a sign by: what the rules for its classes show of the image, in order."""
    own: dict[str, str] = {}
    for class_, rules in RULE.findall(sheet()):
        if class_ in classes(sign):
            own |= dict(rule.split(":", 1) for rule in rules.split(";"))
    single, double = re.findall(r"-webkit-mask:(.*?);mask:\1\}", sheet())
    image, where = shown(double if {"slashed", "crossed"} & classes(sign) else single)
    places = [PLACE.sub(lambda found: own[found[1]], place) for place in where]
    return [drawn_at(image, *(abs(float(side.removesuffix("px"))) for side in place.split())) for place in places]


def shown(masks: str) -> tuple[str, list[str]]:
    """Give the one image that masks show, and where each of them begins."""
    parts = re.findall(r'url\("data:image/svg\+xml,([^"]*)"\) ([^,]*) no-repeat', masks)
    (image,) = {image for image, _ in parts}
    return unquote(image), [where for _, where in parts]


def drawn_at(image: str, x: float, y: float) -> str:
    """Give the drawing at a place of an image, as it stands there alone."""
    (found,) = (one for one in parsed(image) if one.get("transform") == f"translate({x:g} {y:g})")
    del found.attrib["transform"]
    return tostring(found, encoding="unicode")


@pytest.mark.parametrize(
    ("status", "class_", "number"),
    [
        ("held", "held", 1), ("planned", "hollow", 1), ("proposed", "hollow", 1), ("postponed", "slashed", 2),
        ("refused", "crossed", 2), ("cancelled", "crossed", 2),
    ],
)  # fmt: skip
def test_a_sign_shows_what_became_of_a_contact(status: str, class_: str, number: int) -> None:
    """Filled when held, hollow when ahead, struck once or crossed when it did not come about."""
    sign = mark_sign(event("2024-01-08-x", status=status))
    assert {"contact", class_} <= classes(sign)
    drawn = outlines(sign)
    assert len(drawn) == number
    assert ('fill="none"' not in drawn[0]) == (status == "held")


def test_a_sign_stands_before_whatever_bears_its_classes() -> None:
    """A cell of a table has the mark of its event without an element for it."""
    refused = event("2024-01-08-x", status="refused")
    assert outlines(f'<td class="{sign_class(refused)}">Title</td>') == outlines(mark_sign(refused))


def test_a_doubtful_event_has_a_dashed_outline() -> None:
    """Whatever is not confirmed is marked so, whatever became of it."""
    for status in ("held", "planned", "refused"):
        assert "dasharray" in outlines(mark_sign(event("2024-01-08-x", status=status, standing="unconfirmed")))[0]
        assert "dasharray" not in outlines(mark_sign(event("2024-01-08-x", status=status)))[0]


def test_each_family_has_a_shape_of_its_own() -> None:
    """Five families, five shapes: colour is never the only sign."""
    assert len({outlines(family_sign(family))[0] for family in Family}) == len(Family)


def test_statuses_differ_by_shape() -> None:
    """Held, hollow, struck and crossed differ without their colours."""
    statuses = (Status.HELD, Status.PLANNED, Status.POSTPONED, Status.REFUSED)
    assert len({tuple(outlines(family_sign(Family.CONTACT, status))) for status in statuses}) == 4


@pytest.mark.parametrize("state", [*State, *DerivedState])
def test_each_state_has_its_sign(state: State | DerivedState) -> None:
    """A state's sign is 22 by 12 px, and parses."""
    root = parsed(state_sign(state))
    assert (root.get("width"), root.get("height")) == ("22", "12")
    assert len(list(root)) >= 1


def test_an_effect_goes_from_sign_to_sign() -> None:
    """Two states with an arrow between them, which says both to whoever hears the page; none where nothing changed."""
    written = effect_sign(State.SUSPENDED, State.OPEN)
    assert written.index("s-sus") < written.index('class="to"') < written.index("s-open")
    assert 'aria-label="from suspended to open"' in written
    assert 'aria-label="from no recorded state to agreed"' in effect_sign(DerivedState.NONE, State.AGREED)
    assert "aria-label" not in effect_sign(State.OPEN, State.OPEN)


def test_the_legend_explains_every_sign() -> None:
    """Each family, status and state of the record is named, and the last day known."""
    written = f"<section>{legend(small(), UNTIL)}</section>"
    words = "".join(parsed(written).itertext())
    for said in ("contact", "friction", "refused or cancelled", "doubtful", "suspended", "dormant", "agreed", "vacant"):
        assert said in words
    assert "checked up to 31 January 2024" in words
    assert "proposed" not in [entry.text for entry in parsed(written).iter("dd")]


def test_the_legend_says_what_its_words_mean() -> None:
    """The definitions of the vocabulary stand below the legend as text, where finger and keyboard reach them."""
    written = f"<section>{legend(small(), UNTIL)}</section>"
    [folded] = parsed(written).iter("details")
    said = [entry.text for entry in folded.iter("dd")]

    assert " title=" not in written
    assert [entry.text for entry in folded.iter("dt")] == ["State of a channel", "Kind", "Status"]
    assert {f"{family}: {family.definition}" for family in Family} <= set(said)
    assert "did not exist: the channel did not exist yet, or nothing is recorded of it" in said
    assert "proposed: one side has proposed the channel" not in said


def test_the_key_of_the_count_shows_what_the_count_shows() -> None:
    """A dormant channel is part of an area in the count and a line elsewhere; other states look the same in both."""
    assert "a-dorm" in classes(area_sign(DerivedState.DORMANT))
    assert "a-dorm" not in classes(state_sign(DerivedState.DORMANT))
    assert all(area_sign(state) == state_sign(state) for state in State)


def test_the_overview_counts_up_and_down() -> None:
    """Contacts held go up, friction, refusals and suspensions go down, on one scale."""
    tally = YearTally(2022, contacts=3, friction=1, refusals=2, suspensions=1)
    (year,) = years([tally], Scale(date(2022, 1, 1), date(2023, 1, 1), 0, 100), 70)
    assert (year.up, year.down, strain(tally)) == (30, 40, 4)


@pytest.mark.parametrize(
    ("first", "last", "frame"),
    [
        (date(2000, 1, 1), date(2010, 1, 1), (26, 326)), (date(2004, 1, 1), date(2006, 1, 1), (146, 206)),
        (date(2005, 1, 1), date(2005, 1, 4), (164.2, 188.2)), (date(2000, 1, 1), date(2000, 1, 8), (26, 50)),
        (date(2009, 12, 25), date(2010, 1, 1), (302, 326)), (date(1999, 1, 1), date(1999, 6, 1), (26, 50)),
    ],
)  # fmt: skip
def test_a_frame_is_wide_enough_to_be_taken(first: date, last: date, frame: tuple[float, float]) -> None:
    """It spans its window, yet 24 pixels at least, and stays within the axis."""
    assert sides(Scale(date(2000, 1, 1), date(2010, 1, 1), 26, 326), (first, last)) == pytest.approx(frame, abs=0.1)


def test_the_overview_frames_the_window() -> None:
    """The time that the picture shows is framed, the rest dimmed."""
    svg = overview(small(), UNTIL, 1216, prefix="o", window=(date(2021, 1, 1), UNTIL))
    assert {"win", "dim", "h-up", "h-down"} <= classes(svg)
    assert "Contacts held, by year" in texts(svg)
    assert parsed(svg).get("aria-label") == (
        "All years, 1979 to 2024: 2 contacts held, 3 times friction, refusal or suspension"
    )
