"""What exports say of the site, from its configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.commands.root import MARK
from generator.pages.page import Settings

if TYPE_CHECKING:
    from pathlib import Path


def site_settings(root: Path) -> Settings:
    """Give the name and the address of a project's site; a configuration that cannot be read ends the command."""
    try:
        config = load_config(str(root / MARK))
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    return Settings(config.site_name, config.site_url or "")
