"""Hosts of addresses, read the way browsers read them. Standard: https://url.spec.whatwg.org/#host-parsing."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*", re.ASCII)
RESERVED = (
    ".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa",
    ".test", ".invalid", ".example", ".onion",
)  # fmt: skip
"""Ends of names that no public host has: RFC 6761, RFC 6762, RFC 7686, RFC 8375, and what routers use."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Where addresses of IPv4 stand in IPv6 for translators (RFC 6052)."""
_PARTS = 4


def plain_host(host: str) -> str:
    """Give a host as a browser takes it: letters narrow and small, ideographic stops as points, none at the end."""
    return unicodedata.normalize("NFKC", host).replace("。", ".").lower().removesuffix(".")


def is_host(host: str) -> bool:
    """Whether a plain host can be one: a name in ASCII letters, or a number that is an address."""
    if _ends_in_number(host) or ":" in host:
        return _address(host) is not None
    return NAME.fullmatch(host) is not None


def is_private(host: str) -> bool:
    """Whether a plain host cannot be reached from the public network: by its number or by its name."""
    address = _address(host)
    if address is not None:
        inner = _inner(address)
        return not inner.is_global or inner.is_multicast or inner.is_reserved
    return "." not in host or host.endswith(RESERVED)


def punycode(host: str) -> str | None:
    """Give the form in ASCII letters of an international name (RFC 3490), or nothing where it has none."""
    try:
        written = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return written if is_host(written) else None


def _ends_in_number(host: str) -> bool:
    return NUMBER.fullmatch(host.rpartition(".")[2]) is not None


def _address(host: str) -> IPv4Address | IPv6Address | None:
    """Read a number as browsers do: `127.1`, `2130706433` and `0x7f.1` are all 127.0.0.1."""
    if ":" in host:
        try:
            return ip_address(host)
        except ValueError:
            return None
    parts = [_number(part) for part in host.split(".")]
    if len(parts) > _PARTS:
        return None
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or any(part >= 1 << 8 for part in known[:-1]):
        return None
    total = known[-1] + sum(part << (24 - 8 * place) for place, part in enumerate(known[:-1]))
    return IPv4Address(total) if known[-1] < 1 << 8 * (_PARTS + 1 - len(known)) else None


def _number(text: str) -> int | None:
    if not NUMBER.fullmatch(text) or len(text) > len("0x") + 32:
        return None
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    octal = len(text) > 1 and text.startswith("0")
    return None if octal and set(text) & {"8", "9"} else int(text, 8 if octal else 10)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Give the address of IPv4 that one of IPv6 stands for, or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
