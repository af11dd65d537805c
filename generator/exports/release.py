"""A dated release of the record: its data in one archive, and the line of its citation that tells the version."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.exports.api import events_json
from generator.exports.calendars import events_ical
from generator.exports.package import tables
from generator.pages.addresses import DATA
from generator.pages.citations import LICENCE_URL, STYLES, in_words, of_record
from generator.pages.page import version_of
from generator.record.date_words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Settings
    from generator.record.record import Record

_README = """\
{name}: the record as data, version {version}

Checked to {checked}. Licence: CC BY 4.0, {licence}
Cite: {cited}

*.csv             tables, described column by column in datapackage.json
timeline.sqlite   all tables of the record in one database; for Datasette, metadata.json says what they hold
events.json       every event with all of its fields
events.ics        every event as a calendar
cite.*            how to cite this, for programs that keep references
SHA256SUMS        the sums of the tables: sha256sum --check SHA256SUMS
"""


def archive(record: Record, settings: Settings) -> bytes:
    """Give the data of a record as a ZIP archive with one folder, named after the version."""
    version = version_of(record, settings)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in _files(record, settings):
            # the record's day and fixed rights, where ZipFile would take those of the machine
            info = ZipInfo(f"{version}/{name}", (version.year, version.month, version.day, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            made.writestr(info, content)
    return out.getvalue()


def cited_version(citation: str, version: str) -> str:
    """Give the text of a CITATION.cff with the version and the day of a release in it."""
    kept = re.sub(r"^(version|date-released):.*\n", "", citation, flags=re.MULTILINE)
    return f"{kept.rstrip()}\nversion: {version}\ndate-released: {version}\n"


def _files(record: Record, settings: Settings) -> Iterator[tuple[str, str | bytes]]:
    work = of_record(record, settings)
    yield (
        "README.txt",
        _README.format(
            name=work.site_name,
            version=work.version,
            checked=day_words(work.checked),
            cited=in_words(work),
            licence=LICENCE_URL,
        ),
    )
    yield from ((file.address.removeprefix(DATA), file.content) for file in tables(record, settings))
    yield "events.json", events_json(record, record.events)
    yield "events.ics", events_ical(record, record.events, settings)
    yield from ((f"cite.{ending}", style.write(work)) for ending, style in STYLES.items())
