"""Citations as files."""

from __future__ import annotations

import re

from generator.exports.citing import citations, events_cited
from generator.pages.page import Settings
from tests.views.making import channel, event, person, record

SITE = Settings("A timeline", "https://timeline.example/")
RECORD = record(
    event("2024-01-08-a"), event("2024-01-09-b"), channel("line"), person("ann"), checked="2024-02-01",
)  # fmt: skip


def test_files_stand_beside_what_they_cite() -> None:
    """Each event, channel and person has its citations in the folder of its page, the record in that of its data."""
    folders = ("data", "events/2024-01-08-a", "events/2024-01-09-b", "channels/line", "people/ann")

    found = [file.address for file in citations(RECORD, SITE)]

    assert found == [f"{folder}/cite.{ending}" for folder in folders for ending in ("bib", "ris", "json")]


def test_a_list_of_citations() -> None:
    """Several events make one list, each with a key of its own."""
    made = events_cited(RECORD, RECORD.events, SITE, "bib")

    assert re.findall(r"@misc\{([^,]+),", made) == ["2024-01-08-a", "2024-01-09-b"]
