"""The folder of the project, as every command takes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "mkdocs.yml"
"""The file by which the folder of a project is known."""


def root_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--root`, and its function the parameter `root`: an absolute path."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=_root,
        metavar="DIR",
        help=f"Folder of the project; otherwise the nearest one upwards with a {MARK}.",
    )(function)


def find_root(start: Path) -> Path | None:
    """Give the nearest folder, from a folder upwards, that holds a project."""
    return next((folder for folder in (start, *start.parents) if (folder / MARK).is_file()), None)


def _root(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    if value is not None:
        folder = value.resolve()
        if not (folder / MARK).is_file():
            raise click.BadParameter(f"there is no {MARK} in {value}", context, parameter)
        return folder
    found = find_root(Path.cwd())
    if found is None:
        raise click.UsageError(f"no {MARK} here or in a folder above; name the project's folder with --root", context)
    return found
