"""What an address on the web may look like in the record. Standards: RFC 3986, and the WHATWG's for hosts."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlsplit

from generator.record.faults import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = Code(
    "E502",
    "no web address",
    "Readers follow it, and the site promises that it leads to a document on the web.",
    "Copy the address from the browser: it begins with `https://` or `http://`.",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: www.ft.com/content/1",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://www.ft.com/content/1",
)
CREDENTIALS = Code(
    "E503",
    "name or password in an address",
    "It would be published, and it hides which host the address really leads to.",
    "Remove everything from behind `//` up to the `@`.",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://reader:secret@www.ft.com/content/1",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://www.ft.com/content/1",
)
PRIVATE = Code(
    "E504",
    "address of a private network",
    "Nobody else can open it, and a machine that checks links must never be sent there.",
    "Give the public address of the document.",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: http://192.168.0.7/scan.pdf",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://www.ft.com/content/1",
)
TRACKING = Code(
    "E511",
    "tracking parameter in an address",
    "It tells the publisher where a reader came from, and makes one document look like two.",
    "Remove the parameter.",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://www.ft.com/content/1?utm_source=x",
    "# events/registry/sources/ft-2024-01-10.yml\nurl: https://www.ft.com/content/1",
    Severity.WARNING,
)

CODES = (ADDRESS, CREDENTIALS, PRIVATE, TRACKING)

_UNSAFE = re.compile(r"[\s\\<>\"{}|^`]|[\x00-\x1f\x7f]")
_NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*", re.ASCII)
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*", re.ASCII)
_RESERVED = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "home.arpa",
    "test",
    "invalid",
    "example",
    "onion",
)
"""Ends of names that no public host has: RFC 6761, RFC 6762, RFC 7686, RFC 8375, and what routers use."""
_BYTES = 4
"""How many bytes an address of IPv4 has, and parts at most."""
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref_src|spm", re.ASCII)


class Flaw(NamedTuple):
    """What is wrong with an address."""

    code: Code
    message: str
    hint: str = ""
    suggestion: str | None = None


def flaws(url: str) -> Iterator[Flaw]:
    """Find what is wrong with an address."""
    unsafe = _UNSAFE.search(url)
    if unsafe:
        what = "a space" if unsafe[0].isspace() else f"`{unsafe[0]}`"
        yield Flaw(ADDRESS, f"{what} cannot stand in an address", "Copy the address from the browser once more.")
        return
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        yield Flaw(ADDRESS, "the part of the address that names the host cannot be read")
        return
    if parts.scheme not in ("http", "https") or not host:
        yield _no_address(url, parts)
        return
    if parts.username is not None:
        yield Flaw(CREDENTIALS, f"the address carries a user name before its host `{host}`")
    yield from _host_flaws(host)
    yield from _trackers(parts)


def _no_address(url: str, parts: SplitResult) -> Flaw:
    if parts.scheme in ("http", "https"):
        return Flaw(ADDRESS, "the address names no host")
    # a bare host is most often one copied without its beginning; `host:80` reads as a scheme
    bare = "." in url.split("/", maxsplit=1)[0] and (not parts.scheme or "." in parts.scheme)
    if bare:
        better = f"https://{url.lstrip('/')}"
        return Flaw(ADDRESS, "the address does not begin with `https://` or `http://`", f"Write `{better}`.", better)
    found = f"begins with `{parts.scheme}:`" if parts.scheme else "does not begin with `https://` or `http://`"
    return Flaw(ADDRESS, f"the address {found}", "Only http and https lead to documents on the web.")


def _host_flaws(host: str) -> Iterator[Flaw]:
    # full-width letters and ideographic stops are what a browser makes of them
    plain = unicodedata.normalize("NFKC", host).replace("。", ".").lower().removesuffix(".")
    if is_private(plain):
        yield Flaw(PRIVATE, f"`{host}` lies in a private network or on the reader's own machine")
        return
    if ":" in plain or _HOST.fullmatch(plain):
        if plain != host.removesuffix("."):
            yield Flaw(ADDRESS, f"the host `{host}` is written in other characters than it has", f"Write `{plain}`.")
        return
    ascii_form = _punycode(plain)
    if ascii_form is None:
        yield Flaw(ADDRESS, f"`{host}` is no name of a host")
    else:
        yield Flaw(
            ADDRESS, f"the host `{host}` has letters that can be taken for others", f"Write it as `{ascii_form}`."
        )


def is_private(host: str) -> bool:
    """Whether a host, in small letters, cannot be reached from the public network: by its number or by its name."""
    number = _ip_address(host)
    if number is not None:
        return not _inner(number).is_global
    name = f".{host}"
    return "." not in host or any(name.endswith(f".{end}") for end in _RESERVED)


def _ip_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Read a host as a number the way browsers do: `127.1`, `2130706433` and `0x7f.1` are all 127.0.0.1."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    parts = host.split(".")
    if len(parts) > _BYTES or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    *heads, last = (_number(part) for part in parts)
    total = last + sum(head << (24 - 8 * place) for place, head in enumerate(heads))
    # what does not fit is no address for a browser; no public host has such a name either
    fits = max(heads, default=0) < 1 << 8 and total < 1 << 8 * _BYTES
    return ipaddress.IPv4Address(total if fits else 0)


def _number(text: str) -> int:
    if text[:2] in ("0x", "0X"):
        return int(text[2:] or "0", 16)
    octal = len(text) > 1 and text[0] == "0" and not set(text) & {"8", "9"}
    return int(text[:40], 8 if octal else 10)


def _inner(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Give the address of IPv4 that one of IPv6 stands for, or the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address


def _punycode(host: str) -> str | None:
    try:
        written = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return written if _HOST.fullmatch(written) else None


def _trackers(parts: SplitResult) -> Iterator[Flaw]:
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    found = [name for name, _ in pairs if _TRACKERS.fullmatch(name)]
    if found:
        kept = "&".join(part for part in parts.query.split("&") if not _TRACKERS.fullmatch(part.partition("=")[0]))
        clean = parts._replace(query=kept).geturl()
        yield Flaw(TRACKING, f"`{found[0]}` is there to follow readers", f"Write `{clean}`.", clean)
