"""The files of a site that MkDocs does not write: made at the end of the build, or taken over from the last site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.building.workers import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.building.cache import Cache
    from generator.building.publishing import Published
    from generator.building.shell import Shell


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site."""

    address: str
    """Where it stands, relative to the site's root."""
    key: str
    """What stands for all that it is made of."""
    made: Callable[[], str | bytes]
    """Makes what stands in it."""


def outputs(published: Published, shell: Shell, cache: Cache) -> Iterator[Output]:
    """Give the pages that have waited for their frames, and the data."""
    for page in published.pages:
        if page.src_uri in shell:
            made_of = (shell.frame_key(page), page.src_uri, page.head, page.edit_path, page.rests_on)
            yield Output(f"{page.place}index.html", cache.key(*made_of), partial(shell.frame, page))
    for file in published.data:
        yield Output(file.address, cache.key(file.address, file.rests_on), file.drawn)


def write(files: Sequence[Output], site: Path, cache: Cache, workers: int) -> None:
    """Take over what the last site has, and make and write the rest, with so many processes."""
    for folder in _folders(files):
        (site / folder).mkdir(parents=True, exist_ok=True)
    missing = [file for file in files if not cache.take(file.address, file.key, site / file.address)]
    shared(lambda file: _write(file.made(), site / file.address), missing, workers)
    cache.keep({file.address: file.key for file in files}, site)


def _folders(files: Iterable[Output]) -> list[str]:
    """Give each folder once that files need, those within it first."""
    return sorted({file.address.rpartition("/")[0] for file in files}, reverse=True)


def _write(content: str | bytes, path: Path) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", errors="xmlcharrefreplace"))
