"""What an address on the web may look like in the record. Standards: RFC 3986, and the WHATWG's for hosts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from generator.checks.hosts import is_host, is_private, plain_host, punycode
from generator.record.faults import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = Code(
    "E502",
    "no web address",
    "Readers follow it, and the site promises that it leads to a document on the web.",
    "Copy the address from the browser: it begins with `https://` or `http://`.",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: www.example.org/talks",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks",
)
CREDENTIALS = Code(
    "E503",
    "name or password in an address",
    "It would be published, and it hides which host the address really leads to.",
    "Remove everything from behind `//` up to the `@`.",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://reader:secret@www.example.org/talks",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks",
)
PRIVATE = Code(
    "E504",
    "address of a private network",
    "Nobody else can open it, and a machine that checks links must never be sent there.",
    "Give the public address of the document.",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: http://192.168.0.7/scan.pdf",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks",
)
TRACKING = Code(
    "E511",
    "tracking parameter in an address",
    "It tells the publisher where a reader came from, and makes one document look like two.",
    "Remove the parameter.",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks?utm_source=x",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks",
    Severity.WARNING,
)

CODES = (ADDRESS, CREDENTIALS, PRIVATE, TRACKING)

UNSAFE = re.compile(r"[\s\\<>\"{}|^`]|[\x00-\x1f\x7f]")
TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref_src|spm", re.ASCII)
PLAIN = re.compile(r"https?://([a-z0-9.-]+)(?:/[^?#\s\\<>\"{}|^`\x00-\x1f\x7f]*)?")
"""An address in which nothing but its host can be wrong, as most are: `urlsplit` takes ten times as long."""
HOLDS_ANOTHER = re.compile(r"/https?:/")


class Flaw(NamedTuple):
    """What is wrong with an address."""

    code: Code
    message: str
    hint: str = ""
    suggestion: str | None = None


def flaws(url: str) -> Iterator[Flaw]:
    """Find what is wrong with an address."""
    plain = PLAIN.fullmatch(url)
    if plain:
        yield from _flaws_of_host(plain[1])
        return
    unsafe = UNSAFE.search(url)
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
    yield from _flaws_of_host(host)
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


@lru_cache(maxsize=1 << 14)
def _flaws_of_host(host: str) -> tuple[Flaw, ...]:
    """Give what is wrong with a host: a record cites the same ones again and again."""
    return tuple(_host_flaws(host))


def _host_flaws(host: str) -> Iterator[Flaw]:
    plain = plain_host(host)
    ascii_form = punycode(plain)
    if is_private(plain):
        yield Flaw(PRIVATE, f"`{host}` lies in a private network or on the reader's own machine")
    elif is_host(plain):
        if plain != host.removesuffix("."):
            yield Flaw(ADDRESS, f"the host `{host}` is written in other characters than it has", f"Write `{plain}`.")
    elif ascii_form and ascii_form != plain:
        message = f"the host `{host}` has letters that can be taken for others"
        yield Flaw(ADDRESS, message, f"Write it as `{ascii_form}`.")
    else:
        yield Flaw(ADDRESS, f"`{host}` is no name of a host")


def _trackers(parts: SplitResult) -> Iterator[Flaw]:
    clean = without_trackers(parts.geturl())
    if clean != parts.geturl():
        found = next(name for name in map(_name, parts.query.split("&")) if TRACKERS.fullmatch(name))
        yield Flaw(TRACKING, f"`{found}` is there to follow readers", f"Write `{clean}`.", clean)


def without_trackers(url: str) -> str:
    """Take the parameters out of an address that are there to follow readers, and leave the rest as it is.

    An address that holds another one stays whole: that of an archived copy ends with its original's parameters.
    """
    address, mark, fragment = url.partition("#")
    front, question, query = address.partition("?")
    if HOLDS_ANOTHER.search(front):
        return url
    kept = "&".join(part for part in query.split("&") if not TRACKERS.fullmatch(_name(part)))
    return f"{front}{question if kept else ''}{kept}{mark}{fragment}" if kept != query else url


def _name(parameter: str) -> str:
    return unquote(parameter.partition("=")[0])
