"""A preview makes what a browser asks for, and never shows two builds at once."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from generator.building.outputs import Output
from generator.building.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

NAMES = ("index.html", "events/one/index.html", "events/two/index.html", "search/")


def outputs(text: str) -> list[Output]:
    """Give what a build would write: pages, and files of the search that are made together."""
    bundle = Output("search/", tuple, lambda: ((f"search/{name}.json", text) for name in ("index", "words/0")))
    pages = [Output(name, tuple, lambda name=name: [(name, f"{text} {name}")]) for name in NAMES[:3]]  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    return [*pages, bundle]


class Site:
    """A folder, and a server of its files as simple as can be."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.preview = folder, Preview()
        self.meanwhile: Callable[[], object] = lambda: None
        """What happens while the server answers."""
        self._app = self.preview.app(self._served, "/")

    def _served(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.meanwhile()
        path = self.folder / (environ["PATH_INFO"] + "index.html" * environ["PATH_INFO"].endswith("/")).lstrip("/")
        start_response("200 OK" if path.is_file() else "404 Not Found", [])
        return [path.read_bytes()] if path.is_file() else []

    def get(self, path: str) -> tuple[str, str]:
        """Ask for a path, and give status and text."""
        said: list[Any] = []
        answer = self._app({"PATH_INFO": path}, lambda *given: said.append(given))  # type: ignore[arg-type]  # nobody writes by hand
        return said[-1][0], b"".join(answer).decode()

    @property
    def files(self) -> set[str]:
        """The files that are there."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give a site whose first build is done."""
    found = Site(tmp_path)
    found.preview.open(outputs("first"), str(tmp_path))
    return found


@pytest.mark.parametrize(("path", "made"), [
    ("/", {"index.html"}),
    ("/events/two/", {"events/two/index.html"}),
    ("/events/two", {"events/two/index.html"}),  # the server leads on to the path with a slash
    ("/search/words/0.json", {"search/index.json", "search/words/0.json"}),
    ("/events/three/", set()),
    ("/../../events/two/", {"events/two/index.html"}),
    ("/livereload/1/2", set()),
])  # fmt: skip
def test_what_is_asked_for_is_made(site: Site, path: str, made: set[str]) -> None:
    """A file is written when it is asked for, with those that are made with it, and no other."""
    site.get(path)

    assert site.files == made


def test_what_is_seldom_asked_for(site: Site) -> None:
    """It is made like the rest, and is only looked at where nothing else stands at an address."""
    looked: list[str] = []

    def later() -> list[Output]:
        looked.append("once")
        return [Output("data.json", tuple, lambda: [("data.json", "data")])]

    site.preview.open(outputs("first"), str(site.folder), later)

    assert (site.get("/events/one/")[1], looked) == ("first events/one/index.html", [])
    assert (site.get("/data.json")[1], site.get("/data.json")[1], looked) == ("data", "data", ["once"])


def test_the_next_build_is_shown(site: Site) -> None:
    """What the last build made is made anew once the next one is done."""
    assert site.get("/") == ("200 OK", "first index.html")

    site.preview.close()
    site.preview.open(outputs("second"), str(site.folder))

    assert site.get("/") == ("200 OK", "second index.html")


def test_who_asks_during_a_build_waits(site: Site) -> None:
    """Nothing is answered while a build is under way, and then what that build says."""
    site.preview.close()
    answers: list[tuple[str, str]] = []
    asking = Thread(target=lambda: answers.append(site.get("/")))
    asking.start()
    asking.join(0.2)
    assert answers == []

    site.preview.open(outputs("second"), str(site.folder))
    asking.join(10)

    assert answers == [("200 OK", "second index.html")]


def test_a_build_that_begins_while_the_server_looks(site: Site) -> None:
    """An answer that a new build has overtaken is not given."""

    def build() -> None:
        site.meanwhile = lambda: None
        site.preview.close()
        (site.folder / "index.html").unlink()
        site.preview.open(outputs("second"), str(site.folder))

    site.meanwhile = build

    assert site.get("/") == ("200 OK", "second index.html")
