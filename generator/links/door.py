"""One request and its reply, with every measure bounded: time, size, and which machines it may reach.

The host's name is looked up here and the connection made to the very address that was looked at, so that no second
answer of a name server can lead it into a private network.
"""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPException, responses
from threading import Event, Lock, Timer
from typing import TYPE_CHECKING

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, InvalidHeader
from urllib3.util import Retry

from generator.checks.hosts import is_private
from generator.links.answers import NoReplyError, UnaskedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from urllib3.response import BaseHTTPResponse

    from generator.links.targets import Target

_ADDRESSES = 2
"""How many addresses of a host are tried."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said."""

    status: int
    location: str | None
    """Where it leads on to, as written; absent where it does not."""
    wait: float | None
    """The seconds that it asks to wait (`Retry-After`); absent where it does not."""
    sets_cookie: bool
    body: bytes
    """The beginning of the document as it was sent, as far as it was asked for and arrived."""

    @property
    def words(self) -> str:
        """The status with its name: `404 Not Found`."""
        return f"{self.status} {responses[self.status]}" if self.status in responses else str(self.status)


def looked_up(host: str, port: int) -> tuple[str, ...]:
    """Ask the system for the addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address, as a name server gives it, is one of the public network."""
    return not is_private(address.partition("%")[0])


@dataclass(frozen=True)
class Network:
    """The world as requests see it; tests put a small one in its place."""

    look_up: Callable[[str, int], tuple[str, ...]] = looked_up
    """Gives the addresses of a host and port; raises OSError."""
    allows: Callable[[str], bool] = is_public
    """Whether an address may be connected to."""
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    """Makes what certificates are checked with."""
    sleep: Callable[[float, Event], object] = lambda seconds, stopped: stopped.wait(seconds)
    """Lets so many seconds pass, or less where the check is broken off meanwhile."""
    clock: Callable[[], float] = time.monotonic
    """Seconds from some beginning."""
    connecting: float = 10.0
    """Seconds within which a connection has to stand, and within which something has to come."""
    answering: float = 25.0
    """Seconds within which an answer has to be whole."""


@dataclass
class Door:
    """Sends requests; may be used by several threads."""

    network: Network
    agent: str
    """The `User-Agent`."""
    _open: set[socket.socket] = field(default_factory=set)
    _closed: bool = False
    _lock: Lock = field(default_factory=Lock)

    def request(self, method: str, target: Target, room: int = 0) -> Reply:
        """Send a request and read the head of its reply, and `room` bytes of its body at most.

        Raises NoReplyError, and UnaskedError where the host's name leads into a private network.
        """
        connection = self._connected(target)
        sock = connection.sock
        headers = {
            "Host": target.authority, "User-Agent": self.agent, "Accept": "*/*",
            "Accept-Encoding": "identity", "Connection": "close",
        }  # fmt: skip
        try:
            with self._limited(sock) as is_late:
                try:
                    connection.request(method, target.wanted, headers=headers, preload_content=False)
                    return _reply(connection.getresponse(), room)
                except (OSError, HTTPException, HTTPError, ValueError) as error:
                    raise NoReplyError(_why(error, is_late())) from error
        finally:
            connection.close()

    def close(self) -> None:
        """Break off every request that is under way, and let none begin."""
        with self._lock:
            self._closed = True
            for sock in self._open:
                _shut(sock)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return self.network.trust()

    def _connected(self, target: Target) -> HTTPConnection:
        """Connect to the first address of a host that takes a connection."""
        failure = NoReplyError("its host has no address", lasting=True, of_host=True)
        for address in self._addresses(target)[:_ADDRESSES]:
            connection = self._connection(target, address)
            try:
                connection.connect()
            except ssl.SSLError as error:
                connection.close()
                raise NoReplyError(_why(error), lasting=True, of_host=True) from error
            except (OSError, HTTPError) as error:
                connection.close()
                failure = NoReplyError(_why(error), of_host=True)
            else:
                return connection
        raise failure

    def _addresses(self, target: Target) -> list[str]:
        try:
            found = self.network.look_up(target.host, target.port)
        except socket.gaierror as error:
            is_passing = error.errno == socket.EAI_AGAIN
            raise NoReplyError("its host's name is not known", lasting=not is_passing, of_host=True) from None
        except (OSError, UnicodeError) as error:
            raise NoReplyError(_why(error), of_host=True) from error
        allowed = [address for address in found if self.network.allows(address)]
        if found and not allowed:
            raise UnaskedError(f"the name `{target.host}` leads into a private network or to this machine")
        return allowed

    def _connection(self, target: Target, address: str) -> HTTPConnection:
        wait = self.network.connecting
        if target.scheme == "http":
            return HTTPConnection(address, target.port, timeout=wait)
        return HTTPSConnection(address, target.port, timeout=wait, ssl_context=self._trust, server_hostname=target.host)

    @contextmanager
    def _limited(self, sock: socket.socket) -> Iterator[Callable[[], bool]]:
        """Shut a connection when its time is up: a server that sends a letter a second outlives any other limit.

        Gives a function that tells whether that happened.
        """
        late = Event()

        def stop() -> None:
            late.set()
            _shut(sock)

        timer = Timer(self.network.answering, stop)
        timer.daemon = True
        with self._lock:
            self._open.add(sock)
            if self._closed:
                _shut(sock)
        timer.start()
        try:
            yield late.is_set
        finally:
            timer.cancel()
            with self._lock:
                self._open.discard(sock)


def _reply(response: BaseHTTPResponse, room: int) -> Reply:
    headers = response.headers
    body = b""
    with suppress(OSError, HTTPException, HTTPError, ValueError):  # the head has said what counts
        body = response.read(room, decode_content=False) if room else b""
    location, wait = headers.get("Location"), headers.get("Retry-After")
    return Reply(response.status, location and _typed(location), _seconds(wait), "Set-Cookie" in headers, body)


def _typed(header: str) -> str:
    """Give a header as its server meant it: most write UTF-8, which is read as Latin-1 by the rule."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _seconds(written: str | None) -> float | None:
    """Read the seconds of a `Retry-After`, which may name a day and hour; nothing where it cannot be read."""
    if not written:
        return None
    try:
        return max(0.0, float(Retry().parse_retry_after(written)))
    except (InvalidHeader, ValueError, OverflowError):
        return None


def _shut(sock: socket.socket) -> None:
    # the plain method: that of a TLS socket takes away what another thread is reading through
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _why(error: Exception, is_late: bool = False) -> str:  # noqa: FBT001, FBT002  an error and its circumstance
    """Say in words what kept a reply away."""
    error = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if is_late or isinstance(error, TimeoutError):
        return "no whole answer in time"
    if isinstance(error, ssl.SSLError):
        return _untrusted(error)
    if isinstance(error, ConnectionError):
        return "the connection was refused or broken off"
    if isinstance(error, (HTTPException, HTTPError)):
        return "what came is no answer of HTTP"
    said = error.strerror if isinstance(error, OSError) and error.strerror else "the request could not be sent"
    return said[:1].lower() + said[1:]


def _untrusted(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted: {error.verify_message}"
    return f"no encrypted connection: {(error.reason or str(error)).replace('_', ' ').lower()}"
