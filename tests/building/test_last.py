"""The site before the last becomes the last one, where it is known what tells them apart."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.building.ground import state_of, states_below, sum_of
from generator.building.last import Files, Last, brought_up, last_of
from tests.commands.test_build import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = ("index.html", "search/1.json", "events/one/index.html")
FRESH = NAMES[0]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a published site; beside it stands the one before that, of which one file was another."""
    for name in NAMES:
        put(tmp_path / "site" / name, name)
        put(tmp_path / "before" / name, "")
        (tmp_path / "before" / name).unlink()
        (tmp_path / "before" / name).hardlink_to(tmp_path / "site" / name)
    (tmp_path / "before" / FRESH).unlink()
    put(tmp_path / "before" / FRESH, "old")
    return tmp_path / "site"


def put(path: Path, text: str) -> None:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def known(site: Path) -> Last:
    """Give what is noted of a site."""
    states = states_below(site)
    return Last("told", f"{sum_of(states):x}", {FRESH: states[FRESH]}, {"search/": ("key", Files({}, {}))})


@pytest.mark.parametrize("gone", [(), NAMES, (FRESH,)])
def test_it_becomes_the_last(site: Path, gone: tuple[str, ...]) -> None:
    """With what the last build has made, or where nothing is there, it is the last site, which stays as it was."""
    last, before = known(site), site.parent / "before"
    for name in gone:
        (before / name).unlink()

    assert brought_up(before, site, last) is None
    assert states_below(before) == states_below(site)
    assert tree(site) == {name: name.encode() for name in NAMES}


def test_where_all_was_made_anew(site: Path) -> None:
    """After a build that knew of none before, as one by other code, it is had of the published site as a whole."""
    last, before = known(site)._replace(fresh={}), site.parent / "before"
    put(before / "events/two/index.html", "gone since")

    assert brought_up(before, site, last) is None
    assert states_below(before) == states_below(site)
    assert not (before / "events/two").exists()


SPOILT: dict[str, Callable[[Path, Path], object]] = {
    "a file too many": lambda _, before: put(before / "more.html", "more"),
    "a file that is gone": lambda _, before: (before / NAMES[1]).unlink(),
    "a file that somebody changed": lambda _, before: (before / NAMES[1]).write_text("mine"),
    "a file of the same size at another time": lambda _, before: os.utime(before / NAMES[1], (1, 1)),
    "a published file that somebody changed": lambda site, _: (site / FRESH).write_text("mine"),
    "a published file that is gone": lambda site, _: (site / FRESH).unlink(),
    "a way out": lambda site, before: put_link(before / "events", site.parent / "events"),
}


def put_link(path: Path, to: Path) -> None:
    """Put a link to a folder elsewhere in the place of a folder."""
    path.rename(to)
    path.symlink_to(to)


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_not_known_is_looked_through(site: Path, spoil: str) -> None:
    """Where it is not the site that is known, or that has other files by now, what is there is told, file by file."""
    last, before = known(site), site.parent / "before"
    SPOILT[spoil](site, before)

    assert brought_up(before, site, last) == states_below(before)


def test_what_was_noted(tmp_path: Path) -> None:
    """Notes are read as they were written; of another form they tell nothing, and what lies about states is not had."""
    put(tmp_path / "site/index.html", "text")
    last = Last("told", "0", {"index.html": state_of(f"{tmp_path}/site/index.html")}, {"a/": ("key", Files({}, {}))})
    last.keep(tmp_path / "last.json")

    assert last_of(tmp_path / "last.json") == last
    for text in ("", "{", "[]", "[1, 2]", '["", "", {}, []]', '["", "", {}, {"a/": 1}]'):
        (tmp_path / "other.json").write_text(text)
        assert last_of(tmp_path / "other.json") is None
    (tmp_path / "before").mkdir()
    assert brought_up(tmp_path / "before", tmp_path / "site", last._replace(fresh={"index.html": 1})) == {}  # type: ignore[dict-item]
    assert brought_up(tmp_path / "before", None, last) == {}
    assert brought_up(tmp_path / "before", tmp_path / "site", None) == {}
