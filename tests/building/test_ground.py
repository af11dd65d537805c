"""What stands in the folder in which a site is made is taken, or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.building.ground import Ground, put_back, set_aside, state_of, states_below
from tests.commands.test_build import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WANTED = ("index.html", "search/1.json", "search/2.json", "events/one/index.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a published site; beside it stands the one before that."""
    for name in WANTED:
        put(tmp_path / "site" / name, name)
    (tmp_path / "before").mkdir()
    return tmp_path / "site"


def put(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def taken(site: Path) -> set[str]:
    """Take what the notes of a site tell of into the folder of the one before, and give what could be had."""
    states = {name: state_of(f"{site}/{name}") for name in WANTED}
    notes = {name: {name: state} for name, state in states.items() if not name.startswith("search/")}
    notes["search/"] = {name: state for name, state in states.items() if name.startswith("search/")}
    spoil(site)
    found = Ground(site.parent / "before", site).take(notes)
    assert {name: states_below(site.parent / "before")[name] for one in found.values() for name in one} == {
        name: states[name] for one in found.values() for name in one
    }
    return {*found}


def spoil(site: Path) -> None:
    """Change a file of the published site by hand."""
    (site / "index.html").write_text("by hand")


BEFORE: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "an older file": lambda before: put(before / "search/2.json", "older"),
    "a file that nobody asks for": lambda before: put(before / "events/two/cite.bib", "two"),
    "a file in the place of a folder": lambda before: put(before / "search", "no folder"),
    "a folder in the place of a file": lambda before: put(before / "search/1.json/inner", "no file"),
    "a way out": lambda before: (before / "events").symlink_to(before.parent / "site/events"),
    "a link to a file": lambda before: (before / "index.html").symlink_to(before.parent / "site/index.html"),
}


@pytest.mark.parametrize("before", BEFORE)
def test_what_was_noted_is_taken(site: Path, before: str) -> None:
    """Whatever stood there before, what is taken is as it was noted; all else goes, and the published site stays."""
    BEFORE[before](site.parent / "before")

    found = taken(site)

    assert found == {"search/", "events/one/index.html"}
    assert tree(site.parent / "before") == {name: name.encode() for name in WANTED if name != "index.html"}
    assert tree(site) == {name: b"by hand" if name == "index.html" else name.encode() for name in WANTED}


def test_what_fits_is_left_where_it_is(site: Path) -> None:
    """A file with the noted size and time stays, though the published one was changed or is gone."""
    kept = site.parent / "before"
    (kept / "index.html").hardlink_to(site / "index.html")
    states = {"index.html": {"index.html": state_of(f"{site}/index.html")}}
    (site / "index.html").unlink()

    assert Ground(kept, site).take(states) == states
    assert tree(kept) == {"index.html": b"index.html"}


@pytest.mark.parametrize("left", [{}, {"index.html": "half"}, {"events": "no folder"}, {"search/1.json/inner": "half"}])
def test_aside_and_back(site: Path, left: dict[str, str]) -> None:
    """What MkDocs writes comes among what stood there, whatever a build that was broken off has left aside."""
    for name, text in left.items():
        put(site / ".last" / name, text)
    put(site / ".git", "not the site's")
    aside = set_aside(site)
    assert [path.name for path in site.iterdir() if path != aside] == [".git"]

    put(site / "index.html", "new")
    put(site / "events/two/index.html", "two")
    put_back(site)

    texts = {name: name.encode() for name in WANTED}
    new = {"index.html": b"new", "events/two/index.html": b"two", ".git": b"not the site's"}
    assert tree(site) == texts | new
