"""What commands need to know of the site, from its configuration."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.commands.root import MARK
from generator.pages.page import Settings, settings_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_NO_TOKEN = re.compile(r"[^A-Za-z0-9]+")


class Site(NamedTuple):
    """A project's site."""

    settings: Settings
    """Its name and its address."""
    content: Path
    """The folder of the pages written by hand."""
    agent: str
    """How we introduce ourselves to other hosts: the site's name, and where it or its repository stands."""
    archive: str
    """The address of the interface of an archive of the web; empty where none is named."""


def site_of(root: Path) -> Site:
    """Read the configuration of a project's site; one that cannot be read ends the command."""
    try:
        config = load_config(str(root / MARK))
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    archive = str((config.extra.get("links") or {}).get("archive") or "")
    return Site(settings_of(config), Path(config.docs_dir), _agent(config), archive)


def _agent(config: MkDocsConfig) -> str:
    """Give a `User-Agent` (RFC 9110, 10.1.5): a product, and in brackets where to find who sends it."""
    product = _NO_TOKEN.sub("-", config.site_name).strip("-") or "timeline"
    where = config.site_url or config.extra.get("repository")
    return f"{product}-links/1.0" + (f" (+{where})" if where and str(where).isascii() else "")
