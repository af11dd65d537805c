"""Where a request goes: an address taken apart, and refused where nothing may be sent."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from generator.checks.hosts import is_host, is_private, plain_host, punycode
from generator.links.answers import UnaskedError

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~?"
"""Signs that stand for themselves in path and query (RFC 3986), and the percent sign of what is escaped already."""
_LONGEST = 4096
"""Characters of an address that servers take."""


@dataclass(frozen=True, slots=True)
class Target:
    """A host, and what is asked of it."""

    scheme: str
    host: str
    """A name in ASCII letters, or an address without brackets."""
    port: int
    wanted: str
    """Path and query in ASCII letters, as they stand in a request."""

    @property
    def authority(self) -> str:
        """Host and port as the header `Host` has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"


def target_of(url: str) -> Target:
    """Take an address apart. Raises UnaskedError for one that leads to no public host by http or https."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UnaskedError("the address cannot be read") from None
    if parts.scheme not in _PORTS or not host or len(url) > _LONGEST:
        raise UnaskedError(f"`{parts.scheme or url[:40]}` leads to no document on the web")
    name = _name(plain_host(host))
    wanted = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Target(parts.scheme, name, port or _PORTS[parts.scheme], wanted)


def next_address(url: str, location: str) -> str:
    """Give where a redirect leads to, its fragment left out. Raises UnaskedError where that cannot be read."""
    try:
        return urldefrag(urljoin(url, location))[0]
    except ValueError:
        raise UnaskedError("its redirect leads to what cannot be read as an address") from None


def _name(host: str) -> str:
    name = host if is_host(host) else punycode(host)
    if name is None:
        raise UnaskedError("the address names no host")
    if is_private(name):
        raise UnaskedError(f"`{name}` lies in a private network or on this machine")
    return name
