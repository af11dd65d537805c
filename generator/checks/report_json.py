"""The report as JSON, for scripts. Its form is a promise; a change of it raises `version`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.record.faults import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.faults import Fault

VERSION = 1


def json_report(faults: Sequence[Fault]) -> str:
    """Write an object with `version`, `summary` and `faults`.

    `summary` holds the numbers of `files`, `errors`, `warnings` and `notices`. A fault has `code`, `severity`,
    `message`, `hint`, `path` (POSIX, from the project's folder), `line`, `column`, `end_line`, `end_column` (from 1,
    in characters, the end behind the last), `excerpt` (the line) and `suggestion` (the text to write in the place of
    the span, or null).
    """
    summary = {"files": len({fault.place.path for fault in faults})}
    summary |= {f"{severity}s": sum(fault.severity is severity for fault in faults) for severity in Severity}
    report = {"version": VERSION, "summary": summary, "faults": faults_data(faults)}
    return json.dumps(report, indent=2) + "\n"


def faults_data(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Give faults as plain values, in the form that `json_report` promises."""
    return [_fault(fault) for fault in faults]


def _fault(fault: Fault) -> dict[str, Any]:
    place = fault.place
    return {
        "code": fault.code.id,
        "severity": fault.severity,
        "message": fault.message,
        "hint": fault.hint,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "excerpt": fault.excerpt,
        "suggestion": fault.suggestion,
    }
