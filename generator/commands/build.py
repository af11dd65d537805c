"""`timeline build`: the whole site, or the last good one."""

from __future__ import annotations

import logging
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.building.standing import Hearing, Standing
from generator.commands.exchanging import alone, exchange
from generator.commands.progress import working
from generator.commands.putting import umask
from generator.commands.root import root_option
from generator.record.uncollected import staying
from generator.record.workers import end_all

_PREFIX = ".site-"


@click.command("build", epilog="Example: timeline build --strict")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to put it, instead of site_dir of mkdocs.yml.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the build, too.")
@click.option("--no-shell", is_flag=True, help="Let the theme frame every page itself: slower, and the same site.")
@click.option("--no-cache", is_flag=True, help="Make everything anew: slower, and the same site.")
@root_option
def command(root: Path, site_dir: Path | None, strict: bool, no_shell: bool, no_cache: bool) -> None:
    """Check the record and build the site: whole, or not at all.

    The site is built beside the published one, which stays as it is until the new one is complete; where nothing
    that it is made of has changed, it stays for good.
    """
    hearing = Hearing()
    log_to_stderr(logging.WARNING, hearing)
    target = site_dir or root / "site"
    try:
        with staying():  # it imports the plugin
            config = load_config(str(root / "mkdocs.yml"))
        target = (site_dir or Path(config.site_dir)).absolute()
        if target.exists() and not target.is_dir():
            raise click.ClickException(f"{target} is a file, where the site's folder belongs; it stays as it is")
        with alone(target.parent):
            mend(target)
            standing = Standing(config, target, strict, no_shell)
            if no_cache or not _stands(standing):
                with working("Building the site"):
                    made, files = _build(root, target, strict=strict, shell=not no_shell, cache=not no_cache)
                _swap(made, target)
                standing.keep(hearing.said, files)
    except Abort as error:
        raise click.ClickException(f"{error} {_left(target).capitalize()}.") from None
    except MkDocsException as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or target}: {error.strerror}; {_left(target)}") from None
    click.echo(target)


def _left(target: Path) -> str:
    """Say what readers have after a build that failed."""
    with suppress(OSError):  # a folder that is closed keeps what it holds
        if not target.exists():
            return "there is no site yet"
    return "the last good site stays"


def log_to_stderr(level: int, *others: logging.Handler) -> None:
    """Print what MkDocs and its plugins report, and give it to other handlers, too."""
    handlers = [logging.StreamHandler(), *others]
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        # MkDocs tells of each page that waits for its frame that it writes nothing for it, as is meant
        handler.addFilter(lambda record: "Generated empty output" not in record.getMessage())
    logger = logging.getLogger("mkdocs")
    logger.handlers = handlers
    logger.setLevel(level)


def mend(target: Path) -> None:
    """Put right what an interrupted build has left: the old site back in its place, half-built ones gone."""
    aside = _aside(target)
    if aside.exists():
        if target.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(target)
    for left in target.parent.glob(f"{_PREFIX}{target.name}-new-*"):
        shutil.rmtree(left)


def _stands(standing: Standing) -> bool:
    """Tell whether the last site can stay; if so, say that, and once more what was wrong when it was built."""
    said = standing.said()
    if said is not None:
        click.echo("\n".join((*said, "Nothing has changed since the last build: its site stands")), err=True)
    return said is not None


def _build(root: Path, target: Path, *, strict: bool, shell: bool, cache: bool) -> tuple[Path, int]:
    """Make a site beside the published one, in the folder of the one before that; give it, and the sum of its files."""
    made = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{target.name}-new-", dir=target.parent))
    with suppress(OSError):  # without it, time is lost and no more
        if cache:
            _before(target).replace(made)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(made), strict=strict)
        plugin: Any = config.plugins["timeline"]  # MkDocs knows only that it is one
        plugin.config["shell"] &= shell
        plugin.config["cache"] &= cache
        plugin.last = target
        config.plugins.on_startup(command="build", dirty=False)
        try:
            if not plugin.built_again(config):
                build_with_mkdocs(config)
        finally:
            config.plugins.on_shutdown()
    except BaseException as error:
        end_all()
        if isinstance(error, MkDocsException):
            _keep(made, target)
        else:
            shutil.rmtree(made, ignore_errors=True)
        raise
    return made, plugin.sum


def _swap(made: Path, target: Path) -> None:
    """Put the new site in the place of the old one; where that cannot be, the old one stays and the new one goes."""
    made.chmod(0o777 & ~umask())  # what mkdtemp makes is closed to all others, and a web server is one
    try:
        old = made if target.exists() and exchange(made, target) else _in_two_steps(made, target)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    _keep(old, target)


def _keep(old: Path, target: Path) -> None:
    """Keep the folder of an old site for the next one to be made in; one that holds nothing goes."""
    shutil.rmtree(_before(target), ignore_errors=True)
    with suppress(OSError):
        old.rmdir()
    with suppress(OSError):
        old.replace(_before(target))


def _before(target: Path) -> Path:
    return target.with_name(f"{_PREFIX}{target.name}-last")


def _in_two_steps(made: Path, target: Path) -> Path:
    """Put a site in another's place where the system has no single step for it, and give where the old one is.

    The folder is gone for the moment between the two; an interruption there leaves the old site beside it.
    """
    aside = _aside(target)
    if target.exists():
        target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    return aside


def _aside(target: Path) -> Path:
    return target.with_name(f"{_PREFIX}{target.name}-old")
