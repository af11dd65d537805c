"""The report as SARIF 2.1.0, which code hosts and editors read.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.record.faults import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.record.faults import Code, Fault

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def sarif_report(faults: Sequence[Fault]) -> str:
    """Write one run with a rule for each code that was found, and a result for each fault."""
    codes = sorted({fault.code for fault in faults}, key=lambda code: code.id)
    index = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "timeline check", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(fault, index[fault.code]) for fault in faults],
    }
    report = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(report, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    example = f"\n\nWrong:\n\n```yaml\n{code.wrong}\n```\n\nRight:\n\n```yaml\n{code.right}\n```" if code.wrong else ""
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in re.findall(r"\w+", code.title)),
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"{code.why} {code.mend}", "markdown": f"{code.why}\n\n{code.mend}{example}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(fault: Fault, rule: int) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(fault), "region": _region(fault)}}
    text = f"{fault.message}. {fault.hint}" if fault.hint else f"{fault.message}."
    result: dict[str, Any] = {
        "ruleId": fault.code.id,
        "ruleIndex": rule,
        "level": _LEVELS[fault.severity],
        "message": {
            "text": text.replace("{", "{{").replace("}", "}}")
        },  # a single brace stands for an argument (3.11.5)
        "locations": [location],
    }
    if fault.suggestion is not None:
        replacement = {"deletedRegion": _region(fault), "insertedContent": {"text": fault.suggestion}}
        change = {"artifactLocation": _artifact(fault), "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": f"Write `{fault.suggestion}`."}, "artifactChanges": [change]}]
    return result


def _artifact(fault: Fault) -> dict[str, str]:
    return {"uri": quote(fault.place.path), "uriBaseId": "%SRCROOT%"}


def _region(fault: Fault) -> dict[str, int]:
    place = fault.place
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
