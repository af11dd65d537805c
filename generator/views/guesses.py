"""What an address alone tells of a document: its publisher, its day, its language, whether it is known. No network."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.checks.addresses import without_trackers
from generator.checks.copies import document_of, host_of
from generator.checks.evidence import cited
from generator.record.dates import EdtfError, parse_edtf
from generator.record.source import SharedSource

if TYPE_CHECKING:
    from generator.record.record import Record

DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0[1-9]|1[0-2])(?:[-/_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_LANGUAGE = re.compile(r"(?:^|[./_-])(en|zh|eng|english|chinese)(?:[./_-]|$)")
_LANGUAGES = {"en": "en", "eng": "en", "english": "en", "zh": "zh", "chinese": "zh"}


@dataclass(frozen=True, slots=True)
class Guess:
    """What may be known of a document by its address; whatever is not known is absent."""

    url: str
    """The address without what follows readers."""
    shared: str | None = None
    """The id of the shared source that this document is."""
    event: str | None = None
    """The id of the event that has this document among its own sources."""
    publisher: str | None = None
    """The publisher whose sources stand on this host most often."""
    published: str | None = None
    """The day or month in the address (EDTF)."""
    language: str | None = None
    """The language in the address, where it is not the publisher's own."""


def guess(record: Record, url: str) -> Guess:
    """Read off an address what it tells of a document."""
    clean = without_trackers(url.strip())
    owners: Counter[str] = Counter()
    shared = event = None
    for entry, _, source in cited(record):
        if host_of(source.url) == host_of(clean):
            owners[source.publisher] += 1
        if document_of(source.url) == document_of(clean):
            shared = shared or (entry.id if isinstance(entry, SharedSource) else None)
            event = event or (None if isinstance(entry, SharedSource) else entry.id)
    publisher = owners.most_common(1)[0][0] if owners else None
    return Guess(clean, shared, event, publisher, _published(clean), _language(record, clean, publisher))


def _published(url: str) -> str | None:
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for year, month, day in DAY.findall(path):
        try:
            return parse_edtf("-".join(part for part in (year, month, day) if part)).text
        except EdtfError:
            continue
    return None


def _language(record: Record, url: str, publisher: str | None) -> str | None:
    known = record.publishers.get(publisher or "")
    found = _LANGUAGE.search(url.partition("://")[2].lower())
    named = _LANGUAGES.get(found[1]) if found else None
    return named if known and named and named != known.language.partition("-")[0] else None
