"""What is written is short, safe and well formed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.picture.svg import block, clean, drawing, element, group, number, text, way


@pytest.mark.parametrize(
    ("value", "written"), [(3, "3"), (3.04, "3"), (3.06, "3.1"), (-0.01, "0"), (-12.34, "-12.3"), (1e3, "1000")]
)
def test_a_number_has_a_tenth_at_most(value: float, written: str) -> None:
    """Numbers are rounded to a tenth of a pixel and lose what says nothing."""
    assert number(value) == written


@given(st.text())
def test_any_text_is_well_formed_and_safe(said: str) -> None:
    """Whatever a text holds, it is text in content and attributes alike, less what XML forbids."""
    made = ET.fromstring(element("a", clean(said), href=said))  # noqa: S314  just made
    assert list(made) == []
    kept = "".join(made.itertext())
    assert "<" not in clean(said)
    assert len(kept) <= len(said.replace("\r\n", "\n")) + said.count("\r")
    assert set(kept) <= {*said, "\ufffd", "\n"}


def test_an_attribute_without_a_value_is_left_out() -> None:
    """Names lose their underscore at the end and take hyphens; nothing stands for None."""
    written = element("text", "x", class_="lab", text_anchor=None, stroke_dasharray="4 3")
    assert written == '<text class="lab" stroke-dasharray="4 3">x</text>'


def test_a_path_needs_few_spaces() -> None:
    """Commands and signs part numbers; a space does where nothing else would."""
    assert way("M", 1, -2.5, "h", 3, 4) == "M1-2.5h3 4"
    assert block(1, 2, 3, 4) == "M1 2h3v4h-3z"


def test_an_empty_group_is_not_written() -> None:
    """A group without content leaves no trace."""
    assert not group(("", ""), class_="post")


def test_a_drawing_is_one_to_one() -> None:
    """The box of a drawing is its size, so that text stays at 12 px."""
    made = drawing((text("a & b", 1, 2, "t"),), 358, 90.5, role="img")
    assert made.startswith('<svg class="tl" width="358" height="90.5" viewBox="0 0 358 90.5" role="img">')
    assert made.endswith('<text class="t" x="1" y="2">a &amp; b</text></svg>')
