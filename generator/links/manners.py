"""How a host is treated: one request at a time, a pause behind each, and what its robots.txt asks for.

Standard: https://www.rfc-editor.org/rfc/rfc9309
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import TYPE_CHECKING

from protego import Protego

from generator.links.answers import UnaskedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.links.answers import NoReplyError
    from generator.links.door import Network
    from generator.links.targets import Target

LONGEST_WAIT = 60.0
"""Seconds that are waited for a host; one that asks for more is left alone until the next check."""


@dataclass
class Host:
    """What is known of a host while its addresses are asked."""

    lock: Lock = field(default_factory=Lock)
    free: float = 0.0
    """When the next request may be sent, by the network's clock."""
    pause: float = 0.0
    """Seconds between two requests, where its robots.txt asks for more than we do."""
    closed: str = ""
    """Why nothing more is asked of it; empty otherwise."""


@dataclass
class Manners:
    """The hosts of a check; may be used by several threads."""

    network: Network
    pause: float
    """Seconds between the end of a request to a host and the next one."""
    product: str
    """The name by which a robots.txt may speak of us."""
    stopped: Event = field(default_factory=Event)
    """Set when the check was broken off."""
    _hosts: dict[str, Host] = field(default_factory=dict)
    _rules: dict[str, Protego] = field(default_factory=dict)
    _dead: dict[str, NoReplyError] = field(default_factory=dict)
    """What kept every reply of an origin away."""
    _lock: Lock = field(default_factory=Lock)

    def host(self, name: str) -> Host:
        """Give what is known of a host."""
        with self._lock:
            return self._hosts.setdefault(name, Host())

    @contextmanager
    def turn(self, target: Target) -> Iterator[None]:
        """Wait until a host may be asked, and keep others from it meanwhile. Raises UnaskedError, NoReplyError."""
        host = self.host(target.host)
        with host.lock:
            wait = host.free - self.network.clock()
            if wait > 0 and not host.closed:
                self.network.sleep(wait, self.stopped)
            if self.stopped.is_set():
                raise UnaskedError("the check was broken off")
            if host.closed:
                raise UnaskedError(host.closed)
            if target.origin in self._dead:
                raise self._dead[target.origin]
            try:
                yield
            finally:
                host.free = self.network.clock() + max(self.pause, host.pause)

    def rest(self, name: str, seconds: float) -> None:
        """Leave a host alone for a while; for more than the longest wait, leave it alone for good."""
        host = self.host(name)
        with host.lock:
            host.free = max(host.free, self.network.clock() + seconds)
            if seconds > LONGEST_WAIT:
                host.closed = f"`{name}` asks to be left alone for {round(seconds)} seconds"

    def dead(self, target: Target, failure: NoReplyError) -> None:
        """Remember that no address of an origin can be reached."""
        self._dead[target.origin] = failure

    def heed(self, target: Target, fetch: Callable[[], str]) -> None:
        """Ask a target's robots.txt, fetched once an origin. Raises UnaskedError where it says no, and as `fetch`."""
        origin = target.origin
        with self._lock_of(origin):
            if origin not in self._rules:
                self._rules[origin] = Protego.parse(fetch())
                asked = self._rules[origin].crawl_delay(self.product) or 0.0
                self.host(target.host).pause = min(asked, LONGEST_WAIT)
        if not self._rules[origin].can_fetch(origin + target.wanted, self.product):
            raise UnaskedError(f"the robots.txt of `{target.host}` asks machines to stay away")

    def _lock_of(self, origin: str) -> Lock:
        """Give the lock under which an origin's robots.txt is fetched: another one than that of its requests."""
        return self.host(f"robots.txt of {origin}").lock
