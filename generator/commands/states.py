"""A state of the record as the command line names it: a folder, or a revision of the repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.record.loading import EVENTS, read_record

if TYPE_CHECKING:
    from generator.record.loading import Reading


def read_state(name: str, root: Path) -> Reading:
    """Read a record from a folder that holds `events/`, or as it was in a revision of the project's repository.

    Raises click.BadParameter for what is neither.
    """
    folder = Path(name)
    if (folder / EVENTS).is_dir():
        return read_record(folder.resolve())
    with tempfile.TemporaryDirectory(prefix="timeline-diff-") as made:
        with tarfile.open(fileobj=io.BytesIO(_archive(name, root))) as archive:
            archive.extractall(made, filter="data")
        return read_record(Path(made))


def _archive(revision: str, root: Path) -> bytes:
    """Give the folder of events of a revision as a tar file."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise click.BadParameter(
            f"`{revision}` is no folder with `{EVENTS}/` in it, and no revision of this repository"
        )
    found = _git(root, "archive", "--format=tar", commit.decode().strip(), EVENTS)
    if found is None:
        raise click.BadParameter(f"the revision `{revision}` has no `{EVENTS}/`")
    return found


def _git(root: Path, *arguments: str) -> bytes | None:
    """Run git in the project; gives what it prints, nothing where it fails."""
    try:
        done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=False)  # noqa: S603, S607  the git on the path, a list of words, no shell
    except FileNotFoundError:
        raise click.ClickException("git is not installed; name two folders") from None
    return done.stdout if done.returncode == 0 else None
