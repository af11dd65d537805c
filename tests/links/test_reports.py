"""What a check of addresses says, in its three forms."""

from __future__ import annotations

import json
from datetime import date

from generator.links.answers import Answer, Verdict
from generator.links.reports import Finding, links_json, links_markdown, links_text
from generator.record.faults import Place

DAY, BEFORE = date(2024, 1, 8), date(2024, 1, 1)
PLACES = (Place("events/registry/sources/a.yml", 3, 6),)


def finding(verdict: Verdict, why: str = "", archived: str | None = None, **more: str | date | None) -> Finding:
    """Make a finding."""
    answer = Answer(verdict, why, asked=DAY, **{"since": DAY, **more})  # type: ignore[arg-type]  # a case's fields
    return Finding(f"https://news.org/{verdict}", answer, PLACES, archived)


FINDINGS = [
    finding(Verdict.ANSWERS),
    finding(Verdict.GONE, "404 Not Found", since=BEFORE),
    finding(Verdict.FAILS, "500 Internal Server Error", "https://archive.org/1"),
    finding(Verdict.MOVED, "moved for good", location="https://news.org/`<script>\n@all"),
]


def test_text() -> None:
    """The text tells what is wrong first, with its places, and sums up."""
    assert (
        links_text(FINDINGS)
        == """\
gone: the server says that the document is not there (1)
  https://news.org/gone
    404 Not Found, since 2024-01-01
    events/registry/sources/a.yml:3:6

no sound answer (1)
  https://news.org/fails
    500 Internal Server Error
    the record has a copy: https://archive.org/1
    events/registry/sources/a.yml:3:6

moved for good (1)
  https://news.org/moved
    to https://news.org/`<script>
@all
    events/registry/sources/a.yml:3:6

4 addresses: gone 1, fails 1, moved 1, answers 1. 1 of them broken and without an archived copy in the record.
"""
    )


def test_nothing_to_tell() -> None:
    """Where everything answers, one sentence says so."""
    assert links_text([finding(Verdict.ANSWERS)]) == "1 address: answers 1.\n"
    assert links_text([]) == "0 addresses: nothing to ask.\n"


def test_markdown() -> None:
    """What servers sent is code in Markdown, on one line: neither markup nor mention."""
    said = links_markdown(FINDINGS)

    assert said.startswith("4 addresses: gone 1, fails 1, moved 1, answers 1. 1 of them broken")
    assert (
        "### Gone: the server says that the document is not there\n\n"
        "- `https://news.org/gone`: `404 Not Found, since 2024-01-01`<br>`events/registry/sources/a.yml:3`\n"
    ) in said
    assert "; the record has a copy: `https://archive.org/1`<br>" in said
    assert "`to https://news.org/ <script> @all`" in said


def test_json() -> None:
    """The JSON has every address, those that answer too, and counts."""
    data = json.loads(links_json(FINDINGS))

    assert data["counts"] == {"gone": 1, "fails": 1, "moved": 1, "answers": 1}
    assert data["open"] == 1
    assert [(one["verdict"], one["open"]) for one in data["addresses"]] == [
        ("answers", False), ("gone", True), ("fails", False), ("moved", False)
    ]  # fmt: skip
    assert data["addresses"][1]["places"] == ["events/registry/sources/a.yml:3:6"]
