"""The part of SARIF 2.1.0 that a report of ours uses, as a schema that allows nothing else.

It is written after sections 3.13 to 3.57 of the standard. The official schema does not say on which terms it may
be passed on, so it is not kept here; what this one admits, that one admits.
"""

from __future__ import annotations

from typing import Any


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


TEXT = {"type": "string", "minLength": 1}
POSITIVE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["error", "warning", "note"]}
REGION = _object({"startLine": POSITIVE, "startColumn": POSITIVE, "endLine": POSITIVE, "endColumn": POSITIVE})
ARTIFACT = _object({"uri": {"type": "string", "pattern": r"^[A-Za-z0-9%/._~-]+$"}, "uriBaseId": {"const": "%SRCROOT%"}})
LOCATION = _object({"physicalLocation": _object({"artifactLocation": ARTIFACT, "region": REGION})})
REPLACEMENT = _object({"deletedRegion": REGION, "insertedContent": _object({"text": {"type": "string"}})})
CHANGE = _object({"artifactLocation": ARTIFACT, "replacements": _list(REPLACEMENT, 1)})
FIX = _object({"description": _object({"text": TEXT}), "artifactChanges": _list(CHANGE, 1)})
RULE = _object(
    {
        "id": {"type": "string", "pattern": r"^[EW]\d{3}$"},
        "name": {"type": "string", "pattern": r"^\w+$"},
        "shortDescription": _object({"text": TEXT}),
        "fullDescription": _object({"text": TEXT}),
        "help": _object({"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": _object({"level": LEVEL}),
    }
)
RESULT = _object(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": _object({"text": TEXT}),
        "locations": _list(LOCATION, 1),
    },
    {"fixes": _list(FIX, 1)},
)
RUN = _object(
    {
        "tool": _object({"driver": _object({"name": TEXT, "rules": _list(RULE)})}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    }
)
SCHEMA = _object({"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": _list(RUN, 1)})
