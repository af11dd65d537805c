"""Bands of offices show who held them, and do not claim a day that is not known."""

from __future__ import annotations

from datetime import date

from generator.pages.picture.holders import office_band
from generator.pages.picture.scale import Scale
from generator.views.holders import holdings
from tests.pages.picture.drawn import classes, parsed, texts
from tests.views.making import office, person, post, record

UNTIL = date(2024, 1, 31)
WINDOW = Scale(date(2021, 1, 1), date(2024, 12, 31), 0, 800)
WHOLE = Scale(date(1971, 1, 1), date(2024, 12, 31), 0, 800)


def drawn(*people: object, scale: Scale = WINDOW) -> str:
    """Draw the band of an office with holders."""
    made = record(office("us-secretary", complete_since="2021-01-01"), *people, checked=f"{UNTIL}")  # type: ignore[arg-type]  # people are entries
    return f"<svg>{office_band(holdings(made, 'us-secretary', UNTIL), scale, UNTIL, 0)}</svg>"


def test_a_window_has_full_names_and_the_whole_span_family_names() -> None:
    """The name is as full as there is room for."""
    held = person("austin", post("us-secretary", "2010-01-22"), name="Lloyd Austin", family_name="Austin")
    assert texts(drawn(held)) == ["Lloyd Austin"]
    assert texts(drawn(held, scale=WHOLE)) == ["Austin"]


def test_a_day_that_is_not_certain_fades() -> None:
    """Four steps lead to an end of which only the month is known; a certain end is sharp."""
    unsure = person("a", post("us-secretary", "2021-06", "2022-01-31"))
    sure = person("a", post("us-secretary", "2021-06-01", "2022-01-31"))
    assert [part.get("opacity") for part in parsed(drawn(unsure)).iter("path")] == [None, "0.8", "0.6", "0.4", "0.2"]
    assert [part.get("opacity") for part in parsed(drawn(sure)).iter("path")] == [None]


def test_who_was_only_seen_in_post_fades_at_both_ends() -> None:
    """Nobody knows when such a post began or ended, and the words say when its holder was seen."""
    seen = parsed(drawn(person("a", post("us-secretary", seen=["2021-06-01", "2022-01-31"]))))
    assert len(list(seen.iter("path"))) == 9
    assert seen.findtext(".//title") == "a, seen in post 1 June 2021 to 31 January 2022"


def test_a_band_says_no_day_that_the_record_does_not() -> None:
    """Who points at a band reads of it what the page of the office says."""
    unsure = parsed(drawn(person("a", post("us-secretary", "2021-06", "2022"))))
    assert unsure.findtext(".//title") == "a, June 2021 to 2022"


def test_a_vacancy_is_a_dashed_box() -> None:
    """Between two certain posts the office is drawn vacant; what is not known is left empty."""
    gap = drawn(person("a", post("us-secretary", "2021-06-01", "2022-01-31")),
                person("b", post("us-secretary", "2023-01-01")))  # fmt: skip
    unknown = drawn(person("a", post("us-secretary", "2021-06-01", "2022-01")))
    assert "vac" in classes(gap)
    assert "vacant" in texts(gap)
    assert "vac" not in classes(unknown)


def test_a_holder_outside_the_window_is_not_drawn() -> None:
    """What ended before the window leaves no trace."""
    assert texts(drawn(person("a", post("us-secretary", "2001-06-01", "2002-01-31")))) == []
