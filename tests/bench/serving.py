"""A server on this machine that compresses what it sends, and keeps account of it."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PACKED = ("font/", "image/png", "image/jpeg", "application/gzip")
"""Types that are compressed already."""


class Shop:
    """Folders under addresses, every file compressed once, and the bytes that were sent since the last reset."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        """Take folders by the first part of their addresses; one without a name lies at the root."""
        self._folders = folders
        self._packed: dict[str, tuple[str, bool, bytes]] = {}
        self.sent: list[tuple[str, int]] = []
        """Path and bytes of the body of each answer."""

    def file(self, path: str) -> tuple[str, bool, bytes] | None:
        """Give type, whether compressed, and body of what lies under a path; None where nothing does."""
        if path not in self._packed and (made := self._read(path)):
            self._packed[path] = made
        return self._packed.get(path)

    def _read(self, path: str) -> tuple[str, bool, bytes] | None:
        first, _, rest = path.lstrip("/").partition("/")
        folder = self._folders.get(first)
        file = folder / rest if folder else self._folders[""] / path.lstrip("/") if "" in self._folders else None
        if file and file.is_dir():
            file /= "index.html"
        if not file or not file.is_file():
            return None
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        packs = not kind.startswith(_PACKED)
        return kind, packs, gzip.compress(file.read_bytes(), 9) if packs else file.read_bytes()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, shop: Shop, *rest: Any) -> None:  # noqa: ANN401  whatever the base class takes
        self._shop = shop
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Send a file, compressed."""
        path = unquote(urlsplit(self.path).path)
        kind, packed, body = self._shop.file(path) or ("text/plain", False, b"not here")
        self.send_response(HTTPStatus.OK if self._shop.file(path) else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self._shop.sent.append((path, len(body)))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of the base class
        """Print nothing."""


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[tuple[str, Shop]]:
    """Serve folders under the first part of their addresses; give the base address, with a slash, and the account."""
    shop = Shop(folders)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, shop))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", shop
    finally:
        server.shutdown()
        server.server_close()
