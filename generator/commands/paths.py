"""Parts of the record as the command line names them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.record.loading import EVENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

PATHS = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
"""Files or folders of the record; none stands for all of it."""


def relative(path: Path, root: Path, context: click.Context, parts: Sequence[str] = (EVENTS,)) -> str:
    """Give a path as faults name it; what lies in none of some parts of the project is a misuse."""
    for place in (Path(os.path.abspath(path)), path.resolve()):  # noqa: PTH100  a link is named as it was typed
        if place.is_relative_to(root):
            found = place.relative_to(root).as_posix()
            if found == "." or found.split("/")[0] in parts:
                return found
    raise click.BadParameter(f"{path} is no part of the record in {root / EVENTS}", context, param_hint="PATH")


def concerns(name: str, only: Sequence[str]) -> bool:
    """Tell whether a file is one of those asked for, or lies in a folder of them."""
    return not only or any(part in (".", name) or name.startswith(f"{part}/") for part in only)
