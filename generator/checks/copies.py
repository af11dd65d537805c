"""E5: one document in two places: copies by others, archives, and what was entered twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.checks.check import Comparison
from generator.record.faults import Code, Severity
from generator.record.outline import EventOutline, Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from generator.record.around import Reading
    from generator.record.faults import Fault
    from generator.record.outline import Cited

COPY = Code(
    "E509",
    "copy without `copy_of`",
    "A reader must know whether the publisher itself is quoted or somebody who reprinted it.",
    "Name as `publisher` whose host it is and as `copy_of` whose piece it is. An archive's address belongs into "
    "`archived`, the page's own into `url`.",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://web.archive.org/web/2024/https://www.example.org/talks",
    "# events/registry/sources/gazette-2024-01-10.yml\nurl: https://www.example.org/talks\narchived: https://web.archive.org/web/2024/https://www.example.org/talks",
    Severity.WARNING,
)
TWO_PLACES = Code(
    "E510",
    "document entered twice",
    "One document cited by several events is entered once, so that a correction reaches all of them.",
    "Write it as a file in `events/registry/sources/` and cite it by its id.",
    "",
    "",
    Severity.WARNING,
)

Placed = EventOutline | Outline

_ARCHIVES = (
    "web.archive.org",
    "archive.ph",
    "archive.is",
    "archive.today",
    "archive.li",
    "archive.md",
    "archive.vn",
    "archive.fo",
    "perma.cc",
    "webcitation.org",
    "ghostarchive.org",
    "webcache.googleusercontent.com",
)
"""Hosts that keep pages of others: an address there belongs into `archived`."""
_PLAIN = re.compile(r"https?://([a-z0-9.-]+)(?=[/?#]|\Z)")
"""An address whose host can be read off, as of nearly all: `urlsplit` takes ten times as long."""
_ENOUGH = 3
"""How many sources of one publisher make a host its own."""


def copies(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find addresses where others keep a piece, without a word that it is a copy.

    Known are the archives of the web, and what the record itself shows: a host that carries three sources or
    more of one publisher, and a single one of another that is otherwise found elsewhere.
    """
    found = [(entry, one, host_of(one.url)) for entry, one in _cited(reading)]
    owners, homes = _owners(found), _homes(found)
    for entry, one, host in found:
        if host in _ARCHIVES:
            yield reading.fault(COPY, entry, (*one.way, "url"), f"`{host}` keeps copies of pages that others publish")
        owner = owners.get(host, one.publisher)
        if owner != one.publisher and not one.copy_of and homes[one.publisher] - {host}:
            message = f"`{host}` is the host of `{owner}`, and the publisher is given as `{one.publisher}`"
            hint = f"Where it is a copy, write `publisher: {owner}` and `copy_of: {one.publisher}`."
            yield reading.fault(COPY, entry, (*one.way, "url"), message, hint)


def two_places(reading: Reading, today: date) -> Iterator[Fault]:  # noqa: ARG001  every check is asked alike
    """Find documents that were entered more than once, at each place but the first."""
    first: dict[str, tuple[Placed, Cited]] = {}
    for entry, one in _cited(reading):
        known, found = first.setdefault(document_of(one.url), (entry, one))
        if found is not one:
            message, hint = _said_again(known, entry)
            yield reading.fault(TWO_PLACES, entry, (*one.way, "url"), message, hint)


def _said_again(known: Placed, entry: Placed) -> tuple[str, str]:
    if isinstance(known, Outline):
        return f"this document is the shared source `{known.id}`", f"Cite it as `{known.id}`."
    if known is entry:
        return "this document is already a source of this event", "Keep one of the two."
    return f"this document is also a source of `{known.id}`", TWO_PLACES.mend


def _cited(reading: Reading) -> Iterator[tuple[Placed, Cited]]:
    """Give every source where it is written, with its entry: the shared ones first."""
    for entries in (reading.registered, reading.events):
        for entry in entries:
            yield from ((entry, one) for one in entry.written)


def _owners(found: Iterable[tuple[Placed, Cited, str]]) -> Mapping[str, str]:
    """Give the publisher of each host that by the record's own sources is one publisher's, copies left aside."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, one, host in found:
        if not one.copy_of:
            counted[host][one.publisher] += 1
    owners = {}
    for host, publishers in counted.items():
        (publisher, number), *others = publishers.most_common()
        if host and number >= _ENOUGH and all(other == 1 for _, other in others) and len(others) <= 1:
            owners[host] = publisher
    return owners


def _homes(found: Iterable[tuple[Placed, Cited, str]]) -> Mapping[str, set[str]]:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for _, one, host in found:
        homes[one.publisher].add(host)
    return homes


def host_of(url: str) -> str:
    """Give the host of an address without `www.`; empty for what is no address."""
    plain = _PLAIN.match(url)
    if plain:
        return plain[1].removeprefix("www.")
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def document_of(url: str) -> str:
    """Give what tells one document from another: not the scheme, nor `www.`, nor the place inside it."""
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")


CHECKS = (Comparison(copies, (COPY,)), Comparison(two_places, (TWO_PLACES,)))
