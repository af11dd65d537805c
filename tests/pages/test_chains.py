"""The pages of breaks, and the picture of a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.pages.picture.chain import chain
from generator.views.stories import surroundings
from tests.pages.full_record import FILES, REGISTRY, made, written
from tests.pages.picture.drawn import classes, links, of_class, texts
from tests.pages.reading_html import Tree, rendered

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pages.site import Page
    from generator.record.record import Record

HALT = "2022-05-01-halt"
TALKS = f"{REGISTRY}/channels/talks.yml"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Give the pages of the full record where its talks stand for the exchanges as a whole: a halt is a break."""
    files = {**FILES, TALKS: FILES[TALKS] + "programme: true\n"}
    return made(written(tmp_path_factory.mktemp("broken"), files))


def text_of(page: Page) -> str:
    """Give what a page says, on one line."""
    return " ".join(Tree(rendered(page)).text.split())


def test_a_break_has_its_page(broken: dict[str, Page]) -> None:
    """It says when, what was stopped, and what became of it, day by day and event by event."""
    text = text_of(broken[f"chains/{HALT}.md"])

    assert "2022 Halt of the talks" in text
    for said in ("30 April 2022, before", "1 May 2022, broken off", "8 January 2024, ended"):
        assert said in text
    states = [attrs["class"] for _, attrs in Tree(rendered(broken[f"chains/{HALT}.md"])).elements
              if attrs.get("class", "").startswith("st ")]  # fmt: skip
    assert states == ["st none", "st none", "st agreed", "st open", "st suspended", "st open"]
    assert "Responds to Halt of the talks, 1 May 2022" in text
    assert "With this the break ended." in text


def test_breaks_are_found_from_all_sides(broken: dict[str, Page]) -> None:
    """Home, the channels, the index of breaks and the events of a break lead to it."""
    for name, link in (("index.md", "chains/"), ("channels/index.md", "../chains/"),
                       ("chains/index.md", f"../chains/{HALT}/"), (f"events/{HALT}.md", f"../../chains/{HALT}/"),
                       ("events/2024-01-08-talks-two.md", f"../../chains/{HALT}/")):  # fmt: skip
        assert link in Tree(rendered(broken[name])).values("a", "href"), name


def test_a_stop_of_one_channel_is_told_and_is_no_break(pages: dict[str, Page]) -> None:
    """It has its page and its row in the index, and what leads there calls it a stop."""
    index, told = (text_of(pages[f"chains/{name}.md"]) for name in ("index", HALT))

    assert index.startswith("What stopped, and what brought it back")
    assert "Single channels stopped" in index
    assert "With this the stop ended." in told
    assert "Part of a stop: 2022 Halt of the talks" in text_of(pages[f"events/{HALT}.md"])
    assert "1 break" not in text_of(pages["index.md"])


@pytest.mark.slow
def test_without_a_suspension_there_are_no_such_pages(tmp_path: Path) -> None:
    """Nothing is told of what did not happen, and no page leads there."""
    name = f"events/2022/{HALT}.yml"
    found = made(written(tmp_path, {**FILES, name: FILES[name].replace("state: suspended", "state: open")}))

    assert not [name for name in found if name.startswith("chains/")]
    assert all("chains/" not in page.text for page in found.values())


def drawn(full: Record, width: int) -> str:
    """Draw the chain around the second talks."""
    found = surroundings(full, full.by_id["2024-01-08-talks-two"], 3, 4)
    shown = (*found.before, found.event, *found.after)
    return chain(shown, found.edges, found.event.id, width, link=lambda id_: f"../{id_}/")


def test_the_picture_of_a_chain(full: Record) -> None:
    """Each event but the selected one is a link; the arcs into that one are dashed, and each has an arrowhead."""
    svg = drawn(full, 358)

    assert [href for href, _ in links(svg)] == [
        "../2021-03-00-talks-one/", f"../{HALT}/", "../2025-00-00-talks-three/"]  # fmt: skip
    assert [arc.get("class") for arc in of_class(svg, "arc")] == ["arc cause", "arc cause", "arc"]
    assert svg.count("url(#garrow)") == 3
    assert "halo" in classes(svg)


def test_dates_in_a_chain_claim_no_day_that_is_not_known(full: Record) -> None:
    """A month is said as a month, a year as a year, and what lasted by its first day."""
    said = texts(drawn(full, 800))

    assert {"Mar 2021", "1 May 2022", "8 Jan 2024", "2025"} <= set(said)
    assert "Second talks" in said
