"""How to cite an event, an entry of the registry, the whole record."""

from __future__ import annotations

import json

import pytest

from generator.pages.citations import STYLES, in_words, of_entry, of_event, of_record
from generator.pages.page import Settings
from tests.views.making import event, record

SITE = Settings("A & B", "https://timeline.example/")
TALKS = event("2024-01-08-talks", title="Talks: 50% of {all} $_#", date="2024-01-08/2024-01-09", added="2024-02-01")
RECORD = record(TALKS, checked="2024-02-29")
EVENT = of_event(RECORD, SITE, TALKS)
WHOLE = of_record(RECORD, SITE)


def test_an_event_in_bibtex() -> None:
    """BibTeX names all who contributed as one author, keeps capitals, and holds nothing that LaTeX would run."""
    assert STYLES["bib"].write(EVENT) == (
        "@misc{2024-01-08-talks,\n"
        "  author = {{The contributors to A \\& B}},\n"
        "  title = {{Talks: 50\\% of \\{all\\} \\$\\_\\#}},\n"
        "  howpublished = {A \\& B},\n"
        "  year = {2024},\n"
        "  url = {https://timeline.example/events/2024-01-08-talks/},\n"
        "  version = {2024-02-29},\n"
        "  note = {Event of 8 to 9 January 2024. Record as of 29 February 2024}\n"
        "}\n"
    )


def test_an_event_in_ris() -> None:
    """RIS has a tag a line, begins with the type and ends with its end."""
    lines = STYLES["ris"].write(EVENT).split("\r\n")

    assert lines == [
        "TY  - ELEC", "ID  - 2024-01-08-talks", "AU  - The contributors to A & B", "TI  - Talks: 50% of {all} $_#",
        "T2  - A & B", "PY  - 2024", "DA  - 2024/02/29", "ET  - 2024-02-29",
        "UR  - https://timeline.example/events/2024-01-08-talks/",
        "N1  - Event of 8 to 9 January 2024. Record as of 29 February 2024", "LA  - en", "ER  - ", "",
    ]  # fmt: skip


def test_an_event_in_csl() -> None:
    """CSL-JSON is a list of one web page, with the version's day as its issue."""
    assert json.loads(STYLES["json"].write(EVENT)) == [{
        "id": "2024-01-08-talks", "type": "webpage", "title": "Talks: 50% of {all} $_#", "container-title": "A & B",
        "author": [{"literal": "The contributors to A & B"}], "issued": {"date-parts": [[2024, 2, 29]]},
        "version": "2024-02-29", "URL": "https://timeline.example/events/2024-01-08-talks/",
        "note": "Event of 8 to 9 January 2024. Record as of 29 February 2024", "language": "en",
    }]  # fmt: skip


def test_in_words() -> None:
    """In words an event carries its date, a channel or person none, the record its author."""
    channel = of_entry(RECORD, SITE, "channel", "line", "The line")

    assert in_words(EVENT) == (
        "“Talks: 50% of {all} $_#”, 8 to 9 January 2024. A & B, https://timeline.example/events/2024-01-08-talks/. "
        "Record as of 29 February 2024."
    )
    assert in_words(channel) == (
        "“The line”. A & B, https://timeline.example/channels/line/. Record as of 29 February 2024."
    )
    assert in_words(WHOLE) == (
        "The contributors to A & B. A & B. https://timeline.example/. Record as of 29 February 2024."
    )


def test_the_record_is_a_dataset() -> None:
    """The whole record is cited as data, not as a page within itself."""
    assert STYLES["ris"].write(WHOLE).startswith("TY  - DATA\r\n")
    assert "howpublished" not in STYLES["bib"].write(WHOLE)
    [item] = json.loads(STYLES["json"].write(WHOLE))
    assert (item["type"], item.get("container-title")) == ("dataset", None)


@pytest.mark.parametrize("ending", STYLES)
def test_without_an_address_of_the_site(ending: str) -> None:
    """Where the site stands at no known address the programs' forms leave it out; in words the page's path stands."""
    made = of_event(RECORD, Settings("A timeline"), TALKS)

    assert "events/" not in STYLES[ending].write(made)
    assert "A timeline, /events/2024-01-08-talks/." in in_words(made)


def test_a_record_changed_after_its_check() -> None:
    """Where the record was worked on after its last check, the version is of that day, and both are said."""
    work = of_record(record(event("2024-01-08-talks", added="2024-03-01"), checked="2024-02-29"), SITE)

    assert in_words(work).endswith("Record as of 29 February 2024, version of 1 March 2024.")
    assert "version = {2024-03-01}" in STYLES["bib"].write(work)
