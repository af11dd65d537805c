"""`timeline serve`: the site on this machine, anew after each change."""

from __future__ import annotations

import errno
import logging
from typing import TYPE_CHECKING, Any

import click
from mkdocs.commands.serve import serve as serve_with_mkdocs
from mkdocs.exceptions import Abort, MkDocsException

from generator.commands.build import log_to_stderr
from generator.commands.root import root_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("serve", epilog="Example: timeline serve --addr 127.0.0.1:8010")
@click.option("--addr", metavar="HOST:PORT", help="Where to serve, instead of dev_addr of mkdocs.yml (127.0.0.1:8000).")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in a browser.")
@root_option
def command(root: Path, addr: str | None, open_in_browser: bool) -> None:
    """Show the site in a browser on this machine, and show each change as soon as it is saved.

    A file with faults shows them on every page, above the last good site.
    """
    log_to_stderr(logging.INFO)
    options: dict[str, Any] = {"dev_addr": addr} if addr else {}
    try:
        serve_with_mkdocs(str(root / "mkdocs.yml"), open_in_browser=open_in_browser, **options)
    except Abort:
        raise click.exceptions.Exit(1) from None
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        where = addr or "the address of `dev_addr`"
        if error.errno == errno.EADDRINUSE:
            raise click.ClickException(
                f"{where} is in use; choose another: timeline serve --addr 127.0.0.1:8010"
            ) from None
        raise click.ClickException(f"{error.filename or where}: {error.strerror}") from None
