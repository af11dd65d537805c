"""A preview: each file of the site is made when a browser asks for it, so that a change shows at once."""

from __future__ import annotations

import posixpath
from threading import Condition
from typing import TYPE_CHECKING, Any

from generator.building.cache import is_below
from generator.building.outputs import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from generator.building.outputs import Output

_PAGE = "index.html"


class Preview:
    """What the present build would write. While a build is under way, whoever asks waits for its end."""

    def __init__(self) -> None:
        self._site = ""
        self._left: dict[str, Output] = {}
        self._later: Callable[[], Iterable[Output]] = tuple
        self._builds, self._is_open = 0, False
        self._changed = Condition()

    def close(self) -> None:
        """Begin a build."""
        with self._changed:
            self._is_open = False

    def open(self, outputs: Iterable[Output], site: str, later: Callable[[], Iterable[Output]] = tuple) -> None:
        """End a build, with what is to be written below the site's folder; `later` gives what is seldom asked for."""
        with self._changed:
            self._later = later
            self._left, self._site = {output.name: output for output in outputs}, site
            self._builds, self._is_open = self._builds + 1, True
            self._changed.notify_all()

    def app(self, served: WSGIApplication, mount: str) -> WSGIApplication:
        """Put the making of a file before an application that serves the site's folder at a path.

        Where a build began in between, its file is asked for once more.
        """

        def asked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if not path.startswith(mount) or path.startswith("/livereload/"):
                return served(environ, start_response)
            address = posixpath.normpath(f"/{path[len(mount) :]}").lstrip("/")
            while True:
                build, said = self._make(address), list[Any]()
                answer = served(environ, _keeping(said))
                with self._changed:
                    if self._is_open and build == self._builds:
                        start_response(*said)
                        return answer
                if close := getattr(answer, "close", None):
                    close()

        return asked

    def _make(self, address: str) -> int:
        """Write what stands at an address, or would with a slash behind it, and give the number of the build."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_open)
            for name in self._asked(address):
                make(self._left.pop(name), self._site)
            return self._builds

    def _asked(self, address: str) -> list[str]:
        found = [name for name in self._left if _holds(name, address)]
        if not found and self._later is not tuple:
            self._left |= {output.name: output for output in self._later()}
            self._later = tuple
            return self._asked(address)
        return found


def _holds(name: str, address: str) -> bool:
    return is_below(name, address) or name == f"{address}/{_PAGE}".lstrip("/")


def _keeping(said: list[Any]) -> Callable[..., Any]:
    """Give what keeps the beginning of an answer, until it is known that it is the present site's."""

    def start_response(*given: Any) -> None:  # noqa: ANN401  as WSGI has it
        said[:] = given

    return start_response
