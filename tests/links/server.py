"""A server on this machine that answers as badly as a test wants it to, and a network that ends at it."""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from threading import Event, Thread
from typing import TYPE_CHECKING, Self

from generator.links.door import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = "127.0.0.1"
Behaviour = "bytes | Callable[[socket.socket], None]"
OPEN = b"HTTP/1.1 404 Not Found\r\n\r\n"
"""The answer for a robots.txt where a test gives none: nothing is forbidden."""


def answer(status: str, *headers: str, body: bytes = b"") -> bytes:
    """Give a whole answer of HTTP."""
    lines = (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", "")
    return "\r\n".join(lines).encode() + body


def redirect(to: str, status: str = "302 Found", *headers: str) -> bytes:
    """Give an answer that leads on."""
    return answer(status, f"Location: {to}", *headers)


@dataclass(frozen=True)
class Heard:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]


@dataclass
class Server:
    """Answers each path with a behaviour, or with one after the other of several, the last one again and again."""

    paths: dict[str, list[bytes | Callable[[socket.socket], None]]]
    tls: ssl.SSLContext | None = None
    heard: list[Heard] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)

    def __enter__(self) -> Self:
        """Begin to listen on a free port."""
        self._listener = socket.create_server((HERE, 0))
        self._listener.settimeout(0.02)
        self.port = self._listener.getsockname()[1]
        self._thread = Thread(target=self._listen)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop."""
        self.stopped.set()
        self._thread.join()
        self._listener.close()

    def url(self, path: str = "/a", host: str = "news.org") -> str:
        """Give the address of a path on a host, which the network of the tests leads here."""
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def asked(self, path: str = "/a") -> list[str]:
        """Give the methods by which a path was asked."""
        return [one.method for one in self.heard if one.path == path]

    def _listen(self) -> None:
        workers = []
        while not self.stopped.is_set():
            with suppress(TimeoutError):
                connection, _ = self._listener.accept()
                workers.append(Thread(target=self._serve, args=[connection]))
                workers[-1].start()
        for worker in workers:
            worker.join()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(2)
        with suppress(OSError), connection:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            received = connection.recv(4096)
            if not received:
                return
            head += received
            if head.startswith(b"\x16"):  # the first byte of TLS
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
        first, _, rest = head.partition(b"\r\n")
        method, path, _ = first.decode().split(" ")
        self.heard.append(Heard(method, path, dict(message_from_bytes(rest).items())))
        behaviours = self.paths.get(path, [OPEN])
        behaviour = behaviours[min(len(self.asked(path)), len(behaviours)) - 1]
        if callable(behaviour):
            behaviour(connection)
        elif method == "HEAD":
            connection.sendall(behaviour.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
        else:
            connection.sendall(behaviour)


def drip(text: bytes, pause: float = 0.05) -> Callable[[socket.socket], None]:
    """Send a text letter by letter, for two seconds at most."""

    def send(connection: socket.socket) -> None:
        for number in range(min(len(text), int(2 / pause))):
            connection.sendall(text[number : number + 1])
            time.sleep(pause)

    return send


def hang(connection: socket.socket) -> None:
    """Say nothing until the other side goes."""
    connection.recv(1)


def reset(connection: socket.socket) -> None:
    """Break the connection off."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def endless(connection: socket.socket) -> None:
    """Send a document without end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n<title>Endless</title>")
    with suppress(OSError):
        for _ in range(100_000):
            connection.sendall(b" " * 65536)


@dataclass
class Clock:
    """A clock that stands still but for what is slept."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float, _: Event) -> None:
        """Note how long, and let as much time pass."""
        self.slept.append(round(seconds, 1))
        self.now += seconds


def network(  # noqa: PLR0913  a network has parts
    clock: Clock | None = None,
    *,
    look_up: Callable[[str, int], tuple[str, ...]] = lambda _host, _port: (HERE,),
    allows: Callable[[str], bool] = lambda address: address == HERE,
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    connecting: float = 0.25,
    answering: float = 0.3,
) -> Network:
    """Give a network in which every name leads to this machine, and time passes by itself."""
    clock = clock or Clock()
    return Network(look_up, allows, trust, clock.sleep, lambda: clock.now, connecting, answering)
