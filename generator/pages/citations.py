"""How to cite a page or the whole record: in words, BibTeX, RIS and CSL-JSON.

The record has no edition but the day of its last check or change: that is the version cited.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.pages.addresses import DATA, HOME, address
from generator.pages.page import horizon_of, version_of
from generator.record.date_words import day_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.pages.page import Settings
    from generator.record.models import Event
    from generator.record.record import Record

LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
"""Where the licence of the record stands."""

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
"""What LaTeX would take for a command of its own."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to be cited."""

    key: str
    """Its key in a list of references."""
    title: str
    when: str
    """When it happened, in words; empty for what is no event."""
    place: str
    """Its address below the site's root."""
    site_name: str
    site_url: str
    """Where the site stands; empty where that is not known."""
    checked: date
    """The last day up to which the record was checked."""
    version: date
    """The day of its last change or check."""
    whole: bool = False
    """Whether it is the record itself."""

    @property
    def author(self) -> str:
        """Who made it: nobody is named but all who contributed."""
        return f"The contributors to {self.site_name or 'the timeline'}"

    @property
    def url(self) -> str:
        """Its whole address; empty where it is not known where the site stands."""
        return self.site_url and self.site_url + self.place


def of_event(record: Record, settings: Settings, event: Event) -> Work:
    """Give an event as a work to cite."""
    return _work(record, settings, address("event", event.id), event.title, event.id, event.date.words())


def of_entry(record: Record, settings: Settings, kind: str, id_: str, name: str) -> Work:
    """Give an entry of the registry as a work to cite."""
    return _work(record, settings, address(kind, id_), name, f"{kind}-{id_}")


def of_record(record: Record, settings: Settings) -> Work:
    """Give the whole record as a work to cite."""
    checked, version = horizon_of(record, settings), version_of(record, settings)
    name = settings.site_name or "Timeline"
    return Work(f"record-{version}", name, "", HOME, name, settings.site_url, checked, version, whole=True)


def in_words(work: Work) -> str:
    """Cite in a line; where the site's address is not known, the page's below its root."""
    when = f", {work.when}" if work.when else ""
    where = f"{work.site_url or '/'}{work.place}"
    if work.whole:
        return f"{work.author}. {work.title}. {where}. {_as_of(work)}."
    site = f"{work.site_name}, " if work.site_name else ""
    return f"“{work.title}”{when}. {site}{where}. {_as_of(work)}."


def _bibtex(work: Work) -> str:
    fields = {
        "author": f"{{{_latex(work.author)}}}", "title": f"{{{_latex(work.title)}}}",
        "howpublished": "" if work.whole else _latex(work.site_name), "year": str(work.version.year),
        "url": work.url, "version": str(work.version), "note": _latex(_note(work)),
    }  # fmt: skip
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{work.key},\n{lines}\n}}\n"


def _ris(work: Work) -> str:
    fields = (
        ("TY", "DATA" if work.whole else "ELEC"), ("ID", work.key), ("AU", work.author), ("TI", work.title),
        ("T2", "" if work.whole else work.site_name), ("PY", str(work.version.year)),
        ("DA", f"{work.version:%Y/%m/%d}"), ("ET", str(work.version)), ("UR", work.url), ("N1", _note(work)),
        ("LA", "en"),
    )  # fmt: skip
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def _csl(work: Work) -> str:
    day = work.version
    item = {
        "id": work.key, "type": "dataset" if work.whole else "webpage", "title": work.title,
        "container-title": "" if work.whole else work.site_name, "author": [{"literal": work.author}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]}, "version": str(day), "URL": work.url,
        "note": _note(work), "language": "en",
    }  # fmt: skip
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=1) + "\n"


class Style(NamedTuple):
    """A form of citation that programs read."""

    media_type: str
    name: str
    write: Callable[[Work], str]


STYLES: Mapping[str, Style] = {
    "bib": Style("application/x-bibtex", "BibTeX", _bibtex),
    "ris": Style("application/x-research-info-systems", "RIS", _ris),
    "json": Style("application/vnd.citationstyles.csl+json", "CSL-JSON", _csl),
}
"""The forms by the ending of their files."""


def works(record: Record, settings: Settings) -> Iterator[tuple[str, Work]]:
    """Give all that has a citation with the folder in which its files stand."""
    yield DATA, of_record(record, settings)
    for event in record.events:
        work = of_event(record, settings, event)
        yield work.place, work
    for kind, entries in (("channel", record.channels), ("person", record.people)):
        for id_, entry in entries.items():
            work = of_entry(record, settings, kind, id_, entry.name)
            yield work.place, work


def _work(record: Record, settings: Settings, place: str, title: str, key: str, when: str = "") -> Work:  # noqa: PLR0913, PLR0917  a work has parts
    checked, version = horizon_of(record, settings), version_of(record, settings)
    return Work(key, title, when, place, settings.site_name, settings.site_url, checked, version)


def _note(work: Work) -> str:
    when = f"Event of {work.when}. " if work.when else ""
    return f"{when}{_as_of(work)}"


def _as_of(work: Work) -> str:
    """Say how far the record goes, and of which day it is where it was worked on later."""
    later = f", version of {day_words(work.version)}" if work.version != work.checked else ""
    return f"Record as of {day_words(work.checked)}{later}"


def _latex(text: str) -> str:
    return text.translate(_LATEX)
