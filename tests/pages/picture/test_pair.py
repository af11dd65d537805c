"""Two counterpart offices: their holders in two rows, and what was between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages.picture.events import Links
from generator.pages.picture.pair import pair_strip
from generator.views.contacts import between, not_held
from generator.views.holders import pairs
from tests.pages.picture.drawn import links, of_class, parsed, texts
from tests.views.making import day
from tests.views.test_meetings import PLANNED, REFUSED, TWO_DAYS, UNNAMED, made

if TYPE_CHECKING:
    from generator.record.record import Record

UNTIL = day("2024-01-31")


def drawn(world: Record, width: int) -> str:
    """Draw the only pair with all contacts of the two."""
    [pair] = pairs(world)
    events = sorted((*between(world, pair), *not_held(world, pair)), key=lambda event: event.date.anchor)
    return pair_strip(world, pair, events, UNTIL, width, to=Links(lambda id_: f"../{id_}/", lambda id_: f"#{id_}"))


@pytest.mark.parametrize("width", [1216, 358])
def test_both_offices_have_the_same_room(width: int) -> None:
    """Two rows of one height, the party whose id comes first above, each with its name and its holders."""
    svg = drawn(made(TWO_DAYS, UNNAMED), width)
    tops = sorted({float(foot.get("y", "")) for foot in of_class(svg, "postline")})

    assert len(tops) == 2
    assert [name.text for name in of_class(svg, "lane")] == ["prc", "us"]
    assert {"wei", "austin"} <= {title.text.partition(",")[0] for title in parsed(svg).iter("title") if title.text}


def test_contacts_lie_between_the_rows() -> None:
    """Each is a link in the order of time; what was refused is crossed, what is planned hollow."""
    svg = drawn(made(TWO_DAYS, UNNAMED, REFUSED, PLANNED), 1216)

    assert len(links(svg)) >= 2
    assert "2024" in texts(svg)
    for class_ in ("crossed", "hollow"):
        assert len(list(of_class(svg, class_))) == 1


def test_a_pair_of_which_nothing_is_known() -> None:
    """Without a contact the two rows stand alone."""
    assert links(drawn(made(), 358)) == []
