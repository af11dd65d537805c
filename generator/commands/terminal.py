"""Printing a report with colours, where a terminal can show them."""

from __future__ import annotations

import sys

import click

_STYLES = (
    (r"(?m)^\S.*?:\d+:\d+: ", "bold"),
    (r"(?m)(?<=\d: )error [EW]\d+", "bold red"),
    (r"(?m)(?<=\d: )warning [EW]\d+", "bold yellow"),
    (r"(?m)(?<=\d: )notice [EW]\d+", "bold cyan"),
    (r"(?m)^ *\d* \|(?: *\^+$)?", "blue"),
    (r"(?m)^ *= .*$", "green"),
)
"""What the lines of the text report look like, and their styles."""


def print_report(report: str) -> None:
    """Print a text report on stdout: in colour on a terminal, unless NO_COLOR asks otherwise."""
    if not sys.stdout.isatty():
        click.echo(report, nl=False)
        return
    from rich.console import Console  # noqa: PLC0415  the import costs time that a pipe need not pay
    from rich.text import Text  # noqa: PLC0415  as above

    text = Text(report)
    for pattern, style in _STYLES:
        text.highlight_regex(pattern, style)
    Console(highlight=False).print(text, soft_wrap=True, end="")
