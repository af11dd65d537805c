"""A preview shows after each change what one that begins then shows, whether MkDocs was asked or not."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.building.outputs import Output, make
from tests.building.test_cache import events, put
from tests.commands.test_build import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from mkdocs.livereload import LiveReloadServer

    from generator.plugin import TimelinePlugin

pytestmark = pytest.mark.slow


class Served:
    """A preview without a server, which has been built once."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site = project, site
        self.builds = 0
        """How often MkDocs was asked to build."""
        self._outputs: list[Output] = []
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
        self.plugin = cast("TimelinePlugin", config.plugins["timeline"])  # one and the same for all tests of a process
        self.plugin.on_startup(command="serve", dirty=False)
        self.plugin.preview.open = self._open  # type: ignore[method-assign]  # what is left to be made is looked at
        self.builder: Callable[[], None] = self._build
        self.plugin.on_serve(cast("LiveReloadServer", self), config=config, builder=self._build)
        self.anew()

    def get_app(self) -> object:
        """Give what serves: nobody asks it."""
        return object()

    def set_app(self, app: object) -> None:
        """Take what serves."""

    def anew(self) -> None:
        """Build as a preview does that begins now."""
        self.plugin.published, self.plugin.faults = None, ()
        self._build()

    def files(self) -> dict[str, bytes]:
        """Give the whole site, as if all of it had been asked for."""
        for output in self._outputs:
            make(output, str(self.site))
        return tree(self.site)

    def _build(self) -> None:
        self.builds += 1
        build(load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site)))

    def _open(self, outputs: Iterable[Output], site: str, later: Callable[[], Iterable[Output]] = tuple) -> None:
        assert site == str(self.site)
        self._outputs = [*outputs, *later()]


@pytest.fixture
def served(built: Path, tmp_path: Path) -> Served:
    """Give a preview of a project in which a test may change things."""
    return Served(shutil.copytree(built, tmp_path / "project"), tmp_path / "served")


def retold(project: Path) -> None:
    """Change what an event says in full."""
    put(events(project)[3], "summary", "Another")
    put(events(project)[5], "summary", "A second, **strong** one, with")


def renamed(project: Path) -> None:
    """Change what stands in lists, too."""
    put(events(project)[3], "title", "Another")


def written(project: Path) -> None:
    """Change a hand-written page, and a text."""
    retold(project)
    page = project / "content/about/index.md"
    page.write_text(page.read_text() + "\nOne more paragraph.\n")


def styled(project: Path) -> None:
    """Change the theme."""
    sheet = project / "theme/assets/css/tokens.css"
    sheet.write_text(sheet.read_text() + "\n:root { --one-more: 1px; }\n")


def touched(project: Path) -> None:
    """Change nothing but times."""
    os.utime(events(project)[3])


def removed(project: Path) -> None:
    """Take an event away to which nobody refers."""
    last = events(project)[-1]
    last.unlink()


@pytest.mark.parametrize(
    ("change", "builds"), [(retold, 1), (touched, 1), (renamed, 2), (written, 2), (styled, 2), (removed, 2)]
)
def test_after_a_change(served: Served, change: Callable[[Path], None], builds: int) -> None:
    """It is right file by file; MkDocs is asked where more than texts of the record has changed."""
    served.files()
    change(served.project)

    served.builder()

    assert served.builds == builds
    found = served.files()
    served.anew()
    fresh = served.files()
    assert [name for name, text in fresh.items() if found.get(name) != text] == []
    assert {name for name in found if name.endswith(".html")} <= fresh.keys()


def test_faults_and_their_end(served: Served) -> None:
    """Faults are shown on every page, and are gone from all once they are mended."""
    path = events(served.project)[3]
    good = path.read_text()
    path.write_text(good.replace("summary:", "sumary:"))
    served.builder()
    assert b"sumary" in served.files()["index.html"]

    path.write_text(good.replace("summary: ", "summary: Another "))
    served.builder()

    assert served.builds == 3
    found = served.files()
    served.anew()
    assert [name for name, text in served.files().items() if found.get(name) != text] == []
