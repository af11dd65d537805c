"""What exports need to know of the site, from its configuration."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.commands.root import MARK
from generator.pages.page import Settings


class Site(NamedTuple):
    """A project's site."""

    settings: Settings
    """Its name and its address."""
    content: Path
    """The folder of the pages written by hand."""


def site_of(root: Path) -> Site:
    """Read the configuration of a project's site; one that cannot be read ends the command."""
    try:
        config = load_config(str(root / MARK))
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    return Site(Settings(config.site_name, config.site_url or ""), Path(config.docs_dir))
