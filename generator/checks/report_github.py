"""The report as annotations of GitHub Actions: workflow commands, one a fault.

The form: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.record.faults import Fault

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def github_report(faults: Sequence[Fault]) -> str:
    """Write a workflow command for each fault; nothing where there is none."""
    return "".join(f"{_command(fault)}\n" for fault in faults)


def annotation(kind: str, properties: Mapping[str, str | int], message: str) -> str:
    """Write a workflow command: `error`, `warning` or `notice`, its properties in their order, its message."""
    written = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{kind} {written}::{_escaped(message, _DATA)}"


def _command(fault: Fault) -> str:
    place = fault.place
    properties: dict[str, str | int] = {"file": place.path, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # columns of a span over several lines are refused
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column)}
    properties["title"] = f"{fault.code.id} {fault.code.title}"
    return annotation(fault.severity, properties, f"{fault.message}. {fault.hint}" if fault.hint else fault.message)


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
