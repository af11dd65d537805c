"""The command line `timeline`: each command is a module of this room, read when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from generator.record.uncollected import staying

COMMANDS = (
    "check", "new", "fmt", "build", "serve", "export", "release", "stats", "diff", "review", "links", "schema", "init",
)  # fmt: skip
"""The commands in the order of the help. Each is a module here whose `command` is the click command."""

_INTERRUPTED = 130
"""The exit code of shells for a program that Ctrl-C ended: 128 and the signal's number."""


class Commands(click.Group):
    """A group that imports a command when it is asked for, and turns what stops it into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks with a context
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        """Import the command of a name."""
        if cmd_name not in COMMANDS:
            return None
        with staying():
            command: click.Command = import_module(f"generator.commands.{cmd_name}").command
        return command

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401  click's
        """Run a command and end with its exit code: 0 nothing wrong, 1 faults found, 2 it could not do its work."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # a name may have letters that the terminal's encoding lacks
                stream.reconfigure(errors="backslashreplace")
        sys.exit(self._code(*args, **{**extra, "standalone_mode": False}))

    def _code(self, *args: Any, **extra: Any) -> int:  # noqa: ANN401  click's
        try:
            return super().main(*args, **extra) or 0
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (KeyboardInterrupt, click.Abort):
            click.echo("Interrupted.", err=True)
            return _INTERRUPTED
        except OSError as error:
            where = f" {error.filename}" if error.filename else ""
            click.echo(f"Error: {error.strerror or error}{where and ':'}{where}", err=True)
            return 2


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Keep a timeline: check its record, build its site."""
