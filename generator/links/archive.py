"""Asking an archive of the web for a copy of a document.

The interface is the Internet Archive's: https://archive.org/help/wayback_api.php
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

from generator.checks.addresses import flaws
from generator.links.answers import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.links.asking import Asker

_ROOM = 64 * 1024
"""Bytes of an answer that are read."""


def archived_copy(asker: Asker, archive: str, url: str, day: date | None) -> str | None:
    """Give the address of a copy that the archive has, that nearest to a day; nothing where it has none.

    `archive` is the address of the archive's interface. The copy's address is the archive's own, by https where that
    answers too. It is given where it has answered itself, or may not be asked and rests on the archive's word.
    """
    asked = urlencode({"url": url, **({"timestamp": f"{day:%Y%m%d}"} if day else {})})
    found = _closest(asker.read(f"{archive}{'&' if '?' in archive else '?'}{asked}", _ROOM))
    if not found or found == url or next(flaws(found), None):
        return None
    verdicts = {one: asker.ask(one).verdict for one in _ways(found)}
    answering = (one for one, verdict in verdicts.items() if verdict is Verdict.ANSWERS)
    return next(answering, found if verdicts[found] is Verdict.UNASKED else None)


def _closest(body: bytes | None) -> str | None:
    """Read an answer of the interface: the address of a copy of a page that was found."""
    try:
        closest = json.loads(body or b"")["archived_snapshots"]["closest"]
        is_good = closest["available"] is True and str(closest["status"]) == "200"
        return str(closest["url"]) if is_good else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _ways(url: str) -> Iterator[str]:
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.port is None:
        yield urlunsplit(parts._replace(scheme="https"))
    yield url
