"""Whether a site may stand as it is."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from generator.building.ground import states_below, sum_of
from generator.building.standing import Standing
from tests.commands.test_build import tree
from tests.commands.test_interrupted import end, start
from tests.conftest import small_project
from tests.world import TALKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

SAID = ["WARNING one", "WARNING two"]


def standing(project: Path, *options: object) -> Standing:
    """Give what is known of the site of a project."""
    return Standing(load_config(str(project / "mkdocs.yml")), project / "site", *options)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Give a project, with two files of a theme, and a site that was noted when it was done."""
    root = small_project(tmp_path / "project")
    pages = ("site/index.html", "site/events/one/index.html")
    for name in ("theme/templates/main.html", "theme/assets/js/terms.js", *pages):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a page", encoding="utf-8")
    standing(root).keep(SAID, sum_of(states_below(root / "site")))
    return root


def add(name: str, text: str = " ") -> Callable[[Path, pytest.MonkeyPatch], object]:
    """Give what adds a text to a file of a project, or makes the file."""

    def added(project: Path, _: pytest.MonkeyPatch) -> None:
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return added


class Tomorrow(datetime):
    """A clock that is a day ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Tomorrow:
        """Give the time in a day."""
        return super().now(tz) + timedelta(days=1)


def test_it_stands_while_nothing_changes(noted: Path) -> None:
    """What was said when it was built is given again, whatever the times of the files that it was made of."""
    for folder in ("events", "content", "theme"):
        for path in (noted / folder).rglob("*"):
            os.utime(path, (0, 0))

    assert standing(noted).said() == SAID


def note(root: Path, text: str) -> None:
    """Put a text in the place of what is noted of a site, for what it was made of."""
    notes = root / ".cache/build/site.json"
    made_of, _, _ = notes.read_text().partition("\n")
    notes.write_text(f"{made_of}\n{text}")


@pytest.mark.parametrize("change", [
    pytest.param(add(TALKS), id="the record"),
    pytest.param(add("events/2024/another.yml"), id="another file in it"),
    pytest.param(lambda root, _: (root / TALKS).unlink(), id="a file less in it"),
    pytest.param(lambda root, _: (root / TALKS).rename(root / "events/2024/other.yml"), id="another name"),
    pytest.param(add("content/about/index.md"), id="a hand-written page"),
    pytest.param(add("content/picture.png"), id="a file beside it"),
    pytest.param(add("theme/assets/js/terms.js"), id="a script"),
    pytest.param(add("theme/templates/main.html"), id="a template"),
    pytest.param(add("mkdocs.yml", "\n# a remark\n"), id="the settings"),
    pytest.param(lambda _, patch: patch.setenv("SITE_URL", "https://other.example/"), id="the site's address"),
    pytest.param(lambda _, patch: patch.setattr("platform.python_version", lambda: "4"), id="Python"),
    pytest.param(lambda _, patch: patch.setattr("generator.building.standing.datetime", Tomorrow), id="the day"),
    pytest.param(lambda _, patch: patch.setattr("generator.building.cache._code", lambda: "other"), id="the code"),
    pytest.param(lambda root, _: (root / "site/index.html").unlink(), id="a page is gone"),
    pytest.param(add("site/index.html"), id="a page was written to"),
    pytest.param(lambda root, _: os.utime(root / "site/index.html"), id="a page was replaced"),
    pytest.param(add("site/mine.html"), id="a file was put there"),
    pytest.param(lambda root, _: (root / "site").rename(root / "elsewhere"), id="the site is gone"),
    pytest.param(lambda root, _: (root / ".cache/build/site.json").write_text("[]"), id="the notes are no notes"),
    pytest.param(lambda root, _: note(root, "[]"), id="nor what they should be"),
    pytest.param(lambda root, _: note(root, "{"), id="nor any JSON"),
])  # fmt: skip
def test_it_does_not_stand_after(
    noted: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, pytest.MonkeyPatch], object]
) -> None:
    """A change of anything that it was made of, or of its own files, and it is built again."""
    change(noted, monkeypatch)

    assert standing(noted).said() is None


def test_other_options_make_another_site(noted: Path) -> None:
    """What else was asked for counts."""
    assert standing(noted, "strict").said() is None


def test_beside_plugins_and_hooks_none_stands(noted: Path) -> None:
    """What others read is not known, so nothing is noted and nothing stands."""
    for line in ("hooks: [hooks.py]\n", "plugins: [timeline, search]\n"):
        text = (noted / "mkdocs.yml").read_text(encoding="utf-8")
        (noted / "hooks.py").write_text("")
        (noted / "mkdocs.yml").write_text(text.replace("plugins:\n  - timeline\n", "") + line, encoding="utf-8")
        standing(noted).keep([], sum_of(states_below(noted / "site")))

        assert standing(noted).said() is None
        (noted / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_the_command_says_so(small: Path) -> None:
    """A second build leaves every file as it was and says why, warnings again; asked to make all anew, it does."""
    (small / "content/about/index.md").write_text("# Method\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    code, first = end(start(small))
    assert (code, "nowhere.md" in first) == (0, True)
    made, since = tree(small / "site"), (small / "site").stat().st_ino

    code, second = end(start(small))
    assert (code, second) == (0, f"{first}Nothing has changed since the last build: its site stands\n")
    assert (tree(small / "site"), (small / "site").stat().st_ino) == (made, since)

    code, third = end(start(small, words=("build", "--no-cache")))
    assert (code, third) == (0, first)
    assert tree(small / "site") == made
    assert (small / "site").stat().st_ino != since
