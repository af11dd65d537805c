"""The four forms of the report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.checks.report_github import github_report
from generator.checks.report_json import json_report
from generator.checks.report_sarif import sarif_report
from generator.checks.report_text import explained, shown_width, text_report
from generator.record.faults import Code, Fault, Place, Severity
from tests.checks.cases import all_cases
from tests.checks.sarif import SCHEMA
from tests.world import faults_of, world

if TYPE_CHECKING:
    from pathlib import Path

WRONG = Code("E999", "wrong word", "Words count.", "Write another.", "a: b", "a: c")
WARNING = Code("E998", "odd word", "Words count.", "Write another.", "", "", Severity.WARNING)
NOTICE = Code("E997", "rare word", "Words count.", "Write another.", "", "", Severity.NOTICE)

FAULTS = (
    Fault(NOTICE, Place("events", 1, 1, 1, 1), "nothing is here", "Write something."),
    Fault(WARNING, Place("events/2024/a.yml", 2, 8, 2, 12), "`国防部长` is odd", "", "title: 国防部长 visits"),
    Fault(WRONG, Place("events/2024/a.yml", 12, 8, 14, 3), "100% wrong: a, b", "One\nor two.", "places: >-", "here"),
)


def test_text_report() -> None:
    """The report for people gives place, weight, code, message, the line with carets under it, hint and sum."""
    assert text_report(FAULTS, 30) == (
        "events:1:1: notice E997 nothing is here\n"
        "    = Write something.\n"
        "\n"
        "events/2024/a.yml:2:8: warning E998 `国防部长` is odd\n"
        "  2 | title: 国防部长 visits\n"
        "    |        ^^^^^^^^\n"
        "\n"
        "events/2024/a.yml:12:8: error E999 100% wrong: a, b\n"
        "  12 | places: >-\n"
        "     |        ^^^\n"
        "     = One\nor two.\n"
        "\n"
        "3 faults in 2 files: 1 error, 1 warning, 1 notice. For 1 the right text is known.\n"
    )


@pytest.mark.parametrize(("events", "words"), [(0, "0 events"), (1, "1 event"), (12345, "12,345 events")])
def test_text_report_without_a_fault(events: int, words: str) -> None:
    """A record without a fault is said to be one, with the number of events that were read."""
    assert text_report((), events) == f"No fault found in {words}.\n"


def excerpt_of(line: str, column: int, end: int) -> list[str]:
    """Give the two lines of the report that show a line of a file and the carets."""
    fault = Fault(WRONG, Place("a.yml", 1, column, 1, end), "wrong", "", line)
    return text_report([fault], 1).splitlines()[1:3]


def test_carets_stand_below_wide_letters() -> None:
    """Carets stand under their text where letters are two columns wide, combine, or were a tab."""
    assert excerpt_of("native: 董军", 9, 11) == ["  1 | native: 董军", "    |         ^^^^"]
    assert excerpt_of("董军: x", 5, 6) == ["  1 | 董军: x", "    |       ^"]
    assert excerpt_of("e\u0301e\u0301: x", 7, 8) == ["  1 | e\u0301e\u0301: x", "    |     ^"]
    assert excerpt_of("\tx: y", 1, 2) == ["  1 | →x: y", "    | ^"]


def test_long_lines_are_cut_around_the_place() -> None:
    """Of a long line the part around the place is shown, with dots where something is left out."""
    line = "summary: " + "word " * 60 + "END" + " word" * 60
    shown, carets = excerpt_of(line, line.index("END") + 1, line.index("END") + 4)

    assert shown.startswith("  1 | …")
    assert shown.endswith("…")
    assert len(shown) < 115
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "END"


# a line, first column and the one behind the last, what is shown, columns before the carets, carets
CUT = (
    ("a" * 100, 1, 2, "a" * 100, 0, 1),
    ("a" * 101, 1, 3, "a" * 100 + "…", 0, 2),
    ("a" * 60 + "XY" + "b" * 60, 61, 63, "…" + "a" * 30 + "XY" + "b" * 60, 31, 2),
    ("国" * 60 + "XY" + "b" * 60, 61, 63, "…" + "国" * 30 + "XY" + "b" * 38 + "…", 61, 2),
    ("a" * 30 + "X" + "b" * 100, 31, 32, "a" * 30 + "X" + "b" * 69 + "…", 30, 1),
    ("a" * 31 + "X" + "b" * 100, 32, 33, "…" + "a" * 30 + "X" + "b" * 69 + "…", 31, 1),
    ("a" * 200, 150, 400, "…" + "a" * 81, 31, 51),
)


@pytest.mark.parametrize(("line", "column", "end", "shown", "before", "carets"), CUT)
def test_how_a_long_line_is_cut(line: str, column: int, end: int, shown: str, before: int, carets: int) -> None:  # noqa: PLR0913, PLR0917  columns of the table
    """A hundred columns are shown, thirty of them before the place, and carets under what is shown of it."""
    assert excerpt_of(line, column, end) == [f"  1 | {shown}", f"    | {' ' * before}{'^' * carets}"]


@given(st.text(max_size=300), st.integers(1, 400), st.integers(0, 50))
def test_text_report_takes_any_line(line: str, column: int, length: int) -> None:
    """Whatever a line holds, and wherever a fault stands, there is a report with at least one caret under a line."""
    fault = Fault(WRONG, Place("a.yml", 1, column, 1, column + length), "wrong", "", line)
    report = text_report([fault], 1)

    assert report.endswith("1 fault in 1 file: 1 error.\n")
    assert ("^" in report) == bool(line.strip()) or "^" in line


def test_width_of_text() -> None:
    """Letters of East Asia count two columns, marks above letters none."""
    assert [shown_width(text) for text in ("abc", "国防", "ｆｔ", "e\u0301", "")] == [3, 4, 4, 1, 0]


def test_explanation() -> None:
    """An explanation of a code gives what it is, why, how to mend it, and both examples."""
    assert explained(WRONG) == (
        "E999 wrong word (error)\n\nWords count.\n\nWrite another.\n\nWrong:\n  a: b\n\nRight:\n  a: c"
    )
    assert explained(NOTICE) == "E997 rare word (notice)\n\nWords count.\n\nWrite another."


def test_github_annotations() -> None:
    """Annotations escape what would end a property or a message, and give columns only within one line."""
    odd = Fault(WRONG, Place("events/a,b:c%.yml", 3, 1, 3, 1), "x")
    assert github_report((*FAULTS, odd)) == (
        "::notice file=events,line=1,endLine=1,col=1,endColumn=1,title=E997 rare word"
        "::nothing is here. Write something.\n"
        "::warning file=events/2024/a.yml,line=2,endLine=2,col=8,endColumn=12,title=E998 odd word::`国防部长` is odd\n"
        "::error file=events/2024/a.yml,line=12,endLine=14,title=E999 wrong word::100%25 wrong: a, b. One%0Aor two.\n"
        "::error file=events/a%2Cb%3Ac%25.yml,line=3,endLine=3,col=1,endColumn=1,title=E999 wrong word::x\n"
    )
    assert github_report(()) == ""


@given(st.text(), st.text())
def test_github_annotation_is_one_line(path: str, message: str) -> None:
    """No path and no message can make a second annotation out of one."""
    report = github_report([Fault(WRONG, Place(path), message)])

    assert report.count("\n") == 1
    assert "\r" not in report
    assert report.count("::") >= 2


def test_json_report() -> None:
    """The report for scripts has a version, a sum, and every part of each fault under a name of its own."""
    report = json.loads(json_report(FAULTS))

    assert report["version"] == 1
    assert report["summary"] == {"files": 2, "errors": 1, "warnings": 1, "notices": 1}
    assert report["faults"][2] == {
        "code": "E999", "severity": "error", "message": "100% wrong: a, b", "hint": "One\nor two.",
        "path": "events/2024/a.yml", "line": 12, "column": 8, "end_line": 14, "end_column": 3,
        "excerpt": "places: >-", "suggestion": "here",
    }  # fmt: skip
    assert json.loads(json_report(()))["faults"] == []


def sarif(faults: tuple[Fault, ...]) -> Any:  # noqa: ANN401  whatever JSON holds
    """Write SARIF, check it against the schema, and read it."""
    report = json.loads(sarif_report(faults))
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_sarif_report() -> None:
    """SARIF has one rule for each code found, results that point at them, and the mended text as a fix."""
    run = sarif(FAULTS)["runs"][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E997", "E998", "E999"]
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("E997", 0, "note"), ("E998", 1, "warning"), ("E999", 2, "error"),
    ]  # fmt: skip
    assert run["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 12, "startColumn": 8, "endLine": 14, "endColumn": 3},
            "insertedContent": {"text": "here"},
        }
    ]
    assert "```yaml\na: b\n```" in run["tool"]["driver"]["rules"][2]["help"]["markdown"]


def test_sarif_in_full() -> None:
    """Every part of a report stands under the name that the standard gives it."""
    text = {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 12}
    place = {"artifactLocation": {"uri": "events/2024/a.yml", "uriBaseId": "%SRCROOT%"}, "region": text}
    plain, mended = Fault(WARNING, FAULTS[1].place, "x is odd"), Fault(WRONG, FAULTS[1].place, "y", "Mend.", "", "z")
    fix = {
        "description": {"text": "Write `z`."},
        "artifactChanges": [{
            "artifactLocation": place["artifactLocation"],
            "replacements": [{"deletedRegion": text, "insertedContent": {"text": "z"}}],
        }],
    }  # fmt: skip

    assert sarif((mended, plain)) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "timeline check", "rules": [
                {"id": "E998", "name": "OddWord", "shortDescription": {"text": "odd word"},
                 "fullDescription": {"text": "Words count."},
                 "help": {"text": "Words count. Write another.", "markdown": "Words count.\n\nWrite another."},
                 "defaultConfiguration": {"level": "warning"}},
                {"id": "E999", "name": "WrongWord", "shortDescription": {"text": "wrong word"},
                 "fullDescription": {"text": "Words count."},
                 "help": {
                     "text": "Words count. Write another.",
                     "markdown": "Words count.\n\nWrite another.\n\nWrong:\n\n```yaml\na: b\n```\n\nRight:\n\n"
                     "```yaml\na: c\n```",
                 },
                 "defaultConfiguration": {"level": "error"}},
            ]}},
            "columnKind": "unicodeCodePoints",
            "results": [
                {"ruleId": "E999", "ruleIndex": 1, "level": "error", "message": {"text": "y. Mend."},
                 "locations": [{"physicalLocation": place}], "fixes": [fix]},
                {"ruleId": "E998", "ruleIndex": 0, "level": "warning", "message": {"text": "x is odd."},
                 "locations": [{"physicalLocation": place}]},
            ],
        }],
    }  # fmt: skip


def test_sarif_escapes() -> None:
    """A path becomes a URI reference, and a brace in a message does not stand for an argument."""
    result = sarif((Fault(WRONG, Place("events/东 1.yml"), "`{0}`"),))["runs"][0]["results"][0]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "events/%E4%B8%9C%201.yml"
    assert result["message"]["text"] == "`{{0}}`."


@pytest.mark.slow
def test_sarif_of_everything(tmp_path: Path) -> None:
    """The faults of every case together make a SARIF report that fits the schema."""
    faults = [
        fault
        for number, case in enumerate(all_cases())
        for fault in faults_of(world(tmp_path / str(number), case.files))
    ]
    run = sarif(tuple(faults))["runs"][0]

    assert len(run["results"]) == len(faults) > 100
    assert sarif(())["runs"][0]["results"] == []
