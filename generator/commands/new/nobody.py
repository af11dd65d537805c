"""Asking nobody: a script, a pipe, a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.commands.new.asking import Question


class Nobody:
    """Stands for a person where there is none; every no is a no."""

    def ask(self, question: Question, default: str) -> str:
        """Say that nobody answers."""
        del default
        raise click.UsageError(f"{question.ask}: nobody can be asked here; give it as an option")

    def confirm(self, what: str, *, default: bool) -> bool:
        """Confirm nothing."""
        del what, default
        return False

    def say(self, what: str) -> None:
        """Print a line."""
        click.echo(what, err=True)
